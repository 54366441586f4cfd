import { type Member, may } from "../../core/staff/member.ts";
import type { WordsIn } from "../../i18n/translate.ts";
import type { Telling } from "../../telegram/telling.ts";
import type { Asked, AskedRepository } from "./asked/repository.ts";
import { type Opened, panel } from "./messages.ts";
import type { LogbookRepository } from "./repository.ts";
import type { Visits } from "./visits.ts";

export interface RemindingParts {
  readonly repository: Pick<LogbookRepository, "read">;
  readonly asked: AskedRepository;
  readonly visits: Visits;
  readonly members: () => readonly Member[];
  readonly chatOf: (member: Pick<Member, "code">) => number | undefined;
  readonly telling: Telling;
  readonly wordsIn: WordsIn;
  readonly timeZone: string;
  readonly onFailure: (cause: unknown) => void;
}

/**
 * Asks the members who wish it to count, after closing time: once for each opening, whatever restarts. That she was asked is
 * stored before it is said: with a crash in between she is not asked, rather than twice, and finds the day under /staff.
 *
 * @returns what is to be done again and again
 */
export function createReminding(parts: RemindingParts): (now: Temporal.Instant) => Promise<void> {
  const { asked, visits } = parts;
  /** What this process knows to be asked already, so that looking costs no query. */
  const known = new Set<string>();
  const nameOf = ({ code, place, day }: Asked) => `${code} ${place} ${day}`;

  async function tell(member: Member, opened: Opened, of: Asked, now: Temporal.Instant): Promise<void> {
    const chat = parts.chatOf(member);
    if (chat === undefined) {
      return;
    }
    const noted = await parts.repository.read(of);
    const { language } = member;
    const answer = panel(parts.wordsIn(language), opened, noted, !visits.isLastDay(opened.date, now));
    const message = await parts.telling.tell({ chat, language, answer });
    if (message !== null) {
      await asked.showsIn(of, message);
    }
  }

  async function askAfterClosing(now: Temporal.Instant): Promise<void> {
    const willing = parts.members().filter(({ reminders }) => reminders);
    for (const opened of willing.length === 0 ? [] : visits.justClosed(now)) {
      for (const member of willing) {
        const of = { code: member.code, place: opened.place.number, day: opened.date.toString() };
        if (!may(member, "count-visits", of.place) || known.has(nameOf(of))) {
          continue;
        }
        if (await asked.claim(of)) {
          await tell(member, opened, of, now).catch(async (cause) => {
            await asked.release(of);
            throw cause;
          });
        }
        known.add(nameOf(of));
      }
    }
  }

  async function askAgain(now: Temporal.Instant): Promise<void> {
    const today = now.toZonedDateTimeISO(parts.timeZone).toPlainDate().toString();
    for (const of of parts.members().length === 0 ? [] : await asked.waiting(today)) {
      const member = parts.members().find(({ code }) => code === of.code);
      const opened = visits.opened(of);
      if (member === undefined || opened === undefined || !visits.isAfterClosing(opened, now)) {
        continue;
      }
      if (visits.refusal(member, of, now) === null && (await asked.claimAgain(of, today))) {
        await tell(member, opened, of, now).catch(parts.onFailure);
      }
    }
  }

  return async (now) => {
    await askAfterClosing(now).catch(parts.onFailure);
    await askAgain(now).catch(parts.onFailure);
  };
}

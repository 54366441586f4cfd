import type { Place } from "../../../core/places/place.ts";
import { isWithin, type Member } from "../../../core/staff/member.ts";
import type { Database } from "../../../database/client.ts";
import type { WordsIn } from "../../../i18n/translate.ts";
import type { Telling } from "../../../telegram/telling.ts";
import { troubleTold } from "./messages.ts";
import type { Troubled, TroubleRepository } from "./repository.ts";

export interface AlarmParts {
  readonly inTransaction: Database["inTransaction"];
  readonly repository: TroubleRepository;
  readonly telling: Telling;
  readonly members: () => readonly Member[];
  readonly chatOf: (member: Member) => number | undefined;
  readonly placeOf: (number: number | null) => Place | undefined;
  readonly wordsIn: WordsIn;
  readonly onFailure: (cause: unknown) => void;
}

/** Tells the coordinators of a place of what is wrong with a broadcast: each trouble once, whoever began it. */
export interface Alarm {
  /** Nothing could be sent for minutes. */
  noteStalled(broadcast: number): void;
  /** Tells what was not told yet, whichever process saw it; to be done again and again: when sending fails, telling may fail as well. */
  look(): Promise<void>;
}

export function createAlarm(parts: AlarmParts): Alarm {
  const { repository } = parts;
  const stalled = new Set<number>();

  async function look(): Promise<void> {
    if (!(await repository.isAnyUntold([...stalled]))) {
      stalled.clear();
      return;
    }
    await parts.inTransaction(async (transaction) => {
      await repository.waitForTurn(transaction);
      for (const troubled of await repository.untold(transaction, [...stalled])) {
        const told = await Promise.all(coordinatorsOf(troubled).map((member) => tell(member, troubled)));
        // Where nobody could be told it is tried again, and once somebody was nobody reads it twice.
        if (told.includes(true)) {
          await repository.noteTold(transaction, troubled.number, troubled.troubles);
        }
      }
    });
  }

  function coordinatorsOf({ place }: Troubled): readonly Member[] {
    return parts
      .members()
      .filter(({ role, places }) => role === "coordinator" && (place === null || isWithin(places, place)));
  }

  /** @returns whether she was told */
  async function tell(member: Member, troubled: Troubled): Promise<boolean> {
    const chat = parts.chatOf(member);
    if (chat === undefined) {
      return false;
    }
    const { language } = member;
    const place = parts.placeOf(troubled.place);
    try {
      for (const trouble of troubled.troubles) {
        await parts.telling.tell({
          chat,
          language,
          answer: troubleTold(parts.wordsIn(language), trouble, troubled, place),
        });
      }
      return true;
    } catch (cause) {
      parts.onFailure(cause);
      return false;
    }
  }

  return {
    noteStalled(broadcast) {
      stalled.add(broadcast);
      look().catch(parts.onFailure);
    },
    look,
  };
}

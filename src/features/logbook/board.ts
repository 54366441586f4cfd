import type { Member } from "../../core/staff/member.ts";
import type { WordsIn } from "../../i18n/translate.ts";
import type { Answer } from "../../telegram/answer.ts";
import type { Request } from "../../telegram/feature.ts";
import type { Telling } from "../../telegram/telling.ts";
import type { AskedRepository } from "./asked/repository.ts";
import { type Opened, panel } from "./messages.ts";
import type { LogbookRepository, Noted, PlaceDay } from "./repository.ts";
import type { Visits } from "./visits.ts";

export interface BoardParts {
  readonly repository: Pick<LogbookRepository, "read">;
  readonly asked: Pick<AskedRepository, "showsIn" | "showing">;
  readonly visits: Visits;
  readonly memberOf: (code: string) => Member | undefined;
  readonly chatOf: (member: Pick<Member, "code">) => number | undefined;
  readonly telling: Telling;
  readonly wordsIn: WordsIn;
  readonly now: () => Temporal.Instant;
  readonly onFailure: (cause: unknown) => void;
}

/** The counts of one day: a message in the chat of each member who counts, all with the same numbers. */
export interface Board {
  /** Draws it for who asked; when it is shown, those of her colleagues are drawn anew. */
  panelFor(request: Request, opened: Opened, noted: Noted): Answer;
  /** Draws all of them anew. */
  redraw(of: PlaceDay): Promise<void>;
}

export function createBoard(parts: BoardParts): Board {
  const { asked, visits, wordsIn } = parts;
  const underWay = new Map<string, Promise<void>>();

  async function drawAll(of: PlaceDay): Promise<void> {
    const opened = visits.opened(of);
    const shown = await asked.showing(of);
    // Read last, so that whoever draws last draws the newest.
    const noted = await parts.repository.read(of);
    if (opened === undefined) {
      return;
    }
    const isLater = !visits.isLastDay(opened.date, parts.now());
    await Promise.all(
      shown.map(async ({ code, message }) => {
        const member = parts.memberOf(code);
        const chat = member === undefined ? undefined : parts.chatOf(member);
        if (member === undefined || chat === undefined || visits.refusal(member, of, parts.now()) !== null) {
          return;
        }
        const { language } = member;
        const answer = panel(wordsIn(language), opened, noted, isLater);
        // One who cannot be reached must not keep the others from seeing it.
        await parts.telling.redraw({ chat, language, answer }, message).catch(parts.onFailure);
      }),
    );
  }

  /** One after the other: of two who draw at once, the one with the older numbers could come last. */
  async function redraw(of: PlaceDay): Promise<void> {
    const key = `${of.place} ${of.day}`;
    const mine = (underWay.get(key) ?? Promise.resolve()).then(() => drawAll(of)).catch(parts.onFailure);
    underWay.set(key, mine);
    await mine;
    if (underWay.get(key) === mine) {
      underWay.delete(key);
    }
  }

  return {
    redraw,
    panelFor({ words, staff, now }, opened, noted) {
      const of = { place: opened.place.number, day: opened.date.toString() };
      return {
        ...panel(words, opened, noted, !visits.isLastDay(opened.date, now)),
        async onShown(message) {
          if (staff !== undefined) {
            await asked.showsIn({ code: staff.code, ...of }, message);
            await redraw(of);
          }
        },
      };
    },
  };
}

import { randomBytes } from "node:crypto";
import { type CountKind, readCounts } from "../../core/logbook/counts.ts";
import { namesIn } from "../../core/logbook/names.ts";
import { hoursBetween } from "../../core/logbook/opening-times.ts";
import type { Interval } from "../../core/opening-hours/schedule.ts";
import { may } from "../../core/staff/member.ts";
import { hoursIn, timesIn } from "../../core/staff/read-times.ts";
import type { Transaction } from "../../database/client.ts";
import type { Conversation, Ending, Entered, Request, Steps } from "../../telegram/feature.ts";
import type { AskedRepository } from "./asked/repository.ts";
import type { Board } from "./board.ts";
import { cannotCount, kept, type Opened, type WrongEntry } from "./messages.ts";
import type { LogbookRepository, Noted, PlaceDay } from "./repository.ts";
import { askEnd, askLine, askNames, askNumbers, askStart } from "./steps/messages.ts";
import type { Visits } from "./visits.ts";

export interface NotingParts {
  readonly repository: LogbookRepository;
  readonly asked: Pick<AskedRepository, "showsNoMore">;
  readonly visits: Visits;
  readonly board: Board;
}

/** Names of conversations. */
export const typing = "visits";
export const timing = "visit-hours";
export const writing = "logbook";

/** Characters of a line: a thought, not a report. */
const longestLine = 500;

/** "keep" as it is, "rewrite" from nothing, or another text. */
type Checked = "keep" | "rewrite" | { readonly text: string };

type Outcome = { readonly noted: Noted } | { readonly refused: "over" | "notYours" };

/** What the team types: numbers, hours, and a line for the logbook. Each keeps what was entered when something is no answer. */
export function createNoting({ repository, asked, visits, board }: NotingParts): readonly Conversation[] {
  /** The message of the counts becomes the question, and must not be drawn over. */
  const leavePanel = (of: PlaceDay) => async (request: Request, transaction: Transaction) => {
    await asked.showsNoMore(transaction, { code: request.staff?.code ?? "", ...of });
    return null;
  };

  const note =
    (of: PlaceDay, noted: Partial<Noted>) =>
    async ({ staff, now }: Request, transaction: Transaction): Promise<Outcome> => {
      const refused = staff === undefined ? "notYours" : visits.refusal(staff, of, now);
      return refused === null ? { noted: await repository.set(transaction, of, noted) } : { refused };
    };

  function ended(of: PlaceDay, outcome: Outcome): Ending {
    return (request) => {
      const opened = visits.opened(of);
      return "refused" in outcome || opened === undefined
        ? { show: cannotCount(request.words, "refused" in outcome ? outcome.refused : "notYours") }
        : { show: board.panelFor(request, opened, outcome.noted) };
    };
  }

  async function typeNumbers(steps: Steps, begin: unknown): Promise<Ending> {
    const of = begin as PlaceDay;
    await steps.record(leavePanel(of));
    let wrong: WrongEntry | null = null;
    for (;;) {
      const shown = wrong;
      const entered = await steps.ask(({ words }) => askNumbers(words, shown));
      const read = entered.kind === "text" ? readCounts(entered.text) : null;
      if (read?.ok === true) {
        return ended(of, await steps.record(note(of, read.counts as Partial<Record<CountKind, number>>)));
      }
      wrong = read === null ? "four" : read.why;
    }
  }

  async function giveHours(steps: Steps, begin: unknown): Promise<Ending> {
    const of = begin as PlaceDay;
    await steps.record(leavePanel(of));
    const planned = await steps.record(() => visits.opened(of)?.planned ?? []);
    let start: number | null = null;
    let wrong: WrongEntry | null = null;
    for (;;) {
      const [shown, begins]: [WrongEntry | null, number | null] = [wrong, start];
      const entered = await steps.ask((request) => {
        const opened = visits.opened(of);
        if (opened === undefined) {
          return cannotCount(request.words, "notYours");
        }
        return begins === null ? askStart(request.words, opened, shown) : askEnd(request.words, planned, begins, shown);
      });
      const given = hoursOf(entered, planned, start);
      if (given.kind === "hours") {
        return ended(of, await steps.record(note(of, { opened: given.hours })));
      }
      wrong = given.kind === "wrong" ? given.wrong : null;
      start = given.kind === "start" ? given.start : start;
    }
  }

  async function writeLine(steps: Steps, begin: unknown): Promise<Ending> {
    const of = begin as PlaceDay;
    let wrong: WrongEntry | null = null;
    let text: string | null = null;
    for (;;) {
      const shown = wrong;
      text ??= lineIn(await steps.ask(({ words }) => asking(of, (opened) => askLine(words, opened, shown), words)));
      if (text === null) {
        wrong = "line";
        continue;
      }
      const line: string = text;
      const place = await steps.record(() => Object.values(visits.opened(of)?.place.name ?? {}));
      const names = namesIn(line, place);
      const checked: Checked = names.length === 0 ? "keep" : await checkNames(steps, line, names);
      if (checked === "keep") {
        return write(steps, of, line);
      }
      wrong = null;
      text = checked === "rewrite" ? null : checked.text;
    }
  }

  async function checkNames(steps: Steps, line: string, names: readonly string[]): Promise<Checked> {
    let wrong: WrongEntry | null = null;
    for (;;) {
      const shown = wrong;
      const entered = await steps.ask(({ words }) => askNames(words, line, names, shown));
      if (entered.kind === "tap" && (entered.value === "keep" || entered.value === "rewrite")) {
        return entered.value;
      }
      const text = lineIn(entered);
      if (text !== null) {
        return { text };
      }
      wrong = "tap";
    }
  }

  async function write(steps: Steps, { place, day }: PlaceDay, text: string): Promise<Ending> {
    const isKept = await steps.record(async ({ staff }, transaction) => {
      const isHers = staff !== undefined && may(staff, "write-logbook", place);
      if (isHers) {
        await repository.write(transaction, { id: randomBytes(9).toString("base64url"), place, day, text });
      }
      return isHers;
    });
    return ({ words }) => ({ show: isKept ? kept(words) : cannotCount(words, "notYours") });
  }

  function asking<T>(of: PlaceDay, draw: (opened: Opened) => T, words: Request["words"]) {
    const opened = visits.opened(of);
    return opened === undefined ? cannotCount(words, "notYours") : draw(opened);
  }

  return [
    { name: typing, permission: "staff", run: typeNumbers },
    { name: timing, permission: "staff", run: giveHours },
    { name: writing, permission: "staff", run: writeLine },
  ];
}

type HoursGiven =
  | { readonly kind: "hours"; readonly hours: readonly Interval[] }
  /** Null: asked anew. */
  | { readonly kind: "start"; readonly start: number | null }
  | { readonly kind: "wrong"; readonly wrong: WrongEntry };

/** @param start what was given before; null where the beginning is asked */
function hoursOf(entered: Entered, planned: readonly Interval[], start: number | null): HoursGiven {
  if (entered.kind === "tap") {
    const minutes = /^\d{1,4}$/.test(entered.value) ? Number(entered.value) : null;
    if (minutes === null) {
      return entered.value === "back" ? { kind: "start", start: null } : { kind: "wrong", wrong: "times" };
    }
    return start === null ? { kind: "start", start: minutes } : between(planned, start, minutes);
  }
  const text = entered.kind === "text" ? entered.text : "";
  const [first, ...others] = timesIn(text);
  if (first !== undefined && others.length === 0) {
    return start === null ? { kind: "start", start: first } : between(planned, start, first);
  }
  const read = hoursIn(text);
  return read.ok ? { kind: "hours", hours: read.hours } : { kind: "wrong", wrong: read.why };
}

function between(planned: readonly Interval[], start: number, end: number): HoursGiven {
  const hours = hoursBetween(planned, start, end);
  return hours === null ? { kind: "wrong", wrong: "order" } : { kind: "hours", hours };
}

/** A line that is not too long; null for what is none. */
function lineIn(entered: Entered): string | null {
  const text = entered.kind === "text" ? entered.text.trim().replace(/\s+/g, " ") : "";
  return text === "" || text.length > longestLine || text.startsWith("/") ? null : text;
}

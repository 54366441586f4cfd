import { type DateAsked, readWhen } from "../../core/questions/when/read-when.ts";
import { hoursIn, timeIn } from "../../core/staff/read-times.ts";
import { cutHours, type Draft } from "./draft.ts";
import { type Facts, usualOf, type Wrong } from "./state.ts";

/** The longest that a change may last, in days: what lasts longer is a new regular schedule. */
const longest = 366;

export function isTooLong({ from, to }: Days): boolean {
  return Temporal.PlainDate.from(from).until(to).days > longest;
}

/** The days that were chosen, ISO, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** The days that a text names, as in a question of a parent. */
export function daysIn(text: string, facts: Facts): Days | { readonly wrong: Wrong } {
  const { date } = readWhen(text, facts.now.toZonedDateTimeISO(facts.timeZone), facts.calendars, {
    language: facts.member.language,
  });
  return daysOf(date);
}

function daysOf(asked: DateAsked | null): Days | { readonly wrong: Wrong } {
  switch (asked?.kind) {
    case undefined:
      return { wrong: "day" };
    case "day":
      return { from: asked.date.toString(), to: asked.date.toString() };
    case "span":
      return asked.from.until(asked.to).days > longest
        ? { wrong: "long" }
        : { from: asked.from.toString(), to: asked.to.toString() };
    default:
      return { wrong: asked?.kind ?? "day" };
  }
}

export function tappedDay(value: string | null): Days | { readonly wrong: Wrong } {
  const date = /^\d{4}_\d\d_\d\d$/.test(value ?? "") ? (value ?? "").replaceAll("_", "-") : null;
  return date === null ? { wrong: "day" } : { from: date, to: date };
}

/** The hours that typed times give to a draft whose shape is known; the draft itself where it needs none. */
export function withTimes(draft: Draft, facts: Facts, text: string): Draft | Wrong {
  const first = timeIn(text);
  const usual = usualOf(facts, draft);
  switch (draft.shape) {
    case "later":
      return first === undefined ? draft : cut(draft, cutHours(usual, { start: first }), usual);
    case "earlier":
      return first === undefined ? draft : cut(draft, cutHours(usual, { end: first }), usual);
    case "hours":
    case "extra": {
      const read = hoursIn(text);
      return read.ok ? { ...draft, hours: read.hours } : read.why;
    }
    default:
      return draft;
  }
}

/** Hours that are none, or the usual ones, are no change. */
export function cut(draft: Draft, hours: Draft["hours"], usual: Draft["hours"]): Draft | Wrong {
  return hours.length === 0 || JSON.stringify(hours) === JSON.stringify(usual) ? "order" : { ...draft, hours };
}

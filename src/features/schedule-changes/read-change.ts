import type { Localized } from "../../core/language.ts";
import { parseExpression } from "../../core/opening-hours/parse.ts";
import { type ChangeKind, type ChangeReason, changeReasons, type Interval } from "../../core/opening-hours/schedule.ts";
import type { NewScheduleChange } from "./repository.ts";

/** A change as somebody writes it: dates such as `2026-12-24`, hours such as `09:00-12:00,13:00-15:00`. */
export interface WrittenChange {
  readonly from: string;
  /** Absent: that one day. */
  readonly to: string | undefined;
  readonly kind: ChangeKind;
  /** Absent when closed. */
  readonly hours: string | undefined;
  readonly reason: string | undefined;
  /** What parents read, in the languages in which it is written. */
  readonly text: Partial<Localized>;
}

export type ReadChange =
  | { readonly ok: true; readonly change: NewScheduleChange }
  /** One sentence: what was wrong, and what is expected. */
  | { readonly ok: false; readonly problem: string };

/** The longest that a change may last, in days: what lasts longer is a new regular schedule. */
const longest = 366;

/** Parents read it in one glance. */
const longestText = 200;

/** Checks a written change; nothing is guessed. */
export function readChange({ from, to, kind, hours, reason, text }: WrittenChange): ReadChange {
  const first = readDate(from);
  const last = readDate(to ?? from);
  if (first === null || last === null) {
    return problem(`"${first === null ? from : to}" is not a date; expected one such as 2026-12-24`);
  }
  const days = first.until(last).days;
  if (days < 0) {
    return problem(`${last} comes before ${first}; expected the first day and then the last`);
  }
  if (days > longest) {
    return problem(`from ${first} to ${last} is longer than a year; expected at most ${longest} days`);
  }
  if (reason !== undefined && !isReason(reason)) {
    return problem(`"${reason}" is not a reason; expected ${changeReasons.join(", ")}`);
  }
  if (Object.values(text).some((line) => line.trim() === "" || line.length > longestText)) {
    return problem(`the text is empty or too long; expected at most ${longestText} characters`);
  }
  const intervals = kind === "closed" ? [] : readHours(hours ?? "");
  if (!Array.isArray(intervals)) {
    return problem(intervals.problem);
  }
  return {
    ok: true,
    change: {
      kind,
      from: first.toString(),
      to: last.toString(),
      hours: intervals,
      reason: reason ?? "other",
      ...(Object.keys(text).length === 0 ? {} : { text }),
    },
  };
}

function problem(sentence: string): ReadChange {
  return { ok: false, problem: sentence };
}

function readDate(text: string): Temporal.PlainDate | null {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? Temporal.PlainDate.from(text) : null;
  } catch {
    return null;
  }
}

function isReason(text: string): text is ChangeReason {
  return changeReasons.some((reason) => reason === text);
}

/** Hours are an expression that has nothing but times. */
function readHours(text: string): Interval[] | { readonly problem: string } {
  const parsed = parseExpression(text);
  if (!parsed.ok) {
    return { problem: `hours ${parsed.error.message}` };
  }
  const [rule, ...others] = parsed.expression.rules;
  const isBare =
    rule !== undefined &&
    others.length === 0 &&
    [rule.years, rule.dates, rule.weeks].every((selector) => selector.length === 0) &&
    rule.days === null &&
    rule.state === "open" &&
    rule.comment === null;
  return isBare && rule.times.length > 0
    ? rule.times.map(({ start, end }) => ({ start, end }))
    : { problem: `hours "${text}" are more than times; expected times such as 09:00-12:00,13:00-15:00` };
}

import fc from "fast-check";
import { daysOf } from "../../../src/core/opening-hours/evaluate/day.ts";
import type { Expression } from "../../../src/core/opening-hours/expression.ts";
import { printExpression } from "../../../src/core/opening-hours/print.ts";
import { type ExpressionKinds, expressions } from "./arbitrary-expressions.ts";
import { calendars, scheduleOf } from "./fixtures.ts";
import { knownDifferences } from "./known-differences.ts";
import { askOpeningHoursJs, type Period, type Quarters, quartersInDay, refusals } from "./opening-hours-js.ts";

export interface Comparison {
  readonly same: number;
  /** Different, and a named difference concerns the expression. */
  readonly explained: number;
  /** Not read by opening_hours.js, for one of the named reasons. */
  readonly refused: number;
  /** Must be empty: expression, day, and what both say. */
  readonly unexplained: readonly string[];
}

export interface ComparisonOptions {
  readonly kinds: ExpressionKinds;
  readonly count: number;
  readonly seed: number;
  readonly period: Period;
  readonly calendar?: "nl" | "fr";
  /** ISO dates on which the library's school calendar is wrong. */
  readonly calendarGaps?: readonly string[];
}

/** Asks both about every quarter of an hour of the period, for `count` generated expressions. */
export function compareWithOpeningHoursJs(options: ComparisonOptions): Comparison {
  const verdicts = fc
    .sample(expressions(options.kinds), { numRuns: options.count, seed: options.seed })
    .map((expression) => compareOne(expression, options));
  const count = (kind: Verdict["kind"]) => verdicts.filter((verdict) => verdict.kind === kind).length;
  return {
    same: count("same"),
    explained: count("explained"),
    refused: count("refused"),
    unexplained: verdicts.flatMap((verdict) => (verdict.kind === "unexplained" ? [verdict.text] : [])),
  };
}

type Verdict =
  | { readonly kind: "same" | "explained" | "refused" }
  | { readonly kind: "unexplained"; readonly text: string };

function compareOne(
  expression: Expression,
  { period, calendar = "nl", calendarGaps = [] }: ComparisonOptions,
): Verdict {
  const text = printExpression(expression);
  const theirs = askOpeningHoursJs(text, period, calendar === "nl" ? "NL" : "FR");
  if (typeof theirs === "string") {
    const isKnown = refusals.some((reason) => reason.test(theirs));
    return isKnown ? { kind: "refused" } : { kind: "unexplained", text: `${text}: ${theirs}` };
  }
  const ours = askOurselves(expression, period, calendar);
  const gaps = calendarGaps.map((iso) => period.first.until(iso, { largestUnit: "days" }).days);
  // Past midnight, a wrong holiday shows on the day after as well.
  const day = differingDays(ours, theirs).find((found) => !gaps.includes(found) && !gaps.includes(found - 1));
  if (day === undefined) return { kind: "same" };
  if (knownDifferences.some(({ concerns }) => concerns(expression))) return { kind: "explained" };
  const shown = [ours, theirs].map((quarters) =>
    quarters.slice(day * quartersInDay, (day + 1) * quartersInDay).join(""),
  );
  return { kind: "unexplained", text: [text, period.first.add({ days: day }).toString(), ...shown].join("\n") };
}

export function askOurselves(expression: Expression, { first, days }: Period, schoolCalendar: "nl" | "fr"): Quarters {
  const quarters = new Uint8Array(days * quartersInDay);
  const schedule = scheduleOf(expression, { schoolCalendar });
  // The night before the first day runs into it.
  const answers = daysOf(schedule, first.subtract({ days: 1 }), first.add({ days: days - 1 }), calendars);
  for (const [index, { open }] of answers.entries()) {
    const midnight = (index - 1) * quartersInDay;
    for (const { start, end } of open)
      quarters.fill(1, Math.max(0, midnight + start / 15), Math.max(0, midnight + end / 15));
  }
  return quarters;
}

export function differingDays(some: Quarters, others: Quarters): readonly number[] {
  const days = new Set<number>();
  for (const [index, value] of some.entries()) if (value !== others[index]) days.add(Math.floor(index / quartersInDay));
  return [...days];
}

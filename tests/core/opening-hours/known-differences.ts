import type { DateMark, DateRange, Expression, Rule } from "../../../src/core/opening-hours/expression.ts";

/** Where opening_hours.js 3.15 answers otherwise, and why we do not follow it. */
export interface KnownDifference {
  readonly name: string;
  readonly reason: string;
  readonly concerns: (expression: Expression) => boolean;
  /** An expression and a day that show it, so that a version of the library without the difference is noticed. */
  readonly example: { readonly text: string; readonly date: string };
}

export const knownDifferences: readonly KnownDifference[] = [
  {
    name: "a later rule without dates",
    reason:
      "It holds on every day, so it replaces earlier rules on every day (https://wiki.openstreetmap.org/wiki/Proposed_features/Time_domains: in `Mo-Fr 08:00-12:00; 14:00-20:00` the first rule is irrelevant). The library adds it when the rule before it has dates.",
    concerns: ({ rules }) => rules.some((rule, index) => index > 0 && replaces(rule) && !hasDates(rule)),
    example: { text: "Mo-Fr 08:00-12:00; 14:00-20:00", date: "2026-11-23" },
  },
  {
    name: "a range that ends at Easter",
    reason: "Both ends of a range belong to it. The library leaves out the last day when that is reckoned from Easter.",
    concerns: someRange((range) => range.kind === "days" && isRange(range) && range.to.kind === "easter"),
    example: { text: "Mar 01-easter 10:00-12:00", date: "2027-03-28" },
  },
  {
    name: "a range of a whole year",
    reason: "`Sep 01-Aug 31` is every day. The library takes it as no day, because its end plus one is its start.",
    concerns: someRange((range) => range.kind === "days" && isWholeYear(range.from, range.to)),
    example: { text: "Sep 01-Aug 31 10:00-12:00", date: "2026-11-23" },
  },
  {
    name: "days, a month and days again in one list",
    reason:
      "A list matches when one of its items does. The library asks for an item before and one after the second change.",
    concerns: ({ rules }) => rules.some(({ dates }) => changesBetweenMonthsAndDays(dates) > 1),
    example: { text: "Jun,Jun 10,Mar 10:00-12:00", date: "2027-03-01" },
  },
  {
    name: "several holidays before weekdays",
    reason:
      "By the specification `PH,SH Mo-Fr` is Monday to Friday in such holidays, as `SH Mo-Fr` is. With two holidays the library takes it as either.",
    concerns: ({ rules }) =>
      rules.some(({ days }) => days?.kind === "weekdays-in-holidays" && days.holidays.length > 1),
    example: { text: "PH,SH Mo-Fr 10:00-12:00", date: "2026-11-23" },
  },
];

function replaces(rule: Rule): boolean {
  return !rule.additional && rule.state !== "off";
}

function hasDates({ years, dates, weeks, days }: Rule): boolean {
  return years.length > 0 || dates.length > 0 || weeks.length > 0 || days !== null;
}

function someRange(concerns: (range: DateRange) => boolean): (expression: Expression) => boolean {
  return ({ rules }) => rules.some(({ dates }) => dates.some(concerns));
}

function isRange({ from, to }: { from: DateMark; to: DateMark }): boolean {
  return JSON.stringify(from) !== JSON.stringify(to);
}

function isWholeYear(from: DateMark, to: DateMark): boolean {
  if (from.year !== null) return false;
  return [2026, 2027, 2028].some((year) => {
    const start = dateOf(from, year);
    return start !== null && dateOf(to, year)?.add({ days: 1 }).equals(start);
  });
}

function dateOf(mark: DateMark, year: number): Temporal.PlainDate | null {
  switch (mark.kind) {
    case "date":
      return Temporal.PlainDate.from({ year, month: mark.month, day: mark.day });
    case "easter":
      return Temporal.PlainDate.from(easterSundays[year] ?? "2026-04-05").add({ days: mark.offset });
    case "nth-weekday": {
      const days = daysOfMonth(year, mark.month).filter(({ dayOfWeek }) => dayOfWeek === mark.weekday + 1);
      return days.at(mark.nth > 0 ? mark.nth - 1 : mark.nth) ?? null;
    }
  }
}

function daysOfMonth(year: number, month: number): readonly Temporal.PlainDate[] {
  const first = new Temporal.PlainDate(year, month, 1);
  return Array.from({ length: first.daysInMonth }, (_, index) => first.add({ days: index }));
}

const easterSundays: Readonly<Record<number, string>> = { 2026: "2026-04-05", 2027: "2027-03-28", 2028: "2028-04-16" };

function changesBetweenMonthsAndDays(dates: readonly DateRange[]): number {
  return dates.filter(({ kind }, index) => index > 0 && kind !== dates[index - 1]?.kind).length;
}

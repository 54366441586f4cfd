import { civilDate, dayNumber, daysInMonth, isoWeek, weekdayOf } from "../day-number.ts";
import { easterSunday } from "../easter.ts";
import type { DateMark, DateRange, WeekRange, YearRange } from "../expression.ts";
import type { DayFacts } from "./day-facts.ts";

export type Matcher = (facts: DayFacts) => boolean;

export function matchYears(years: readonly YearRange[]): Matcher {
  return ({ year }) => years.some(({ from, to }) => year >= from && (to === null || year <= to));
}

export function matchWeeks(weeks: readonly WeekRange[]): Matcher {
  return ({ number }) => {
    const week = isoWeek(number);
    return weeks.some(({ from, to, step }) => week >= from && week <= to && (week - from) % step === 0);
  };
}

export function matchDates(ranges: readonly DateRange[]): Matcher {
  const matchers = ranges.map(matchRange);
  return (facts) => matchers.some((matches) => matches(facts));
}

function matchRange(range: DateRange): Matcher {
  switch (range.kind) {
    case "months":
      return ({ month }) => within(month, range.from, range.to);
    case "days":
      return matchMarks(range.from, range.to);
  }
}

/** Marks without a year are compared within the year of the day that is asked about, both ends alike. */
function matchMarks(from: DateMark, to: DateMark): Matcher {
  const first = monthDayOf(from);
  const last = monthDayOf(to);
  const { year: firstYear } = from;
  const { year: lastYear } = to;
  if (firstYear === null || lastYear === null) {
    return ({ year, monthDay }) => within(monthDay, first(year), last(year));
  }
  const start = firstYear * 10_000 + first(firstYear);
  const end = lastYear * 10_000 + last(lastYear);
  return ({ year, monthDay }) => year * 10_000 + monthDay >= start && year * 10_000 + monthDay <= end;
}

/** Both ends included; a range whose end comes first runs across the new year. */
export function within(value: number, from: number, to: number): boolean {
  return from <= to ? value >= from && value <= to : value >= from || value <= to;
}

/** month × 100 + day of a mark in a given year; NaN, which matches nothing, where a month has no fifth Monday. */
function monthDayOf(mark: DateMark): (year: number) => number {
  switch (mark.kind) {
    case "date":
      return () => mark.month * 100 + mark.day;
    case "easter":
      return remembered((year) => monthDayOfNumber(easterSunday(year) + mark.offset));
    case "nth-weekday":
      return remembered((year) => mark.month * 100 + nthWeekday(year, mark.month, mark.weekday, mark.nth));
  }
}

function monthDayOfNumber(number: number): number {
  const { month, day } = civilDate(number);
  return month * 100 + day;
}

/** Questions come in runs of days of one year. */
function remembered(compute: (year: number) => number): (year: number) => number {
  let known = { year: Number.NaN, value: Number.NaN };
  return (year) => {
    if (known.year !== year) known = { year, value: compute(year) };
    return known.value;
  };
}

function nthWeekday(year: number, month: number, weekday: number, nth: number): number {
  const length = daysInMonth(year, month);
  const first = firstOfMonth(year, month, weekday);
  const day = nth > 0 ? first + (nth - 1) * 7 : first + (Math.floor((length - first) / 7) + 1 + nth) * 7;
  return day >= 1 && day <= length ? day : Number.NaN;
}

function firstOfMonth(year: number, month: number, weekday: number): number {
  const first = weekdayOf(dayNumber(year, month, 1));
  return ((weekday - first + 7) % 7) + 1;
}

import type { Calendars } from "./calendars.ts";
import { civilDate, dayNumberOfDate, daysInMonth, plainDate, weekdayOf } from "./day-number.ts";
import { type Basis, bareDayOf } from "./evaluate/day.ts";
import type { Interval, Schedule } from "./schedule.ts";
import { fitOf, type PatternLine, type WeekdayFit } from "./weekday-fit.ts";

/** What a sign on the door can say about regular hours. */
export interface WeeklyPattern {
  /** In the order of the week; never empty. */
  readonly lines: readonly PatternLine[];
  /** The first day on which this holds, where other hours come before; null: now. */
  readonly from: Temporal.PlainDate | null;
  /** The last day, where other hours come after; null where none are known. */
  readonly until: Temporal.PlainDate | null;
  readonly publicHolidays: HolidayHours;
  readonly schoolHolidays: HolidayHours;
}

/** `as-usual`: nothing to say about them. */
export type HolidayHours = "as-usual" | "closed" | "other-hours";

interface SeenDay {
  readonly number: number;
  readonly open: readonly Interval[];
  readonly basis: Basis;
}

/** A year and a week, so that each season and each date is seen once. */
const daysAhead = 371;

/** Shorter seasons are no reason to print a sign: ten weeks, and a summer has nine. */
const shortestSeason = 70;

/**
 * The regular hours from `today` on, as the engine answers them day by day: the expression is not looked at. Schedule
 * changes do not count, nor do days about which a calendar has not spoken. Of hours that change with the season, the
 * first season that is long enough; a single day that differs does not hide what is usual.
 *
 * @returns null where a few lines could not tell them
 */
export function weeklyPattern(
  schedule: Schedule,
  today: Temporal.PlainDate,
  calendars: Calendars,
): WeeklyPattern | null {
  const regular = { ...schedule, changes: [] };
  const first = dayNumberOfDate(today);
  const days = Array.from({ length: daysAhead }, (_, index): SeenDay => {
    const number = first + index;
    const { open, basis } = bareDayOf(regular, number, calendars);
    return { number, open, basis };
  });
  const normal = days.filter(({ basis }) => basis === "weekly");

  let start = 0;
  while (start < normal.length) {
    const end = endOfSeason(normal, start);
    const fit = fitOf(normal.slice(start, end));
    const season = fit === null ? null : seasonOf(normal, start, end, fit);
    if (fit !== null && season !== null && season.last - season.first >= shortestSeason) {
      return {
        lines: fit.lines,
        from: season.from === null ? null : plainDate(season.from),
        until: season.until === null ? null : plainDate(season.until),
        publicHolidays: holidayHours(days, "public-holiday", fit),
        schoolHolidays: holidayHours(days, "school-holiday", fit),
      };
    }
    start = end;
  }
  return null;
}

/** The most days from `start` on that one pattern tells. What looked irregular may turn out to be a rule, so the longest come first. */
function endOfSeason(normal: readonly SeenDay[], start: number): number {
  let end = normal.length;
  while (end > start + 1 && fitOf(normal.slice(start, end)) === null) end -= 1;
  return end;
}

/** Day numbers. */
interface Season {
  readonly first: number;
  readonly last: number;
  readonly from: number | null;
  readonly until: number | null;
}

/**
 * Where a season begins and ends. The engine shows on which days other hours are seen for the last and the first time;
 * between those and our own days the turn of a month is what the team will have meant. Exceptions at either end of a
 * weekday do not belong to the season: that would promise hours which have not begun, or are over.
 */
function seasonOf(normal: readonly SeenDay[], start: number, end: number, fit: WeekdayFit): Season | null {
  const isOther = (day: SeenDay) => !fit.tells(day);
  const weekdays = [...Map.groupBy(normal.slice(start, end), ({ number }) => weekdayOf(number)).values()];
  const leading = weekdays.flatMap((days) => takeWhile(days, isOther));
  const trailing = weekdays.flatMap((days) => takeWhile(days.toReversed(), isOther));

  const before = latest(leading) ?? normal.slice(0, start).findLast(isOther)?.number;
  const after = earliest(trailing) ?? normal.slice(end).find(isOther)?.number;
  const openings = normal.filter(
    (day) => day.open.length > 0 && fit.tells(day) && day.number > (before ?? 0) && day.number < (after ?? Infinity),
  );
  const [first, last] = [openings[0]?.number, openings.at(-1)?.number];
  if (first === undefined || last === undefined) return null;
  return {
    first,
    last,
    from: before === undefined ? null : firstOfMonthIn(before + 1, first),
    until: after === undefined ? null : lastOfMonthIn(last, after - 1),
  };
}

function takeWhile<T>(items: readonly T[], holds: (item: T) => boolean): readonly T[] {
  const end = items.findIndex((item) => !holds(item));
  return end < 0 ? items : items.slice(0, end);
}

function latest(days: readonly SeenDay[]): number | undefined {
  return days.length === 0 ? undefined : Math.max(...days.map(({ number }) => number));
}

function earliest(days: readonly SeenDay[]): number | undefined {
  return days.length === 0 ? undefined : Math.min(...days.map(({ number }) => number));
}

/** The first of a month from `least` to `most`, else `most`. */
function firstOfMonthIn(least: number, most: number): number {
  for (let number = least; number <= most; number += 1) {
    if (civilDate(number).day === 1) return number;
  }
  return most;
}

/** The last of a month from `least` to `most`, else `most`. */
function lastOfMonthIn(least: number, most: number): number {
  for (let number = least; number <= most; number += 1) {
    const { year, month, day } = civilDate(number);
    if (day === daysInMonth(year, month)) return number;
  }
  return most;
}

function holidayHours(days: readonly SeenDay[], basis: Basis, fit: WeekdayFit): HolidayHours {
  const holidays = days.filter((day) => day.basis === basis);
  if (holidays.every((day) => fit.tells(day))) return "as-usual";
  return holidays.every(({ open }) => open.length === 0) ? "closed" : "other-hours";
}

import type { Calendars } from "../calendars.ts";
import type { Schedule } from "../schedule.ts";
import { type BareDay, bareDayOf, type Day, dated } from "./day.ts";
import { type WallClock, wallClockOf } from "./time-zone.ts";

/** Hours of one day as instants, the ends in the time zone of the place. */
export interface Opening {
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
  readonly day: Day;
}

/** How far ahead is looked, in days. */
export const horizon = 366;

/** The first opening that begins at `at` or later, within a year; null when none is known. */
export function nextOpening(
  schedule: Schedule,
  at: Temporal.ZonedDateTime | Temporal.Instant,
  calendars: Calendars,
): Opening | null {
  const now = at.epochMilliseconds;
  const clock = wallClockOf(schedule.timeZone);
  return firstOpening(clock, rememberedDays(schedule, calendars), clock.at(now).day, now);
}

export type Days = (number: number) => BareDay;

/** For one question: it may look at a day more than once. */
export function rememberedDays(schedule: Schedule, calendars: Calendars): Days {
  const known = new Map<number, BareDay>();
  return (number) => {
    const day = known.get(number) ?? bareDayOf(schedule, number, calendars);
    known.set(number, day);
    return day;
  };
}

/** @param now epoch milliseconds, on the day `today` */
export function firstOpening(clock: WallClock, days: Days, today: number, now: number): Opening | null {
  for (let number = today - 1; number <= today + horizon; number += 1) {
    for (const { start, end } of days(number).open) {
      const from = clock.instantOf(number, start);
      if (from < now) continue;
      return {
        start: clock.zoned(from),
        end: clock.zoned(clock.instantOf(number, end)),
        day: dated(number, days(number)),
      };
    }
  }
  return null;
}

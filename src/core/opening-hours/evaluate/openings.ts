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

/** The days of a schedule, for one question: it may look at a day more than once. */
export interface Days {
  /** @param number a day number as in `day-number.ts` */
  of(number: number): BareDay;
  /** Days without opening that were found before, by whatever question. */
  readonly gap: Gap;
}

/** From `from` up to, not including, `to` there is no opening. */
interface Gap {
  from: number;
  to: number;
}

/** The last gap that was found in a schedule. All summer long everybody asks for the same first day after it. */
const gaps = new WeakMap<Schedule, WeakMap<Calendars, Gap>>();

export function rememberedDays(schedule: Schedule, calendars: Calendars): Days {
  const known = new Map<number, BareDay>();
  return {
    gap: gapOf(schedule, calendars),
    of(number) {
      const day = known.get(number) ?? bareDayOf(schedule, number, calendars);
      known.set(number, day);
      return day;
    },
  };
}

function gapOf(schedule: Schedule, calendars: Calendars): Gap {
  const ofSchedule = gaps.get(schedule) ?? new WeakMap<Calendars, Gap>();
  gaps.set(schedule, ofSchedule);
  const gap = ofSchedule.get(calendars) ?? { from: 0, to: 0 };
  ofSchedule.set(calendars, gap);
  return gap;
}

/** @param now epoch milliseconds, on the day `today` */
export function firstOpening(clock: WallClock, days: Days, today: number, now: number): Opening | null {
  const last = today + horizon;
  for (let number = today - 1; number <= last; number += 1) {
    number = afterGap(days, number, last);
    for (const { start, end } of days.of(number).open) {
      const from = clock.instantOf(number, start);
      if (from < now) continue;
      return {
        start: clock.zoned(from),
        end: clock.zoned(clock.instantOf(number, end)),
        day: dated(number, days.of(number)),
      };
    }
  }
  return null;
}

/** The first day from `number` on with an opening; `last`, where there is none before it. */
function afterGap({ gap, of }: Days, number: number, last: number): number {
  let next = number;
  while (next < last && (isIn(gap, next) || of(next).open.length === 0)) {
    next = isIn(gap, next) ? Math.min(gap.to, last) : next + 1;
  }
  if (next - number > gap.to - gap.from || gap.to < number) {
    Object.assign(gap, { from: number, to: next });
  }
  return next;
}

function isIn({ from, to }: Gap, number: number): boolean {
  return from <= number && number < to;
}

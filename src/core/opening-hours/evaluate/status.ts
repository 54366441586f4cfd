import type { Localized } from "../../language.ts";
import type { Calendars } from "../calendars.ts";
import type { Schedule } from "../schedule.ts";
import { type Basis, type Day, dated } from "./day.ts";
import { type Days, firstOpening, horizon, type Opening, rememberedDays } from "./openings.ts";
import { type WallClock, wallClockOf } from "./time-zone.ts";

/** Whether a place is open at one instant, on what that rests, and what comes next. */
export type Status =
  | {
      readonly open: true;
      /** When it closes; hours that follow without a gap count as one opening. At most a year ahead. */
      readonly until: Temporal.ZonedDateTime;
      readonly next: null;
      /** The day on which the hours began: yesterday's, past midnight. */
      readonly day: Day;
      readonly basis: Basis;
      readonly reason: Localized | null;
    }
  | {
      readonly open: false;
      readonly until: null;
      readonly next: Opening | null;
      readonly day: Day;
      readonly basis: Basis;
      readonly reason: Localized | null;
    };

export function statusAt(
  schedule: Schedule,
  at: Temporal.ZonedDateTime | Temporal.Instant,
  calendars: Calendars,
): Status {
  const now = at.epochMilliseconds;
  const clock = wallClockOf(schedule.timeZone);
  const today = clock.at(now).day;
  const days = rememberedDays(schedule, calendars);
  for (const number of [today, today - 1]) {
    const until = closingTime(clock, days, number, now);
    if (until === null) continue;
    const day = dated(number, days.of(number));
    return { open: true, until: clock.zoned(until), next: null, day, basis: day.basis, reason: day.reason };
  }
  const day = dated(today, days.of(today));
  const next = firstOpening(clock, days, today, now);
  return { open: false, until: null, next, day, basis: day.basis, reason: day.reason };
}

/** When hours of this day that contain the instant end; null when none do. */
function closingTime(clock: WallClock, days: Days, number: number, now: number): number | null {
  for (const { start, end } of days.of(number).open) {
    if (now >= clock.instantOf(number, start) && now < clock.instantOf(number, end)) {
      return continued(clock, days, number, clock.instantOf(number, end));
    }
  }
  return null;
}

/** The end of an opening, and of whatever follows on it without a gap; the night before may outlast it. */
function continued(clock: WallClock, days: Days, today: number, firstEnd: number): number {
  let end = firstEnd;
  for (let number = today - 1; number <= today + horizon; number += 1) {
    if (clock.instantOf(number, 0) > end) break;
    for (const interval of days.of(number).open) {
      if (clock.instantOf(number, interval.start) > end) break;
      end = Math.max(end, clock.instantOf(number, interval.end));
    }
  }
  return end;
}

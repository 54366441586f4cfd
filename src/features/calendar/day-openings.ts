import type { Calendars } from "../../core/opening-hours/calendars.ts";
import { type Day, dayOf } from "../../core/opening-hours/evaluate/day.ts";
import type { Interval, Schedule } from "../../core/opening-hours/schedule.ts";

/** Against the regular hours: as usual, at another time, on top of them, not taking place, or not confirmed at all. */
export type OpeningState = "usual" | "other-hours" | "extra" | "cancelled" | "not-confirmed";

/** An opening as a calendar keeps it: it stays the same opening when its hours change. */
export interface DayOpening {
  /** From 1, one for each opening of the day, whatever becomes of the others. */
  readonly number: number;
  /** The regular hours where it is cancelled. */
  readonly hours: Interval;
  readonly state: OpeningState;
}

/**
 * The openings of a day. The regular ones have the first numbers, changed or not; those that a change adds follow. A
 * cancelled one is left out where the place is open during part of its hours, since it would deny that.
 */
export function dayOpenings(schedule: Schedule, day: Day, calendars: Calendars): readonly DayOpening[] {
  const usual = day.change === null ? day.open : dayOf({ ...schedule, changes: [] }, day.date, calendars).open;
  const usualOf = matched(usual, day.open);
  const isUsual = (hours: Interval) => usual.some(({ start, end }) => start === hours.start && end === hours.end);

  const added = day.open.filter((hours) => !usualOf.has(hours));
  const open = day.open.map((hours) => {
    const origin = usualOf.get(hours);
    const number = origin === undefined ? usual.length + added.indexOf(hours) + 1 : usual.indexOf(origin) + 1;
    return { number, hours, state: stateOf(day, origin !== undefined, isUsual(hours)) };
  });
  const kept = new Set(usualOf.values());
  const cancelled = usual
    .filter((hours) => !kept.has(hours) && !day.open.some((other) => overlap(hours, other)))
    .map((hours) => ({ number: usual.indexOf(hours) + 1, hours, state: "cancelled" as const }));
  return [...open, ...cancelled].sort((a, b) => a.hours.start - b.hours.start);
}

function stateOf(day: Day, hasOrigin: boolean, isUsual: boolean): OpeningState {
  if (day.basis === "not-confirmed") return "not-confirmed";
  if (isUsual) return "usual";
  return hasOrigin ? "other-hours" : "extra";
}

/** Which regular opening each opening is: first one that it overlaps, then one that must have been moved to it. */
function matched(usual: readonly Interval[], open: readonly Interval[]): ReadonlyMap<Interval, Interval> {
  const origins = new Map<Interval, Interval>();
  const left = [...usual];
  const take = (hours: Interval, index: number) => {
    const [origin] = index < 0 ? [] : left.splice(index, 1);
    if (origin !== undefined) origins.set(hours, origin);
  };
  for (const hours of open) {
    take(
      hours,
      left.findIndex((other) => overlap(hours, other)),
    );
  }
  for (const hours of open) {
    if (!origins.has(hours)) take(hours, 0);
  }
  return origins;
}

function overlap(some: Interval, other: Interval): boolean {
  return some.start < other.end && other.start < some.end;
}

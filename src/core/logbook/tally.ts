import type { Interval } from "../opening-hours/schedule.ts";
import { type CountKind, type Counts, countKinds } from "./counts.ts";
import { minutesOpen } from "./opening-times.ts";

/** A day on which a place was to be open, or was counted. */
export interface VisitDay extends Counts {
  readonly place: number;
  /** ISO */
  readonly day: string;
  readonly planned: readonly Interval[];
  /** Null where nobody said it; empty where it did not open. */
  readonly opened: readonly Interval[] | null;
}

/** The sum of days. What nobody counted is null, and in no sum. */
export interface VisitTally extends Counts {
  readonly plannedDays: number;
  /** Days on which anything was counted. */
  readonly countedDays: number;
  readonly plannedMinutes: number;
  /** Days of which the actual times are known, and the minutes of these days. */
  readonly timedDays: number;
  readonly openedMinutes: number | null;
  /** Minutes planned on the days of which the actual times are known. */
  readonly plannedOfTimed: number;
}

export function tallyOf(days: readonly VisitDay[]): VisitTally {
  const timed = days.filter(({ opened }) => opened !== null);
  const minutes = (its: readonly VisitDay[], of: (day: VisitDay) => readonly Interval[]) =>
    its.reduce((sum, day) => sum + minutesOpen(of(day)), 0);
  const sums = countKinds.map((kind) => [kind, sumOf(days, kind)] as const);
  return {
    ...(Object.fromEntries(sums) as Record<CountKind, number | null>),
    plannedDays: days.filter(({ planned }) => planned.length > 0).length,
    countedDays: days.filter((day) => countKinds.some((kind) => day[kind] !== null)).length,
    plannedMinutes: minutes(days, ({ planned }) => planned),
    timedDays: timed.length,
    openedMinutes: timed.length === 0 ? null : minutes(timed, ({ opened }) => opened ?? []),
    plannedOfTimed: minutes(timed, ({ planned }) => planned),
  };
}

function sumOf(days: readonly VisitDay[], kind: CountKind): number | null {
  const counted = days.flatMap((day) => day[kind] ?? []);
  return counted.length === 0 ? null : counted.reduce((sum, count) => sum + count, 0);
}

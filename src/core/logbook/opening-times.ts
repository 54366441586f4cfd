import type { Day } from "../opening-hours/evaluate/day.ts";
import type { Interval } from "../opening-hours/schedule.ts";

/** Days after an opening during which it can be counted. */
export const daysToCount = 7;

/** Whether visits of `day` can still be counted on `today`, or already. */
export function isCountable(day: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  const passed = day.until(today).days;
  return passed >= 0 && passed <= daysToCount;
}

/** When the last opening of a day ends; null where it has none. */
export function closingTime(
  { open, date }: Pick<Day, "open" | "date">,
  timeZone: string,
): Temporal.ZonedDateTime | null {
  const last = open.at(-1);
  return last === undefined ? null : at(date, last.end, timeZone);
}

/** When the first opening of a day begins; null where it has none. */
export function openingTime(
  { open, date }: Pick<Day, "open" | "date">,
  timeZone: string,
): Temporal.ZonedDateTime | null {
  const first = open[0];
  return first === undefined ? null : at(date, first.start, timeZone);
}

function at(date: Temporal.PlainDate, minutes: number, timeZone: string): Temporal.ZonedDateTime {
  return date
    .add({ days: Math.floor(minutes / 1440) })
    .toPlainDateTime({ hour: Math.floor((minutes % 1440) / 60), minute: minutes % 60 })
    .toZonedDateTime(timeZone);
}

export function minutesOpen(open: readonly Interval[]): number {
  return open.reduce((sum, { start, end }) => sum + end - start, 0);
}

export function isSameHours(one: readonly Interval[], other: readonly Interval[]): boolean {
  const isSame = ({ start, end }: Interval, index: number) =>
    other[index]?.start === start && other[index]?.end === end;
  return one.length === other.length && one.every(isSame);
}

/**
 * Hours that begin and end so; the breaks that were planned between stay. Null where the end does not come after the
 * beginning.
 */
export function hoursBetween(planned: readonly Interval[], start: number, end: number): readonly Interval[] | null {
  if (end <= start) {
    return null;
  }
  const breaks = planned.slice(1).map((next, index) => ({ from: planned[index]?.end ?? 0, to: next.start }));
  const within = breaks.filter(({ from, to }) => start < from && to < end);
  const starts = [start, ...within.map(({ to }) => to)];
  return starts.map((begins, index) => ({ start: begins, end: within[index]?.from ?? end }));
}

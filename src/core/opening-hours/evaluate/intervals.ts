import type { Interval } from "../schedule.ts";

/** In order, with what touches or overlaps joined. */
export function unionOf(intervals: readonly Interval[]): readonly Interval[] {
  if (intervals.length < 2) return intervals;
  const joined: Interval[] = [];
  for (const interval of [...intervals].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && interval.start <= last.end) {
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, interval.end) };
    } else {
      joined.push(interval);
    }
  }
  return joined;
}

export function sameIntervals(some: readonly Interval[], others: readonly Interval[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ start, end }, index) => start === others[index]?.start && end === others[index].end)
  );
}

/** What is left of `intervals` when each of `holes` is cut out. */
export function without(intervals: readonly Interval[], holes: readonly Interval[]): readonly Interval[] {
  if (intervals.length === 0) return intervals;
  return holes.reduce(
    (left, hole) =>
      left.flatMap(({ start, end }) =>
        [
          { start, end: Math.min(end, hole.start) },
          { start: Math.max(start, hole.end), end },
        ].filter((piece) => piece.start < piece.end),
      ),
    intervals,
  );
}

import { dayNumberOf } from "../day-number.ts";
import type { Expression } from "../expression.ts";
import type { Schedule, ScheduleChange } from "../schedule.ts";

/** A schedule with its dates as day numbers. */
export interface CompiledSchedule {
  /** Newest first. */
  readonly regular: readonly { readonly from: number; readonly expression: Expression }[];
  /** Those that count, newest first. */
  readonly changes: readonly DatedChange[];
  /** The same for stretches of days that were asked about. */
  readonly stretches: Map<number, readonly DatedChange[]>;
}

interface DatedChange {
  readonly from: number;
  readonly to: number;
  readonly change: ScheduleChange;
}

/** Days in a stretch: questions look at a few days next to each other, among changes of many years. */
const stretchLength = 32;

/** Stretches remembered at most: ten years. */
const mostStretches = 120;

const compiled = new WeakMap<Schedule, CompiledSchedule>();

/** Compiles a schedule on first use and remembers it for as long as the schedule lives. */
export function compileSchedule(schedule: Schedule): CompiledSchedule {
  const known = compiled.get(schedule);
  if (known) return known;
  const result = {
    regular: schedule.regular
      .map(({ from, expression }) => ({ from: dayNumberOf(from), expression }))
      .sort((a, b) => b.from - a.from),
    changes: schedule.changes
      .filter(({ withdrawn }) => !withdrawn)
      .map((change) => ({ from: dayNumberOf(change.from), to: dayNumberOf(change.to), change }))
      .sort((a, b) => b.change.createdOrder - a.change.createdOrder),
    stretches: new Map(),
  };
  compiled.set(schedule, result);
  return result;
}

export function regularHoursOn({ regular }: CompiledSchedule, day: number): Expression | null {
  return regular.find(({ from }) => from <= day)?.expression ?? null;
}

/** What counts on a day: the newest that closes or replaces hours, and the extra openings that are newer. Newest first. */
export function changesOn(schedule: CompiledSchedule, day: number): readonly ScheduleChange[] {
  const counting: ScheduleChange[] = [];
  for (const { from, to, change } of changesAround(schedule, day)) {
    if (day < from || day > to) continue;
    counting.push(change);
    if (change.kind !== "extra") break;
  }
  return counting;
}

function changesAround({ changes, stretches }: CompiledSchedule, day: number): readonly DatedChange[] {
  const stretch = Math.floor(day / stretchLength);
  const known = stretches.get(stretch);
  if (known) return known;
  const first = stretch * stretchLength;
  const around = changes.filter(({ from, to }) => from < first + stretchLength && to >= first);
  if (stretches.size >= mostStretches) stretches.clear();
  stretches.set(stretch, around);
  return around;
}

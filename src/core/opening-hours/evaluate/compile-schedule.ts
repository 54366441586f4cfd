import { dayNumberOf } from "../day-number.ts";
import type { Expression } from "../expression.ts";
import type { Schedule, ScheduleChange } from "../schedule.ts";

/** A schedule with its dates as day numbers. */
export interface CompiledSchedule {
  /** Newest first. */
  readonly regular: readonly { readonly from: number; readonly expression: Expression }[];
  /** Those that count, newest first. */
  readonly changes: readonly { readonly from: number; readonly to: number; readonly change: ScheduleChange }[];
}

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
  };
  compiled.set(schedule, result);
  return result;
}

export function regularHoursOn({ regular }: CompiledSchedule, day: number): Expression | null {
  return regular.find(({ from }) => from <= day)?.expression ?? null;
}

/** What counts on a day: the newest that closes or replaces hours, and the extra openings that are newer. Newest first. */
export function changesOn({ changes }: CompiledSchedule, day: number): readonly ScheduleChange[] {
  const counting: ScheduleChange[] = [];
  for (const { from, to, change } of changes) {
    if (day < from || day > to) continue;
    counting.push(change);
    if (change.kind !== "extra") break;
  }
  return counting;
}

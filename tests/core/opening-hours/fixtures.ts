import { loadCalendars } from "../../../src/calendars.ts";
import type { Day } from "../../../src/core/opening-hours/evaluate/day.ts";
import type { Expression } from "../../../src/core/opening-hours/expression.ts";
import { parseExpression } from "../../../src/core/opening-hours/parse.ts";
import type { Schedule, ScheduleChange } from "../../../src/core/opening-hours/schedule.ts";

export const calendars = loadCalendars();

export const date = (iso: string) => Temporal.PlainDate.from(iso);

/** A moment in Brussels, such as `2026-11-25T10:00`. */
export const brussels = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime("Europe/Brussels");

export function expressionOf(text: string): Expression {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error.message}`);
  return parsed.expression;
}

/** A place with these hours, following the Flemish school calendar in Brussels, unless said otherwise. */
export function scheduleOf(hours: string | Expression, more: Partial<Schedule> = {}): Schedule {
  const expression = typeof hours === "string" ? expressionOf(hours) : hours;
  return {
    regular: [{ from: "2020-01-01", expression }],
    changes: [],
    schoolCalendar: "nl",
    timeZone: "Europe/Brussels",
    ...more,
  };
}

/** A change on one day, or from `from` to `to`. */
export function changeOf(change: Partial<ScheduleChange> & Pick<ScheduleChange, "kind" | "from">): ScheduleChange {
  const createdOrder = change.createdOrder ?? 1;
  return {
    id: `change-${createdOrder}`,
    to: change.from,
    hours: [],
    reason: "other",
    createdOrder,
    withdrawn: false,
    ...change,
  };
}

/** `09:00-12:00 13:00-15:00`, or `closed` */
export function hoursText({ open }: Pick<Day, "open">): string {
  return open.map(({ start, end }) => `${clock(start)}-${clock(end)}`).join(" ") || "closed";
}

function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

import type { Schedule } from "../../core/opening-hours/schedule.ts";

/** How far ahead calendars and search engines are told. */
const months = 6;

/** The days that the feeds speak of, both included. */
export interface ComingMonths {
  /** Today, where the place is. */
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
}

export function comingMonths({ timeZone }: Schedule, now: Temporal.Instant): ComingMonths {
  const first = now.toZonedDateTimeISO(timeZone).toPlainDate();
  return { first, last: first.add({ months }) };
}

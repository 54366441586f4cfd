import type { Place } from "../places/place.ts";
import type { Calendars } from "./calendars.ts";
import { dayNumberOfDate, plainDate } from "./day-number.ts";
import type { Holiday } from "./expression.ts";
import type { RegularHours, SchoolCalendar } from "./schedule.ts";
import { closedHolidays, speaksOf } from "./typed/holidays.ts";

/** Days that are looked ahead: calendars are published for three years at most. */
const horizon = 4 * 366;

/** The last day that a school calendar knows, from today on; null where it has no end. Where it ended already, the day before today. */
export function lastKnownDay(
  calendars: Calendars,
  calendar: SchoolCalendar,
  today: Temporal.PlainDate,
): Temporal.PlainDate | null {
  const first = dayNumberOfDate(today);
  for (let day = first; day < first + horizon; day += 1) {
    if (calendars.schoolDay(calendar, day).kind === "unknown") {
      return plainDate(day - 1);
    }
  }
  return null;
}

/** The hours that hold on a day. */
export function regularHoursOf({ schedule }: Place, day: Temporal.PlainDate): RegularHours | undefined {
  return schedule.regular.findLast(({ from }) => from <= day.toString());
}

/** Whether hours say what holds on such holidays. */
export function mentions({ expression }: RegularHours, holiday: Holiday): boolean {
  return closedHolidays(expression).includes(holiday) || speaksOf(expression, holiday);
}

/** The school calendars on which the hours of places depend, with the last day that each knows. */
export function calendarsInUse(
  calendars: Calendars,
  places: readonly Place[],
  today: Temporal.PlainDate,
): readonly { readonly calendar: SchoolCalendar; readonly last: Temporal.PlainDate | null }[] {
  const used = new Set(
    places
      .filter((place) => {
        const regular = regularHoursOf(place, today);
        return regular !== undefined && mentions(regular, "SH");
      })
      .flatMap(({ schedule: { schoolCalendar } }) =>
        schoolCalendar === "both" ? (["nl", "fr"] as const) : [schoolCalendar],
      ),
  );
  return [...used].map((calendar) => ({ calendar, last: lastKnownDay(calendars, calendar, today) }));
}

import type { Localized } from "../language.ts";
import { dayNumberOfDate } from "./day-number.ts";
import { createPublicHolidays, type PublicHoliday } from "./public-holidays.ts";
import type { SchoolCalendar } from "./schedule.ts";
import { createSchoolHolidays, type SchoolDay, type SchoolYear } from "./school-holidays.ts";

/** What `PH` and `SH` mean. Days are numbers as in `day-number.ts`. */
export interface Calendars {
  /** The name of the public holiday, or null. Known for every year. */
  readonly publicHoliday: (day: number) => Localized | null;
  readonly schoolDay: (calendar: SchoolCalendar, day: number) => SchoolDay;
}

export interface CalendarData {
  readonly publicHolidays: readonly PublicHoliday[];
  readonly schoolYears: readonly SchoolYear[];
}

export function createCalendars(data: CalendarData): Calendars {
  return {
    publicHoliday: createPublicHolidays(data.publicHolidays),
    schoolDay: createSchoolHolidays(data.schoolYears),
  };
}

export function publicHolidayOn(calendars: Calendars, date: Temporal.PlainDate): Localized | null {
  return calendars.publicHoliday(dayNumberOfDate(date));
}

export function schoolDayOn(calendars: Calendars, calendar: SchoolCalendar, date: Temporal.PlainDate): SchoolDay {
  return calendars.schoolDay(calendar, dayNumberOfDate(date));
}

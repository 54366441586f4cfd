import type { Localized } from "../../language.ts";
import type { Calendars } from "../calendars.ts";
import { civilDate, weekdayOf } from "../day-number.ts";
import type { SchoolCalendar } from "../schedule.ts";
import type { SchoolDay } from "../school-holidays.ts";

/** What rules look at when they decide whether they hold on a day. */
export interface DayFacts {
  readonly number: number;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** month × 100 + day: orders the days of any year */
  readonly monthDay: number;
  /** 0 (Monday) to 6 (Sunday) */
  readonly weekday: number;
  readonly publicHoliday: Localized | null;
  readonly schoolDay: SchoolDay;
}

export function dayFacts(number: number, calendar: SchoolCalendar, calendars: Calendars): DayFacts {
  const { year, month, day } = civilDate(number);
  return {
    number,
    year,
    month,
    day,
    monthDay: month * 100 + day,
    weekday: weekdayOf(number),
    publicHoliday: calendars.publicHoliday(number),
    schoolDay: calendars.schoolDay(calendar, number),
  };
}

import { dayNumberOfDate, plainDate } from "../opening-hours/day-number.ts";

/** Days from the Monday of week 0 to 1 January 1970. */
const offset = 3;

/** The week of a day, counted from that of 1 January 1970; weeks turn on Monday. */
export function weekOf(date: Temporal.PlainDate): number {
  return Math.floor((dayNumberOfDate(date) + offset) / 7);
}

export function mondayOf(week: number): Temporal.PlainDate {
  return plainDate(week * 7 - offset);
}

export function sundayOf(week: number): Temporal.PlainDate {
  return plainDate(week * 7 - offset + 6);
}

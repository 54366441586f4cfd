import { civilDate, dayNumber, daysInMonth, weekdayOf } from "../../opening-hours/day-number.ts";

/** Day numbers, both included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export function weekOf(day: number): Span {
  const from = day - weekdayOf(day);
  return { from, to: from + 6 };
}

export function weekendOf(day: number): Span {
  const monday = day - weekdayOf(day);
  return { from: monday + 5, to: monday + 6 };
}

/** @param weekday 1 (Monday) to 7; the first such day on or after `from` */
export function weekdayOnOrAfter(weekday: number, from: number): number {
  return from + ((weekday - 1 - weekdayOf(from) + 7) % 7);
}

/** A month from `today` on: what is left of the present one, or the next of that name. */
export function nextMonth(month: number, today: number): Span {
  const now = civilDate(today);
  const year = month < now.month ? now.year + 1 : now.year;
  const first = dayNumber(year, month, 1);
  return { from: Math.max(first, today), to: first + daysInMonth(year, month) - 1 };
}

/** The month that lies `ahead` months further. */
export function monthAhead(ahead: number, today: number): Span {
  const now = civilDate(today);
  const months = now.year * 12 + now.month - 1 + ahead;
  const year = Math.floor(months / 12);
  const month = (months % 12) + 1;
  const first = dayNumber(year, month, 1);
  return { from: ahead === 0 ? today : first, to: first + daysInMonth(year, month) - 1 };
}

/** The same day of a later month, or its last day where it has no such day. */
export function monthsOn(months: number, today: number): number {
  const { from, to } = monthAhead(months, today);
  return months === 0 ? today : Math.min(from + civilDate(today).day - 1, to);
}

/** The next day with this number and, where given, month, year and weekday; undefined where the calendar has none. */
export function nextDate(
  asked: {
    readonly day: number;
    readonly month?: number | undefined;
    readonly year?: number | undefined;
    readonly weekday?: number | undefined;
  },
  today: number,
): number | undefined {
  const { day, month, year } = asked;
  if (day < 1 || day > 31 || (month !== undefined && (month < 1 || month > 12))) return;
  if (month !== undefined && year !== undefined)
    return day <= daysInMonth(year, month) ? dayNumber(year, month, day) : undefined;
  const now = civilDate(today);
  const all = now.year * 12 + now.month - 1;
  // 29 February may be eight years away.
  for (let ahead = 0; ahead <= 97; ahead += 1) {
    const inYear = Math.floor((all + ahead) / 12);
    const inMonth = ((all + ahead) % 12) + 1;
    if ((month !== undefined && inMonth !== month) || day > daysInMonth(inYear, inMonth)) continue;
    const found = dayNumber(inYear, inMonth, day);
    if (found < today) continue;
    if (month === undefined && asked.weekday !== undefined && weekdayOf(found) !== asked.weekday - 1) continue;
    return found;
  }
  return;
}

/** The `nth` such weekday of the month that begins on `first`; -1 is the last. */
export function nthWeekday(weekday: number, nth: number, first: number, last: number): number | undefined {
  if (nth < 0) return last - ((weekdayOf(last) - (weekday - 1) + 7) % 7);
  const found = weekdayOnOrAfter(weekday, first) + (nth - 1) * 7;
  return found <= last ? found : undefined;
}

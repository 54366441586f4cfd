/**
 * Days as integers: day 0 is 1 January 1970. Inside the engine everything about dates is arithmetic on these, because
 * one operation on a `Temporal` value costs as much as evaluating a whole day.
 */
export interface CivilDate {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  /** 1 to 31 */
  readonly day: number;
}

const daysPerEra = 146_097; // 400 years
const epochOffset = 719_468; // days from 1 March of year 0 to 1 January 1970

/** Source: Howard Hinnant, days_from_civil, https://howardhinnant.github.io/date_algorithms.html */
export function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysPerEra + dayOfEra - epochOffset;
}

/** Source: Howard Hinnant, civil_from_days, https://howardhinnant.github.io/date_algorithms.html */
export function civilDate(number: number): CivilDate {
  const shifted = number + epochOffset;
  const era = Math.floor(shifted / daysPerEra);
  const dayOfEra = shifted - era * daysPerEra;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** 0 (Monday) to 6 (Sunday); day 0 was a Thursday. */
export function weekdayOf(number: number): number {
  return (((number + 3) % 7) + 7) % 7;
}

/** ISO 8601: a week belongs to the year in which its Thursday falls. */
export function isoWeek(number: number): number {
  const thursday = number - weekdayOf(number) + 3;
  return Math.floor((thursday - dayNumber(civilDate(thursday).year, 1, 1)) / 7) + 1;
}

export function daysInMonth(year: number, month: number): number {
  return month === 12 ? 31 : dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
}

/** @param iso a valid calendar date such as `2026-12-25` */
export function dayNumberOf(iso: string): number {
  return dayNumber(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10)));
}

export function dayNumberOfDate(date: Temporal.PlainDate): number {
  return dayNumber(date.year, date.month, date.day);
}

export function plainDate(number: number): Temporal.PlainDate {
  const { year, month, day } = civilDate(number);
  return new Temporal.PlainDate(year, month, day);
}

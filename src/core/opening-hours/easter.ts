import { dayNumber } from "./day-number.ts";

/**
 * The day number of Easter Sunday in the Gregorian calendar.
 * Source: the "Anonymous Gregorian" algorithm, Nature, 20 April 1876, p. 487; J. Meeus, Astronomical Algorithms, ch. 8.
 */
export function easterSunday(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const adjustment = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const march0 = epact + weekday - 7 * adjustment + 114;
  return dayNumber(year, Math.floor(march0 / 31), (march0 % 31) + 1);
}

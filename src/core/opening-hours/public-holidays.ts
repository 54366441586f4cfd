import type { Localized } from "../language.ts";
import { civilDate, dayNumber } from "./day-number.ts";
import { easterSunday } from "./easter.ts";

/** A public holiday that comes back every year, on a fixed date or at a distance from Easter Sunday. */
export type PublicHoliday = { readonly name: Localized } & (
  | { readonly kind: "fixed"; readonly month: number; readonly day: number }
  | { readonly kind: "easter"; readonly offset: number }
);

/** The name of the public holiday on a day number, or null. Each year is computed once. */
export function createPublicHolidays(holidays: readonly PublicHoliday[]): (day: number) => Localized | null {
  const years = new Map<number, ReadonlyMap<number, Localized>>();
  return (day) => {
    const { year } = civilDate(day);
    const known = years.get(year);
    if (known) return known.get(day) ?? null;
    const computed = new Map(holidays.map((holiday) => [dayOfHoliday(holiday, year), holiday.name]));
    years.set(year, computed);
    return computed.get(day) ?? null;
  };
}

function dayOfHoliday(holiday: PublicHoliday, year: number): number {
  switch (holiday.kind) {
    case "fixed":
      return dayNumber(year, holiday.month, holiday.day);
    case "easter":
      return easterSunday(year) + holiday.offset;
  }
}

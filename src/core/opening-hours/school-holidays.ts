import type { Localized } from "../language.ts";
import { dayNumberOf } from "./day-number.ts";
import type { SchoolCalendar } from "./schedule.ts";

/** What was published about one school year of one calendar. Dates are ISO, both ends included. */
export interface SchoolYear {
  readonly calendar: "nl" | "fr";
  /** The days about which this speaks: within it, a day that is in no holiday is a school day. Null: no such day yet. */
  readonly validity: DateSpan | null;
  readonly holidays: readonly (DateSpan & { readonly name: Localized })[];
}

export interface DateSpan {
  readonly from: string;
  readonly to: string;
}

export type SchoolDay =
  | { readonly kind: "holiday"; readonly name: Localized }
  | { readonly kind: "school" }
  /** No published calendar speaks about this day. */
  | { readonly kind: "unknown" };

interface KnownHoliday {
  readonly name: Localized;
  readonly length: number;
}

interface OneCalendar {
  readonly holidays: ReadonlyMap<number, KnownHoliday>;
  readonly spans: readonly { readonly from: number; readonly to: number }[];
}

const school: SchoolDay = { kind: "school" };
const unknown: SchoolDay = { kind: "unknown" };

export function createSchoolHolidays(years: readonly SchoolYear[]) {
  const calendars = { nl: collect(years, "nl"), fr: collect(years, "fr") };
  return (calendar: SchoolCalendar, day: number): SchoolDay => {
    switch (calendar) {
      case "none":
        return school;
      case "nl":
      case "fr":
        return schoolDay([calendars[calendar]], day);
      case "both":
        return schoolDay([calendars.nl, calendars.fr], day);
    }
  };
}

/** A holiday of either; where none is known and one calendar is silent, unknown. */
function schoolDay(calendars: readonly OneCalendar[], day: number): SchoolDay {
  let shortest: KnownHoliday | undefined;
  for (const { holidays } of calendars) {
    const found = holidays.get(day);
    if (found && (!shortest || found.length < shortest.length)) shortest = found;
  }
  if (shortest) return { kind: "holiday", name: shortest.name };
  return calendars.every(({ spans }) => spans.some(({ from, to }) => day >= from && day <= to)) ? school : unknown;
}

/** A day inside two holidays has the name of the shorter, which says more: Ascension Day within the spring holiday. */
function collect(years: readonly SchoolYear[], calendar: "nl" | "fr"): OneCalendar {
  const own = years.filter((year) => year.calendar === calendar);
  const holidays = new Map<number, KnownHoliday>();
  for (const { from, to, name } of own.flatMap((year) => year.holidays)) {
    const first = dayNumberOf(from);
    const last = dayNumberOf(to);
    for (let day = first; day <= last; day += 1) {
      const length = last - first;
      if (length < (holidays.get(day)?.length ?? Number.POSITIVE_INFINITY)) holidays.set(day, { name, length });
    }
  }
  const spans = own.flatMap(({ validity }) =>
    validity ? [{ from: dayNumberOf(validity.from), to: dayNumberOf(validity.to) }] : [],
  );
  return { holidays, spans };
}

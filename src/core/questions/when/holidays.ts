import type { Calendars } from "../../opening-hours/calendars.ts";
import { civilDate, dayNumber, weekdayOf } from "../../opening-hours/day-number.ts";
import { easterSunday } from "../../opening-hours/easter.ts";
import type { Span } from "./days.ts";

const fixed: Readonly<Record<string, readonly [month: number, day: number]>> = {
  christmas: [12, 25],
  christmasTwo: [12, 26],
  christmasEve: [12, 24],
  newYear: [1, 1],
  newYearsEve: [12, 31],
  nicholas: [12, 6],
  epiphany: [1, 6],
  valentine: [2, 14],
  labour: [5, 1],
  flemish: [7, 11],
  national: [7, 21],
  assumption: [8, 15],
  frenchCommunity: [9, 27],
  halloween: [10, 31],
  allSaints: [11, 1],
  allSouls: [11, 2],
  armistice: [11, 11],
};

const fromEaster: Readonly<Record<string, number>> = {
  carnival: -47,
  goodFriday: -2,
  easter: 0,
  easterMonday: 1,
  ascension: 39,
  pentecost: 49,
  pentecostMonday: 50,
};

/** In Belgium the second Sundays of May and June. */
const secondSunday: Readonly<Record<string, number>> = { mothersDay: 5, fathersDay: 6 };

/** The next day of this name, today included. */
export function nextHoliday(name: string, today: number): number | undefined {
  const { year } = civilDate(today);
  const day = holidayIn(name, year);
  return day !== undefined && day < today ? holidayIn(name, year + 1) : day;
}

function holidayIn(name: string, year: number): number | undefined {
  const date = fixed[name];
  if (date) return dayNumber(year, date[0], date[1]);
  const offset = fromEaster[name];
  if (offset !== undefined) return easterSunday(year) + offset;
  const month = secondSunday[name];
  if (month === undefined) return;
  const first = dayNumber(year, month, 1);
  return first + ((13 - weekdayOf(first)) % 7) + 7;
}

/** How the Dutch names of the school calendars begin. */
const schoolNames: Readonly<Record<string, string>> = {
  winter: "kerst",
  carnival: "krokus",
  easter: "paas",
  autumn: "herfst",
  summer: "zomer",
};

const lookAhead = 500;

/** The school holiday of this name that is going on or comes next; undefined where no calendar knows it yet. */
export function nextSchoolHoliday(
  name: string,
  calendar: "nl" | "fr",
  calendars: Calendars,
  today: number,
): Span | undefined {
  const start = schoolNames[name];
  if (start === undefined) return;
  const within = (day: number) => {
    const found = calendars.schoolDay(calendar, day);
    return found.kind === "holiday" && found.name.nl.startsWith(start);
  };
  const holiday = (day: number) => calendars.schoolDay(calendar, day).kind === "holiday";
  for (let day = today; day < today + lookAhead; day += 1) {
    if (!within(day)) continue;
    let from = day;
    while (from > day - 100 && within(from - 1)) from -= 1;
    let last = day;
    // A single day with a name of its own, such as Ascension Day, may lie inside.
    for (let next = day + 1; next < day + 100 && holiday(next); next += 1) if (within(next)) last = next;
    return { from, to: last };
  }
  return;
}

import type { Language } from "../../core/language.ts";
import type { Calendars } from "../../core/opening-hours/calendars.ts";
import { type Day, daysOf } from "../../core/opening-hours/evaluate/day.ts";
import type { Interval } from "../../core/opening-hours/schedule.ts";
import { addressIn, type Place } from "../../core/places/place.ts";
import { comingMonths } from "./coming-months.ts";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/** https://schema.org/OpeningHoursSpecification */
interface HoursSpecification {
  readonly "@type": "OpeningHoursSpecification";
  readonly dayOfWeek?: (typeof weekdays)[number];
  readonly opens: string;
  readonly closes: string;
  readonly validFrom: string;
  readonly validThrough: string;
  readonly description?: string;
}

/**
 * A place as search engines and websites read it (JSON-LD). `LocalBusiness` in spite of its name: it is the one kind of
 * `Place` that may have an e-mail address and whose hours search engines show, and schema.org counts clubs among them.
 *
 * Source: https://developers.google.com/search/docs/appearance/structured-data/local-business
 */
export function placeJsonOf(place: Place, language: Language, now: Temporal.Instant, calendars: Calendars): object {
  const { first, last } = comingMonths(place.schedule, now);
  const days = byTheClock(daysOf(place.schedule, first.subtract({ days: 1 }), last, calendars));
  const weeks = weekdays.map((name, index) =>
    weekdayOf(
      name,
      days.filter(({ date }) => date.dayOfWeek === index + 1),
    ),
  );
  const { location, phone, email, website } = place.facts;
  return {
    "@context": "https://schema.org",
    "@type": "LocalBusiness",
    name: place.name[language],
    address: addressIn(language, place),
    ...(location === undefined ? {} : { geo: { "@type": "GeoCoordinates", ...location } }),
    ...(phone === undefined ? {} : { telephone: phone }),
    ...(email === undefined ? {} : { email }),
    ...(website === undefined ? {} : { url: website }),
    openingHoursSpecification: weeks.flatMap(({ pattern }) => pattern),
    specialOpeningHoursSpecification: days
      .filter((day) => weeks[day.date.dayOfWeek - 1]?.special.has(day))
      .flatMap((day) => specialHours(day, language)),
  };
}

/** The days after the first, each with the hours that begin on its own clock: what begins at 24:00 is the next day's. */
function byTheClock(days: readonly Day[]): readonly Day[] {
  return days.slice(1).map((day, index) => {
    const before = days[index];
    const night = before !== undefined && isCertain(before) ? before.open.filter(({ start }) => start >= midnight) : [];
    const carried = night.map(({ start, end }) => ({ start: start - midnight, end: end - midnight }));
    const own = day.open.filter(({ start }) => start < midnight);
    return { ...day, open: [...carried, ...own].sort((a, b) => a.start - b.start) };
  });
}

/** All days of one weekday: their usual hours where they are certain, and the certain days that differ. */
function weekdayOf(dayOfWeek: (typeof weekdays)[number], days: readonly Day[]) {
  const usual = mostCommon(days.filter(isCertain));
  const pattern = stretches(days).flatMap(([first, last]) =>
    hoursOf(usual.open).map((hours) => specification(hours, first, last, { dayOfWeek })),
  );
  const special = new Set(days.filter((day) => isCertain(day) && keyOf(day) !== keyOf(usual)));
  return { pattern, special };
}

/** Of other days nothing is claimed. */
function isCertain({ basis }: Day): boolean {
  return basis !== "not-confirmed" && basis !== "unknown";
}

/** The first of those that are equally common. */
function mostCommon(days: readonly Day[]): Pick<Day, "open"> {
  const alike = [...Map.groupBy(days, keyOf).values()].sort((a, b) => b.length - a.length);
  return alike[0]?.[0] ?? { open: [] };
}

function keyOf({ open }: Pick<Day, "open">): string {
  return JSON.stringify(open.map(({ start, end }) => [start, end]));
}

/** The first and the last of each row of days that are all certain. */
function stretches(days: readonly Day[]): readonly (readonly [Day, Day])[] {
  const rows: [Day, Day][] = [];
  for (const [index, day] of days.entries()) {
    const row = rows.at(-1);
    const before = days[index - 1];
    if (!isCertain(day)) continue;
    if (row !== undefined && row[1] === before) row[1] = day;
    else rows.push([day, day]);
  }
  return rows;
}

function specialHours(day: Day, language: Language): readonly HoursSpecification[] {
  const description = day.reason?.[language];
  return hoursOf(day.open).map((hours) => specification(hours, day, day, description ? { description } : {}));
}

function specification(
  { start, end }: Interval,
  { date: from }: Day,
  { date: through }: Day,
  more: Pick<HoursSpecification, "dayOfWeek" | "description">,
): HoursSpecification {
  return {
    "@type": "OpeningHoursSpecification",
    ...more,
    opens: clockTime(start),
    closes: clockTime(end),
    validFrom: from.toString(),
    validThrough: through.toString(),
  };
}

/** In minutes. */
const midnight = 1440;

/** A closed day opens and closes at midnight. */
const closed: readonly Interval[] = [{ start: 0, end: 0 }];

/**
 * An hour of closing that comes before the hour of opening is of the next day. So a whole day ends a minute early, as
 * is the custom (00:00 to 23:59), and hours that last longer end where they begin to repeat.
 */
function hoursOf(open: readonly Interval[]): readonly Interval[] {
  return open.length === 0
    ? closed
    : open.map(({ start, end }) => ({ start, end: Math.min(end, start + midnight - 1) }));
}

/** `09:00`, on the day that it falls on. */
function clockTime(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}

import createCalendar, {
  escape as escapeText,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import type { Calendars } from "../../core/opening-hours/calendars.ts";
import { dayNumberOfDate } from "../../core/opening-hours/day-number.ts";
import { type Day, daysOf } from "../../core/opening-hours/evaluate/day.ts";
import { wallClockOf } from "../../core/opening-hours/evaluate/time-zone.ts";
import type { Schedule } from "../../core/opening-hours/schedule.ts";
import { addressIn, type Place } from "../../core/places/place.ts";
import type { Words } from "../../i18n/translate.ts";
import { comingMonths } from "./coming-months.ts";
import { type DayOpening, dayOpenings, type OpeningState } from "./day-openings.ts";
import { calendarTitle, eventText } from "./messages.ts";
import { type CalendarZone, calendarZone } from "./time-zone.ts";

/** Seconds after which a calendar is asked to look again: a morning's change is there before the afternoon. */
const refreshInterval = 3600;

/** Within a day it changes only when what it tells changes, so that its ETag holds. */
export function icsOf(place: Place, words: Words, now: Temporal.Instant, calendars: Calendars): string {
  const { first, last } = comingMonths(place.schedule, now);
  const zone = calendarZone(place.schedule.timeZone);
  const startOfToday = first.toZonedDateTime(place.schedule.timeZone).toInstant();

  // No METHOD: this is a snapshot that replaces the last one as a whole, and no scheduling message (RFC 5545, 3.7.2).
  const calendar = createCalendar({
    prodId: `//Inloop//Opening hours//${words.language.toUpperCase()}`,
    // The generator escapes the texts of events, but not the name of the calendar.
    name: escapeText(shown(calendarTitle(words, place)), false),
    ttl: refreshInterval,
    scale: "GREGORIAN",
  });
  // What began yesterday and goes on past midnight is still to come.
  for (const day of daysOf(place.schedule, first.subtract({ days: 1 }), last, calendars)) {
    for (const opening of dayOpenings(place.schedule, day, calendars)) {
      const { start, end } = instantsOf(place.schedule, day, opening);
      // Hours within the hour that the clock skips in March do not exist.
      if (end <= start || end <= startOfToday.epochMilliseconds) continue;
      calendar.createEvent({
        ...about(place, words, day, opening),
        ...when(place.schedule, zone, start, end),
        // When the event was last revised is not known. The day serves: it grows, and does not differ from one request
        // to the next. It must be in UTC (RFC 5545, 3.8.7.2).
        stamp: startOfToday,
        sequence: revision(place.schedule, day),
      });
    }
  }
  return withZone(`${calendar.toString()}\r\n`, zone);
}

function instantsOf({ timeZone }: Schedule, { date }: Day, { hours }: DayOpening) {
  const clock = wallClockOf(timeZone);
  const number = dayNumberOfDate(date);
  return { start: clock.instantOf(number, hours.start), end: clock.instantOf(number, hours.end) };
}

/** The generator writes a zoned time as its own wall clock shows it. */
function when({ timeZone }: Schedule, zone: CalendarZone | null, start: number, end: number) {
  const moment = (epochMilliseconds: number, inZone: string) =>
    Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toZonedDateTimeISO(inZone);
  const isClear = zone !== null && ![start, end].some((epoch) => isTwice(moment(epoch, timeZone)));
  const inZone = isClear ? timeZone : "UTC";
  return { start: moment(start, inZone), end: moment(end, inZone), timezone: isClear ? zone.id : null };
}

/**
 * In the night in October, 02:30 comes twice. The first is meant (RFC 5545, 3.3.5), but not every calendar takes it so;
 * in UTC there is only one.
 */
function isTwice(moment: Temporal.ZonedDateTime): boolean {
  const local = moment.toPlainDateTime();
  return !local.toZonedDateTime(moment.timeZoneId, { disambiguation: "later" }).equals(moment);
}

function about(place: Place, words: Words, day: Day, opening: DayOpening): Omit<ICalEventData, "start"> {
  const { location, website } = place.facts;
  const { title, description } = eventText(words, place, opening.state, day.reason);
  return {
    id: `${place.slug}-${day.date}-${opening.number}@inloop`,
    summary: shown(title),
    description: description === null ? null : shown(description),
    location: {
      title: shown(addressIn(words.language, place)),
      ...(location === undefined ? {} : { geo: { lat: location.latitude, lon: location.longitude } }),
    },
    url: website === undefined ? null : uri(website),
    status: statusOf(opening.state),
    // An open door takes nobody's time: whoever subscribes stays free.
    transparency: ICalEventTransparency.TRANSPARENT,
  };
}

function statusOf(state: OpeningState): ICalEventStatus {
  switch (state) {
    case "usual":
    case "other-hours":
    case "extra":
      return ICalEventStatus.CONFIRMED;
    case "cancelled":
      return ICalEventStatus.CANCELLED;
    case "not-confirmed":
      return ICalEventStatus.TENTATIVE;
  }
}

/** Grows with every change made or withdrawn on a day, and never shrinks: changes are not deleted. */
function revision({ changes }: Schedule, { date }: Day): number {
  const iso = date.toString();
  return changes
    .filter(({ from, to }) => from <= iso && iso <= to)
    .reduce((sum, { withdrawn }) => sum + (withdrawn ? 2 : 1), 0);
}

/** Control characters have no place in a text (RFC 5545, 3.3.11). */
function shown(text: string): string {
  return text.replace(/[^\P{Cc}\t\r\n]/gu, "");
}

/** The generator escapes an address as if it were a text, so nothing in it may need that. */
function uri(website: string): string {
  return new URL(website).href.replace(/[,;\\]/g, encodeURIComponent);
}

/** The generator writes time zones before the last properties of the calendar, which must come first (RFC 5545, 3.6). */
function withZone(ics: string, zone: CalendarZone | null): string {
  return zone === null
    ? ics
    : ics.replace(/\r\n(?=BEGIN:VEVENT|END:VCALENDAR)/, (end) => `${end}${zone.definition.trim()}${end}`);
}

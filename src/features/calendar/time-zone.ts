import { tzlib_get_ical_block, tzlib_get_timezones } from "timezones-ical-library";

/** A time zone as iCalendar describes it. */
export interface CalendarZone {
  /** By this name events refer to it; a zone with an old name has its new one. */
  readonly id: string;
  /** The VTIMEZONE, lines ended as in the file. */
  readonly definition: string;
}

const known = new Map<string, CalendarZone | null>();

/** Null for what has no description, such as `+01:00`: its times are then given in UTC. */
export function calendarZone(timeZone: string): CalendarZone | null {
  const zone = known.get(timeZone) ?? readZone(timeZone);
  known.set(timeZone, zone);
  return zone;
}

/** The library writes to the console about a zone that it does not know, so it is asked for its names first. */
function readZone(timeZone: string): CalendarZone | null {
  if (!tzlib_get_timezones().includes(timeZone)) return null;
  const [definition, id] = tzlib_get_ical_block(timeZone);
  return definition === undefined || id === undefined ? null : { id: id.replace("TZID=", ""), definition };
}

import type { Calendars } from "../../core/opening-hours/calendars.ts";
import { type Day, dayOf } from "../../core/opening-hours/evaluate/day.ts";
import { nextOpening, type Opening } from "../../core/opening-hours/evaluate/openings.ts";
import { statusAt } from "../../core/opening-hours/evaluate/status.ts";
import type { Place } from "../../core/places/place.ts";

/** What there is to say about one place on one day. */
export interface PlaceDay {
  readonly place: Place;
  readonly day: Day;
  readonly today: Temporal.PlainDate;
  /** Where the asked day stands to the present moment; `over` is today after the last closing time. */
  readonly moment: "open-now" | "later-today" | "over" | "another-day";
  /** The present minute, from the midnight with which the day begins, where it is today that is asked about. */
  readonly minute: number | null;
  /** From the asked day or now on, whichever is later. */
  readonly next: Opening | null;
}

/** A day named by its date, or as seen from the day on which it is asked. */
export type AskedDate = "today" | "tomorrow" | Temporal.PlainDate;

/** Looks up a day at a place. A date that has passed becomes today: nobody plans a visit for yesterday. */
export function placeDayOf(place: Place, asked: AskedDate, now: Temporal.Instant, calendars: Calendars): PlaceDay {
  const here = now.toZonedDateTimeISO(place.schedule.timeZone);
  const today = here.toPlainDate();
  const date = dateOf(asked, today);
  const day = dayOf(place.schedule, date, calendars);
  if (!date.equals(today)) {
    const next = nextOpening(place.schedule, date.toZonedDateTime(place.schedule.timeZone), calendars);
    return { place, day, today, moment: "another-day", minute: null, next };
  }
  const minute = here.hour * 60 + here.minute;
  const status = statusAt(place.schedule, here, calendars);
  if (status.open) {
    // Past midnight the hours are still those of yesterday.
    const sinceMidnight = status.day.date.equals(today) ? minute : minute + 24 * 60;
    return { place, day: status.day, today, moment: "open-now", minute: sinceMidnight, next: null };
  }
  return { place, day, today, moment: isOver(day, minute) ? "over" : "later-today", minute, next: status.next };
}

function dateOf(asked: AskedDate, today: Temporal.PlainDate): Temporal.PlainDate {
  switch (asked) {
    case "today":
      return today;
    case "tomorrow":
      return today.add({ days: 1 });
    default:
      return Temporal.PlainDate.compare(asked, today) < 0 ? today : asked;
  }
}

function isOver({ open }: Day, minute: number): boolean {
  return open.length > 0 && open.every(({ end }) => end <= minute);
}

/** Whether there is still time to come on that day, for sure. */
export function isStillOpen({ day, moment }: PlaceDay): boolean {
  return day.open.length > 0 && day.basis !== "not-confirmed" && moment !== "over";
}

/** Whether it is open at a minute of the day that still lies ahead; undefined where it does not, or where none is sure. */
export function isOpenAt({ day, moment, minute }: PlaceDay, time: number | undefined): boolean | undefined {
  if (time === undefined || day.basis === "not-confirmed" || moment === "over" || (minute !== null && time <= minute)) {
    return undefined;
  }
  return day.open.some(({ start, end }) => start <= time && time < end);
}

export function mondayOf(date: Temporal.PlainDate): Temporal.PlainDate {
  return date.subtract({ days: date.dayOfWeek - 1 });
}

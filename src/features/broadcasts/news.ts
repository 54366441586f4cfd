import type { Calendars } from "../../core/opening-hours/calendars.ts";
import { type Day, daysOf } from "../../core/opening-hours/evaluate/day.ts";
import { nextOpening, type Opening } from "../../core/opening-hours/evaluate/openings.ts";
import type { Interval, Schedule, ScheduleChange } from "../../core/opening-hours/schedule.ts";
import type { Place } from "../../core/places/place.ts";

/** What a change means for who wants to come. */
export interface News {
  readonly place: Place;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  /** Those of the days from `from` to `to` that are, or were, to be open. One day is always there. */
  readonly days: readonly Day[];
  /** After the last of them. */
  readonly next: Opening | null;
  /** The beginning of the first opening that differs and is not over; null where none is. */
  readonly opening: Temporal.Instant | null;
}

/**
 * Compares the hours of a place before a change with those after it.
 *
 * @param before the schedule as parents knew it
 * @param place with the schedule as it is now
 */
export function newsOf(
  before: Schedule,
  place: Place,
  { from, to }: Pick<ScheduleChange, "from" | "to">,
  now: Temporal.Instant,
  calendars: Calendars,
): News | null {
  const { schedule } = place;
  const today = now.toZonedDateTimeISO(schedule.timeZone).toPlainDate();
  const last = Temporal.PlainDate.from(to);
  const first = [today, Temporal.PlainDate.from(from)].toSorted(Temporal.PlainDate.compare)[1] ?? today;
  if (Temporal.PlainDate.compare(first, last) > 0) {
    // It is over, and of no use to anybody.
    return null;
  }
  const olds = daysOf(before, first, last, calendars);
  const news = daysOf(schedule, first, last, calendars);
  const concerned = news.filter(({ open }, index) => open.length > 0 || (olds[index]?.open.length ?? 0) > 0);
  return {
    place,
    from: first,
    to: last,
    days: concerned.length > 0 ? concerned : news.slice(0, 1),
    next: nextOpening(schedule, last.add({ days: 1 }).toZonedDateTime(schedule.timeZone), calendars),
    opening: firstThatDiffers(olds, news, schedule.timeZone, now),
  };
}

function firstThatDiffers(olds: readonly Day[], news: readonly Day[], zone: string, now: Temporal.Instant) {
  for (const [index, { date, open }] of news.entries()) {
    const old = olds[index]?.open ?? [];
    if (JSON.stringify(old) === JSON.stringify(open)) {
      continue;
    }
    const coming = [...old, ...open]
      .filter(({ end }) => Temporal.Instant.compare(instantOf(date, end, zone), now) > 0)
      .toSorted((one: Interval, other: Interval) => one.start - other.start)[0];
    if (coming !== undefined) {
      return instantOf(date, coming.start, zone);
    }
  }
  return null;
}

/** @param minutes from midnight on the clock of the place, which may be past the next one */
function instantOf(date: Temporal.PlainDate, minutes: number, zone: string): Temporal.Instant {
  return date.toPlainDateTime().add({ minutes }).toZonedDateTime(zone).toInstant();
}

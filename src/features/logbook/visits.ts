import { closingTime, daysToCount, isCountable, openingTime } from "../../core/logbook/opening-times.ts";
import type { Calendars } from "../../core/opening-hours/calendars.ts";
import { dayOf } from "../../core/opening-hours/evaluate/day.ts";
import type { Place, PlaceDirectory } from "../../core/places/place.ts";
import { type Member, may } from "../../core/staff/member.ts";
import type { Opened } from "./messages.ts";
import type { PlaceDay } from "./repository.ts";

/** Which days can be counted, and by whom. */
export interface Visits {
  /** The day, and what was planned for it; nothing where the place is none. */
  opened(of: PlaceDay): Opened | undefined;
  /** Why a member may not count that day; null where she may. */
  refusal(member: Pick<Member, "role" | "places">, of: PlaceDay, now: Temporal.Instant): "over" | "notYours" | null;
  /** The openings of a member's places that began in the last days, the newest first. */
  recent(member: Member, now: Temporal.Instant): readonly Opened[];
  /** Whether it can still be counted tomorrow. */
  isLastDay(date: Temporal.PlainDate, now: Temporal.Instant): boolean;
  /** The openings that ended in the last hours. */
  justClosed(now: Temporal.Instant): readonly Opened[];
  /** Whether it is, on whatever day, as late as when that opening ended. */
  isAfterClosing(opened: Opened, now: Temporal.Instant): boolean;
}

/** Hours after closing time in which the team is asked: later it would be somebody's night. */
const askedWithin = 5;

/** Days that are shown as buttons. */
const mostShown = 10;

export function createVisits(directory: PlaceDirectory, calendars: Calendars, timeZone: string): Visits {
  const todayOf = (now: Temporal.Instant) => now.toZonedDateTimeISO(timeZone).toPlainDate();

  function openedOn(place: Place, date: Temporal.PlainDate): Opened {
    return { place, date, planned: dayOf(place.schedule, date, calendars).open };
  }

  const dayOfOpened = ({ planned, date }: Opened) => ({ open: planned, date });

  function endOf(opened: Opened): Temporal.ZonedDateTime | null {
    return closingTime(dayOfOpened(opened), opened.place.schedule.timeZone);
  }

  return {
    opened({ place: number, day }) {
      const place = directory.byNumber(number);
      return place === undefined ? undefined : openedOn(place, Temporal.PlainDate.from(day));
    },
    refusal(member, { place, day }, now) {
      if (!may(member, "count-visits", place) || directory.byNumber(place) === undefined) {
        return "notYours";
      }
      return isCountable(Temporal.PlainDate.from(day), todayOf(now)) ? null : "over";
    },
    recent(member, now) {
      const today = todayOf(now);
      const hers = directory.all().filter(({ number }) => may(member, "count-visits", number));
      return Array.from({ length: daysToCount + 1 }, (_, days) => today.subtract({ days }))
        .flatMap((date) => hers.map((place) => openedOn(place, date)))
        .filter((opened) => {
          const begins = openingTime(dayOfOpened(opened), opened.place.schedule.timeZone);
          return begins !== null && Temporal.Instant.compare(begins.toInstant(), now) <= 0;
        })
        .slice(0, mostShown);
    },
    isLastDay: (date, now) => date.until(todayOf(now)).days >= daysToCount,
    justClosed(now) {
      const today = todayOf(now);
      return [today, today.subtract({ days: 1 })]
        .flatMap((date) => directory.all().map((place) => openedOn(place, date)))
        .filter((opened) => {
          const passed = endOf(opened)?.toInstant().until(now).total("hours");
          return passed !== undefined && passed >= 0 && passed < askedWithin;
        });
    },
    isAfterClosing(opened, now) {
      const end = endOf(opened);
      const time = now.toZonedDateTimeISO(opened.place.schedule.timeZone).toPlainTime();
      return end === null || Temporal.PlainTime.compare(time, end.toPlainTime()) >= 0;
    },
  };
}

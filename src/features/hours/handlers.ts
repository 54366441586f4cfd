import type { Calendars } from "../../core/opening-hours/calendars.ts";
import { daysOf } from "../../core/opening-hours/evaluate/day.ts";
import { nextOpening } from "../../core/opening-hours/evaluate/openings.ts";
import type { Place, PlaceDirectory } from "../../core/places/place.ts";
import type { Answer } from "../../telegram/answer.ts";
import { type Feature, onTap, type Request } from "../../telegram/feature.ts";
import {
  type AskedPlace,
  type DayPayload,
  dayButton,
  type OtherDayPayload,
  otherDayButton,
  type WeekPayload,
  weekButton,
} from "./buttons.ts";
import {
  chooseDayAnswer,
  choosePlaceAnswer,
  dayAnswer,
  type Page,
  type PlaceWeek,
  statusAnswer,
  weekAnswer,
} from "./messages.ts";
import { isStillOpen, mondayOf, type PlaceDay, placeDayOf } from "./place-day.ts";

export interface HoursFeature extends Feature {
  readonly answerDay: (request: Request, payload: DayPayload) => Answer;
  /** How it stands today, where nobody asked. */
  readonly answerStatus: (request: Request) => Answer;
  readonly answerWeek: (request: Request, payload: WeekPayload) => Answer;
}

export const todayEverywhere: DayPayload = { date: "today", place: "all", page: 0 };
export const thisWeekEverywhere: WeekPayload = { week: 0, place: "all", page: 0 };

/** Places in one message: as many as a phone shows without much scrolling. */
const pageSize = 8;

/** Days to choose from: two weeks, today included. */
const daysAhead = 14;

export function createHoursFeature(directory: PlaceDirectory, calendars: Calendars): HoursFeature {
  function placesOf(asked: AskedPlace): readonly Place[] {
    const one = asked === "all" ? undefined : directory.byNumber(asked);
    return one === undefined ? directory.all() : [one];
  }

  function answerDay(request: Request, payload: DayPayload): Answer {
    return dayAnswer(request.words, daysFor(request, payload), payload, isOnlyPlace());
  }

  function daysFor({ now }: Request, payload: DayPayload): Page<PlaceDay> {
    const places = pageOf(placesOf(payload.place), payload.page);
    return { items: places.items.map((place) => placeDayOf(place, payload.date, now, calendars)), more: places.more };
  }

  const isOnlyPlace = () => directory.all().length === 1;

  function answerWeek({ words, now }: Request, payload: WeekPayload): Answer {
    const places = placesOf(payload.place);
    const [place] = places;
    return place === undefined || places.length > 1
      ? choosePlaceAnswer(words, pageOf(places, payload.page), payload)
      : weekAnswer(words, weekOf(place, payload.week, now), payload, isOnlyPlace());
  }

  function chooseDay({ words, now }: Request, payload: OtherDayPayload): Answer {
    const zone = placesOf(payload.place)[0]?.schedule.timeZone ?? "Europe/Brussels";
    const today = now.toZonedDateTimeISO(zone).toPlainDate();
    const days = Array.from({ length: daysAhead }, (_, index) => today.add({ days: index }));
    return chooseDayAnswer(words, days, payload);
  }

  function weekOf(place: Place, week: 0 | 1, now: Temporal.Instant): PlaceWeek {
    const here = now.toZonedDateTimeISO(place.schedule.timeZone);
    const today = here.toPlainDate();
    const monday = mondayOf(today).add({ weeks: week });
    const days = daysOf(place.schedule, monday, monday.add({ days: 6 }), calendars);
    const first = days
      .filter(({ date }) => Temporal.PlainDate.compare(date, today) >= 0)
      .find(({ date }) => isStillOpen(placeDayOf(place, date, now, calendars)));
    const after = week === 0 ? here : monday.add({ days: 7 }).toZonedDateTime(place.schedule.timeZone);
    return { place, days, today, first, next: nextOpening(place.schedule, after, calendars) };
  }

  return {
    answerDay,
    answerStatus: (request) => statusAnswer(request.words, daysFor(request, todayEverywhere), isOnlyPlace()),
    answerWeek,
    commands: [
      { command: "open", permission: "anyone", answer: (request) => ({ show: answerDay(request, todayEverywhere) }) },
      {
        command: "week",
        permission: "anyone",
        answer: (request) => ({ show: answerWeek(request, thisWeekEverywhere) }),
      },
    ],
    taps: [
      onTap(dayButton, "anyone", (request, payload) => ({ show: answerDay(request, payload) })),
      onTap(otherDayButton, "anyone", (request, payload) => ({ show: chooseDay(request, payload) })),
      onTap(weekButton, "anyone", (request, payload) => ({ show: answerWeek(request, payload) })),
    ],
  };
}

function pageOf(places: readonly Place[], page: number): Page<Place> {
  const start = page * pageSize;
  return { items: places.slice(start, start + pageSize), more: places.length > start + pageSize };
}

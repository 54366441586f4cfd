import type { Calendars } from "../../core/opening-hours/calendars.ts";
import { daysOf } from "../../core/opening-hours/evaluate/day.ts";
import { nextOpening } from "../../core/opening-hours/evaluate/openings.ts";
import type { Place, PlaceDirectory } from "../../core/places/place.ts";
import type { DateAsked } from "../../core/questions/when/read-when.ts";
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
import { type SpanPayload, spanButton } from "./span/buttons.ts";
import { chooseSpanPlace, noSuchDay, type PlaceSpan, spanAnswer } from "./span/messages.ts";

export interface HoursFeature extends Feature {
  readonly answerDay: (request: Request, payload: DayPayload) => Answer;
  /** How it stands today, where nobody asked. */
  readonly answerStatus: (request: Request) => Answer;
  readonly answerWeek: (request: Request, payload: WeekPayload) => Answer;
  /** Whatever a typed question asks about; `null` where it names no day. */
  readonly answerAsked: (request: Request, asked: DateAsked | null, place: AskedPlace) => Answer;
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

  function answerSpan({ words, now }: Request, payload: SpanPayload): Answer {
    const places = placesOf(payload.place);
    const [place] = places;
    return place === undefined || places.length > 1
      ? chooseSpanPlace(words, places.slice(0, pageSize), payload)
      : spanAnswer(words, spanOf(place, payload, now), payload, isOnlyPlace());
  }

  function spanOf(place: Place, { from, to }: SpanPayload, now: Temporal.Instant): PlaceSpan {
    const today = now.toZonedDateTimeISO(place.schedule.timeZone).toPlainDate();
    const begin = Temporal.PlainDate.compare(from, today) < 0 ? today : from;
    const days = daysOf(place.schedule, begin, to, calendars);
    const first = days.find(({ date }) => isStillOpen(placeDayOf(place, date, now, calendars)));
    const after = to.add({ days: 1 }).toZonedDateTime(place.schedule.timeZone);
    return { place, days, today, first, next: nextOpening(place.schedule, after, calendars) };
  }

  function answerAsked(request: Request, asked: DateAsked | null, place: AskedPlace): Answer {
    const today = { ...todayEverywhere, place };
    switch (asked?.kind) {
      case undefined:
        return answerDay(request, today);
      case "day":
        return answerDay(request, { ...today, date: asked.date });
      case "span": {
        const week = weekAsked(asked, request.now);
        return week === undefined
          ? answerSpan(request, { from: asked.from, to: asked.to, place })
          : answerWeek(request, { week, place, page: 0 });
      }
      case "past":
        return noSuchDay(request.words, { past: asked.to }, answerDay(request, today));
      case "impossible":
        return noSuchDay(request.words, { impossible: asked.read }, answerDay(request, today));
    }
  }

  return {
    answerDay,
    answerAsked,
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
      onTap(spanButton, "anyone", (request, payload) => ({ show: answerSpan(request, payload) })),
      onTap(weekButton, "anyone", (request, payload) => ({ show: answerWeek(request, payload) })),
    ],
  };
}

/** Whether the days asked about are this week's or the next one's. */
function weekAsked(
  { from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate },
  now: Temporal.Instant,
): 0 | 1 | undefined {
  const monday = mondayOf(now.toZonedDateTimeISO("Europe/Brussels").toPlainDate());
  const weeks = ([0, 1] as const).map((week) => ({ week, begin: monday.add({ weeks: week }) }));
  return weeks.find(({ begin }) => begin.equals(from) && begin.add({ days: 6 }).equals(to))?.week;
}

function pageOf(places: readonly Place[], page: number): Page<Place> {
  const start = page * pageSize;
  return { items: places.slice(start, start + pageSize), more: places.length > start + pageSize };
}

import type { Calendars } from "../../core/opening-hours/calendars.ts";
import { daysOf } from "../../core/opening-hours/evaluate/day.ts";
import { nextOpening } from "../../core/opening-hours/evaluate/openings.ts";
import type { Place, PlaceDirectory } from "../../core/places/place.ts";
import type { DateAsked } from "../../core/questions/when/read-when.ts";
import type { Answer } from "../../telegram/answer.ts";
import type { Tap } from "../../telegram/buttons.ts";
import { type Feature, onTap, type Request } from "../../telegram/feature.ts";
import {
  type AskedPlace,
  type DayPayload,
  dayButton,
  type OtherDayPayload,
  otherDayButton,
  statusButton,
  type WeekPayload,
  weekButton,
} from "./buttons.ts";
import { chooseDayAnswer, dayAnswer, type Page, statusAnswer, withoutPlace } from "./messages.ts";
import { isOpenAt, isStillOpen, mondayOf, type PlaceDay, placeDayOf } from "./place-day.ts";
import { createRemembered } from "./remembered.ts";
import { type NoDay, noDayButton, type SpanPayload, spanButton } from "./span/buttons.ts";
import { chooseSpanPlace, noSuchDay, type PlaceSpan, spanAnswer } from "./span/messages.ts";
import { choosePlaceAnswer, type PlaceWeek, weekAnswer } from "./week/messages.ts";

export interface HoursFeature extends Feature {
  readonly answerDay: (request: Request, payload: DayPayload) => Answer;
  /** How it stands today, where nobody asked: at the chosen place, or at all. */
  readonly answerStatus: (request: Request, place?: AskedPlace) => Answer;
  /** The same at one place, with its name or without. */
  readonly answerStatusOf: (request: Request, place: Place, isNamed: boolean) => Answer;
  readonly answerWeek: (request: Request, payload: WeekPayload) => Answer;
  /**
   * Whatever a typed question asks about; `null` where it names no day.
   *
   * @param time `HH:MM`, where it names one
   */
  readonly answerAsked: (request: Request, asked: DateAsked | null, time: string | null, place: AskedPlace) => Answer;
}

/** Today at the place that was chosen in the chat; without a choice, at all of them. */
export const todayAsked: DayPayload = { date: "today", place: "chosen", page: 0 };
export const thisWeekAsked: WeekPayload = { week: 0, place: "chosen", page: 0 };

/** Places in one message: as many as a phone shows without much scrolling. */
const pageSize = 8;

/** Days to choose from: two weeks, today included. */
const daysAhead = 14;

export interface HoursTaps {
  /** Opens the choice of a place, where there are several. */
  readonly choosePlace: Tap;
  /** Asks to be told when the hours of a place change. */
  readonly tellMe: (place: number) => Tap;
}

export function createHoursFeature(directory: PlaceDirectory, calendars: Calendars, taps: HoursTaps): HoursFeature {
  const isOnlyPlace = () => directory.all().length === 1;
  const remembered = createRemembered(directory);

  function placesOf(asked: AskedPlace): readonly Place[] {
    const one = typeof asked === "number" ? directory.byNumber(asked) : undefined;
    return one === undefined ? directory.all() : [one];
  }

  /** Answers for the place that is meant: the chosen one, or all where an old button's is no longer there. */
  function forPlace<Payload extends { readonly place: AskedPlace }>(
    answer: (request: Request, payload: Payload) => Answer,
  ): (request: Request, payload: Payload) => Answer {
    return (request, payload) => {
      if (payload.place === "chosen") {
        return answer(request, { ...payload, place: request.chosenPlace ?? "all" });
      }
      const isGone = typeof payload.place === "number" && directory.byNumber(payload.place) === undefined;
      return isGone
        ? withoutPlace(request.words, answer(request, { ...payload, place: "all" }))
        : answer(request, payload);
    };
  }

  const answerDay = forPlace((request, payload: DayPayload) =>
    remembered.answer(request.now, keyOf(request, payload), () =>
      dayAnswer(request.words, daysFor(request, payload), payload, {
        isOnlyPlace: isOnlyPlace(),
        choosePlace: request.chat.private && request.chosenPlace === undefined ? taps.choosePlace : undefined,
        tellMe: tellMe(request, payload),
      }),
    ),
  );

  /** Where the answer is about one place. */
  function tellMe({ chat }: Request, { place: asked }: DayPayload): Tap | undefined {
    const [place, ...others] = placesOf(asked);
    return chat.private && place !== undefined && others.length === 0 ? taps.tellMe(place.number) : undefined;
  }

  /** The chosen place first, then those that are open at the time that was asked about, then those that are open that day. */
  function daysFor({ now, chosenPlace }: Request, { place: asked, date, time, page }: DayPayload): Page<PlaceDay> {
    const days = placesOf(asked).map((place) => placeDayOf(place, date, now, calendars));
    const rank = (day: PlaceDay) =>
      day.place.number === chosenPlace ? 3 : Number(isStillOpen(day)) + Number(isOpenAt(day, time) ?? false);
    return pageOf(
      days.toSorted((a, b) => rank(b) - rank(a)),
      page,
    );
  }

  const answerStatus = forPlace((request, payload: DayPayload) =>
    statusAnswer(request.words, daysFor(request, payload), isOnlyPlace()),
  );

  /** How it stands today, with the buttons of an answer: nobody asked about today. */
  const answerPlainly = (request: Request, place: AskedPlace): Answer => ({
    ...answerDay(request, { ...todayAsked, place }),
    text: answerStatus(request, { ...todayAsked, place }).text,
    view: statusButton.tap({ place }),
  });

  const answerWeek = forPlace(({ words, now }: Request, payload: WeekPayload) => {
    const places = placesOf(payload.place);
    const [place] = places;
    return place === undefined || places.length > 1
      ? choosePlaceAnswer(words, pageOf(places, payload.page), payload)
      : weekAnswer(words, weekOf(place, payload.week, now), payload, isOnlyPlace());
  });

  const chooseDay = forPlace(({ words, now }: Request, payload: OtherDayPayload) => {
    const zone = placesOf(payload.place)[0]?.schedule.timeZone ?? "Europe/Brussels";
    const today = now.toZonedDateTimeISO(zone).toPlainDate();
    const days = Array.from({ length: daysAhead }, (_, index) => today.add({ days: index }));
    return chooseDayAnswer(words, days, payload);
  });

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

  const answerSpan = forPlace(({ words, now }: Request, payload: SpanPayload) => {
    const places = placesOf(payload.place);
    const [place] = places;
    return place === undefined || places.length > 1
      ? chooseSpanPlace(words, pageOf(places, payload.page), payload)
      : spanAnswer(words, spanOf(place, payload, now), payload, isOnlyPlace());
  });

  function spanOf(place: Place, { from, to }: SpanPayload, now: Temporal.Instant): PlaceSpan {
    const today = now.toZonedDateTimeISO(place.schedule.timeZone).toPlainDate();
    const begin = Temporal.PlainDate.compare(from, today) < 0 ? today : from;
    const days = daysOf(place.schedule, begin, to, calendars);
    const first = days.find(({ date }) => isStillOpen(placeDayOf(place, date, now, calendars)));
    const after = to.add({ days: 1 }).toZonedDateTime(place.schedule.timeZone);
    return { place, days, today, first, next: nextOpening(place.schedule, after, calendars) };
  }

  const answerNoDay = (request: Request, asked: NoDay, place: AskedPlace) =>
    noSuchDay(request.words, asked, place, answerPlainly(request, place));

  function answerAsked(request: Request, asked: DateAsked | null, time: string | null, place: AskedPlace): Answer {
    const thatDay = { ...todayAsked, ...(time === null ? {} : { time: minutesOf(time) }), place };
    switch (asked?.kind) {
      case undefined:
        return answerDay(request, thatDay);
      case "day":
        return answerDay(request, { ...thatDay, date: asked.date });
      case "span": {
        const week = weekAsked(asked, request.now);
        return week === undefined
          ? answerSpan(request, { from: asked.from, to: asked.to, place, page: 0 })
          : answerWeek(request, { week, place, page: 0 });
      }
      case "past":
        return answerNoDay(request, { past: asked.to }, place);
      case "impossible":
        return answerNoDay(request, { impossible: asked.read }, place);
    }
  }

  return {
    answerDay,
    answerAsked,
    answerStatus: (request, place = "chosen") => answerPlainly(request, place),
    answerStatusOf: ({ words, now }, place, isNamed) =>
      statusAnswer(words, { items: [placeDayOf(place, "today", now, calendars)], more: false }, !isNamed),
    answerWeek,
    commands: [
      { command: "open", permission: "anyone", answer: (request) => ({ show: answerDay(request, todayAsked) }) },
      {
        command: "week",
        permission: "anyone",
        answer: (request) => ({ show: answerWeek(request, thisWeekAsked) }),
      },
    ],
    taps: [
      onTap(dayButton, "anyone", (request, payload) => ({ show: answerDay(request, payload) })),
      onTap(statusButton, "anyone", (request, { place }) => ({ show: answerPlainly(request, place) })),
      onTap(noDayButton, "anyone", (request, { asked, place }) => ({ show: answerNoDay(request, asked, place) })),
      onTap(otherDayButton, "anyone", (request, payload) => ({ show: chooseDay(request, payload) })),
      onTap(spanButton, "anyone", (request, payload) => ({ show: answerSpan(request, payload) })),
      onTap(weekButton, "anyone", (request, payload) => ({ show: answerWeek(request, payload) })),
    ],
  };
}

/** What an answer about a day depends on, besides the moment and the places. */
function keyOf({ words, chat, chosenPlace }: Request, { date, place, page, time }: DayPayload): string {
  return `${words.language} ${chat.private} ${chosenPlace} ${date} ${place} ${page} ${time}`;
}

function minutesOf(time: string): number {
  const { hour, minute } = Temporal.PlainTime.from(time);
  return hour * 60 + minute;
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

/** Beyond the last page, which some places less may leave behind, the first. */
function pageOf<Item>(items: readonly Item[], page: number): Page<Item> {
  const start = page * pageSize < items.length ? page * pageSize : 0;
  return { items: items.slice(start, start + pageSize), more: items.length > start + pageSize };
}

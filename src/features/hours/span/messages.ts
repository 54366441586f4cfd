import type { Day } from "../../../core/opening-hours/evaluate/day.ts";
import type { Opening } from "../../../core/opening-hours/evaluate/openings.ts";
import type { Place } from "../../../core/places/place.ts";
import { dayInSentence, intervals, longDate } from "../../../i18n/format.ts";
import type { Words } from "../../../i18n/translate.ts";
import type { Answer, ButtonRows } from "../../../telegram/answer.ts";
import { type AskedPlace, dayButton, weekButton } from "../buttons.ts";
import { nextSentence, type Page } from "../messages.ts";
import { dayRow } from "../week/messages.ts";
import { type NoDay, noDayButton, type SpanPayload, spanButton } from "./buttons.ts";

/** What there is to say about one place over several days. */
export interface PlaceSpan {
  readonly place: Place;
  /** Those that are still to come. */
  readonly days: readonly Day[];
  readonly today: Temporal.PlainDate;
  /** The first that is open, for sure. */
  readonly first: Day | undefined;
  /** After the last of the days. */
  readonly next: Opening | null;
}

/** Lines in one message; of a longer span only the days that are open are listed. */
const mostRows = 14;

/** First when it opens, then a line a day. */
export function spanAnswer(words: Words, span: PlaceSpan, payload: SpanPayload, isOnlyPlace: boolean): Answer {
  const listed = span.days.length > mostRows ? span.days.filter(({ open }) => open.length > 0) : span.days;
  const rows = listed.slice(0, mostRows).map((day) => dayRow(words, day, span.today));
  return {
    text: [headline(words, span, payload, isOnlyPlace), rows.join("\n")].filter((part) => part !== "").join("\n\n"),
    buttons: spanButtons(words, payload, isOnlyPlace),
    view: spanButton.tap(payload),
  };
}

function spanButtons({ plain }: Words, { place, ...days }: SpanPayload, isOnlyPlace: boolean): ButtonRows {
  const otherPlaces = { label: plain("hours:buttons.otherPlaces"), tap: spanButton.tap({ ...days, place: "all" }) };
  return [
    [
      { label: plain("hours:buttons.today"), tap: dayButton.tap({ date: "today", place, page: 0 }) },
      { label: plain("hours:buttons.thisWeek"), tap: weekButton.tap({ week: 0, place, page: 0 }) },
    ],
    ...(isOnlyPlace ? [] : [[otherPlaces]]),
  ];
}

function headline(
  words: Words,
  { place, days, today, first, next }: PlaceSpan,
  payload: SpanPayload,
  isOnlyPlace: boolean,
): string {
  const values = {
    ...(isOnlyPlace ? {} : { context: "named" as const }),
    place: place.name[words.language],
    from: longDate(words.language, payload.from),
    to: longDate(words.language, payload.to),
    date: first === undefined ? "" : dayInSentence(words, first.date, today),
    hours: intervals(words, first?.open ?? []),
    next: nextSentence(words, next, "then"),
  };
  if (first !== undefined) {
    return words.html("hours:span", values);
  }
  const isSure = days.every(({ basis }) => basis !== "not-confirmed");
  return words.html(isSure ? "hours:spanClosed" : "hours:spanNotConfirmed", values);
}

/** Of which place, where there are several. */
export function chooseSpanPlace(words: Words, places: Page<Place>, payload: SpanPayload): Answer {
  const next = { label: words.plain("hours:buttons.morePlaces"), tap: spanButton.tap(nextPage(payload)) };
  return {
    text: words.html(places.items.length === 0 ? "hours:noPlaces" : "hours:whichPlace"),
    buttons: [
      ...places.items.map(({ number, name }) => [
        { label: name[words.language], tap: spanButton.tap({ ...payload, place: number, page: 0 }) },
      ]),
      ...(places.more ? [[next]] : []),
    ],
    view: spanButton.tap(payload),
  };
}

const nextPage = (payload: SpanPayload) => ({ ...payload, page: payload.page + 1 });

/** What was asked is over, or never was; then how it stands today. */
export function noSuchDay(words: Words, asked: NoDay, place: AskedPlace, today: Answer): Answer {
  const sentence =
    "past" in asked
      ? words.html("hours:past", { date: longDate(words.language, asked.past) })
      : words.html("hours:impossible", { read: asked.impossible });
  return { ...today, text: [sentence, today.text].join("\n\n"), view: noDayButton.tap({ asked, place }) };
}

import type { Day } from "../../../core/opening-hours/evaluate/day.ts";
import type { Opening } from "../../../core/opening-hours/evaluate/openings.ts";
import type { Place } from "../../../core/places/place.ts";
import { dayAlone, dayInSentence, intervals, shortDate } from "../../../i18n/format.ts";
import type { Words } from "../../../i18n/translate.ts";
import type { Answer, Button, ButtonRows } from "../../../telegram/answer.ts";
import { type AskedPlace, dayButton, type WeekPayload, weekButton } from "../buttons.ts";
import { closedKey, nextSentence, otherDayTap, type Page } from "../messages.ts";

function weekTap(
  words: Words,
  label: "thisWeek" | "nextWeek" | "otherPlaces" | "morePlaces",
  payload: WeekPayload,
): Button {
  return { label: words.plain(`hours:buttons.${label}`), tap: weekButton.tap(payload) };
}

/** What there is to say about one place in one week. */
export interface PlaceWeek {
  readonly place: Place;
  readonly days: readonly Day[];
  readonly today: Temporal.PlainDate;
  /** The first opening of that week that is still to come. */
  readonly first: Day | undefined;
  readonly next: Opening | null;
}

/** First what still comes, then a line a day. */
export function weekAnswer(words: Words, week: PlaceWeek, payload: WeekPayload, isOnlyPlace: boolean): Answer {
  const rows = week.days.map((day) => dayRow(words, day, week.today));
  const other =
    payload.week === 0 ? ({ name: "nextWeek", week: 1 } as const) : ({ name: "thisWeek", week: 0 } as const);
  const place: AskedPlace = week.place.number;
  const buttons: ButtonRows = [
    [
      {
        label: words.plain("hours:buttons.today"),
        tap: dayButton.tap({ date: "today", place: payload.place, page: 0 }),
      },
      weekTap(words, other.name, { week: other.week, place, page: 0 }),
    ],
    [
      otherDayTap(words, payload.place),
      ...(isOnlyPlace ? [] : [weekTap(words, "otherPlaces", { ...payload, place: "all", page: 0 })]),
    ],
  ];
  return {
    text: `${weekHeadline(words, week, payload, isOnlyPlace)}\n\n${rows.join("\n")}`,
    buttons,
    view: weekButton.tap(payload),
  };
}

function weekHeadline(words: Words, week: PlaceWeek, payload: WeekPayload, isOnlyPlace: boolean): string {
  const { first, today } = week;
  const values = {
    ...(isOnlyPlace ? {} : { context: "named" as const }),
    place: week.place.name[words.language],
    day: first === undefined ? "" : dayInSentence(words, first.date, today),
    date: first === undefined ? "" : dayAlone(words, first.date, today),
    hours: intervals(words, first?.open ?? []),
    next: nextSentence(words, week.next, payload.week === 1 ? "then" : "next"),
  };
  const name = payload.week === 1 ? "nextWeek" : "thisWeek";
  if (first !== undefined) {
    return words.html(`hours:${name}`, values);
  }
  const ahead = week.days.filter(({ date }) => Temporal.PlainDate.compare(date, today) >= 0);
  if (ahead.some(({ basis }) => basis === "not-confirmed")) {
    return words.html(`hours:${name}NotConfirmed`, values);
  }
  const isOver = payload.week === 0 && week.days.some(({ open }) => open.length > 0);
  return words.html(isOver ? "hours:thisWeekOver" : `hours:${name}Closed`, values);
}

/** One day as a line of a table; today in bold, if it is said which day that is. */
export function dayRow(words: Words, day: Day, today?: Temporal.PlainDate): string {
  const values = {
    day: shortDate(words.language, day.date),
    hours: intervals(words, day.open),
    reason: day.reason?.[words.language] ?? "",
  };
  const row = rowText(words, day, values);
  return today !== undefined && day.date.equals(today) ? `<b>${row}</b>` : row;
}

const rowKeys = {
  closed: "hours:rowClosed",
  closedBecause: "hours:rowClosedBecause",
  closedByChange: "hours:rowClosedByChange",
} as const;

function rowText(words: Words, day: Day, values: { day: string; hours: string; reason: string }): string {
  switch (day.basis) {
    case "not-confirmed":
      return words.html("hours:rowNotConfirmed", values);
    case "unknown":
      return words.html("hours:rowUnknown", values);
    default:
      if (day.open.length > 0) {
        return words.html(day.change === null ? "hours:row" : "hours:rowChanged", values);
      }
      return words.html(rowKeys[closedKey(day)], values);
  }
}

/** Which place's week it should be, where there are several. */
export function choosePlaceAnswer(words: Words, places: Page<Place>, payload: WeekPayload): Answer {
  const view = weekButton.tap(payload);
  if (places.items.length === 0) {
    return { text: words.html("hours:noPlaces"), view };
  }
  const choices = places.items.map((place) => [
    { label: place.name[words.language], tap: weekButton.tap({ ...payload, place: place.number, page: 0 }) },
  ]);
  const more = places.more ? [[weekTap(words, "morePlaces", { ...payload, page: payload.page + 1 })]] : [];
  return { text: words.html("hours:whichPlace"), buttons: [...choices, ...more], view };
}

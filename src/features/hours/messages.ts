import type { Day } from "../../core/opening-hours/evaluate/day.ts";
import type { Opening } from "../../core/opening-hours/evaluate/openings.ts";
import type { Place } from "../../core/places/place.ts";
import { dayAlone, dayInSentence, intervals, longDate, shortDate } from "../../i18n/format.ts";
import type { Words } from "../../i18n/translate.ts";
import type { Answer, Button, ButtonRows } from "../../telegram/answer.ts";
import {
  type AskedPlace,
  type DayPayload,
  dayButton,
  type OtherDayPayload,
  otherDayButton,
  type WeekPayload,
  weekButton,
} from "./buttons.ts";
import { isStillOpen, type PlaceDay } from "./place-day.ts";

/** A part of a list that is too long for one message. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly more: boolean;
}

/** One line for each place: the answer, the hours, and when closed why and when it opens next. Open places come first. */
export function dayAnswer(words: Words, days: Page<PlaceDay>, payload: DayPayload, isOnlyPlace: boolean): Answer {
  const view = dayButton.tap(payload);
  if (days.items.length === 0) {
    return { text: words.html("hours:noPlaces"), view };
  }
  return {
    text: dayLines(words, days.items, isOnlyPlace, "hours:"),
    buttons: dayButtons(words, payload, days.items, days.more),
    view,
  };
}

/** The same as information, without the yes or no of an answer. */
export function statusAnswer(words: Words, days: Page<PlaceDay>, isOnlyPlace: boolean): Answer {
  const isEmpty = days.items.length === 0;
  return { text: isEmpty ? words.html("hours:noPlaces") : dayLines(words, days.items, isOnlyPlace, "hours:status.") };
}

/** The keys of answers, or those of mere information. */
type Voice = "hours:" | "hours:status.";

function dayLines(words: Words, days: readonly PlaceDay[], isOnlyPlace: boolean, voice: Voice): string {
  const openFirst = days.toSorted((a, b) => Number(isStillOpen(b)) - Number(isStillOpen(a)));
  return openFirst.map((day) => dayLine(words, day, isOnlyPlace, voice)).join("\n\n");
}

function dayLine(words: Words, placeDay: PlaceDay, isOnlyPlace: boolean, voice: Voice): string {
  const { day, today, place } = placeDay;
  const values = {
    ...(isOnlyPlace ? {} : { context: "named" as const }),
    place: place.name[words.language],
    day: dayInSentence(words, day.date, today),
    date: dayAlone(words, day.date, today),
    hours: intervals(words, day.open),
    reason: day.reason?.[words.language] ?? "",
    next: nextSentence(words, placeDay.next, placeDay.moment === "another-day" ? "then" : "next"),
    ask: askTeam(words, place),
  };
  switch (day.basis) {
    case "not-confirmed":
      return words.html(day.open.length === 0 ? "hours:notConfirmed" : "hours:notConfirmedUsual", values);
    case "unknown":
      return words.html(day.reason === null ? "hours:unknown" : "hours:unknownBecause", values);
    default:
      return day.open.length === 0
        ? words.html(`${voice}${closedKey(day)}`, values)
        : [words.html(`${voice}${openKey(placeDay.moment)}`, values), ...changeNote(words, placeDay)].join(" ");
  }
}

/** A change without a text is exceptional: its reason is for the team alone. */
function closedKey({ reason, change }: Day) {
  if (reason !== null) {
    return "closedBecause";
  }
  return change === null ? "closed" : "closedByChange";
}

/** That the hours are not the usual ones, while they still matter. */
function changeNote(words: Words, { day, moment }: PlaceDay): readonly string[] {
  if (day.change === null || moment === "over") {
    return [];
  }
  const reason = day.reason?.[words.language];
  return [
    reason === undefined ? words.html("hours:changedHours") : words.html("hours:changedHoursBecause", { reason }),
  ];
}

/** Why a day is not as usual, as parents may know it; nothing where it is. */
export function reasonOf({ language, plain }: Words, { reason, change, open }: Omit<Day, "date">): string | undefined {
  if (reason !== null || change === null) {
    return reason?.[language];
  }
  return plain(open.length === 0 ? "hours:exceptionallyClosed" : "hours:otherHours");
}

function openKey(moment: PlaceDay["moment"]) {
  switch (moment) {
    case "open-now":
      return "openNow";
    case "over":
      return "over";
    case "later-today":
    case "another-day":
      return "open";
  }
}

function askTeam(words: Words, { facts: { phone } }: Place): string {
  return phone === undefined ? words.plain("hours:ask") : words.plain("hours:askByPhone", { phone });
}

/**
 * When it opens next, with the date, so that an answer that is forwarded or read tomorrow stays true.
 * `next`: after being closed now. `then`: after a day that lies ahead.
 */
export function nextSentence(words: Words, next: Opening | null, kind: "next" | "then"): string {
  if (next === null) {
    return words.plain("hours:noNext");
  }
  const { date: opening, open, basis } = next.day;
  const date = longDate(words.language, opening);
  return words.plain(basis === "not-confirmed" ? "hours:nextNotConfirmed" : `hours:${kind}`, {
    day: words.plain("time:onDay", { date }),
    date,
    hours: intervals(words, open),
  });
}

function dayButtons(words: Words, payload: DayPayload, days: readonly PlaceDay[], more: boolean): ButtonRows {
  const { place } = payload;
  const date = days.some(({ day, today }) => day.date.equals(today)) ? "tomorrow" : "today";
  const otherDay: Button = {
    label: words.plain(`hours:buttons.${date}`),
    tap: dayButton.tap({ date, place, page: 0 }),
  };
  const first = [otherDay, weekTap(words, "thisWeek", { week: 0, place, page: 0 })];
  const next: Button = {
    label: words.plain("hours:buttons.morePlaces"),
    tap: dayButton.tap({ ...payload, page: payload.page + 1 }),
  };
  return [first, ...(more ? [[next]] : []), [otherDayTap(words, place)]];
}

function otherDayTap(words: Words, place: AskedPlace): Button {
  return { label: words.plain("hours:buttons.otherDay"), tap: otherDayButton.tap({ place }) };
}

/** Two weeks of days, each a tap. */
export function chooseDayAnswer(words: Words, days: readonly Temporal.PlainDate[], payload: OtherDayPayload): Answer {
  const buttons = days.map((date) => ({
    label: shortDate(words.language, date),
    tap: dayButton.tap({ date, place: payload.place, page: 0 }),
  }));
  const pairs = buttons.flatMap((button, index) =>
    index % 2 === 0 ? [[button, ...buttons.slice(index + 1, index + 2)]] : [],
  );
  return { text: words.html("hours:whichDay"), buttons: pairs, view: otherDayButton.tap(payload) };
}

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

/** One day as a line of a table; today in bold. */
export function dayRow(words: Words, day: Day, today: Temporal.PlainDate): string {
  const values = {
    day: shortDate(words.language, day.date),
    hours: intervals(words, day.open),
    reason: day.reason?.[words.language] ?? "",
  };
  const row = rowText(words, day, values);
  return day.date.equals(today) ? `<b>${row}</b>` : row;
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

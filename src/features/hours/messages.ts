import type { Day } from "../../core/opening-hours/evaluate/day.ts";
import type { Opening } from "../../core/opening-hours/evaluate/openings.ts";
import type { Place } from "../../core/places/place.ts";
import { clockTime, dayAlone, dayInSentence, intervals, longDate, shortDate } from "../../i18n/format.ts";
import type { Words } from "../../i18n/translate.ts";
import type { Answer, Button, ButtonRows } from "../../telegram/answer.ts";
import type { Tap } from "../../telegram/buttons.ts";
import {
  type AskedPlace,
  type DayPayload,
  dayButton,
  type OtherDayPayload,
  otherDayButton,
  weekButton,
} from "./buttons.ts";
import { isOpenAt, type PlaceDay } from "./place-day.ts";

/** A part of a list that is too long for one message. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly more: boolean;
}

/** What else there is than what was asked about. */
export interface Offers {
  readonly isOnlyPlace: boolean;
  /** Opens the choice of a place, for who may choose and did not. */
  readonly choosePlace: Tap | undefined;
  /** Asks to be told when the hours change. */
  readonly tellMe: Tap | undefined;
}

/** One line for each place: the answer, the hours, and when closed why and when it opens next. */
export function dayAnswer(words: Words, days: Page<PlaceDay>, payload: DayPayload, offers: Offers): Answer {
  const view = dayButton.tap(payload);
  if (days.items.length === 0) {
    return { text: words.html("hours:noPlaces"), view };
  }
  return {
    text: dayLines(words, days.items, offers.isOnlyPlace, "hours:", payload.time),
    buttons: dayButtons(words, payload, days, offers),
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

function dayLines(words: Words, days: readonly PlaceDay[], isOnlyPlace: boolean, voice: Voice, time?: number): string {
  return days.map((day) => dayLine(words, day, isOnlyPlace, voice, time)).join("\n\n");
}

function dayLine(words: Words, placeDay: PlaceDay, isOnlyPlace: boolean, voice: Voice, time?: number): string {
  const { day, today, place } = placeDay;
  const values = {
    ...(isOnlyPlace ? {} : { context: "named" as const }),
    place: place.name[words.language],
    day: dayInSentence(words, day.date, today),
    date: dayAlone(words, day.date, today),
    hours: intervals(words, day.open),
    time: clockTime(words.language, time ?? 0),
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
        : [words.html(openSentence(placeDay, voice, time), values), ...changeNote(words, placeDay)].join(" ");
  }
}

/** What is said of a day with hours: whether it is open at the time that was asked about, while that still lies ahead. */
function openSentence(placeDay: PlaceDay, voice: Voice, time: number | undefined) {
  const isOpen = voice === "hours:" ? isOpenAt(placeDay, time) : undefined;
  if (isOpen === undefined) {
    return `${voice}${openKey(placeDay.moment)}` as const;
  }
  return isOpen ? "hours:openAt" : "hours:closedAt";
}

/** A change without a text is exceptional: its reason is for the team alone. */
export function closedKey({ reason, change }: Day) {
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

export function askTeam(words: Words, { facts: { phone } }: Place): string {
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

function dayButtons(
  words: Words,
  payload: DayPayload,
  { items, more }: Page<PlaceDay>,
  { isOnlyPlace, choosePlace, tellMe }: Offers,
): ButtonRows {
  const { place } = payload;
  const date = items.some(({ day, today }) => day.date.equals(today)) ? "tomorrow" : "today";
  const otherDay: Button = {
    label: words.plain(`hours:buttons.${date}`),
    tap: dayButton.tap({ date, place, page: 0 }),
  };
  const week: Button = {
    label: words.plain("hours:buttons.thisWeek"),
    tap: weekButton.tap({ week: 0, place, page: 0 }),
  };
  const next: Button = {
    label: words.plain("hours:buttons.morePlaces"),
    tap: dayButton.tap({ ...payload, page: payload.page + 1 }),
  };
  return [
    [otherDay, week],
    ...(more ? [[next]] : []),
    [otherDayTap(words, place), ...(isOnlyPlace ? [] : otherPlaces(words, payload, choosePlace))],
    ...(tellMe === undefined ? [] : [[{ label: words.plain("hours:buttons.tellMe"), tap: tellMe }]]),
  ];
}

/** From one place to all of them, and from all to the choice of one. */
function otherPlaces({ plain }: Words, payload: DayPayload, choosePlace: Tap | undefined): readonly Button[] {
  if (payload.place !== "all") {
    const tap = dayButton.tap({ ...payload, place: "all", page: 0 });
    return [{ label: plain("hours:buttons.allPlaces"), tap }];
  }
  return choosePlace === undefined ? [] : [{ label: plain("hours:buttons.choosePlace"), tap: choosePlace }];
}

/** An old button's place that is no longer there; then what was asked, for all places. */
export function withoutPlace({ html }: Words, answer: Answer): Answer {
  return { ...answer, text: [html("hours:placeGone"), answer.text].join("\n\n") };
}

export function otherDayTap(words: Words, place: AskedPlace): Button {
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

import { type Language, type Localized, languages } from "../../core/language.ts";
import type { Day } from "../../core/opening-hours/evaluate/day.ts";
import { changeReasons } from "../../core/opening-hours/schedule.ts";
import type { Place } from "../../core/places/place.ts";
import { clockTime, dayAlone, listed, longDate, shortDate } from "../../i18n/format.ts";
import type { Words, WordsIn } from "../../i18n/translate.ts";
import type { Answer, Button, ButtonRows } from "../../telegram/answer.ts";
import { answerTap, cancelValue } from "../../telegram/conversations.ts";
import { changesButton } from "./buttons.ts";
import type { Draft } from "./draft.ts";
import type { Wrong } from "./state.ts";

/** Words of the answers about hours, which the team reads too. */
export type DayRow = (words: Words, day: Day) => string;

export function withWrong(words: Words, wrong: Wrong | null, text: string): string {
  return wrong === null ? text : [words.html(`schedule-changes:wrong.${wrong}`), text].join("\n\n");
}

type Label = "back" | "cancel" | "calendar" | "until" | "quick" | "allPlaces" | "erase" | "confirm" | "line" | "reason";

export function button({ plain }: Words, name: Label): Button {
  return {
    label: plain(`schedule-changes:buttons.${name}`),
    tap: answerTap(name === "cancel" ? cancelValue : answerOf(name)),
  };
}

function answerOf(name: Label): string {
  return name === "allPlaces" ? "all" : name;
}

/** [Terug] [Stop]; there is no way back from the first question. */
export function ways(words: Words, isFirst: boolean): readonly Button[] {
  return [...(isFirst ? [] : [button(words, "back")]), button(words, "cancel")];
}

function inRows(buttons: readonly Button[], width: number): ButtonRows {
  return Array.from({ length: Math.ceil(buttons.length / width) }, (_, row) =>
    buttons.slice(row * width, (row + 1) * width),
  );
}

export interface Asked {
  readonly wrong: Wrong | null;
  readonly isFirst: boolean;
}

export function askPlace(words: Words, places: readonly Place[], mayAll: boolean, { wrong, isFirst }: Asked): Answer {
  const choices = places.map(({ number, name }) => ({ label: name[words.language], tap: answerTap(String(number)) }));
  return {
    text: withWrong(words, wrong, words.html("schedule-changes:askPlace")),
    buttons: [
      ...choices.map((choice) => [choice]),
      ...(mayAll && places.length > 1 ? [[button(words, "allPlaces")]] : []),
      ways(words, isFirst),
    ],
  };
}

const dayValue = (date: Temporal.PlainDate) => date.toString().replaceAll("-", "_");

export function askDay(
  words: Words,
  today: Temporal.PlainDate,
  places: readonly Place[],
  changes: number,
  { wrong, isFirst }: Asked,
): Answer {
  const { html, plain, language } = words;
  const days = Array.from({ length: 7 }, (_, index) => today.add({ days: index }));
  const choices = days.map((date) => ({
    label:
      date.equals(today) || date.equals(today.add({ days: 1 }))
        ? startOf(dayAlone(words, date, today), language)
        : shortDate(language, date),
    tap: answerTap(dayValue(date)),
  }));
  const list = { label: plain("schedule-changes:buttons.list"), tap: changesButton.tap({ kind: "list" as const }) };
  return {
    text: withWrong(words, wrong, html("schedule-changes:askDay", { places: namesOf(words, places) })),
    buttons: [
      [button(words, "quick")],
      ...inRows(choices, 2),
      [button(words, "calendar"), ...(changes > 0 ? [list] : [])],
      ways(words, isFirst),
    ],
  };
}

export function namesOf({ language }: Words, places: readonly Place[]): string {
  return listed(
    language,
    places.map(({ name }) => name[language]),
  );
}

/** A month of days, a week to a row. */
export function askCalendar(
  words: Words,
  month: Temporal.PlainYearMonth,
  first: Temporal.PlainDate,
  isUntil: boolean,
  { wrong, isFirst }: Asked,
): Answer {
  const { html, plain, language } = words;
  const begin = month.toPlainDate({ day: 1 });
  const days = Array.from({ length: month.daysInMonth }, (_, index) => begin.add({ days: index }));
  const cells = [...Array.from({ length: begin.dayOfWeek - 1 }, () => null), ...days];
  const empty = Array.from({ length: (7 - (cells.length % 7)) % 7 }, () => null);
  const choices = [...cells, ...empty].map((date) => ({
    label: date === null || Temporal.PlainDate.compare(date, first) < 0 ? "·" : String(date.day),
    tap: answerTap(date === null ? "none" : dayValue(date)),
  }));
  const turn = (by: number, name: "earlierMonth" | "laterMonth") => ({
    label: plain(`schedule-changes:buttons.${name}`),
    tap: answerTap(`month${month.add({ months: by }).toString().replace("-", "_")}`),
  });
  return {
    text: withWrong(
      words,
      wrong,
      html(isUntil ? "schedule-changes:askLastDay" : "schedule-changes:askCalendarDay", {
        month: monthName(language, month),
      }),
    ),
    buttons: [...inRows(choices, 7), [turn(-1, "earlierMonth"), turn(1, "laterMonth")], ways(words, isFirst)],
  };
}

function monthName(language: Language, month: Temporal.PlainYearMonth): string {
  const locale = { nl: "nl-BE", fr: "fr-BE", ar: "ar-MA-u-nu-latn" }[language];
  const name = new Intl.DateTimeFormat(locale, { month: "long" }).format(month.toPlainDate({ day: 15 }));
  return `${name} ${month.year}`;
}

function startOf(text: string, language: Language): string {
  return `${text.charAt(0).toLocaleUpperCase(language)}${text.slice(1)}`;
}

/** What may be changed on the days that were chosen. */
export interface Possible {
  /** Whether the day has hours that can be cut. */
  readonly isCut: boolean;
  /** Whether the day is not confirmed yet, and she may settle it. */
  readonly isSettled: boolean;
  readonly hasChange: boolean;
}

export function askWhat(
  words: Words,
  draft: Draft,
  places: readonly Place[],
  rows: readonly string[],
  { isCut, isSettled, hasChange }: Possible,
  { wrong, isFirst }: Asked,
): Answer {
  const { html, plain } = words;
  const choice = (name: "closed" | "later" | "earlier" | "hours" | "extra" | "usual") => ({
    label: plain(`schedule-changes:buttons.${name}`),
    tap: answerTap(name),
  });
  const lines = [
    html("schedule-changes:now", { places: namesOf(words, places), days: daysIn(words, draft) }),
    rows.join("\n"),
    ...(hasChange ? [html("schedule-changes:hasChange")] : []),
    html("schedule-changes:askWhat"),
  ];
  return {
    text: withWrong(words, wrong, lines.join("\n\n")),
    buttons: [
      ...(isSettled ? [[choice("usual")]] : []),
      [choice("closed")],
      ...(isCut ? [[choice("later"), choice("earlier")]] : []),
      [choice("hours"), choice("extra")],
      [button(words, "until")],
      ways(words, isFirst),
    ],
  };
}

/** `donderdag 26 november`, or from one day to another. */
export function daysIn(words: Words, { from, to }: { readonly from: string; readonly to: string }): string {
  const [first, last] = [from, to].map((day) => longDate(words.language, Temporal.PlainDate.from(day)));
  return from === to ? `${first}` : words.plain("schedule-changes:span", { from: `${first}`, to: `${last}` });
}

export function askTime(
  words: Words,
  which: "start" | "end",
  times: readonly number[],
  start: number | null,
  { wrong, isFirst }: Asked,
): Answer {
  const { html, language } = words;
  const choices = times.map((minutes) => ({ label: clockTime(language, minutes), tap: answerTap(String(minutes)) }));
  const text =
    which === "start"
      ? html("schedule-changes:askStart")
      : html(start === null ? "schedule-changes:askEnd" : "schedule-changes:askEndAfter", {
          start: clockTime(language, start ?? 0),
        });
  return {
    text: withWrong(words, wrong, [text, html("schedule-changes:mayType")].join(" ")),
    buttons: [...inRows(choices, 4), ways(words, isFirst)],
  };
}

export function askReason(words: Words, { wrong, isFirst }: Asked): Answer {
  const choices = changeReasons.map((reason) => ({
    label: words.plain(`schedule-changes:buttons.reasons.${reason}`),
    tap: answerTap(reason),
  }));
  return {
    text: withWrong(words, wrong, words.html("schedule-changes:askReason")),
    buttons: [...inRows(choices, 2), ways(words, isFirst)],
  };
}

export function askLineLanguage(words: Words, wordsIn: WordsIn, lines: Partial<Localized>, asked: Asked): Answer {
  const choices = languages.map((language) => {
    const label = wordsIn(language).plain("telegram:languageName");
    return {
      label: lines[language] === undefined ? label : words.plain("schedule-changes:written", { label }),
      tap: answerTap(language),
    };
  });
  return {
    text: withWrong(words, asked.wrong, words.html("schedule-changes:askLineLanguage")),
    buttons: [choices, ways(words, asked.isFirst)],
  };
}

export function askLine(
  words: Words,
  wordsIn: WordsIn,
  language: Language,
  line: string | undefined,
  asked: Asked,
): Answer {
  const name = wordsIn(language).plain("telegram:languageName");
  return {
    text: withWrong(words, asked.wrong, words.html("schedule-changes:askLine", { language: name })),
    buttons: [...(line === undefined ? [] : [[button(words, "erase")]]), ways(words, asked.isFirst)],
  };
}

import type { Localized } from "../../core/language.ts";
import type { Occurrence, PatternLine } from "../../core/opening-hours/weekday-fit.ts";
import type { HolidayHours, WeeklyPattern } from "../../core/opening-hours/weekly-pattern.ts";
import type { Place } from "../../core/places/place.ts";
import { intervals, listed, numericDate, weekdayName } from "../../i18n/format.ts";
import type { Words } from "../../i18n/translate.ts";

/** `door`: is it open today? `visit`: how was it? */
export type PosterKind = "door" | "visit";

/** Everything that a poster says in one language. */
export interface PosterText {
  readonly language: Words["language"];
  readonly place: string;
  readonly question: string;
  readonly steps: readonly Step[];
  readonly hoursTitle: string;
  /** One line where the regular hours cannot be told: ask the bot. */
  readonly hours: readonly HoursText[];
  /** Seasons and holidays. */
  readonly hoursNotes: readonly string[];
  /** What to do without Telegram, and after a visit what becomes of an answer. */
  readonly closing: readonly string[];
  readonly promise: string;
}

export interface Step {
  readonly text: string;
  /** What stands on the button that the step names. */
  readonly button?: string;
}

export interface HoursText {
  readonly days: string;
  readonly times?: string;
}

/** Telegram's own first button, as the domain's people know it: its translation follows the phone, which may speak any language. */
const telegramStart = "START";

/** A price in words of its own stands in a row with two other promises. */
const longestPrice = 30;

/** More lines than these cannot be read in passing. */
const mostHoursLines = 8;

export function posterText(words: Words, place: Place, kind: PosterKind, pattern: WeeklyPattern | null): PosterText {
  const { plain, language } = words;
  const lines = pattern === null || pattern.lines.length > mostHoursLines ? null : pattern.lines;
  return {
    language,
    place: place.name[language],
    question: plain(kind === "door" ? "posters:doorQuestion" : "posters:visitQuestion"),
    steps: [
      { text: plain("posters:scan") },
      { text: plain("posters:tap"), button: telegramStart },
      kind === "door"
        ? { text: plain("posters:tap"), button: plain("companion:buttons.open") }
        : { text: plain("posters:answer") },
    ],
    hoursTitle: plain("posters:hours"),
    hours: lines === null ? [{ days: plain("posters:askBot") }] : lines.map((line) => hoursText(words, line)),
    hoursNotes:
      pattern === null || lines === null ? [] : [...seasonNotes(words, pattern), ...holidayNotes(words, pattern)],
    closing:
      kind === "door"
        ? phoneLine(words, place)
        : [plain("posters:voluntary"), plain("posters:kept"), plain("posters:team")],
    promise: [...priceWords(words, place), plain("posters:anonymous"), plain("posters:noSignUp")].join(" · "),
  };
}

function phoneLine({ plain }: Words, { facts: { phone } }: Place): readonly string[] {
  // A number that is broken over two lines is not read as one.
  return phone === undefined ? [] : [plain("posters:phone", { phone: phone.replaceAll(" ", "\u00a0") })];
}

/** That it is free of charge is said only where the place says so. */
function priceWords({ plain, language }: Words, { facts: { price } }: Place): readonly string[] {
  switch (price) {
    case undefined:
      return [];
    case "free":
      return [plain("posters:free")];
    case "free-contribution":
      return [plain("posters:freeContribution")];
    default:
      return isShortInAll(price) ? [price[language]] : [];
  }
}

/** The three languages promise the same, or none of them does. */
function isShortInAll(price: Partial<Record<keyof Localized, string | undefined>>): price is Localized {
  return [price.nl, price.fr, price.ar].every((text) => text !== undefined && text.length <= longestPrice);
}

/** Regular hours as they would stand on a poster, a line each: `maandag en donderdag: 13.30–16.30`. */
export function hoursInWords(words: Words, pattern: WeeklyPattern): readonly string[] {
  const lines = pattern.lines.map((line) => hoursText(words, line));
  return [
    ...lines.map(({ days, times = "" }) => words.plain("posters:hoursLine", { days, times })),
    ...seasonNotes(words, pattern),
    ...holidayNotes(words, pattern),
  ];
}

function hoursText(words: Words, { weekdays, occurrence, open }: PatternLine): HoursText {
  return { days: occurring(words, weekdayNames(words, weekdays), occurrence), times: intervals(words, open) };
}

/** `maandag, woensdag en vrijdag`; three in a row or more are a range. */
function weekdayNames({ language, plain }: Words, weekdays: readonly number[]): string {
  const name = (weekday: number) => weekdayName(language, weekday);
  const [first = 0] = weekdays;
  const last = weekdays.at(-1) ?? first;
  return weekdays.length > 2 && last - first === weekdays.length - 1
    ? plain("posters:weekdayRange", { first: name(first), last: name(last) })
    : listed(language, weekdays.map(name));
}

function occurring({ language, plain }: Words, weekday: string, occurrence: Occurrence): string {
  switch (occurrence.kind) {
    case "every":
      return weekday;
    case "nth": {
      const nth = occurrence.nth.map((number) => plain(`posters:ordinals.${number as 1 | 2 | 3 | 4 | 5}`));
      return plain("posters:nth", { weekday, nth: listed(language, nth) });
    }
    case "last":
      return plain("posters:last", { weekday });
    case "weeks":
      return plain(occurrence.parity === "even" ? "posters:evenWeeks" : "posters:oddWeeks", { weekday });
  }
}

function seasonNotes({ plain }: Words, { from, until }: WeeklyPattern): readonly string[] {
  return [
    ...(from === null ? [] : [plain("posters:from", { date: numericDate(from) })]),
    ...(until === null ? [] : [plain("posters:until", { date: numericDate(until) })]),
  ];
}

function holidayNotes({ plain }: Words, { publicHolidays, schoolHolidays }: WeeklyPattern): readonly string[] {
  if (publicHolidays === "closed" && schoolHolidays === "closed") {
    return [plain("posters:closedHolidays")];
  }
  const note = (hours: HolidayHours, kind: "PublicHolidays" | "SchoolHolidays") => {
    switch (hours) {
      case "as-usual":
        return [];
      case "closed":
        return [plain(`posters:closed${kind}`)];
      case "other-hours":
        return [plain(`posters:other${kind}`)];
    }
  };
  return [...note(publicHolidays, "PublicHolidays"), ...note(schoolHolidays, "SchoolHolidays")];
}

import type { Language } from "../core/language.ts";
import type { Interval } from "../core/opening-hours/schedule.ts";
import { isolate } from "./bidi.ts";
import type { Words } from "./translate.ts";

const locales: Readonly<Record<Language, string>> = { nl: "nl-BE", fr: "fr-BE", ar: "ar-MA-u-nu-latn" };

const styles = { long: { weekday: "long", day: "numeric", month: "long" }, weekday: { weekday: "long" } } as const;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatted(language: Language, style: keyof typeof styles, date: Temporal.PlainDate): string {
  const key = `${language} ${style}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locales[language], styles[style]);
  formats.set(key, format);
  return format.format(date);
}

/** Formatting a date costs about as much as the rest of an answer; the same few days are asked for again and again. */
const rememberedDates = 2000;
const memory = new Map<string, string>();

function remembered(key: string, make: () => string): string {
  const known = memory.get(key);
  if (known !== undefined) {
    return known;
  }
  if (memory.size >= rememberedDates) {
    memory.clear();
  }
  const made = make();
  memory.set(key, made);
  return made;
}

/** `donderdag 26 november`; in Arabic with the date in digits, since month names differ between countries. */
export function longDate(language: Language, date: Temporal.PlainDate): string {
  return remembered(`long ${language} ${date}`, () => {
    const text = formatted(language, "long", date);
    switch (language) {
      case "nl":
        return text;
      case "fr":
        // The first is an ordinal, which ICU does not know.
        return date.day === 1 ? text.replace("1", "1er") : text;
      case "ar":
        return `${text.replace("،", "")} (${isolate(language, `${date.day}/${date.month}`)})`;
    }
  });
}

/** `do 26/11`: a weekday and digits, for tables. Arabic has no short weekdays. */
export function shortDate(language: Language, date: Temporal.PlainDate): string {
  return remembered(`short ${language} ${date}`, () => {
    const weekday = formatted(language, "weekday", date);
    const digits = isolate(language, `${date.day}/${date.month}`);
    return `${weekday} ${digits}`;
  });
}

/** Monday is 0. */
export function weekdayName(language: Language, weekday: number): string {
  // 5 January 1970 was a Monday.
  return formatted(language, "weekday", new Temporal.PlainDate(1970, 1, 5 + weekday));
}

/** `26/11/2026`, in every language: for what is read long after it was written. */
export function numericDate({ day, month, year }: Temporal.PlainDate): string {
  return `${day}/${month}/${year}`;
}

/** `maandag, woensdag en vrijdag` */
export function listed(language: Language, items: readonly string[]): string {
  return new Intl.ListFormat(locales[language]).format(items);
}

/** The day as part of a sentence: `vandaag`, `morgen`, `op donderdag 26 november`. */
export function dayInSentence(words: Words, date: Temporal.PlainDate, today: Temporal.PlainDate): string {
  return nearDay(words, date, today) ?? words.plain("time:onDay", { date: longDate(words.language, date) });
}

/** The day on its own: `vandaag`, `morgen`, `donderdag 26 november`. */
export function dayAlone(words: Words, date: Temporal.PlainDate, today: Temporal.PlainDate): string {
  return nearDay(words, date, today) ?? longDate(words.language, date);
}

function nearDay(words: Words, date: Temporal.PlainDate, today: Temporal.PlainDate): string | undefined {
  switch (today.until(date).days) {
    case 0:
      return words.plain("time:today");
    case 1:
      return words.plain("time:tomorrow");
    default:
      return undefined;
  }
}

/** `9.00–12.00 en 13.30–16.30` */
export function intervals(words: Words, open: readonly Interval[]): string {
  const [first, ...rest] = open.map(({ start, end }) =>
    words.plain("time:interval", { start: clockTime(words.language, start), end: clockTime(words.language, end) }),
  );
  return rest.reduce((text, next) => words.plain("time:and", { first: text, last: next }), first ?? "");
}

/** Minutes from midnight as a time of day on the 24-hour clock: `9.00`, `9h`, `9:00`. Midnight at the end of a day is 24. */
export function clockTime(language: Language, minutes: number): string {
  const past = minutes > 1440 ? minutes - 1440 : minutes;
  const hour = Math.floor(past / 60);
  const minute = String(past % 60).padStart(2, "0");
  switch (language) {
    case "nl":
      return `${hour}.${minute}`;
    case "fr":
      return minute === "00" ? `${hour}h` : `${hour}h${minute}`;
    case "ar":
      return `${hour}:${minute}`;
  }
}

/** `30 dagen`, `1 jour` */
export function days(language: Language, count: number): string {
  return new Intl.NumberFormat(locales[language], { style: "unit", unit: "day", unitDisplay: "long" }).format(count);
}

/** `350 m`, `1,2 km`: two digits that count, and whole kilometres beyond ten. */
export function distance(words: Words, metres: number): string {
  const isFar = metres >= 950;
  const number = new Intl.NumberFormat(locales[words.language], {
    maximumSignificantDigits: metres >= 10_000 ? 3 : 2,
  }).format(isFar ? metres / 1000 : metres);
  return words.plain(isFar ? "places:kilometres" : "places:metres", { number });
}

/** `42 %`, without decimals: with few answers they would say nothing. */
export function percent(language: Language, share: number): string {
  const text = new Intl.NumberFormat(locales[language], { style: "percent", maximumFractionDigits: 0 }).format(share);
  // A sign takes the direction of what is around it, and would change sides.
  return language === "ar" ? `\u200e${text}` : text;
}

import { type Language, type Localized, languages } from "../../core/language.ts";
import type { Day } from "../../core/opening-hours/evaluate/day.ts";
import type { Opening } from "../../core/opening-hours/evaluate/openings.ts";
import type { Place } from "../../core/places/place.ts";
import { intervals, longDate } from "../../i18n/format.ts";
import type { Words, WordsIn } from "../../i18n/translate.ts";
import type { News } from "./news.ts";

/** Words of the answers about hours, which these messages say again. */
export interface HoursWords {
  /** One day as a line of a table. */
  readonly row: (words: Words, day: Day) => string;
  /** When it opens next, in words that are not escaped. */
  readonly next: (words: Words, next: Opening | null) => string;
}

/** Days in one message. */
const mostDays = 7;

/** What changed, in every language; read days later it is still true, since it names dates. */
export function changeTexts(wordsIn: WordsIn, news: News, isCorrection: boolean, hours: HoursWords): Localized {
  return inEveryLanguage((language) => {
    const words = wordsIn(language);
    const text = changeText(words, news, hours);
    return isCorrection ? [words.html("broadcasts:correction"), text].join("\n\n") : text;
  });
}

/** What the team wrote, under the name of the place where it is about one. */
export function announcementTexts(wordsIn: WordsIn, text: Localized, place: Place | undefined): Localized {
  return inEveryLanguage((language) => {
    const values = { text: text[language], place: place?.name[language] ?? "" };
    return wordsIn(language).html(
      place === undefined ? "broadcasts:announcement" : "broadcasts:announcementAt",
      values,
    );
  });
}

/** Names a broadcast to the team. @param place about which it is; absent: all */
export function titleOf(
  { html, plain, language }: Words,
  { isCorrection }: { readonly isCorrection: boolean },
  place: Place | undefined,
): string {
  const values = { place: place?.name[language] ?? plain("broadcasts:everyPlace") };
  return html(isCorrection ? "broadcasts:title.correction" : "broadcasts:title.news", values);
}

function changeText(words: Words, { place, from, to, days, next }: News, hours: HoursWords): string {
  const { html, plain, language } = words;
  const isOneDay = from.equals(to);
  const span = () => plain("broadcasts:span", { from: longDate(language, from), to: longDate(language, to) });
  const [first] = days;
  const values = {
    date: sentenceStart(language, isOneDay ? longDate(language, from) : span()),
    place: place.name[language],
    hours: intervals(words, first?.open ?? []),
    reason: first?.reason?.[language] ?? "",
    next: hours.next(words, next),
  };
  const isClosed = days.every(({ open }) => open.length === 0);
  if (isClosed) {
    return html(`broadcasts:${closedKey(first)}`, values);
  }
  if (isOneDay) {
    return html(`broadcasts:${openKey(first)}`, values);
  }
  const isUsual = days.every(({ change }) => change === null);
  const heading = html(isUsual ? "broadcasts:spanUsual" : "broadcasts:spanHours", values);
  return [
    heading,
    days
      .slice(0, mostDays)
      .map((day) => hours.row(words, day))
      .join("\n"),
  ].join("\n\n");
}

function closedKey(day: Day | undefined) {
  if (day === undefined || day.change === null) {
    return "usualClosed";
  }
  return day.reason === null ? "closed" : "closedBecause";
}

function openKey(day: Day | undefined) {
  if (day === undefined || day.change === null) {
    return "usual";
  }
  return day.reason === null ? "hours" : "hoursBecause";
}

function sentenceStart(language: Language, text: string): string {
  return `${text.charAt(0).toLocaleUpperCase(language)}${text.slice(1)}`;
}

function inEveryLanguage(textIn: (language: Language) => string): Localized {
  return Object.fromEntries(languages.map((language) => [language, textIn(language)])) as unknown as Localized;
}

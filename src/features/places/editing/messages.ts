import { type Language, languages } from "../../../core/language.ts";
import type { Place } from "../../../core/places/place.ts";
import { longDate } from "../../../i18n/format.ts";
import { languageNames } from "../../../i18n/language-names.ts";
import type { Words, WordsIn } from "../../../i18n/translate.ts";
import type { Answer, Button, ButtonRows } from "../../../telegram/answer.ts";
import { answerTap, cancelValue } from "../../../telegram/conversations.ts";
import { editButton } from "./buttons.ts";
import {
  editedFields,
  type FactValue,
  type Field,
  factOf,
  kindOf,
  spokenLanguages,
  textsIn,
  withFact,
} from "./fields.ts";
import type { Wrong } from "./state.ts";

/** What parents read about a place where a fact is told, a line each, in Telegram's HTML. */
export type FactLines = (words: Words, place: Place, field: Field) => readonly string[];

export interface Asked {
  readonly wrong: Wrong | null;
  readonly isFirst: boolean;
}

export function editLink({ plain }: Words): Button {
  return { label: plain("place-editing:buttons.edit"), tap: editButton.tap("") };
}

export function withWrong(words: Words, wrong: Wrong | null, text: string): string {
  return wrong === null ? text : [wrongText(words, wrong), text].join("\n\n");
}

function wrongText({ html }: Words, wrong: Wrong): string {
  if (wrong.kind !== "hours") {
    return html(`place-editing:wrong.${wrong.kind}`);
  }
  const { problem } = wrong;
  return html(`place-editing:notUnderstood.${problem.kind}`, { near: "near" in problem ? problem.near : "" });
}

export function button({ plain }: Words, name: "save" | "erase" | "more" | "done", value: string): Button {
  return { label: plain(`place-editing:buttons.${name}`), tap: answerTap(value) };
}

/** [Terug] [Stop]; there is no way back from the first question. */
export function ways({ plain }: Words, { isFirst }: Asked): readonly Button[] {
  const back = { label: plain("place-editing:buttons.back"), tap: answerTap("back") };
  return [...(isFirst ? [] : [back]), { label: plain("place-editing:buttons.cancel"), tap: answerTap(cancelValue) }];
}

export function inRows(buttons: readonly Button[], width: number): ButtonRows {
  return Array.from({ length: Math.ceil(buttons.length / width) }, (_, row) =>
    buttons.slice(row * width, (row + 1) * width),
  );
}

export function askPlace(words: Words, places: readonly Place[], asked: Asked): Answer {
  const choices = places.map(({ number, name }) => [{ label: name[words.language], tap: answerTap(String(number)) }]);
  return {
    text: withWrong(words, asked.wrong, words.html("place-editing:askPlace")),
    buttons: [...choices, ways(words, asked)],
  };
}

export function menu(words: Words, place: Place, asked: Asked): Answer {
  const { plain, html, language } = words;
  const fields = editedFields.map((field) => {
    const label = plain(`place-editing:fields.${field}`);
    const isFilled = factOf(place, field) !== null;
    return { label: isFilled ? plain("place-editing:filled", { label }) : label, tap: answerTap(field) };
  });
  return {
    text: withWrong(words, asked.wrong, html("place-editing:menu", { place: place.name[language] })),
    buttons: [
      [{ label: plain("place-editing:buttons.hours"), tap: answerTap("hours") }],
      ...inRows(fields, 2),
      ways(words, asked),
    ],
  };
}

/** Telegram sends 4096 characters; a question and what was wrong stand beside what is quoted. */
const longestQuotes = 3300;

/** As parents read it, in each language; where that is too long, without what else they read there. */
function quotes(wordsIn: WordsIn, place: Place, field: Field, lines: FactLines): string {
  const quoted = (shown: Place) =>
    languages
      .map((language) => `<blockquote>${lines(wordsIn(language), shown, field).join("\n")}</blockquote>`)
      .join("\n");
  const whole = quoted(place);
  return readLength(whole) <= longestQuotes
    ? whole
    : quoted(withFact({ ...place, facts: { address: place.facts.address } }, field, factOf(place, field)));
}

/** As Telegram counts: without tags, and an escaped sign as one. */
function readLength(html: string): number {
  return html.replace(/<[^>]*>/g, "").replace(/&\w+;/g, "&").length;
}

export interface FactShown {
  readonly place: Place;
  readonly field: Field;
  /** As it is edited now. */
  readonly value: FactValue;
  readonly lines: FactLines;
  readonly wordsIn: WordsIn;
}

export function askFact(words: Words, { place, field, value, lines, wordsIn }: FactShown, asked: Asked): Answer {
  const { html, plain, language } = words;
  const kind = kindOf(field);
  const hasOwn = kind === "every" || kind === "line" || kind === "location";
  const prompt = hasOwn ? (field as Prompted) : (kind as Exclude<typeof kind, "every" | "line">);
  const text = [
    html("place-editing:fact", { field: plain(`place-editing:fields.${field}`), place: place.name[language] }),
    quotes(wordsIn, place, field, lines),
    html(`place-editing:ask.${prompt}`),
  ].join("\n\n");
  return {
    text: withWrong(words, asked.wrong, text),
    buttons: [
      ...choicesOf(words, field, value, wordsIn),
      ...(value !== null && kind !== "languages" && kind !== "every" ? [[button(words, "erase", "erase")]] : []),
      ways(words, asked),
    ],
  };
}

/** Fields of which it is said what to type. */
type Prompted = "name" | "address" | "location" | "phone" | "email" | "website";

function choicesOf(words: Words, field: Field, value: FactValue, wordsIn: WordsIn): ButtonRows {
  const { plain } = words;
  const choice = (name: "isFree" | "freeContribution" | "yes" | "no", tapped: string): Button => ({
    label: plain(`place-editing:buttons.${name}`),
    tap: answerTap(tapped),
  });
  switch (kindOf(field)) {
    case "line":
    case "location":
      return [];
    case "every":
    case "texts":
      return [inLanguages(words, wordsIn, value)];
    case "price":
      return [
        [choice("isFree", "free"), choice("freeContribution", "free_contribution")],
        inLanguages(words, wordsIn, value),
      ];
    case "yes-or-no":
      return [[choice("yes", "yes"), choice("no", "no")], inLanguages(words, wordsIn, value)];
    case "languages": {
      const spoken: readonly unknown[] = Array.isArray(value) ? value : [];
      const names = spokenLanguages.map((tag) => {
        const label = nameOf(words, tag);
        return {
          label: spoken.includes(tag) ? plain("place-editing:filled", { label }) : label,
          tap: answerTap(`tag${tag}`),
        };
      });
      return [...inRows(names, 2), [button(words, "done", "done")]];
    }
  }
}

function inLanguages({ plain }: Words, wordsIn: WordsIn, value: FactValue): readonly Button[] {
  return languages.map((language) => {
    const label = wordsIn(language).plain("telegram:languageName");
    const isWritten = textsIn(value)[language] !== undefined;
    return { label: isWritten ? plain("place-editing:filled", { label }) : label, tap: answerTap(language) };
  });
}

const namedOurselves: readonly string[] = ["ary", "ber", "vgt", "sfb"];

function nameOf({ language, plain }: Words, tag: string): string {
  const own = namedOurselves.includes(tag) ? { [tag]: plain(`place-editing:languageNames.${tag as "ary"}`) } : {};
  const name = languageNames(language, [tag], own);
  return `${name.charAt(0).toLocaleUpperCase(language)}${name.slice(1)}`;
}

export function askText(
  words: Words,
  { place, field, value, wordsIn }: Omit<FactShown, "lines">,
  language: Language,
  asked: Asked,
): Answer {
  const { html, plain } = words;
  const now = textsIn(value)[language];
  const values = {
    field: plain(`place-editing:fields.${field}`),
    place: place.name[words.language],
    language: wordsIn(language).plain("telegram:languageName"),
  };
  const text = [
    html("place-editing:askText", values),
    ...(now === undefined
      ? []
      : [`<blockquote>${wordsIn(language).html("place-editing:text", { text: now })}</blockquote>`]),
  ].join("\n\n");
  return {
    text: withWrong(words, asked.wrong, text),
    buttons: [
      ...(now === undefined || kindOf(field) === "every" ? [] : [[button(words, "erase", "erase")]]),
      ways(words, asked),
    ],
  };
}

/** @param place as it would be */
export function preview(
  words: Words,
  { place, field, lines, wordsIn }: Omit<FactShown, "value">,
  asked: Asked,
): Answer {
  const text = [words.html("place-editing:preview"), quotes(wordsIn, place, field, lines)].join("\n\n");
  return {
    text: withWrong(words, asked.wrong, text),
    buttons: [
      [button(words, "save", "confirm")],
      ...(kindOf(field) === "line" || kindOf(field) === "location" ? [] : [[button(words, "more", "more")]]),
      ways(words, asked),
    ],
  };
}

/**
 * What became of it.
 *
 * @param from the first day of hours that were saved
 */
export function ended(words: Words, how: "saved" | "dropped" | "notYours", from: Temporal.PlainDate | null): Answer {
  const text =
    how === "saved" && from !== null
      ? words.html("place-editing:savedFrom", { date: longDate(words.language, from) })
      : words.html(`place-editing:${how}`);
  return { text, buttons: [[editLink(words)]] };
}

export function nameLines({ html, language }: Words, { name }: Place): readonly string[] {
  return [html("place-editing:text", { text: name[language] })];
}

/** Where a map opens at that point; parents get the point itself. */
export function locationLines({ html }: Words, { facts: { location } }: Place): readonly string[] {
  if (location === undefined) {
    return [html("place-editing:noLocation")];
  }
  const [latitude, longitude] = [location.latitude, location.longitude].map((degrees) => degrees.toFixed(5));
  const map = `https://www.openstreetmap.org/?mlat=${latitude}&amp;mlon=${longitude}#map=18/${latitude}/${longitude}`;
  return [`<a href="${map}">${html("place-editing:location", { location: `${latitude}, ${longitude}` })}</a>`];
}

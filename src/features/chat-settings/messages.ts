import { languages } from "../../core/language.ts";
import type { Place } from "../../core/places/place.ts";
import type { Words, WordsIn } from "../../i18n/translate.ts";
import type { Answer, Button } from "../../telegram/answer.ts";
import { chooseLanguageButton, choosePlaceButton, type Moment, placesButton } from "./buttons.ts";
import type { ChatSettings } from "./repository.ts";
import type { StoredChatSettings } from "./settings.ts";

/** [Nederlands] [Français] [العربية] */
export function languageButtons(wordsIn: WordsIn, moment: Moment): readonly Button[] {
  return languages.map((language) => ({
    label: wordsIn(language).plain("telegram:languageName"),
    tap: chooseLanguageButton.tap(moment),
    language,
  }));
}

/** Its own buttons are the languages, so it needs none to be redrawn. */
export function chooseLanguage(words: Words, wordsIn: WordsIn, mayChoosePlace: boolean): Answer {
  const place = { label: words.plain("chat-settings:buttons.choosePlace"), tap: placesButton.tap({ page: 0 }) };
  return {
    text: words.html("chat-settings:choose"),
    buttons: [languageButtons(wordsIn, "later"), ...(mayChoosePlace ? [[place]] : [])],
  };
}

/** `kept`: the choice is stored; `failed`: it could not be; `here`: it is not stored in a group. */
export type Outcome = "kept" | "failed" | "here";

export function languageChosen({ html }: Words, outcome: Outcome): Answer {
  switch (outcome) {
    case "kept":
      return { text: `${html("chat-settings:chosen")} ${html("chat-settings:kept")}` };
    case "failed":
      return { text: `${html("chat-settings:chosenHere")} ${html("chat-settings:notKept")}` };
    case "here":
      return { text: html("chat-settings:chosenHere") };
  }
}

export interface PlaceChoice {
  /** Those of one page. */
  readonly places: readonly Place[];
  readonly page: number;
  readonly more: boolean;
  readonly chosen: Place | undefined;
  /** Whether the place of an old button is no longer there. */
  readonly gone: boolean;
}

/** Which place is the parent's own. */
export function choosePlace(
  { html, plain, language }: Words,
  { places, page, more, chosen, gone }: PlaceChoice,
  allPlaces: Button,
): Answer {
  const lines = [
    ...(gone ? [html("chat-settings:placeGone")] : []),
    ...(chosen === undefined ? [] : [html("chat-settings:placeNow", { place: chosen.name[language] })]),
    html("chat-settings:whichPlace"),
  ];
  const next = { label: plain("chat-settings:buttons.more"), tap: placesButton.tap({ page: page + 1 }) };
  const none = { label: plain("chat-settings:buttons.noPlace"), tap: choosePlaceButton.tap({ place: null }) };
  return {
    text: lines.join("\n\n"),
    buttons: [
      ...places.map(({ number, name }) => [{ label: name[language], tap: choosePlaceButton.tap({ place: number }) }]),
      ...(more ? [[next]] : []),
      [...(chosen === undefined ? [] : [none]), allPlaces],
    ],
    view: placesButton.tap({ page }),
  };
}

/** Today at that place, or at all of them, under what became of the choice. */
export function placeChosen({ html, language }: Words, place: Place | null, outcome: Outcome, today: Answer): Answer {
  if (outcome === "here") {
    return today;
  }
  const chosen =
    place === null
      ? html("chat-settings:noPlaceChosen")
      : html("chat-settings:placeChosen", { place: place.name[language] });
  const sentence = outcome === "failed" ? html("chat-settings:notKept") : `${chosen} ${html("chat-settings:kept")}`;
  return { ...today, text: [sentence, today.text].join("\n\n") };
}

/** Enough to see that it is the same code each time. */
const shownOfCode = 8;

/** The row as it stands in the database, its code shortened; in letters of one width. */
export function storedRow(
  { html, plain, ...words }: Words,
  { code, language, place: number, monthChosen }: StoredChatSettings,
  place: Place | undefined,
): string {
  const nothing = "–";
  const lines = [
    html("chat-settings:row.code", { code: `${code.toString("hex").slice(0, shownOfCode)}…` }),
    html("chat-settings:row.language", { language: language ?? nothing }),
    html("chat-settings:row.place", {
      place:
        place === undefined
          ? (number ?? nothing)
          : plain("chat-settings:row.named", { number: place.number, name: place.name[words.language] }),
    }),
    html("chat-settings:row.month", { month: monthChosen }),
  ];
  return `<pre>${lines.join("\n")}</pre>`;
}

/** What was erased; a row without either is one whose place is no longer there. */
export function erasedRow({ html }: Words, { language, place }: ChatSettings): string {
  if (language !== null && place !== null) {
    return html("chat-settings:erased.both");
  }
  return html(language === null ? "chat-settings:erased.place" : "chat-settings:erased.language");
}

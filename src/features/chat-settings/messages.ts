import { languages } from "../../core/language.ts";
import type { Words, WordsIn } from "../../i18n/translate.ts";
import type { Answer, Button } from "../../telegram/answer.ts";
import { chooseLanguageButton } from "./buttons.ts";

/** [Nederlands] [Français] [العربية] */
export function languageButtons(wordsIn: WordsIn, moment: "start" | "later"): readonly Button[] {
  return languages.map((language) => ({
    label: wordsIn(language).plain("telegram:languageName"),
    tap: chooseLanguageButton.tap(moment),
    language,
  }));
}

/** Its own buttons are the languages, so it needs none to be redrawn. */
export function chooseLanguage(words: Words, wordsIn: WordsIn): Answer {
  return { text: words.html("chat-settings:choose"), buttons: [languageButtons(wordsIn, "later")] };
}

/** `kept`: the choice is stored; `failed`: it could not be; `here`: it is not stored in a group. */
export function languageChosen({ html }: Words, outcome: "kept" | "failed" | "here"): Answer {
  switch (outcome) {
    case "kept":
      return { text: `${html("chat-settings:chosen")} ${html("chat-settings:kept")}` };
    case "failed":
      return { text: `${html("chat-settings:chosenHere")} ${html("chat-settings:notKept")}` };
    case "here":
      return { text: html("chat-settings:chosenHere") };
  }
}

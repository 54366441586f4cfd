import { type Language, languages } from "../../core/language.ts";
import type { Words, WordsIn } from "../../i18n/translate.ts";
import type { Answer, Button, MenuAnswer } from "../../telegram/answer.ts";
import type { Tap } from "../../telegram/buttons.ts";
import { helpButton } from "./buttons.ts";

export type MenuChoice = "open" | "week" | "where" | "language" | "help";

const menuRows: readonly (readonly MenuChoice[])[] = [
  ["open", "week"],
  ["where", "language", "help"],
];

function menuOf({ plain }: Words): MenuAnswer["menu"] {
  return {
    rows: menuRows.map((row) => row.map((choice) => plain(`companion:buttons.${choice}`))),
    placeholder: plain("companion:placeholder"),
  };
}

/** What was meant by the text of a menu button, in whichever language it was drawn. */
export function menuLabels(
  wordsIn: WordsIn,
): ReadonlyMap<string, { readonly choice: MenuChoice; readonly language: Language }> {
  return new Map(
    languages.flatMap((language) =>
      menuRows
        .flat()
        .map((choice) => [wordsIn(language).plain(`companion:buttons.${choice}`), { choice, language }] as const),
    ),
  );
}

export function welcome(words: Words, organisation: string | undefined): MenuAnswer {
  const { html } = words;
  const hello =
    organisation === undefined
      ? html("companion:welcome", { context: "nobody" })
      : html("companion:welcome", { organisation });
  const lines = [
    hello,
    html("companion:promise"),
    `${html("companion:reads")} ${html("companion:bot")}`,
    html("companion:type"),
  ];
  return { text: lines.join("\n\n"), menu: menuOf(words) };
}

/** Brings the keyboard in the language of the answer. */
export function menu(words: Words): MenuAnswer {
  return { text: words.html("companion:type"), menu: menuOf(words) };
}

/** For whoever's language nobody knows: a line in each, and English for good measure. */
export function helloInAllLanguages(wordsIn: WordsIn, chooseLanguage: readonly Button[]): Answer {
  const lines = languages.map((language) => wordsIn(language).html("companion:hello"));
  return { text: [...lines, wordsIn("nl").html("companion:helloInEnglish")].join("\n"), buttons: [chooseLanguage] };
}

export function help(words: Words, taps: readonly (readonly [MenuChoice, Tap])[]): Answer {
  const { html } = words;
  const topics = [
    html("companion:helpOpen"),
    html("companion:helpWeek"),
    html("companion:helpWhere"),
    html("companion:helpLocation"),
    html("companion:helpLanguage"),
  ];
  return {
    text: [html("companion:help"), topics.join("\n"), html("companion:helpTyped"), html("companion:emergency")].join(
      "\n\n",
    ),
    buttons: choiceButtons(words, taps),
    view: helpButton.tap(""),
  };
}

/** Two to a row, as wide as a thumb. */
export function choiceButtons(
  { plain }: Words,
  taps: readonly (readonly [MenuChoice, Tap])[],
): readonly (readonly Button[])[] {
  const buttons = taps.map(([choice, tap]) => ({ label: plain(`companion:buttons.${choice}`), tap }));
  return [buttons.slice(0, 2), buttons.slice(2)];
}

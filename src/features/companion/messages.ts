import { type Language, languages } from "../../core/language.ts";
import type { Words, WordsIn } from "../../i18n/translate.ts";
import type { Answer, Button, MenuAnswer } from "../../telegram/answer.ts";
import type { Tap } from "../../telegram/buttons.ts";
import { greetingButton, overviewButton } from "./buttons.ts";
import { listedButton } from "./topics/messages.ts";
import type { Topic } from "./topics/topic.ts";

export type MenuChoice = "open" | "week" | "where" | "first_visit" | "overview" | "language" | "feedback" | "subscribe";

/** What other features answer. */
export type OtherChoice = Exclude<MenuChoice, "first_visit" | "overview">;

const menuRows: readonly (readonly MenuChoice[])[] = [
  ["open", "week"],
  ["where", "first_visit"],
  ["overview", "language"],
];

/** All that can be asked: what most parents ask first, two to a row. */
const overviewRows: readonly (readonly (Topic | OtherChoice)[])[] = [
  ["open", "week"],
  ["where", "first_visit"],
  ["about", "not"],
  ["who", "welcome"],
  ["cost", "registration"],
  ["team", "languages"],
  ["bring", "rules"],
  ["full", "bridge"],
  ["human", "privacy"],
  ["language", "feedback"],
  ["subscribe"],
];

function menuOf({ plain, language }: Words): MenuAnswer["menu"] {
  return {
    language,
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

/** A word back, and what most want to know. */
export function greeting({ html }: Words, status: Answer): Answer {
  return { ...status, text: [html("companion:greeting"), status.text].join("\n\n"), view: greetingButton.tap("") };
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

export function overview(words: Words, taps: Readonly<Record<OtherChoice, Tap>>): Answer {
  const { html } = words;
  const button = (choice: Topic | OtherChoice): Button =>
    isOther(choice, taps) ? choiceButton(words, choice, taps[choice]) : listedButton(words, choice);
  return {
    text: [
      html("companion:overview"),
      [html("companion:howToAsk"), html("companion:nearest")].join("\n"),
      html("companion:emergency"),
    ].join("\n\n"),
    buttons: overviewRows.map((row) => row.map(button)),
    view: overviewButton.tap(""),
  };
}

function isOther(choice: Topic | OtherChoice, taps: Readonly<Record<OtherChoice, Tap>>): choice is OtherChoice {
  return choice in taps;
}

/** The way back from any answer. */
export function overviewLink(words: Words): Button {
  return choiceButton(words, "overview", overviewButton.tap(""));
}

export function choiceButton({ plain }: Words, choice: MenuChoice, tap: Tap): Button {
  return { label: plain(`companion:buttons.${choice}`), tap };
}

/** Two to a row, as wide as a thumb. */
export function choiceButtons(
  words: Words,
  taps: readonly (readonly [MenuChoice, Tap])[],
): readonly (readonly Button[])[] {
  const buttons = taps.map(([choice, tap]) => choiceButton(words, choice, tap));
  return [buttons.slice(0, 2), buttons.slice(2)];
}

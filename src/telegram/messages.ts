import type { Language } from "../core/language.ts";
import type { Words, WordsIn } from "../i18n/translate.ts";
import type { Answer, Button, ButtonRows } from "./answer.ts";
import type { Tap } from "./buttons.ts";
import type { CommandName } from "./feature.ts";

/** The buttons of an answer that took the place of another, with a way back where it has none of its own. */
export function buttonsWithWayBack(
  { buttons = [], view, ownButtonsOnly: buttonsAlone }: Answer,
  wayBack: Button,
): ButtonRows {
  if (buttonsAlone === true) {
    return buttons;
  }
  const leadsBack = (tap: Tap | undefined) => tap?.code === wayBack.tap.code;
  return leadsBack(view) || buttons.flat().some(({ tap }) => leadsBack(tap)) ? buttons : [...buttons, [wayBack]];
}

/** The buttons of an answer, with one that redraws it in Telegram's language where the answer is in another. */
export function buttonsWithLanguage(
  answer: Answer,
  language: Language,
  telegramLanguage: Language | undefined,
  wordsIn: WordsIn,
): ButtonRows {
  const rows = answer.buttons ?? [];
  if (answer.view === undefined || telegramLanguage === undefined || telegramLanguage === language) {
    return rows;
  }
  const label = wordsIn(telegramLanguage).plain("telegram:languageName");
  return [...rows, [{ label, tap: answer.view, language: telegramLanguage }]];
}

/** @param isUnsaved what was asked needs the database, which is away */
export function failed(words: Words, isUnsaved: boolean): string {
  return words.plain(isUnsaved ? "telegram:notSaved" : "telegram:failed");
}

export function oldButton(words: Words): string {
  return words.plain("telegram:oldButton");
}

/** Somebody asks faster than the bot may answer. */
export function tooFast(words: Words): string {
  return words.plain("telegram:tooFast");
}

/** @param who could: the team, its coordinators, or the team in private */
export function notAllowed(words: Words, who: "staff" | "coordinator" | "group"): string {
  return words.plain(`telegram:notAllowed.${who}`);
}

/** A button of a question that was answered, or of a conversation that is over. */
export function noSuchStep(words: Words): string {
  return words.plain("telegram:stepOver");
}

/** A conversation ended before its end; or there was none. */
export function stepOver(words: Words, how: "cancelled" | "nothing" | "altered"): Answer {
  return { text: words.html(`telegram:${how}`) };
}

/**
 * A question that still waits, after an answer to a cry for help. Nothing of what was typed is kept: the message replies to
 * it, so that the tap can read it there.
 */
export function askedAgain({ html, plain }: Words, question: Answer, asAnswer: Tap): Answer {
  return {
    ...question,
    text: [html("telegram:stillAsked"), question.text].join("\n\n"),
    buttons: [[{ label: plain("telegram:isMyAnswer"), tap: asAnswer }], ...(question.buttons ?? [])],
    inReply: true,
  };
}

/** How the bot presents itself in one language. */
export interface Profile {
  readonly name: string;
  readonly description: string;
  readonly shortDescription: string;
  readonly commands: readonly (readonly [command: string, description: string])[];
}

export function profileIn(
  { plain }: Words,
  commands: readonly CommandName[],
  organisation: string | undefined,
): Profile {
  return {
    name: plain("telegram:name"),
    description:
      organisation === undefined
        ? plain("telegram:description")
        : plain("telegram:description", { context: "organisation", organisation }),
    shortDescription: plain("telegram:shortDescription"),
    commands: commands.map((command) => [command, plain(`telegram:commands.${command}`)] as const),
  };
}

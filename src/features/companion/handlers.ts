import type { WordsIn } from "../../i18n/translate.ts";
import type { Answer, Button, MenuAnswer, Reply } from "../../telegram/answer.ts";
import type { Tap } from "../../telegram/buttons.ts";
import { type Feature, onTap, type Request } from "../../telegram/feature.ts";
import { helpButton } from "./buttons.ts";
import { helloInAllLanguages, help, type MenuChoice, menu, welcome } from "./messages.ts";

export interface CompanionParts {
  readonly wordsIn: WordsIn;
  readonly organisationName: () => string | undefined;
  /** The other features' answers, as buttons under the help. */
  readonly taps: readonly (readonly [MenuChoice, Tap])[];
  readonly chooseLanguage: readonly Button[];
}

export interface CompanionFeature extends Feature {
  readonly answerHelp: (request: Request) => Answer;
  readonly welcome: (request: Request) => MenuAnswer;
  readonly menu: (request: Request) => MenuAnswer;
}

export function createCompanionFeature({
  wordsIn,
  organisationName,
  taps,
  chooseLanguage,
}: CompanionParts): CompanionFeature {
  const welcomeTo = ({ words }: Request) => welcome(words, organisationName());
  const answerHelp = ({ words }: Request) => help(words, taps);

  function start(request: Request): Reply {
    return request.languageSource === "fallback"
      ? { show: helloInAllLanguages(wordsIn, chooseLanguage) }
      : { send: [welcomeTo(request)] };
  }

  return {
    answerHelp,
    welcome: welcomeTo,
    menu: ({ words }) => menu(words),
    commands: [
      { command: "start", permission: "anyone", answer: start },
      { command: "help", permission: "anyone", answer: (request) => ({ show: answerHelp(request) }) },
    ],
    taps: [onTap(helpButton, "anyone", (request) => ({ show: answerHelp(request) }))],
  };
}

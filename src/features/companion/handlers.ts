import type { Place } from "../../core/places/place.ts";
import type { WordsIn } from "../../i18n/translate.ts";
import type { Answer, Button, MenuAnswer, Reply } from "../../telegram/answer.ts";
import type { Tap } from "../../telegram/buttons.ts";
import { type Feature, onTap, type Request } from "../../telegram/feature.ts";
import { helpButton } from "./buttons.ts";
import { choiceButtons, helloInAllLanguages, help, type MenuChoice, menu, welcome } from "./messages.ts";
import { topicButton } from "./topics/buttons.ts";
import { topicAnswer } from "./topics/messages.ts";
import type { Topic } from "./topics/topic.ts";

export interface CompanionParts {
  readonly wordsIn: WordsIn;
  readonly organisationName: () => string | undefined;
  /** The other features' answers, as buttons under the help. */
  readonly taps: readonly (readonly [MenuChoice, Tap])[];
  readonly chooseLanguage: readonly Button[];
  readonly places: () => readonly Place[];
}

export interface CompanionFeature extends Feature {
  readonly answerHelp: (request: Request) => Answer;
  readonly answerTopic: (request: Request, topic: Topic) => Answer;
  readonly welcome: (request: Request) => MenuAnswer;
  readonly menu: (request: Request) => MenuAnswer;
}

export function createCompanionFeature({
  wordsIn,
  organisationName,
  taps,
  chooseLanguage,
  places,
}: CompanionParts): CompanionFeature {
  const welcomeTo = ({ words }: Request) => welcome(words, organisationName());
  const answerHelp = ({ words }: Request) => help(words, taps);
  const answerTopic = ({ words }: Request, topic: Topic) =>
    topicAnswer(words, topic, places(), choiceButtons(words, taps));

  function start(request: Request): Reply {
    return request.languageSource === "fallback"
      ? { show: helloInAllLanguages(wordsIn, chooseLanguage) }
      : { send: [welcomeTo(request)] };
  }

  return {
    answerHelp,
    answerTopic,
    welcome: welcomeTo,
    menu: ({ words }) => menu(words),
    commands: [
      { command: "start", permission: "anyone", answer: start },
      { command: "help", permission: "anyone", answer: (request) => ({ show: answerHelp(request) }) },
    ],
    taps: [
      onTap(helpButton, "anyone", (request) => ({ show: answerHelp(request) })),
      onTap(topicButton, "anyone", (request, topic) => ({ show: answerTopic(request, topic) })),
    ],
  };
}

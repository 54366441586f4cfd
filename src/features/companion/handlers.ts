import type { Place } from "../../core/places/place.ts";
import type { Intent } from "../../core/questions/intent.ts";
import type { WordsIn } from "../../i18n/translate.ts";
import type { Answer, Button, MenuAnswer, Reply } from "../../telegram/answer.ts";
import type { Tap } from "../../telegram/buttons.ts";
import { type Feature, onTap, type Request } from "../../telegram/feature.ts";
import { greetingButton, overviewButton } from "./buttons.ts";
import {
  choiceButton,
  choiceButtons,
  greeting,
  helloInAllLanguages,
  menu,
  type OtherChoice,
  overview,
  overviewLink,
  welcome,
} from "./messages.ts";
import { topicAtButton, topicButton } from "./topics/buttons.ts";
import { type Step, stepButton } from "./topics/first-visit/buttons.ts";
import { stepAnswer } from "./topics/first-visit/messages.ts";
import { type AskedPlaces, listedButton, topicAnswer } from "./topics/messages.ts";
import { narrowerTopic } from "./topics/narrower-topic.ts";
import type { Topic } from "./topics/topic.ts";

export interface CompanionParts {
  readonly wordsIn: WordsIn;
  readonly organisationName: () => string | undefined;
  /** The other features' answers, as buttons of the overview. */
  readonly taps: Readonly<Record<OtherChoice, Tap>>;
  /** Towards a place, for who came by its link. */
  readonly chooseLanguage: (place: Place | undefined) => readonly Button[];
  /** What a deep link leads to. */
  readonly answerLink: (request: Request, argument: string) => Reply | Promise<Reply>;
  readonly answerPrivacy: (request: Request) => Answer;
  /** How it stands today. */
  readonly answerStatus: (request: Request) => Answer;
  readonly places: () => readonly Place[];
  /** The place that was chosen in this chat, or else all. */
  readonly placesFor: (request: Request) => readonly Place[];
}

export interface CompanionFeature extends Feature {
  readonly answerOverview: (request: Request) => Answer;
  /** @param place the number of the one that was named */
  readonly answerTopic: (request: Request, topic: Topic, place?: number | null) => Answer;
  /** Where the words say more than the intent does: a question about prams within one about the first visit. */
  readonly answerNarrower: (request: Request, intent: Intent, text: string, place: number | null) => Answer | null;
  readonly welcome: (request: Request) => MenuAnswer;
  /** The same, or first the choice of a language where nobody knows hers. */
  readonly greet: (request: Request, place?: Place) => Answer | MenuAnswer;
  readonly menu: (request: Request) => MenuAnswer;
  /** To hello, thanks and goodbye alike. */
  readonly answerGreeting: (request: Request) => Answer;
}

export function createCompanionFeature(parts: CompanionParts): CompanionFeature {
  const { wordsIn, organisationName, taps, chooseLanguage } = parts;
  const welcomeTo = ({ words }: Request) => welcome(words, organisationName());
  const answerOverview = ({ words }: Request) => overview(words, taps);

  function answerStep({ words }: Request, step: Step): Answer {
    const whenAndWhere = choiceButtons(words, [
      ["open", taps.open],
      ["where", taps.where],
    ]);
    return stepAnswer(words, step, whenAndWhere, [[listedButton(words, "bring"), overviewLink(words)]]);
  }

  function placesAsked(request: Request, only: number | null): AskedPlaces {
    const all = parts.places();
    const named = all.length > 1;
    const one = all.find(({ number }) => number === only);
    return one === undefined
      ? { places: parts.placesFor(request), named, only: null }
      : { places: [one], named, only: one.number };
  }

  function answerTopic(request: Request, topic: Topic, place: number | null = null): Answer {
    if (topic === "first_visit") {
      return answerStep(request, 1);
    }
    if (topic === "privacy") {
      return parts.answerPrivacy(request);
    }
    const { words } = request;
    const below = [[choiceButton(words, "open", taps.open), overviewLink(words)]];
    return topicAnswer(words, topic, placesAsked(request, place), below);
  }

  const answerGreeting = (request: Request) => greeting(request.words, parts.answerStatus(request));

  const greet = (request: Request, place?: Place) =>
    request.languageSource === "fallback" ? helloInAllLanguages(wordsIn, chooseLanguage(place)) : welcomeTo(request);

  const start = (request: Request, argument: string): Reply | Promise<Reply> =>
    argument === "" ? { send: [greet(request)] } : parts.answerLink(request, argument);

  return {
    answerOverview,
    answerGreeting,
    answerTopic,
    answerNarrower(request, intent, text, place) {
      const topic = narrowerTopic(intent, text);
      return topic === undefined ? null : answerTopic(request, topic, place);
    },
    welcome: welcomeTo,
    greet,
    menu: ({ words }) => menu(words),
    commands: [
      { command: "about", permission: "anyone", answer: (request) => ({ show: answerTopic(request, "about") }) },
      { command: "help", permission: "anyone", answer: (request) => ({ show: answerOverview(request) }) },
      { command: "start", permission: "anyone", answer: start },
    ],
    taps: [
      onTap(greetingButton, "anyone", (request) => ({ show: answerGreeting(request) })),
      onTap(overviewButton, "anyone", (request) => ({ show: answerOverview(request) })),
      onTap(topicButton, "anyone", (request, topic) => ({ show: answerTopic(request, topic) })),
      onTap(topicAtButton, "anyone", (request, { topic, place }) => ({ show: answerTopic(request, topic, place) })),
      onTap(stepButton, "anyone", (request, step) => ({ show: answerStep(request, step) })),
    ],
  };
}

import { type HelpLine, linesFor, type Need } from "../../core/help-lines/help-line.ts";
import { languages } from "../../core/language.ts";
import type { Calendars } from "../../core/opening-hours/calendars.ts";
import type { Words, WordsIn } from "../../i18n/translate.ts";
import type { Answer, Button, Card } from "../../telegram/answer.ts";
import { type Feature, onTap, type Request } from "../../telegram/feature.ts";
import { eraseButton, listenersButton } from "./buttons.ts";
import {
  type Danger,
  despairAnswer,
  emergencyAnswer,
  eraseButtons,
  erased,
  helpCard,
  worryAnswer,
} from "./messages.ts";

export interface HelpLinesFeature extends Feature {
  /** @param sure whether the parent's language is known; otherwise the answer is in all three */
  readonly answerEmergency: (request: Request, danger: Danger, sure: boolean) => Answer;
  readonly answerDespair: (request: Request) => Answer;
  readonly answerWorry: (request: Request) => Answer;
  /** Whom to call, where cards are asked for. */
  readonly cardFor: (request: Request, need: Danger | "despair", sure: boolean) => Card;
}

export interface HelpLinesParts {
  readonly lines: readonly HelpLine[];
  readonly calendars: Calendars;
  readonly wordsIn: WordsIn;
  /** Where the place stands today, and its buttons. */
  readonly answerPlace: (request: Request) => Answer;
  /** To all that can be asked: "help" may only have meant the bot. */
  readonly overview: (words: Words) => Button;
}

export function createHelpLinesFeature(parts: HelpLinesParts): HelpLinesFeature {
  const { lines, calendars, wordsIn, answerPlace } = parts;

  /** Her own language, and where that is not sure, after it the others. */
  function spokenIn(request: Request, need: Danger | "despair", sure: boolean) {
    const own = request.words.language;
    const spoken = sure ? [own] : [own, ...languages.filter((language) => language !== own)];
    return spoken.map((language) => ({ words: wordsIn(language), lines: openLines(request, need, language) }));
  }

  const openLines = ({ now }: Request, need: Need, language: Request["words"]["language"]) =>
    linesFor(lines, need, language, now, calendars);

  const answerDespair = (request: Request) =>
    despairAnswer(request.words, openLines(request, "despair", request.words.language), answerPlace(request));
  const answerWorry = (request: Request) =>
    worryAnswer(request.words, openLines(request, "worry", request.words.language), answerPlace(request));

  return {
    answerEmergency(request, danger, sure) {
      // Whoever is threatened may be read over the shoulder. In a group the bot may not erase what others wrote.
      const erasable = request.chat.private && (danger === "violence" || danger === "suicide");
      const erase = erasable && request.message !== undefined ? eraseButtons(request.words, request.message) : [];
      const overview = danger === "unsure" && request.chat.private ? [[parts.overview(request.words)]] : [];
      return emergencyAnswer(spokenIn(request, danger, sure), danger, [...erase, ...overview]);
    },
    answerDespair,
    answerWorry,
    cardFor: (request, need, sure) => helpCard(request.words, spokenIn(request, need, sure), need),
    commands: [],
    taps: [
      onTap(eraseButton, "anyone", ({ words }, { message }) => ({
        erase: { messages: [message], done: erased(words, true), failed: erased(words, false) },
      })),
      onTap(listenersButton, "anyone", (request, need) => ({
        show: need === "worry" ? answerWorry(request) : answerDespair(request),
      })),
    ].map((tap) => ({ ...tap, isForNeed: true })),
  };
}

import type { Place, PlaceDirectory } from "../../core/places/place.ts";
import type { Transaction } from "../../database/client.ts";
import type { WordsIn } from "../../i18n/translate.ts";
import type { Answer, Button, MenuAnswer, Reply } from "../../telegram/answer.ts";
import { type Feature, onTap, type Request } from "../../telegram/feature.ts";
import { chooseLanguageButton, choosePlaceButton, languagesButton, type Moment, placesButton } from "./buttons.ts";
import {
  chooseLanguage,
  choosePlace,
  erasedRow,
  languageChosen,
  type Outcome,
  placeChosen,
  storedRow,
} from "./messages.ts";
import type { Choice } from "./repository.ts";
import type { Settings } from "./settings.ts";

export interface ChatSettingsParts {
  readonly wordsIn: WordsIn;
  readonly settings: Settings;
  readonly directory: PlaceDirectory;
  /** What greets a parent who has just chosen, with the keyboard in that language. */
  readonly welcome: (request: Request) => MenuAnswer;
  readonly menu: (request: Request) => MenuAnswer;
  /** What there is to say about a place, for who came to it by a link. */
  readonly answerPlace: (request: Request, place: Place) => Answer;
  /** Whether it is open today at one place, or at all of them. */
  readonly answerToday: (request: Request, place: number | "all") => Answer;
  /** [Alle plekken] */
  readonly allPlaces: (request: Request) => Button;
  readonly onFailure: (cause: unknown) => void;
}

export interface ChatSettingsFeature extends Feature {
  readonly answerLanguages: (request: Request) => Answer;
  /** Keeps the language of the request, as if it had been chosen with a button. */
  readonly answerInLanguage: (request: Request) => Promise<Reply>;
  /** What is remembered about a chat, as the privacy screens show and erase it. */
  readonly remembered: {
    readonly show: (request: Request) => Promise<string | null>;
    readonly erase: (transaction: Transaction, request: Request) => Promise<string | null>;
  };
}

/** Places in one message. */
const pageSize = 8;

export function createChatSettingsFeature(parts: ChatSettingsParts): ChatSettingsFeature {
  const { settings, directory, wordsIn } = parts;
  const mayChoosePlace = ({ chat }: Request) => chat.private && directory.all().length > 1;

  const answerLanguages = (request: Request) => chooseLanguage(request.words, wordsIn, mayChoosePlace(request));

  async function chooseLanguageAt(request: Request, moment: Moment): Promise<Reply> {
    const keyboard = moment === "later" ? parts.menu(request) : parts.welcome(request);
    const place = typeof moment === "string" ? undefined : directory.byNumber(moment.startAt);
    const outcome = await keep(request, { language: request.words.language });
    return {
      show: languageChosen(request.words, outcome),
      send: [keyboard, ...(place === undefined ? [] : [parts.answerPlace(request, place)])],
    };
  }

  function answerPlaces(request: Request, page: number, gone = false): Answer {
    if (!mayChoosePlace(request)) {
      return parts.answerToday(request, "all");
    }
    const all = directory.all();
    const first = page * pageSize < all.length ? page * pageSize : 0;
    const choice = {
      places: all.slice(first, first + pageSize),
      page: first / pageSize,
      more: all.length > first + pageSize,
      chosen: request.chosenPlace === undefined ? undefined : directory.byNumber(request.chosenPlace),
      gone,
    };
    return choosePlace(request.words, choice, parts.allPlaces(request));
  }

  async function choosePlaceAt(request: Request, number: number | null): Promise<Reply> {
    const place = number === null ? null : directory.byNumber(number);
    if (place === undefined) {
      return { show: answerPlaces(request, 0, true) };
    }
    const outcome = mayChoosePlace(request) ? await keep(request, { place: number }) : "here";
    // What is answered from here on is answered for the new choice.
    const chosenPlace = outcome === "kept" ? (number ?? undefined) : request.chosenPlace;
    const today = parts.answerToday({ ...request, chosenPlace }, number ?? "all");
    return { show: placeChosen(request.words, place, outcome, today) };
  }

  async function keep({ chat, now }: Request, choice: Choice): Promise<Outcome> {
    if (!chat.private) {
      return "here";
    }
    try {
      await settings.keep(chat.id, choice, now);
      return "kept";
    } catch (cause) {
      parts.onFailure(cause);
      return "failed";
    }
  }

  return {
    answerLanguages,
    answerInLanguage: (request) => chooseLanguageAt(request, "later"),
    remembered: {
      async show({ chat, words }) {
        const row = await settings.read(chat.id);
        return row === undefined ? null : storedRow(words, row, directory.byNumber(row.place ?? 0));
      },
      async erase(transaction, { chat, words }) {
        const row = await settings.erase(transaction, chat.id);
        return row === undefined ? null : erasedRow(words, row);
      },
    },
    commands: [
      { command: "language", permission: "anyone", answer: (request) => ({ show: answerLanguages(request) }) },
    ],
    taps: [
      onTap(languagesButton, "anyone", (request) => ({ show: answerLanguages(request) })),
      onTap(chooseLanguageButton, "anyone", chooseLanguageAt),
      onTap(placesButton, "anyone", (request, { page }) => ({ show: answerPlaces(request, page) })),
      onTap(choosePlaceButton, "anyone", (request, { place }) => choosePlaceAt(request, place)),
    ],
  };
}

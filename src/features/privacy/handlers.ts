import type { Language } from "../../core/language.ts";
import type { Organisation } from "../../core/places/place.ts";
import type { Database, Transaction } from "../../database/client.ts";
import type { WordsIn } from "../../i18n/translate.ts";
import type { Answer, MenuAnswer, Reply } from "../../telegram/answer.ts";
import { type Feature, onTap, type Request } from "../../telegram/feature.ts";
import { type ForgetStep, forgetButton, type PrivacyScreen, privacyButton } from "./buttons.ts";
import {
  access,
  askToForget,
  forgotten,
  notForgotten,
  overview,
  type StoredHere,
  stored,
  telegram,
  who,
} from "./messages.ts";

/** What one feature stores about a private chat. */
export interface Remembered {
  /** As it literally stands in the database, in Telegram's HTML; null where there is nothing. */
  readonly show: (request: Request) => Promise<string | null>;
  /** What erasing it means besides, said before it is; absent or null: nothing that goes without saying. */
  readonly besides?: (request: Request) => string | null;
  /** Erases it, and says what was erased; null where there was nothing. */
  readonly erase: (transaction: Transaction, request: Request) => Promise<string | null>;
}

export interface PrivacyParts {
  /** Of every feature that stores something about a chat. */
  readonly remembered: readonly Remembered[];
  readonly inTransaction: Database["inTransaction"];
  readonly organisation: () => Organisation | undefined;
  readonly wordsIn: WordsIn;
  readonly fallbackLanguage: Language;
  readonly menu: (request: Request) => MenuAnswer;
  readonly onFailure: (cause: unknown) => void;
}

export interface PrivacyFeature extends Feature {
  readonly answerPrivacy: (request: Request) => Answer;
}

export function createPrivacyFeature(parts: PrivacyParts): PrivacyFeature {
  const answerPrivacy = ({ words, chat }: Request) => overview(words, !chat.private);

  async function answerScreen(request: Request, screen: PrivacyScreen): Promise<Answer> {
    const { words } = request;
    switch (screen) {
      case "overview":
        return answerPrivacy(request);
      case "stored":
        return stored(words, await storedHere(request));
      case "telegram":
        return telegram(words);
      case "access":
        return access(words);
      case "who":
        return who(words, parts.organisation());
    }
  }

  async function storedHere(request: Request): Promise<StoredHere> {
    if (!request.chat.private) {
      return "group";
    }
    try {
      return present(await Promise.all(parts.remembered.map(({ show }) => show(request))));
    } catch (cause) {
      parts.onFailure(cause);
      return "unreachable";
    }
  }

  async function answerForget(request: Request, step: ForgetStep): Promise<Reply> {
    const { words, chat } = request;
    if (!chat.private) {
      return { show: notForgotten(words, "group") };
    }
    switch (step) {
      case "ask":
        return { show: askToForget(words, present(parts.remembered.map(({ besides }) => besides?.(request) ?? null))) };
      case "no":
        return { show: notForgotten(words, "kept") };
      case "yes":
        return forget(request);
    }
  }

  async function forget(request: Request): Promise<Reply> {
    const { words } = request;
    try {
      const erased = await parts.inTransaction((transaction) => eraseAll(transaction, request));
      const show = forgotten(words, erased, parts.organisation());
      return erased.length === 0 ? { show } : { show, send: [menuWithoutChoice(request)] };
    } catch (cause) {
      parts.onFailure(cause);
      return { show: notForgotten(words, "failed") };
    }
  }

  async function eraseAll(transaction: Transaction, request: Request): Promise<readonly string[]> {
    const erased: (string | null)[] = [];
    for (const { erase } of parts.remembered) {
      erased.push(await erase(transaction, request));
    }
    return present(erased);
  }

  /** The keyboard in the language that is spoken where none was chosen. */
  function menuWithoutChoice(request: Request): MenuAnswer {
    const language = request.telegramLanguage ?? parts.fallbackLanguage;
    return parts.menu({ ...request, words: parts.wordsIn(language), chosenPlace: undefined });
  }

  return {
    answerPrivacy,
    commands: [
      { command: "privacy", permission: "anyone", answer: (request) => ({ show: answerPrivacy(request) }) },
      { command: "forget", permission: "anyone", answer: (request) => answerForget(request, "ask") },
    ],
    taps: [
      onTap(privacyButton, "anyone", async (request, screen) => ({ show: await answerScreen(request, screen) })),
      onTap(forgetButton, "anyone", answerForget),
    ],
  };
}

function present(texts: readonly (string | null)[]): readonly string[] {
  return texts.filter((text) => text !== null);
}

import type { Language } from "../../core/language.ts";
import type { WordsIn } from "../../i18n/translate.ts";
import type { Answer, Button, MenuAnswer, Reply } from "../../telegram/answer.ts";
import { type Feature, onTap, type Request } from "../../telegram/feature.ts";
import { chooseLanguageButton, languagesButton } from "./buttons.ts";
import { chooseLanguage, languageButtons, languageChosen } from "./messages.ts";

export interface ChatSettingsParts {
  readonly wordsIn: WordsIn;
  /** Stores the choice under the chat's code. */
  readonly keepLanguage: (chatId: number, language: Language, now: Temporal.Instant) => Promise<void>;
  /** What greets a parent who has just chosen, with the keyboard in that language. */
  readonly welcome: (request: Request) => MenuAnswer;
  readonly menu: (request: Request) => MenuAnswer;
  readonly onFailure: (cause: unknown) => void;
}

export interface ChatSettingsFeature extends Feature {
  readonly answerLanguages: (request: Request) => Answer;
  readonly startButtons: readonly Button[];
}

export function createChatSettingsFeature(parts: ChatSettingsParts): ChatSettingsFeature {
  const answerLanguages = ({ words }: Request) => chooseLanguage(words, parts.wordsIn);

  async function choose(request: Request, moment: "start" | "later"): Promise<Reply> {
    const keyboard = moment === "start" ? parts.welcome(request) : parts.menu(request);
    return { show: languageChosen(request.words, await keep(request)), send: [keyboard] };
  }

  async function keep({ chat, words, now }: Request): Promise<"kept" | "failed" | "here"> {
    if (!chat.private) {
      return "here";
    }
    try {
      await parts.keepLanguage(chat.id, words.language, now);
      return "kept";
    } catch (cause) {
      parts.onFailure(cause);
      return "failed";
    }
  }

  return {
    answerLanguages,
    startButtons: languageButtons(parts.wordsIn, "start"),
    commands: [
      { command: "language", permission: "anyone", answer: (request) => ({ show: answerLanguages(request) }) },
    ],
    taps: [
      onTap(languagesButton, "anyone", (request) => ({ show: answerLanguages(request) })),
      onTap(chooseLanguageButton, "anyone", choose),
    ],
  };
}

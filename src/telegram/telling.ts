import { autoRetry } from "@grammyjs/auto-retry";
import { Api } from "grammy";
import type { Told } from "./answer.ts";
import { type AnswersWatch, watchAnswers } from "./bulk.ts";
import type { ButtonSigner } from "./buttons.ts";
import { failureOf, isGone, isNotModified } from "./errors.ts";
import { inlineKeyboard } from "./keyboard.ts";

/** Says something to members of the team that answers nothing of theirs: at a time of day, or since a colleague did something. */
export interface Telling {
  /**
   * @returns the number of the message; null where she cannot be reached any more
   * @throws where it may go better another time
   */
  tell(told: Told): Promise<number | null>;
  /** Draws a message anew. What is gone, or says that already, is left. */
  redraw(told: Told, message: number): Promise<void>;
}

/** @param watch hears of each call, where it must not take more from parents than it counts for */
export function createTelling(token: string, apiRoot: string, signer: ButtonSigner, watch?: AnswersWatch): Telling {
  const api = new Api(token, { apiRoot });
  if (watch !== undefined) {
    // Drawing a message anew counts as much as sending one.
    watchAnswers(api, watch, /./);
  }
  // A network fault is not retried: it may have arrived, and she would read it twice.
  api.config.use(autoRetry({ maxRetryAttempts: 3, maxDelaySeconds: 10, rethrowHttpErrors: true }));

  const optionsOf = ({ language, answer: { buttons = [] } }: Told) =>
    ({
      parse_mode: "HTML",
      link_preview_options: { is_disabled: true },
      ...(buttons.length > 0 ? { reply_markup: inlineKeyboard(signer, buttons, language, null) } : {}),
    }) as const;

  return {
    async tell(told) {
      try {
        const sent = await api.sendMessage(told.chat, told.answer.text, optionsOf(told));
        await told.answer.onShown?.(sent.message_id);
        return sent.message_id;
      } catch (error) {
        if (failureOf(error).kind === "unreachable") {
          return null;
        }
        throw error;
      }
    },
    async redraw(told, message) {
      try {
        await api.editMessageText(told.chat, message, told.answer.text, optionsOf(told));
      } catch (error) {
        if (!isGone(error) && !isNotModified(error) && failureOf(error).kind !== "unreachable") {
          throw error;
        }
      }
    },
  };
}

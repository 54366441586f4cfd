import { Api, GrammyError } from "grammy";
import type { InlineKeyboardMarkup } from "grammy/types";
import type { Attempt } from "../core/delivery/delivery.ts";
import type { Language } from "../core/language.ts";
import type { ButtonRows } from "./answer.ts";
import type { ButtonSigner } from "./buttons.ts";
import { isUnreachable } from "./errors.ts";
import { createHttpClient } from "./http-client.ts";
import { inlineKeyboard } from "./keyboard.ts";

export interface BulkMessage {
  readonly chatId: number;
  /** Telegram's HTML. */
  readonly text: string;
  /** The same object for all that have the same, in the same language. */
  readonly buttons: ButtonRows;
  readonly language: Language;
}

/** Tries once; what becomes of it is for the sender of many to decide. */
export type BulkSend = (message: BulkMessage) => Promise<Attempt>;

/** Seconds within which Telegram answers, or never will. */
const patience = 20;

/** What Telegram sends for nothing, in messages a second; above it each one is paid for. */
const freeRate = 30;

/** An API of its own: the bot's repeats what failed by itself, which would hide from the pacing what Telegram thinks of it. */
export function createBulkSend(token: string, apiRoot: string, signer: ButtonSigner, rate: number): BulkSend {
  const api = new Api(token, { apiRoot, timeoutSeconds: patience, fetch: createHttpClient(apiRoot) as never });
  const paid = rate > freeRate ? { allow_paid_broadcast: true } : {};
  /** The same buttons for as many as read the same. */
  const keyboards = new WeakMap<ButtonRows, InlineKeyboardMarkup>();

  function keyboardOf(buttons: ButtonRows, language: Language): InlineKeyboardMarkup {
    const keyboard = keyboards.get(buttons) ?? inlineKeyboard(signer, buttons, language, null);
    keyboards.set(buttons, keyboard);
    return keyboard;
  }

  return async ({ chatId, text, buttons, language }) => {
    try {
      await api.sendMessage(chatId, text, {
        parse_mode: "HTML",
        link_preview_options: { is_disabled: true },
        reply_markup: keyboardOf(buttons, language),
        ...paid,
      });
      return { kind: "sent" };
    } catch (error) {
      return attemptOf(error);
    }
  };
}

function attemptOf(error: unknown): Attempt {
  if (!(error instanceof GrammyError)) {
    return { kind: "lost" };
  }
  const { error_code: code, parameters } = error;
  if (code === 429) {
    return { kind: "too-many", seconds: parameters.retry_after ?? 1 };
  }
  if (isUnreachable(error)) {
    return { kind: "gone" };
  }
  // A token that is refused now may be mended; it is not the message's fault.
  return { kind: code >= 500 || code === 401 || code === 404 ? "unavailable" : "refused" };
}

/** Methods that count for Telegram's limit on sending. */
const sending = /^(send(?!ChatAction$)|copyMessage|forwardMessage)/;

/** Hears of what the bot answers to those who ask: it goes first, and counts for the same limit. */
export interface AnswersWatch {
  sent(): void;
  /** Telegram asks for patience. */
  tooMany(seconds: number): void;
}

/** To be called before anything that repeats calls: each repetition counts. @param counted the methods that do */
export function watchAnswers(api: Api, watch: AnswersWatch, counted: RegExp = sending): void {
  api.config.use(async (call, method, payload, signal) => {
    if (counted.test(method)) {
      watch.sent();
    }
    const answer = await call(method, payload, signal);
    if (!answer.ok && answer.error_code === 429) {
      watch.tooMany(answer.parameters?.retry_after ?? 1);
    }
    return answer;
  });
}

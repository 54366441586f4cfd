import { type Api, type Context, InputFile } from "grammy";
import type {
  InlineKeyboardMarkup,
  InlineQueryResultArticle,
  ReplyKeyboardMarkup,
  ReplyParameters,
} from "grammy/types";
import type { Words, WordsIn } from "../i18n/translate.ts";
import type { Answer, Button, Card, Menu, Outgoing, Photo, Reply, Told, Voice } from "./answer.ts";
import type { ButtonSigner } from "./buttons.ts";
import { isBadRequest, isGone, isNotModified, isTooLate } from "./errors.ts";
import type { Request } from "./feature.ts";
import { inlineKeyboard, inReadingOrder } from "./keyboard.ts";
import { buttonsWithLanguage, buttonsWithWayBack } from "./messages.ts";
import type { StoredFiles } from "./stored-files.ts";

/** Turns replies into calls of the Bot API. */
export interface Sender {
  show(ctx: Context, request: Request, reply: Reply): Promise<void>;
  /** Erases the message that was tapped and others; whether all of them could be. */
  erase(ctx: Context, messages: readonly number[]): Promise<boolean>;
  /** Every tap is answered, once. */
  answerTap(ctx: Context, notice: string | undefined): Promise<void>;
  /** Answers what was asked inline. */
  answerInline(ctx: Context, cards: readonly Card[]): Promise<void>;
  apologise(ctx: Context, text: string): Promise<void>;
  /** Tells somebody something, in a chat that is not the update's. */
  tell(api: Api, told: Told): Promise<void>;
}

/** Seconds for which Telegram may show the same cards for the same words: long enough for who types them twice, too short for a change to be missed. */
const cardsHold = 10;

interface SendOptions {
  readonly parse_mode: "HTML";
  readonly link_preview_options: { readonly is_disabled: true };
  readonly reply_markup?: InlineKeyboardMarkup;
}

/** @param wayBack from an answer that was reached by tapping */
export function createSender(
  signer: ButtonSigner,
  wordsIn: WordsIn,
  wayBack: (words: Words) => Button,
  files: StoredFiles,
): Sender {
  /** The same answer is often given again: its buttons are signed once. */
  const known = new WeakMap<Answer, Map<string, SendOptions>>();

  function optionsOf(answer: Answer, request: Request): SendOptions {
    const key = `${request.words.language} ${request.telegramLanguage} ${followsChat(request)}`;
    const ofAnswer = known.get(answer) ?? new Map<string, SendOptions>();
    known.set(answer, ofAnswer);
    const options = ofAnswer.get(key) ?? makeOptions(answer, request);
    ofAnswer.set(key, options);
    return options;
  }

  function makeOptions(answer: Answer, request: Request): SendOptions {
    const { words, telegramLanguage } = request;
    const rows = buttonsWithLanguage(answer, words.language, telegramLanguage, wordsIn);
    return {
      parse_mode: "HTML",
      link_preview_options: { is_disabled: true },
      ...(rows.length > 0
        ? { reply_markup: inlineKeyboard(signer, rows, words.language, followsChat(request) ? null : words.language) }
        : {}),
    };
  }

  async function send(ctx: Context, request: Request, outgoing: Outgoing): Promise<void> {
    const asked = answering(request);
    if ("location" in outgoing) {
      const { latitude, longitude } = outgoing.location;
      await ctx.replyWithVenue(latitude, longitude, outgoing.title, outgoing.address, asked);
    } else if ("menu" in outgoing) {
      // A keyboard for all would get in the way of a group.
      const markup = request.chat.private ? { reply_markup: replyKeyboard(outgoing.menu) } : {};
      await ctx.reply(outgoing.text, { parse_mode: "HTML", ...markup, ...asked });
    } else if ("photo" in outgoing || "voice" in outgoing) {
      if (!(await sendFile(ctx, request, outgoing))) {
        await ctx.reply(outgoing.otherwise, { parse_mode: "HTML", ...asked });
      }
    } else if ("document" in outgoing) {
      const file = new InputFile(outgoing.document, outgoing.name);
      await ctx.replyWithDocument(file, { caption: outgoing.caption, parse_mode: "HTML", ...asked });
    } else {
      if (outgoing.above !== undefined) {
        await sendFile(ctx, request, outgoing.above);
      }
      const options = { ...optionsOf(outgoing, request), ...answering(request, outgoing.inReply) };
      const sent = await ctx.reply(outgoing.text, options);
      await outgoing.onShown?.(sent.message_id);
    }
  }

  function sendFile(ctx: Context, request: Request, sent: Photo | Voice): Promise<boolean> {
    const options = { caption: sent.caption, parse_mode: "HTML", ...answering(request) } as const;
    if ("photo" in sent) {
      return files.send(sent.photo, async (file) => {
        const { photo } = await ctx.replyWithPhoto(file, options);
        // The last is the largest.
        return photo.at(-1)?.file_id ?? "";
      });
    }
    return files.send(sent.voice, async (file, duration) => {
      const { voice } = await ctx.replyWithVoice(file, { ...options, ...(duration === undefined ? {} : { duration }) });
      return voice.file_id;
    });
  }

  async function edit(ctx: Context, request: Request, answer: Answer): Promise<void> {
    try {
      const buttons = buttonsWithWayBack(answer, wayBack(request.words));
      await ctx.editMessageText(answer.text, optionsOf({ ...answer, buttons }, request));
    } catch (error) {
      if (isGone(error)) {
        await send(ctx, request, answer);
        return;
      }
      if (!isNotModified(error)) {
        throw error;
      }
    }
    await answer.onShown?.(ctx.callbackQuery?.message?.message_id ?? 0);
  }

  return {
    async show(ctx, request, reply) {
      if (reply.show !== undefined) {
        await (ctx.callbackQuery?.message === undefined ? send : edit)(ctx, request, reply.show);
      }
      for (const outgoing of reply.send ?? []) {
        await send(ctx, request, outgoing);
      }
    },
    async erase(ctx, messages) {
      const tapped = ctx.callbackQuery?.message?.message_id;
      try {
        return await ctx.deleteMessages([...messages, ...(tapped === undefined ? [] : [tapped])]);
      } catch (error) {
        // Too old, or gone already.
        if (isBadRequest(error)) {
          return false;
        }
        throw error;
      }
    },
    async answerTap(ctx, notice) {
      try {
        await ctx.answerCallbackQuery(notice === undefined ? {} : { text: notice });
      } catch (error) {
        if (!isTooLate(error)) {
          throw error;
        }
      }
    },
    async answerInline(ctx, cards) {
      try {
        // Personal: they speak the asker's language and begin with her place, which others must not see.
        await ctx.answerInlineQuery(cards.map(resultOf), { cache_time: cardsHold, is_personal: true });
      } catch (error) {
        if (!isTooLate(error)) {
          throw error;
        }
      }
    },
    async tell(api, { chat, language, answer: { text, buttons = [] } }) {
      await api.sendMessage(chat, text, {
        parse_mode: "HTML",
        link_preview_options: { is_disabled: true },
        ...(buttons.length > 0 ? { reply_markup: inlineKeyboard(signer, buttons, language, language) } : {}),
      });
    },
    async apologise(ctx, text) {
      if (ctx.inlineQuery !== undefined) {
        // There is no chat to say it in.
        await ctx.answerInlineQuery([], { cache_time: 0, is_personal: true });
        return;
      }
      try {
        await ctx.answerCallbackQuery(text);
      } catch {
        // No tap, or one that was answered before things went wrong.
        await ctx.reply(text);
      }
    },
  };
}

function resultOf({ id, title, description, text }: Card): InlineQueryResultArticle {
  return {
    type: "article",
    id,
    title,
    description,
    input_message_content: {
      message_text: text,
      parse_mode: "HTML",
      link_preview_options: { is_disabled: true },
    },
  };
}

/** Among many who talk, an answer points at the question. */
function answering({ chat, message }: Request, inReply = !chat.private): { reply_parameters?: ReplyParameters } {
  return !inReply || message === undefined
    ? {}
    : { reply_parameters: { message_id: message, allow_sending_without_reply: true } };
}

/**
 * Whether a message is in the language that holds in its chat. Its buttons then follow when that changes; where she typed or
 * tapped for another language, or others read along, they stay with the message's.
 */
function followsChat({ chat, languageSource }: Request): boolean {
  return chat.private && languageSource !== "typed" && languageSource !== "button";
}

function replyKeyboard({ language, rows, placeholder }: Menu): ReplyKeyboardMarkup {
  return {
    keyboard: rows.map((row) => inReadingOrder(row, language).map((text) => ({ text }))),
    is_persistent: true,
    resize_keyboard: true,
    input_field_placeholder: placeholder,
  };
}

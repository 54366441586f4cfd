import type { InlineKeyboardMarkup, ReplyKeyboardMarkup } from "@grammyjs/types";
import { badRequest } from "../refusal.ts";
import { type Arguments, isObject, json } from "./arguments.ts";
import { readInlineKeyboard } from "./inline-keyboard.ts";
import { readReplyKeyboard } from "./reply-keyboard.ts";

export type ReplyMarkup =
  | { readonly type: "none" }
  | { readonly type: "inline"; readonly markup: InlineKeyboardMarkup | null }
  | { readonly type: "reply"; readonly markup: ReplyKeyboardMarkup }
  | { readonly type: "remove" }
  | { readonly type: "force-reply" };

/** The `reply_markup` of a message that is being sent. */
export function readReplyMarkup(args: Arguments<"reply_markup">): ReplyMarkup {
  const markup = json(args, "reply_markup");
  if (markup === undefined) return { type: "none" };
  if (!isObject(markup)) throw badRequest("object expected as reply markup");
  if (markup.inline_keyboard !== undefined) {
    return { type: "inline", markup: readInlineKeyboard(markup.inline_keyboard) };
  }
  if (markup.keyboard !== undefined) return { type: "reply", markup: readReplyKeyboard(markup) };
  if (markup.remove_keyboard === true) return { type: "remove" };
  if (markup.force_reply === true) return { type: "force-reply" };
  return { type: "none" };
}

/** The `reply_markup` of a message that is being edited: only inline keyboards can be there. Null removes it. */
export function readEditedKeyboard(args: Arguments<"reply_markup">): InlineKeyboardMarkup | null {
  const markup = readReplyMarkup(args);
  switch (markup.type) {
    case "none":
      return null;
    case "inline":
      return markup.markup;
    case "reply":
    case "remove":
    case "force-reply":
      throw badRequest("inline keyboard expected");
  }
}

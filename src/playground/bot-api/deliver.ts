import type { Message } from "@grammyjs/types";
import { badRequest } from "../refusal.ts";
import { type AnyChat, type Content, inReplyTo } from "../world/chats.ts";
import type { World } from "../world/world.ts";
import { type Arguments, flag, integer, isObject, json } from "./arguments.ts";
import { writableChat } from "./chat-argument.ts";
import { type ReplyMarkup, readReplyMarkup } from "./reply-markup.ts";

/** What every method that sends a message understands. */
export type DeliveryArguments = Arguments<
  "chat_id" | "reply_markup" | "reply_parameters" | "reply_to_message_id" | "protect_content"
>;

/** Sends from the bot: checks the chat and the keyboard, and puts the message there. */
export function deliver<C extends Content>(world: World, args: DeliveryArguments, content: C): Message & C {
  const markup = readReplyMarkup(args);
  const chat = writableChat(world, args);
  const message = world.chats.append(chat, world.botUser, {
    ...repliedMessage(chat, args),
    ...content,
    ...(flag(args, "protect_content") ? { has_protected_content: true } : {}),
    ...(markup.type === "inline" && markup.markup !== null ? { reply_markup: markup.markup } : {}),
  });
  showReplyKeyboard(world, chat, markup);
  return message;
}

function repliedMessage(chat: AnyChat, args: DeliveryArguments): Content {
  const parameters = json(args, "reply_parameters");
  const messageId = isObject(parameters) ? parameters.message_id : integer(args, "reply_to_message_id");
  if (messageId === undefined || messageId === null) return {};
  const replied = chat.messages.get(Number(messageId));
  if (replied === undefined) {
    if (isObject(parameters) && parameters.allow_sending_without_reply === true) return {};
    throw badRequest("message to be replied not found");
  }
  return inReplyTo(replied);
}

/** Reply keyboards are no part of the message: they stay under the chat until another one comes. */
function showReplyKeyboard(world: World, chat: AnyChat, markup: ReplyMarkup): void {
  if (markup.type !== "reply" && markup.type !== "remove") return;
  chat.replyKeyboard = markup.type === "reply" ? markup.markup : null;
  world.announceChat(chat);
}

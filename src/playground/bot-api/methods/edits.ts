import type { InlineKeyboardMarkup, Message, Update } from "@grammyjs/types";
import { badRequest } from "../../refusal.ts";
import { type AnyChat, type Content, isGroup } from "../../world/chats.ts";
import { unixSeconds } from "../../world/clock.ts";
import type { World } from "../../world/world.ts";
import { type Arguments, integer, isObject, json, text } from "../arguments.ts";
import { knownChat, writableChat } from "../chat-argument.ts";
import type { Methods } from "../method.ts";
import { readEditedKeyboard } from "../reply-markup.ts";
import { readCaption, readText } from "../text-arguments.ts";

/** A bot may delete messages for two days. */
const secondsToDelete = 48 * 60 * 60;
const mostDeletedAtOnce = 100;

/** Changing and deleting messages that are there. */
export function editMethods(world: World): Methods {
  return {
    editMessageText(args) {
      const { chat, message } = ownMessage(world, args);
      const content = readText(args);
      if (message.text === undefined) throw badRequest("there is no text in the message to edit");
      const preview = json(args, "link_preview_options");
      const { text: _, entities, link_preview_options, reply_markup, ...kept } = message;
      return change(world, chat, message, {
        ...kept,
        ...content,
        ...(isObject(preview) ? { link_preview_options: preview } : {}),
        ...keyboard(readEditedKeyboard(args)),
      });
    },
    editMessageCaption(args) {
      const { chat, message } = ownMessage(world, args);
      const content = readCaption(args);
      if (!isCaptionable(message)) throw badRequest("there is no caption in the message to edit");
      const { caption, caption_entities, reply_markup, ...kept } = message;
      return change(world, chat, message, { ...kept, ...content, ...keyboard(readEditedKeyboard(args)) });
    },
    editMessageReplyMarkup(args) {
      const { chat, message } = ownMessage(world, args);
      const { reply_markup, ...kept } = message;
      return change(world, chat, message, { ...kept, ...keyboard(readEditedKeyboard(args)) });
    },
    deleteMessage(args) {
      const chat = knownChat(world, args);
      const messageId = readMessageId(args);
      const message = chat.messages.get(messageId);
      if (message === undefined) throw badRequest("message to delete not found");
      refuseOthersInGroup(world, chat, message);
      if (unixSeconds(world.clock.now) - message.date > secondsToDelete) {
        throw badRequest("message can't be deleted for everyone");
      }
      world.chats.remove(chat, messageId);
      return true;
    },
    deleteMessages(args) {
      const chat = knownChat(world, args);
      const messageIds = json(args, "message_ids");
      if (!Array.isArray(messageIds) || messageIds.length === 0)
        throw badRequest("message identifiers are not specified");
      if (messageIds.length > mostDeletedAtOnce) throw badRequest("too many message identifiers specified");
      // Telegram skips those that are not there; one that may not be deleted keeps all the others too.
      const messages = messageIds.flatMap((messageId) => chat.messages.get(Number(messageId)) ?? []);
      for (const message of messages) refuseOthersInGroup(world, chat, message);
      for (const { message_id } of messages) world.chats.remove(chat, message_id);
      return true;
    },
  };
}

/** The bot is no administrator: in a group it may delete only what it wrote itself. */
function refuseOthersInGroup(world: World, chat: AnyChat, { from }: Message): void {
  if (isGroup(chat) && from?.id !== world.bot.id) throw badRequest("message can't be deleted");
}

function readMessageId(args: Arguments<"message_id">): number {
  const messageId = integer(args, "message_id");
  if (messageId === null || messageId === 0) throw badRequest("message identifier is not specified");
  return messageId;
}

function ownMessage(
  world: World,
  args: Arguments<"chat_id" | "message_id" | "inline_message_id">,
): { chat: AnyChat; message: Message } {
  if (text(args, "inline_message_id") !== "") throw badRequest("MESSAGE_ID_INVALID");
  const messageId = readMessageId(args);
  const chat = writableChat(world, args);
  const message = chat.messages.get(messageId);
  if (message === undefined) throw badRequest("message to edit not found");
  if (message.from?.id !== world.bot.id) throw badRequest("message can't be edited");
  return { chat, message };
}

function change<M extends Message>(world: World, chat: AnyChat, before: Message, after: M): M & Update.Edited {
  if (sameContent(before, after)) {
    throw badRequest(
      "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
    );
  }
  const edited = { ...after, edit_date: unixSeconds(world.clock.now) };
  world.chats.replace(chat, edited);
  return edited;
}

/** Without a keyboard in the call, an edit takes away the one that was there. */
function keyboard(markup: InlineKeyboardMarkup | null): { reply_markup?: InlineKeyboardMarkup } {
  return markup === null ? {} : { reply_markup: markup };
}

/** Both were made by this server, so equal values are written equally. */
function sameContent(before: Message, after: Message): boolean {
  const content = ({ text, entities, caption, caption_entities, reply_markup }: Message) =>
    JSON.stringify([text, entities, caption, caption_entities, reply_markup]);
  return content(before) === content(after);
}

function isCaptionable(message: Content): boolean {
  return message.photo !== undefined || message.document !== undefined || message.voice !== undefined;
}

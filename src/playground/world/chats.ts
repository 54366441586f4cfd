import type { Chat, Message, ReplyKeyboardMarkup, User } from "@grammyjs/types";
import type { Clock } from "../../core/clock.ts";
import type { Person } from "../protocol.ts";
import type { Announcements } from "./announcements.ts";
import { unixSeconds } from "./clock.ts";

/** Enough to scroll back through a trial; it keeps a long benchmark from filling the memory. */
const messagesKeptPerChat = 500;

/** The private chat of one person with the bot. */
export interface PrivateChat {
  readonly person: Person;
  readonly user: User;
  readonly chat: Chat.PrivateChat;
  /** Oldest first. A message is never changed in place: updates that wait still show it as it was. */
  readonly messages: ReadonlyMap<number, Message>;
  /** Whether the person ever wrote: before that, a bot may not. */
  started: boolean;
  blocked: boolean;
  replyKeyboard: ReplyKeyboardMarkup | null;
}

/** A message without what the chat adds to it. */
export type Content = Partial<Omit<Message, "message_id" | "from" | "chat" | "date">>;

export interface Chats {
  get(id: number): PrivateChat | undefined;
  all(): Iterable<PrivateChat>;
  add(person: Person): PrivateChat;
  append<C extends Content>(chat: PrivateChat, from: User, content: C): Message & C;
  replace(chat: PrivateChat, message: Message): void;
  /** False when there was no such message. */
  remove(chat: PrivateChat, messageId: number): boolean;
}

export function createChats(clock: Clock, { announce }: Announcements): Chats {
  const chats = new Map<number, PrivateChat & { readonly messages: Map<number, Message> }>();
  // As for a real bot, message ids are counted over all private chats together.
  let lastMessageId = 0;

  const messagesOf = (chat: PrivateChat): Map<number, Message> => {
    const known = chats.get(chat.chat.id);
    if (known === undefined) throw new Error(`No chat ${chat.chat.id} in the playground.`);
    return known.messages;
  };

  return {
    get: (id) => chats.get(id),
    all: () => chats.values(),
    add(person) {
      const chat = {
        person,
        user: userOf(person),
        chat: { id: person.id, type: "private", first_name: person.firstName } satisfies Chat.PrivateChat,
        messages: new Map<number, Message>(),
        started: false,
        blocked: false,
        replyKeyboard: null,
      };
      chats.set(person.id, chat);
      return chat;
    },
    append(chat, from, content) {
      const messages = messagesOf(chat);
      lastMessageId += 1;
      const message = { message_id: lastMessageId, from, chat: chat.chat, date: unixSeconds(clock), ...content };
      messages.set(message.message_id, message);
      if (messages.size > messagesKeptPerChat) {
        const oldest = messages.keys().next();
        if (!oldest.done) messages.delete(oldest.value);
      }
      announce(() => ({ type: "message", chatId: chat.chat.id, message }));
      return message;
    },
    replace(chat, message) {
      messagesOf(chat).set(message.message_id, message);
      announce(() => ({ type: "edited", chatId: chat.chat.id, message }));
    },
    remove(chat, messageId) {
      const removed = messagesOf(chat).delete(messageId);
      if (removed) announce(() => ({ type: "deleted", chatId: chat.chat.id, messageId }));
      return removed;
    },
  };
}

function userOf(person: Person): User {
  return {
    id: person.id,
    is_bot: false,
    first_name: person.firstName,
    ...(person.languageCode === undefined ? {} : { language_code: person.languageCode }),
  };
}

import type { Chat, Message, ReplyKeyboardMarkup, User } from "@grammyjs/types";
import type { Clock } from "../../core/clock.ts";
import type { Person } from "../protocol.ts";
import type { Announcements } from "./announcements.ts";
import { unixSeconds } from "./clock.ts";

/** Enough to scroll back through a trial; it keeps a long benchmark from filling the memory. */
const messagesKeptPerChat = 500;
/** Ids of supergroups begin with -100, and have more digits than 32 bits hold. */
const highestGroupId = -1_001_000_000_001;

interface Conversation {
  /** Oldest first. A message is never changed in place: updates that wait still show it as it was. */
  readonly messages: ReadonlyMap<number, Message>;
  replyKeyboard: ReplyKeyboardMarkup | null;
}

/** The private chat of one person with the bot. */
export interface PrivateChat extends Conversation {
  readonly person: Person;
  readonly user: User;
  readonly chat: Chat.PrivateChat;
  /** Whether the person ever wrote: before that, a bot may not. */
  started: boolean;
  blocked: boolean;
}

/** People among themselves, with the bot as one more member. */
export interface GroupChat extends Conversation {
  readonly chat: Chat.SupergroupChat;
  /** Each with the private chat that makes a person known here. */
  readonly members: readonly PrivateChat[];
}

export type AnyChat = PrivateChat | GroupChat;

type Kept<C extends AnyChat> = C & { readonly messages: Map<number, Message> };

export function isGroup(chat: AnyChat): chat is GroupChat {
  return "members" in chat;
}

/** A message without what the chat adds to it. */
export type Content = Partial<Omit<Message, "message_id" | "from" | "chat" | "date">>;

export interface Chats {
  get(id: number): AnyChat | undefined;
  /** Those with one person each. */
  privateChats(): readonly PrivateChat[];
  groups(): readonly GroupChat[];
  add(person: Person): PrivateChat;
  addGroup(title: string, members: readonly PrivateChat[]): GroupChat;
  append<C extends Content>(chat: AnyChat, from: User, content: C): Message & C;
  replace(chat: AnyChat, message: Message): void;
  /** False when there was no such message. */
  remove(chat: AnyChat, messageId: number): boolean;
}

export function createChats(clock: Clock, { announce }: Announcements): Chats {
  const privateChats = new Map<number, Kept<PrivateChat>>();
  const groups = new Map<number, Kept<GroupChat>>();
  const find = (id: number) => privateChats.get(id) ?? groups.get(id);
  // As for a real bot, message ids are counted over all private chats together, and in each supergroup by itself.
  const lastMessageIds = new Map<number | "private", number>();

  const nextMessageId = (chat: AnyChat): number => {
    const counter = isGroup(chat) ? chat.chat.id : "private";
    const messageId = (lastMessageIds.get(counter) ?? 0) + 1;
    lastMessageIds.set(counter, messageId);
    return messageId;
  };

  const messagesOf = (chat: AnyChat): Map<number, Message> => {
    const known = find(chat.chat.id);
    if (known === undefined) throw new Error(`No chat ${chat.chat.id} in the playground.`);
    return known.messages;
  };

  return {
    get: find,
    privateChats: () => [...privateChats.values()],
    groups: () => [...groups.values()],
    add(person) {
      const chat = {
        person,
        user: userOf(person),
        chat: { id: person.id, type: "private", ...namesOf(person) } satisfies Chat.PrivateChat,
        messages: new Map<number, Message>(),
        started: false,
        blocked: false,
        replyKeyboard: null,
      };
      privateChats.set(person.id, chat);
      return chat;
    },
    addGroup(title, members) {
      const id = highestGroupId - groups.size;
      const chat = {
        chat: { id, type: "supergroup", title } satisfies Chat.SupergroupChat,
        members,
        messages: new Map<number, Message>(),
        replyKeyboard: null,
      };
      groups.set(id, chat);
      return chat;
    },
    append(chat, from, content) {
      const messages = messagesOf(chat);
      const message = { message_id: nextMessageId(chat), from, chat: chat.chat, date: unixSeconds(clock), ...content };
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
      const messages = messagesOf(chat);
      const removed = messages.delete(messageId);
      if (removed) announce(() => ({ type: "deleted", chatId: chat.chat.id, messageId }));
      // What replied to it shows it no more.
      for (const { reply_to_message: original, ...reply } of [...messages.values()]) {
        if (removed && original?.message_id === messageId) {
          messages.set(reply.message_id, reply);
          announce(() => ({ type: "edited", chatId: chat.chat.id, message: reply }));
        }
      }
      return removed;
    },
  };
}

/** What a message says of the one it replies to, which is shown without its own reply. */
export function inReplyTo({ reply_to_message: _, ...withoutOwnReply }: Message): Content {
  // The types say that a replied message has an undefined reply of its own; Telegram leaves the field out.
  return { reply_to_message: withoutOwnReply as NonNullable<Message["reply_to_message"]> };
}

function userOf(person: Person): User {
  return {
    id: person.id,
    is_bot: false,
    ...namesOf(person),
    ...(person.languageCode === undefined ? {} : { language_code: person.languageCode }),
  };
}

function namesOf({ firstName, lastName, username }: Person): Pick<User, "first_name" | "last_name" | "username"> {
  return {
    first_name: firstName,
    ...(lastName === undefined ? {} : { last_name: lastName }),
    ...(username === undefined ? {} : { username }),
  };
}

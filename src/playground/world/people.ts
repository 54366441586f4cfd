import type { ChatMember, Message } from "@grammyjs/types";
import { formatTyped } from "../formatting/format-text.ts";
import type { Addressing, NewGroup, OutgoingMessage, Tap } from "../protocol.ts";
import { Refusal } from "../refusal.ts";
import { type AnyChat, type Content, type GroupChat, inReplyTo, isGroup, type PrivateChat } from "./chats.ts";
import { unixSeconds } from "./clock.ts";
import { ownFileContent } from "./own-files.ts";
import { reachesBot } from "./privacy-mode.ts";
import { createSamples } from "./samples.ts";
import type { World } from "./world.ts";

const longestText = 4096;
/** `callback_data` may be forged, but not be longer than Telegram lets it through. */
const longestTapBytes = 64;

/** What people do. All of it reaches the bot as an update, except what in a group is not meant for it. */
export interface People {
  makeGroup(group: NewGroup): GroupChat;
  write(chat: AnyChat, message: OutgoingMessage & Addressing): Message;
  /** Answers the id of the callback query. */
  tap(chat: AnyChat, tap: Tap): string;
  setBlocked(chat: PrivateChat, blocked: boolean): void;
}

export function createPeople(world: World): People {
  const { botUser, chats, updates, clock } = world;
  const sampleContent = createSamples(world.files);
  // One for each chat in Telegram, for games; a number is enough for it.
  const chatInstance = (chat: AnyChat) => String(BigInt(chat.chat.id) * 4_294_967_311n);

  const contentOf = (message: OutgoingMessage): Content => {
    if ("sample" in message) return sampleContent(message.sample);
    if ("file" in message) return ownFileContent(world.files, message.file);
    if ("location" in message) return { location: message.location };
    if ("contact" in message) {
      return { contact: { phone_number: message.contact.phoneNumber, first_name: message.contact.firstName } };
    }
    const { text, entities } = formatTyped(message.text);
    if (text === "") throw new Refusal(400, "The text is empty; Telegram sends no message without content.");
    if (text.length > longestText) {
      throw new Refusal(400, `The text has ${text.length} characters; Telegram allows ${longestText}.`);
    }
    return { text, ...(entities.length === 0 ? {} : { entities: [...entities] }) };
  };

  return {
    makeGroup(newGroup) {
      const group = world.addGroup(newGroup);
      updates.queue.push("my_chat_member", {
        chat: group.chat,
        from: world.person(newGroup.members[0] ?? 0).user,
        date: unixSeconds(clock.now),
        old_chat_member: { user: botUser, status: "left" },
        new_chat_member: { user: botUser, status: "member" },
      });
      return group;
    },
    write(chat, { from, replyTo: repliedId, ...outgoing }) {
      const { user } = actorIn(chat, from);
      const replied = repliedId === undefined ? {} : inReplyTo(messageIn(chat, repliedId));
      const message = chats.append(chat, user, { ...replied, ...contentOf(outgoing) });
      if (isGroup(chat)) {
        if (reachesBot(message, botUser)) updates.queue.push("message", { ...message, from: user, chat: chat.chat });
        return message;
      }
      chat.started = true;
      updates.queue.push("message", { ...message, from: user, chat: chat.chat });
      if (usesUp(chat, message)) {
        chat.replyKeyboard = null;
        world.announceChat(chat);
      }
      return message;
    },
    tap(chat, { messageId, data, from }) {
      const { user } = actorIn(chat, from);
      const message = messageIn(chat, messageId);
      if (message.via_bot !== undefined) {
        throw new Refusal(400, "The playground knows no taps under messages that were sent inline.");
      }
      if (message.from?.id !== botUser.id) throw new Refusal(400, "Only messages of the bot have buttons.");
      if (data === "" || Buffer.byteLength(data) > longestTapBytes) {
        throw new Refusal(400, `The data of a button is 1 to ${longestTapBytes} bytes.`);
      }
      const id = world.taps.open(chat.chat.id);
      updates.queue.push("callback_query", { id, from: user, message, chat_instance: chatInstance(chat), data });
      return id;
    },
    setBlocked(chat, blocked) {
      if (chat.blocked === blocked) return;
      const status = (isBlocked: boolean): ChatMember =>
        isBlocked ? { user: botUser, status: "kicked", until_date: 0 } : { user: botUser, status: "member" };
      chat.blocked = blocked;
      updates.queue.push("my_chat_member", {
        chat: chat.chat,
        from: chat.user,
        date: unixSeconds(clock.now),
        old_chat_member: status(!blocked),
        new_chat_member: status(blocked),
      });
      world.announceChat(chat);
    },
  };
}

/** Who acts in a chat: in a private one its person, in a group the member who is named. */
export function actorIn(chat: AnyChat, from: number | undefined): PrivateChat {
  if (isGroup(chat)) {
    const member = chat.members.find(({ person }) => person.id === from);
    if (member !== undefined) return member;
    throw new Refusal(400, `"from" must be one of the members of the group "${chat.chat.title}".`);
  }
  if (from !== undefined && from !== chat.person.id) {
    throw new Refusal(400, `Only ${chat.person.firstName} writes and taps in this private chat.`);
  }
  if (chat.blocked) throw new Refusal(409, `${chat.person.firstName} blocked the bot and must unblock it first.`);
  return chat;
}

function messageIn(chat: AnyChat, messageId: number): Message {
  const message = chat.messages.get(messageId);
  if (message === undefined) throw new Refusal(404, `There is no message ${messageId} in this chat.`);
  return message;
}

/** A keyboard for one time goes when one of its buttons was used. */
function usesUp(chat: PrivateChat, message: Message): boolean {
  if (chat.replyKeyboard?.one_time_keyboard !== true) return false;
  return chat.replyKeyboard.keyboard.flat().some((button) => {
    if (typeof button === "string") return button === message.text;
    if ("request_location" in button) return message.location !== undefined;
    if ("request_contact" in button) return message.contact !== undefined;
    return button.text === message.text;
  });
}

import { randomInt } from "node:crypto";
import type { User, UserFromGetMe } from "@grammyjs/types";
import type { ChatState, GroupState, NewGroup, Person, PlaygroundState } from "../protocol.ts";
import { Refusal } from "../refusal.ts";
import { createUpdates, type Updates } from "../updates/updates.ts";
import { type Announcements, createAnnouncements } from "./announcements.ts";
import { type BotProfile, createBotProfile, twoLetterCode } from "./bot-profile.ts";
import { type AnyChat, type Chats, createChats, type GroupChat, isGroup, type PrivateChat } from "./chats.ts";
import { createSettableClock, type SettableClock } from "./clock.ts";
import { createFiles, type Files } from "./files.ts";
import { createInlineQueries, type InlineQueries } from "./inline-queries.ts";
import { createTaps, type Taps } from "./taps.ts";

export interface WorldOptions {
  /** As BotFather gives them, `110201543:AAH…`: the number is the bot's id. */
  readonly token: string;
  readonly botUsername: string;
  readonly people: readonly Person[];
  /** More of them, who wrote to the bot before. */
  readonly acquaintances?: readonly Person[];
  /** IANA name; for times that are set without a zone of their own. */
  readonly timeZone: string;
  /** Where the clock stands still from the start. */
  readonly fixedNow?: Temporal.ZonedDateTime;
}

/** Everything this Telegram knows: one bot, the people around it, their chats and what waits for the bot. */
export interface World {
  /** As `getMe` tells it. */
  readonly bot: UserFromGetMe;
  /** As messages show it: Telegram tells the rest only in `getMe`. */
  readonly botUser: User;
  readonly clock: SettableClock;
  readonly chats: Chats;
  readonly profile: BotProfile;
  readonly files: Files;
  readonly taps: Taps;
  readonly inlineQueries: InlineQueries;
  readonly updates: Updates;
  readonly announcements: Announcements;
  addPerson(person: Omit<Person, "id">): PrivateChat;
  /** The private chat by which a person is known; refused when there is nobody with this id. */
  person(id: number): PrivateChat;
  addGroup(group: NewGroup): GroupChat;
  describeChat(chat: PrivateChat): ChatState;
  describeGroup(group: GroupChat): GroupState;
  describe(): PlaygroundState;
  /** Tells the pages everything about a chat, after a change that no event of its own says. */
  announceChat(chat: AnyChat): void;
}

export function createWorld(options: WorldOptions, onWebhookReply: (reply: unknown) => void): World {
  const bot = describeBot(options);
  const clock = createSettableClock(options.timeZone, options.fixedNow);
  const announcements = createAnnouncements();
  const chats = createChats(clock.now, announcements);
  const profile = createBotProfile(bot.first_name, () => {
    for (const chat of chats.privateChats()) announceChat(chat);
  });

  const describeChat = (chat: PrivateChat): ChatState => {
    const language = twoLetterCode(chat.person.languageCode);
    return {
      person: chat.person,
      blocked: chat.blocked,
      messages: [...chat.messages.values()],
      replyKeyboard: chat.replyKeyboard,
      commands: profile.commands.shownTo(chat.chat.id, language),
      botName: profile.name.shownIn(language),
      botDescription: profile.description.shownIn(language),
      botShortDescription: profile.shortDescription.shownIn(language),
    };
  };
  const describeGroup = ({ chat, members, messages, replyKeyboard }: GroupChat): GroupState => ({
    id: chat.id,
    title: chat.title,
    members: members.map(({ person }) => person),
    messages: [...messages.values()],
    replyKeyboard,
  });
  const announceChat = (chat: AnyChat) =>
    announcements.announce(() =>
      isGroup(chat)
        ? { type: "group", chatId: chat.chat.id, group: describeGroup(chat) }
        : { type: "chat", chatId: chat.chat.id, chat: describeChat(chat) },
    );
  const person = (id: number): PrivateChat => {
    const chat = chats.get(id);
    if (chat === undefined || isGroup(chat)) throw new Refusal(404, `There is no person ${id} in the playground.`);
    return chat;
  };

  for (const person of options.people) chats.add(person);
  for (const person of options.acquaintances ?? []) chats.add(person).started = true;

  return {
    bot,
    botUser: { id: bot.id, is_bot: true, first_name: bot.first_name, username: bot.username },
    clock,
    chats,
    profile,
    files: createFiles(),
    taps: createTaps(clock.now),
    inlineQueries: createInlineQueries(clock.now),
    updates: createUpdates(clock.now, onWebhookReply),
    announcements,
    addPerson(person) {
      const chat = chats.add({ ...person, id: freeId(chats) });
      announceChat(chat);
      return chat;
    },
    person,
    addGroup({ title, members }) {
      const group = chats.addGroup(title, [...new Set(members)].map(person));
      announceChat(group);
      return group;
    },
    describeChat,
    describeGroup,
    describe: () => ({
      bot,
      chats: chats.privateChats().map(describeChat),
      groups: chats.groups().map(describeGroup),
      clock: clock.state(),
    }),
    announceChat,
  };
}

function describeBot({ token, botUsername }: WorldOptions): UserFromGetMe {
  return {
    // A real token begins with the bot's id: `110201543:AAH…`.
    id: Number(/^(\d{1,15}):/.exec(token)?.[1] ?? randomInt(1, 2 ** 31)),
    is_bot: true,
    first_name: botUsername,
    username: botUsername,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_guest_queries: false,
    supports_inline_queries: true,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
  };
}

function freeId(chats: Chats): number {
  for (;;) {
    const id = randomInt(1, 2 ** 31);
    if (chats.get(id) === undefined) return id;
  }
}

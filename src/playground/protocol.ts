/**
 * What the chat page and the acting parent of the tests exchange with the playground, as JSON over HTTP under `/playground`.
 *
 * | request                                   | body                         | answer                      |
 * |-------------------------------------------|------------------------------|-----------------------------|
 * | GET  /playground/state                    |                              | PlaygroundState             |
 * | GET  /playground/events                   |                              | server-sent PlaygroundEvent |
 * | POST /playground/people                   | NewPerson                    | ChatState                   |
 * | POST /playground/groups                   | NewGroup                     | GroupState                  |
 * | POST /playground/chats/:id/messages       | OutgoingMessage & Addressing | Message                     |
 * | POST /playground/chats/:id/taps           | Tap                          | { id: string } of the query |
 * | PUT  /playground/chats/:id/blocked        | { blocked }                  | ChatState                   |
 * | POST /playground/inline-queries           | InlineQuestion               | { id: string } of the query |
 * | POST /playground/inline-choices           | InlineChoice                 | Message                     |
 * | PUT  /playground/clock                    | { now: string or null }      | { now, fixed }              |
 * | PUT  /playground/faults                   | Faults                       | Faults                      |
 * | GET  /playground/files/:fileId            |                              | the bytes                   |
 *
 * A refused request answers 4xx with `{ error: string }`: one sentence.
 */
import type {
  BotCommand,
  InlineQuery,
  InlineQueryResultsButton,
  Message,
  ReplyKeyboardMarkup,
  UserFromGetMe,
} from "@grammyjs/types";

export interface Person {
  /** Also the id of the person's private chat with the bot. */
  readonly id: number;
  readonly firstName: string;
  readonly lastName?: string;
  /** Without the `@`. */
  readonly username?: string;
  /** IETF tag as Telegram sends it; absent where Telegram does not know. */
  readonly languageCode?: string;
  readonly role: "parent" | "staff";
}

export type NewPerson = Omit<Person, "id" | "lastName" | "username">;

/** The private chat of one person with the bot. */
export interface ChatState {
  readonly person: Person;
  readonly blocked: boolean;
  /** Oldest first, as the Bot API shows them: `text` with `entities`, `photo`, `reply_markup`, … */
  readonly messages: readonly Message[];
  readonly replyKeyboard: ReplyKeyboardMarkup | null;
  /** Commands, name and descriptions as this person's Telegram would show them. */
  readonly commands: readonly BotCommand[];
  readonly botName: string;
  readonly botDescription: string;
  readonly botShortDescription: string;
}

export interface NewGroup {
  readonly title: string;
  /** Ids of people. The first one makes the group and brings the bot, which is a member without rights. */
  readonly members: readonly number[];
}

/** A supergroup, in which the bot is. */
export interface GroupState {
  /** Below zero, as Telegram's are. */
  readonly id: number;
  readonly title: string;
  readonly members: readonly Person[];
  readonly messages: readonly Message[];
  /** The bot's last one: everybody in the group has it under the chat. */
  readonly replyKeyboard: ReplyKeyboardMarkup | null;
}

export interface PlaygroundState {
  readonly bot: UserFromGetMe;
  readonly chats: readonly ChatState[];
  readonly groups: readonly GroupState[];
  readonly clock: ClockState;
}

export interface ClockState {
  /** `2026-11-25T10:00:00+01:00[Europe/Brussels]` */
  readonly now: string;
  readonly fixed: boolean;
}

/** What a person sends: exactly one of these. Voices, documents and the like are small samples named by their kind, or files of her own. */
export type OutgoingMessage =
  | { readonly text: string }
  | { readonly location: { readonly latitude: number; readonly longitude: number } }
  | { readonly contact: { readonly phoneNumber: string; readonly firstName: string } }
  | { readonly sample: "photo" | "voice" | "sticker" | "document" | "video" | "contact" }
  | { readonly file: OwnFile };

/** A photo, or a voice message that was recorded elsewhere. */
export interface OwnFile {
  readonly kind: "photo" | "voice";
  /** The bytes in base64. */
  readonly content: string;
}

export interface Addressing {
  /** The person who writes: needed in a group, where it is one of the members. */
  readonly from?: number | undefined;
  /** The id of the message in this chat that is replied to. */
  readonly replyTo?: number | undefined;
}

export interface Tap {
  readonly messageId: number;
  /** The `callback_data` of the button. */
  readonly data: string;
  /** The person who taps: needed in a group, where it is one of the members. */
  readonly from?: number | undefined;
}

/** What a person types after `@username_of_the_bot` in any chat, before anything is sent. */
export interface InlineQuestion {
  readonly from: number;
  readonly query: string;
  readonly offset?: string | undefined;
  /** Where it is typed; `sender`, the private chat with the bot, when it is not said. */
  readonly chatType?: InlineQuery["chat_type"];
}

/** A result that is shown above the field, and the message that choosing it sends. */
export interface InlineResult {
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  readonly message: Pick<Message, "text" | "entities" | "link_preview_options" | "reply_markup">;
}

/** What the bot answered to an inline query. Nothing is cached here: every query reaches the bot. */
export interface InlineAnswer {
  readonly queryId: string;
  readonly results: readonly InlineResult[];
  /** Seconds */
  readonly cacheTime: number;
  readonly isPersonal: boolean;
  /** Empty when there are no more results. */
  readonly nextOffset: string;
  readonly button: InlineQueryResultsButton | null;
}

export interface InlineChoice {
  /** Who asked. */
  readonly from: number;
  /** That person's own chat with the bot, or a group that the person is in. */
  readonly chatId: number;
  readonly queryId: string;
  readonly resultId: string;
}

export type PlaygroundEvent =
  | { readonly type: "message"; readonly chatId: number; readonly message: Message }
  | { readonly type: "edited"; readonly chatId: number; readonly message: Message }
  | { readonly type: "deleted"; readonly chatId: number; readonly messageId: number }
  | { readonly type: "chat"; readonly chatId: number; readonly chat: ChatState }
  | { readonly type: "group"; readonly chatId: number; readonly group: GroupState }
  | ({ readonly type: "inline-answered" } & InlineAnswer)
  | {
      readonly type: "tap-answered";
      readonly chatId: number;
      readonly queryId: string;
      readonly text: string | null;
      readonly alert: boolean;
    }
  | { readonly type: "clock"; readonly clock: ClockState };

/** Scripted trouble, for the Bot API methods named (`"*"` for all). Each fault is used up `times` times. */
export interface Fault {
  readonly method: string;
  readonly times: number;
  readonly kind:
    | { readonly type: "too-many-requests"; readonly retryAfter: number }
    | { readonly type: "server-error"; readonly status: 500 | 502 | 503 | 504 }
    /** The method takes effect, the connection is closed without an answer. */
    | { readonly type: "lost-answer" }
    /** The connection is closed before the method takes effect. */
    | { readonly type: "lost-request" }
    | { readonly type: "delay"; readonly milliseconds: number }
    /** Every call answers 401, as after a revoked token. */
    | { readonly type: "unauthorized" };
}

export interface Faults {
  readonly script: readonly Fault[];
  /** Sent messages a second over all chats; null is no limit. What exceeds it is answered 429. */
  readonly messagesPerSecond: number | null;
  /** Added to every answer. */
  readonly latencyMilliseconds: number;
}

/**
 * What the chat page and the acting parent of the tests exchange with the playground, as JSON over HTTP under `/playground`.
 *
 * | request                                   | body              | answer                         |
 * |-------------------------------------------|-------------------|--------------------------------|
 * | GET  /playground/state                    |                   | PlaygroundState                |
 * | GET  /playground/events                   |                   | server-sent PlaygroundEvent    |
 * | POST /playground/people                   | NewPerson         | ChatState                      |
 * | POST /playground/chats/:id/messages       | OutgoingMessage   | Message                        |
 * | POST /playground/chats/:id/taps           | Tap               | { id: string } of the query    |
 * | PUT  /playground/chats/:id/blocked        | { blocked }       | ChatState                      |
 * | PUT  /playground/clock                    | { now: string or null } | { now, fixed }           |
 * | PUT  /playground/faults                   | Faults            | Faults                         |
 * | GET  /playground/files/:fileId            |                   | the bytes                      |
 *
 * A refused request answers 4xx with `{ error: string }`: one sentence.
 */
import type { BotCommand, Message, ReplyKeyboardMarkup, UserFromGetMe } from "@grammyjs/types";

export interface Person {
  /** Also the id of the person's private chat with the bot. */
  readonly id: number;
  readonly firstName: string;
  /** IETF tag as Telegram sends it; absent where Telegram does not know. */
  readonly languageCode?: string;
  readonly role: "parent" | "staff";
}

export type NewPerson = Omit<Person, "id">;

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

export interface PlaygroundState {
  readonly bot: UserFromGetMe;
  readonly chats: readonly ChatState[];
  readonly clock: ClockState;
}

export interface ClockState {
  /** `2026-11-25T10:00:00+01:00[Europe/Brussels]` */
  readonly now: string;
  readonly fixed: boolean;
}

/** What a person sends: exactly one of these. Photos, voices and documents are named by their kind; their content is a small sample. */
export type OutgoingMessage =
  | { readonly text: string }
  | { readonly location: { readonly latitude: number; readonly longitude: number } }
  | { readonly sample: "photo" | "voice" | "sticker" | "document" | "video" | "contact" };

export interface Tap {
  readonly messageId: number;
  /** The `callback_data` of the button. */
  readonly data: string;
}

export type PlaygroundEvent =
  | { readonly type: "message"; readonly chatId: number; readonly message: Message }
  | { readonly type: "edited"; readonly chatId: number; readonly message: Message }
  | { readonly type: "deleted"; readonly chatId: number; readonly messageId: number }
  | { readonly type: "chat"; readonly chatId: number; readonly chat: ChatState }
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

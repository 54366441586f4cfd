import type { Language } from "../core/language.ts";
import type { Location } from "../core/places/place.ts";
import type { Member } from "../core/staff/member.ts";
import type { Transaction } from "../database/client.ts";
import type { TranslationKeys, Words } from "../i18n/translate.ts";
import type { Answer, Card, Reply } from "./answer.ts";
import type { Attached } from "./attached.ts";
import type { ButtonKind } from "./buttons.ts";

/**
 * Who may use a handler. Every handler says so; what says nothing is refused. What is for the team is so in private chats
 * alone; whether a member may do it at one place is looked at where it is done (`may` in `core/staff`).
 */
export type Permission = "anyone" | "staff" | "coordinator";

/** Why an answer is in its language, first that applies. */
export type LanguageSource = "button" | "typed" | "chosen" | "telegram" | "fallback";

/** What was chosen in a private chat. */
export interface Chosen {
  readonly language: Language | undefined;
  /** By its number; one that exists. */
  readonly place: number | undefined;
}

/** What a handler knows of the update that it answers. Nothing of it may be kept or logged. */
export interface Request {
  readonly chat: { readonly id: number; readonly private: boolean };
  readonly words: Words;
  readonly languageSource: LanguageSource;
  /** The language of the person's Telegram, where the bot speaks it. */
  readonly telegramLanguage: Language | undefined;
  /** The number of the place that was chosen in this private chat, while it exists. */
  readonly chosenPlace: number | undefined;
  readonly now: Temporal.Instant;
  /** The number of the message that is answered. */
  readonly message: number | undefined;
  /** The number of the update. */
  readonly update: number;
  /** Who writes, where the handler is for the team. */
  readonly staff: Member | undefined;
  /** The photo or voice that was sent in private, or that the message with the tapped button replies to. */
  readonly attached: Attached | undefined;
  /** The text that the message with the tapped button replies to. */
  readonly repliedText: string | undefined;
}

type Answering<Input extends readonly unknown[]> = (request: Request, ...input: Input) => Reply | Promise<Reply>;

/** Without the slash. Each has its description in `telegram:commands`. */
export type CommandName = keyof TranslationKeys["telegram"]["commands"];

export interface CommandHandler {
  readonly command: CommandName;
  readonly permission: Permission;
  /** @param argument what stands behind the command, such as the parameter of a deep link; mostly empty */
  readonly answer: Answering<[argument: string]>;
}

export interface TapHandler {
  readonly code: string;
  readonly permission: Permission;
  /** Reads a payload, and changes nothing: `null` where it is none of this kind's. */
  readonly read: (payload: string) => Answering<[]> | null;
  /** Belongs to an answer to somebody in need: it is answered however fast she taps. */
  readonly isForNeed?: boolean;
}

/** What was typed, once it was read: in which language, if that is sure, and how to answer. */
export interface TypedMessage {
  readonly language: Language | undefined;
  readonly answer: Answering<[]>;
  /** A cry for help or a worry: it is answered however fast she writes. */
  readonly isInNeed?: boolean;
  /** Somebody may be in danger: it is answered before anything else, also in the middle of a conversation. */
  readonly isCryForHelp?: boolean;
}

/** Messages that are no commands: all of them in private chats; in groups, texts that are meant for the bot. */
export interface MessageHandlers {
  readonly permission: Permission;
  readonly text: (text: string, now: Temporal.Instant) => TypedMessage;
  /** Whether a text is answered also in the middle of a conversation: a button of the reply keyboard says it. */
  readonly goesFirst: (text: string) => boolean;
  readonly location: Answering<[Location]>;
  /** Voices, photos, stickers and whatever Telegram invents next. */
  readonly other: Answering<[]>;
}

/** What somebody typed behind the bot's name in whatever chat, once it was read. */
export interface InlineQuestion {
  readonly language: Language | undefined;
  /** @param request its chat is the private one of who asks */
  readonly answer: (request: Request) => readonly Card[];
  /** As of a typed message. */
  readonly isInNeed?: boolean;
}

export interface InlineHandler {
  readonly permission: Permission;
  readonly read: (query: string, now: Temporal.Instant) => InlineQuestion;
}

/** What somebody did in the middle of a conversation. */
export type Entered =
  | { readonly kind: "tap"; readonly value: string }
  | { readonly kind: "text"; readonly text: string }
  /** Only where the question takes it. */
  | ({ readonly kind: "location" } & Location)
  /** A photo, a voice or a sticker. */
  | { readonly kind: "other" };

/** What a conversation does, in the order in which it does it. Everything else in it must come out the same each time. */
export interface Steps {
  /**
   * Shows something and waits, for up to a day, for a tap or a message; the process may end and begin again meanwhile.
   *
   * @param show draws the question; it is called again whenever it is to be shown, and may look at anything
   * @param takes `taps`: what is typed meanwhile is meant for others; `location`: one that is shared is an answer, too
   */
  ask(show: (request: Request) => Answer, takes?: "taps" | "location"): Promise<Entered>;
  /**
   * Does something once, and remembers what came of it (as JSON) for when the conversation goes on: whatever looks at the
   * clock, at places or at the database, or changes something there.
   */
  record<T>(work: (request: Request, transaction: Transaction) => T | Promise<T>): Promise<T>;
}

/** Draws the end. Called again when the update that led to it comes twice. */
export type Ending = (request: Request) => Reply;

/** Leads a member through several questions, in her private chat. */
export interface Conversation {
  /** Never given to another conversation. */
  readonly name: string;
  /** Looked at anew at each step. */
  readonly permission: Permission;
  /** @param begin what it begins with, as JSON */
  readonly run: (steps: Steps, begin: unknown) => Promise<Ending>;
}

/** A capability of the bot, as its folder under `features/` hands it to the assembly. */
export interface Feature {
  readonly commands: readonly CommandHandler[];
  readonly taps: readonly TapHandler[];
  /** At most one feature has it. */
  readonly inline?: InlineHandler;
  readonly conversations?: readonly Conversation[];
}

/** Joins a kind of button with what it does. */
export function onTap<Payload>(
  kind: ButtonKind<Payload>,
  permission: Permission,
  answer: Answering<[Payload]>,
): TapHandler {
  return {
    code: kind.code,
    permission,
    read(text) {
      const payload = kind.read(text);
      return payload === null ? null : (request) => answer(request, payload);
    },
  };
}

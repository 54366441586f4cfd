import type { Language } from "../core/language.ts";
import type { Location } from "../core/places/place.ts";
import type { TranslationKeys, Words } from "../i18n/translate.ts";
import type { Card, Reply } from "./answer.ts";
import type { ButtonKind } from "./buttons.ts";

/** Who may use a handler. Every handler says so; what says nothing is refused. */
export type Permission = "anyone";

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
  /** `null` where the payload is none of this kind's. */
  readonly answer: (request: Request, payload: string) => Reply | Promise<Reply> | null;
}

/** What was typed, once it was read: in which language, if that is sure, and how to answer. */
export interface TypedMessage {
  readonly language: Language | undefined;
  readonly answer: Answering<[]>;
}

/** Messages that are no commands: all of them in private chats; in groups, texts that are meant for the bot. */
export interface MessageHandlers {
  readonly permission: Permission;
  readonly text: (text: string, now: Temporal.Instant) => TypedMessage;
  readonly location: Answering<[Location]>;
  /** Voices, photos, stickers and whatever Telegram invents next. */
  readonly other: Answering<[]>;
}

/** What somebody typed behind the bot's name in whatever chat, once it was read. */
export interface InlineQuestion {
  readonly language: Language | undefined;
  /** @param request its chat is the private one of who asks */
  readonly answer: (request: Request) => readonly Card[];
}

export interface InlineHandler {
  readonly permission: Permission;
  readonly read: (query: string, now: Temporal.Instant) => InlineQuestion;
}

/** A capability of the bot, as its folder under `features/` hands it to the assembly. */
export interface Feature {
  readonly commands: readonly CommandHandler[];
  readonly taps: readonly TapHandler[];
  /** At most one feature has it. */
  readonly inline?: InlineHandler;
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
    answer(request, text) {
      const payload = kind.read(text);
      return payload === null ? null : answer(request, payload);
    },
  };
}

import type { Language } from "../core/language.ts";
import type { Location } from "../core/places/place.ts";
import type { Tap } from "./buttons.ts";

/** A button under a message. Its data is signed when it is sent. */
export interface Button {
  readonly label: string;
  readonly tap: Tap;
  /** The language in which the tap is answered; absent: that of the message. */
  readonly language?: Language;
}

export type ButtonRows = readonly (readonly Button[])[];

/** The parent's reply keyboard: what its buttons say is what they type. */
export interface Menu {
  readonly language: Language;
  readonly rows: readonly (readonly string[])[];
  readonly placeholder: string;
}

export interface Answer {
  /** Telegram's HTML. */
  readonly text: string;
  readonly buttons?: ButtonRows;
  /** The tap that draws this answer anew, in whatever language. */
  readonly view?: Tap;
  /** No way back to all that can be asked is added: it is a question within a conversation. */
  readonly ownButtonsOnly?: boolean;
  /** Comes before it where it is a new message; left out where it cannot be had. */
  readonly above?: Photo;
  /** Replies to the message that it answers, so that a tap under it knows that message (`Request.attached`). */
  readonly inReply?: boolean;
  /** Is told which message shows it, once it does: for what changes later without being tapped. */
  readonly onShown?: (message: number) => Promise<void>;
}

/** A file that the database keeps. Telegram is given the bytes once, and named an id of its own from then on. */
export interface StoredFile {
  /** Of the bytes: what has the same is the same file. */
  readonly digest: string;
  /** `door.jpg`: Telegram looks at the ending. */
  readonly name: string;
  /** Nothing where it is there no more. The bytes are not kept. */
  readonly read: () => Promise<StoredContent | undefined>;
}

export interface StoredContent {
  readonly bytes: Uint8Array;
  /** How long a voice lasts. */
  readonly seconds?: number;
}

export interface Photo {
  readonly photo: StoredFile;
  /** Telegram's HTML; at most 1024 characters. */
  readonly caption: string;
  /** Said in its place where it cannot be had. */
  readonly otherwise: string;
}

export interface Voice {
  readonly voice: StoredFile;
  readonly caption: string;
  readonly otherwise: string;
}

/** A message that brings the reply keyboard; Telegram allows it no buttons of its own. */
export interface MenuAnswer {
  readonly text: string;
  readonly menu: Menu;
}

export interface Venue {
  readonly location: Location;
  readonly title: string;
  readonly address: string;
}

/** A result of an inline query. Chosen, it is said by the person herself, in a chat of which the bot knows nothing. */
export interface Card {
  /** Different for each card of an answer; 1 to 64 bytes. */
  readonly id: string;
  /** Plain text, for who chooses. */
  readonly title: string;
  readonly description: string;
  /** What is said, in Telegram's HTML. */
  readonly text: string;
}

/** A file that was made for who asks, and is kept nowhere. */
export interface Document {
  /** `report.csv` */
  readonly name: string;
  readonly document: Uint8Array;
  /** Telegram's HTML; at most 1024 characters. */
  readonly caption: string;
}

export type Outgoing = Answer | MenuAnswer | Venue | Photo | Voice | Document;

/** The commands that Telegram lists in one private chat. */
export interface CommandMenu {
  readonly chat: number;
  readonly language: Language;
  readonly isMember: boolean;
}

/** What somebody else is told. */
export interface Told {
  readonly chat: number;
  readonly language: Language;
  readonly answer: Answer;
}

/** What a handler wants said: expected outcomes, refusals included, are replies. */
export interface Reply {
  /** Takes the place of the message that was tapped; a new message otherwise. */
  readonly show?: Answer;
  /** New messages, in this order. */
  readonly send?: readonly Outgoing[];
  /** The pop-up that answers a tap: plain text, at most 200 characters. */
  readonly notice?: string;
  /** Begins a conversation: what it asks first is the answer. */
  readonly begin?: { readonly conversation: string; readonly with: unknown };
  /** Told to others of the team, each in her private chat, after this answer. */
  readonly tell?: readonly Told[];
  /** Whose list of commands in Telegram now has those of the team, or has them no more. */
  readonly menus?: readonly CommandMenu[];
  /** Answers a tap by erasing these messages and the one that was tapped; the pop-up says how that went. */
  readonly erase?: { readonly messages: readonly number[]; readonly done: string; readonly failed: string };
}

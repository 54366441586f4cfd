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

export type Outgoing = Answer | MenuAnswer | Venue;

/** What a handler wants said: expected outcomes, refusals included, are replies. */
export interface Reply {
  /** Takes the place of the message that was tapped; a new message otherwise. */
  readonly show?: Answer;
  /** New messages, in this order. */
  readonly send?: readonly Outgoing[];
  /** The pop-up that answers a tap: plain text, at most 200 characters. */
  readonly notice?: string;
  /** Answers a tap by erasing these messages and the one that was tapped; the pop-up says how that went. */
  readonly erase?: { readonly messages: readonly number[]; readonly done: string; readonly failed: string };
}

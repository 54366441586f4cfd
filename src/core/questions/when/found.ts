import type { Calendars } from "../../opening-hours/calendars.ts";
import type { Token } from "./tokens.ts";

/** What the readers need to know. */
export interface Reading {
  readonly tokens: readonly Token[];
  readonly today: number;
  /** Minutes from midnight. */
  readonly minute: number;
  readonly calendars: Calendars;
  readonly language: "nl" | "fr" | "ar" | undefined;
}

/** A day or days found in a text. Days are numbers, both ends included. */
export interface DayFound {
  readonly kind: "weekday" | "day" | "date" | "week" | "weekend" | "month" | "holiday" | "weeksOn";
  readonly at: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  /** A weekday without anything that says which one. */
  readonly weekday?: number;
  readonly isPast?: boolean;
  /** A date that no calendar has, as it was read: `31/11`. */
  readonly impossible?: string;
  /** What a negation before it rules out is another day. */
  readonly isMeant?: boolean;
  /** An hour or half an hour from now. */
  readonly minute?: number;
}

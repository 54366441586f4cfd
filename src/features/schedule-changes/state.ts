import type { Calendars } from "../../core/opening-hours/calendars.ts";
import type { ChangeReason } from "../../core/opening-hours/schedule.ts";
import type { Place } from "../../core/places/place.ts";
import { type Member, may } from "../../core/staff/member.ts";
import { without } from "./administration.ts";
import { type Draft, type Screen, usualHours } from "./draft.ts";

/** What was entered that is no answer, or what came between. */
export type Wrong =
  | "tap"
  | "place"
  | "day"
  | "past"
  | "impossible"
  | "long"
  | "times"
  | "order"
  | "line"
  | "meanwhile"
  | "not-understood";

/** Where a conversation about a change is. */
export interface State {
  /** The last is the present one; the others are the way back. */
  readonly trail: readonly { readonly screen: Screen; readonly draft: Draft }[];
  readonly wrong: Wrong | null;
  /** The ids of the changes that count on those days as the preview was drawn. */
  readonly seen: readonly string[];
  readonly isConfirmed: boolean;
}

/** What a conversation about a change begins with. */
export type Opening =
  | { readonly kind: "new" }
  /** In a line of its own: `morgen gesloten ziekte`. */
  | { readonly kind: "line"; readonly text: string }
  | { readonly kind: "edit"; readonly id: string };

/** What is so at the moment of a step. */
export interface Facts {
  readonly member: Member;
  readonly now: Temporal.Instant;
  /** Of all places. */
  readonly places: readonly Place[];
  readonly calendars: Calendars;
  readonly timeZone: string;
}

export function present({ trail }: State): { readonly screen: Screen; readonly draft: Draft } {
  const last = trail.at(-1);
  if (last === undefined) {
    throw new Error("A conversation about a change is nowhere");
  }
  return last;
}

export function placesFor({ member, places }: Facts): readonly Place[] {
  return places.filter(({ number }) => may(member, "change-schedule", number));
}

export function today({ now, timeZone }: Facts): Temporal.PlainDate {
  return now.toZonedDateTimeISO(timeZone).toPlainDate();
}

export function placesOf({ places }: Facts, draft: Draft): readonly Place[] {
  return places.filter(({ number }) => draft.places.includes(number));
}

export function usualOf(facts: Facts, draft: Draft) {
  const [place] = placesOf(facts, draft);
  const { replaces } = draft;
  // What is altered is not there while it is altered.
  return usualHours(draft, place && replaces !== null ? without(place, replaces) : place, facts.calendars);
}

export function seenBy(facts: Facts, draft: Draft): readonly string[] {
  return placesOf(facts, draft)
    .flatMap(({ schedule }) => schedule.changes)
    .filter(({ withdrawn, from, to }) => !withdrawn && from <= draft.to && to >= draft.from)
    .map(({ id }) => id)
    .toSorted((a, b) => Number(a) - Number(b));
}

/** Whether a reason is one that parents may be told. */
export function isTellable(reason: ChangeReason | null): boolean {
  return reason !== null && reason !== "confirmed" && reason !== "other";
}

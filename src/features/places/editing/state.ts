import type { Language } from "../../../core/language.ts";
import type { Calendars } from "../../../core/opening-hours/calendars.ts";
import { printExpression } from "../../../core/opening-hours/print.ts";
import type { TypedProblem } from "../../../core/opening-hours/typed/problem.ts";
import type { Place } from "../../../core/places/place.ts";
import { type Member, may } from "../../../core/staff/member.ts";
import { writtenFact } from "../edited.ts";
import { type FactValue, type Field, factOf } from "./fields.ts";

/** What somebody is in the middle of editing. As JSON it goes into the sealed conversation. */
export interface Draft {
  readonly place: number | null;
  readonly value: FactValue;
  /** As text; empty while none was typed. */
  readonly expression: string;
  /** ISO, the first day on which it holds. */
  readonly from: string;
}

export type Screen =
  | { readonly at: "place" | "menu" | "hours" | "from" | "week" }
  | { readonly at: "drop"; readonly from: string }
  | { readonly at: "fact" | "preview"; readonly field: Field }
  | { readonly at: "text"; readonly field: Field; readonly language: Language };

/** What was entered that is no answer, or what came between. */
export type Wrong =
  | {
      readonly kind:
        | "tap"
        | "place"
        | "day"
        | "past"
        | "text"
        | "name"
        | "location"
        | "phone"
        | "email"
        | "website"
        | "meanwhile";
    }
  | { readonly kind: "hours"; readonly problem: TypedProblem };

export interface State {
  /** The last is the present one; the others are the way back. */
  readonly trail: readonly { readonly screen: Screen; readonly draft: Draft }[];
  readonly wrong: Wrong | null;
  /** What is edited, as it was stored when it was last shown. */
  readonly seen: string;
  readonly isConfirmed: boolean;
}

/** What is so at the moment of a step. */
export interface Facts {
  readonly member: Member;
  readonly language: Language;
  readonly now: Temporal.Instant;
  readonly places: readonly Place[];
  readonly calendars: Calendars;
  readonly timeZone: string;
}

export const emptyDraft: Draft = { place: null, value: null, expression: "", from: "" };

export function present({ trail }: State) {
  const last = trail.at(-1);
  if (last === undefined) {
    throw new Error("A conversation about a place is nowhere");
  }
  return last;
}

export function placesFor({ member, places }: Pick<Facts, "member" | "places">): readonly Place[] {
  return places.filter(({ number }) => may(member, "edit-place", number) && may(member, "edit-hours", number));
}

export function placeOf(facts: Pick<Facts, "member" | "places">, { place }: Draft): Place | undefined {
  return placesFor(facts).find(({ number }) => number === place);
}

export function today({ now, timeZone }: Pick<Facts, "now" | "timeZone">): Temporal.PlainDate {
  return now.toZonedDateTimeISO(timeZone).toPlainDate();
}

/** What a screen edits, to be compared with what is stored when it is saved. */
export function storedOf(
  screen: Screen,
  place: Pick<Place, "name" | "facts">,
  regular: readonly RegularText[],
): string {
  return "field" in screen ? String(writtenFact(factOf(place, screen.field))) : JSON.stringify(regular);
}

export interface RegularText {
  readonly from: string;
  readonly expression: string;
}

export function regularOf({ schedule }: Place): readonly RegularText[] {
  return schedule.regular.map(({ from, expression }) => ({ from, expression: printExpression(expression) }));
}

export function seenBy(facts: Facts, screen: Screen, draft: Draft): string {
  const place = placeOf(facts, draft);
  return place === undefined ? "" : storedOf(screen, place, regularOf(place));
}

export function onTo(state: State, facts: Facts, screen: Screen, draft: Draft): State {
  return { ...state, trail: [...state.trail, { screen, draft }], wrong: null, seen: seenBy(facts, screen, draft) };
}

export function stayed(state: State, draft: Draft): State {
  const { screen } = present(state);
  return { ...state, trail: [...state.trail.slice(0, -1), { screen, draft }], wrong: null };
}

export function wrong(state: State, kind: Exclude<Wrong["kind"], "hours">): State {
  return { ...state, wrong: { kind } };
}

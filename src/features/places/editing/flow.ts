import { isLanguage, type Language } from "../../../core/language.ts";
import type { Calendars } from "../../../core/opening-hours/calendars.ts";
import type { Expression, Holiday } from "../../../core/opening-hours/expression.ts";
import { parseExpression } from "../../../core/opening-hours/parse.ts";
import { printExpression } from "../../../core/opening-hours/print.ts";
import { closedHolidays, toggledHoliday, withClosed } from "../../../core/opening-hours/typed/holidays.ts";
import type { TypedProblem } from "../../../core/opening-hours/typed/problem.ts";
import { readTyped } from "../../../core/opening-hours/typed/read-typed.ts";
import type { Place } from "../../../core/places/place.ts";
import { placesTyped } from "../../../core/questions/place-named.ts";
import { readWhen } from "../../../core/questions/when/read-when.ts";
import { type Member, may } from "../../../core/staff/member.ts";
import type { Entered } from "../../../telegram/feature.ts";
import { writtenFact } from "../edited.ts";
import {
  editedFields,
  type FactValue,
  type Field,
  factOf,
  kindOf,
  lineFor,
  textsIn,
  withoutText,
  withText,
} from "./fields.ts";

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
  | { readonly kind: "tap" | "place" | "day" | "past" | "text" | "phone" | "email" | "website" | "meanwhile" }
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

const emptyDraft: Draft = { place: null, value: null, expression: "", from: "" };

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

export function begin(facts: Facts): State {
  const [only, ...others] = placesFor(facts);
  const draft = others.length === 0 ? { ...emptyDraft, place: only?.number ?? null } : emptyDraft;
  const screen: Screen = { at: draft.place === null ? "place" : "menu" };
  return { trail: [{ screen, draft }], wrong: null, seen: "", isConfirmed: false };
}

/** What a screen edits, to be compared with what is stored when it is saved. */
export function storedOf(screen: Screen, place: Pick<Place, "facts">, regular: readonly RegularText[]): string {
  return "field" in screen ? String(writtenFact(factOf(place, screen.field))) : JSON.stringify(regular);
}

export interface RegularText {
  readonly from: string;
  readonly expression: string;
}

export function regularOf({ schedule }: Place): readonly RegularText[] {
  return schedule.regular.map(({ from, expression }) => ({ from, expression: printExpression(expression) }));
}

function seenBy(facts: Facts, screen: Screen, draft: Draft): string {
  const place = placeOf(facts, draft);
  return place === undefined ? "" : storedOf(screen, place, regularOf(place));
}

export function onTo(state: State, facts: Facts, screen: Screen, draft: Draft): State {
  return { ...state, trail: [...state.trail, { screen, draft }], wrong: null, seen: seenBy(facts, screen, draft) };
}

function stayed(state: State, draft: Draft): State {
  const { screen } = present(state);
  return { ...state, trail: [...state.trail.slice(0, -1), { screen, draft }], wrong: null };
}

/** One step: pure but for what `facts` says. Nothing that was entered before is lost by a wrong answer. */
export function advance(state: State, facts: Facts, entered: Entered): State {
  const { screen, draft } = present(state);
  const value = entered.kind === "tap" ? entered.value : null;
  const text = entered.kind === "text" ? entered.text : null;
  if (value === "back") {
    const trail = state.trail.length > 1 ? state.trail.slice(0, -1) : state.trail;
    const last = trail.at(-1) ?? { screen, draft };
    return { ...state, trail, wrong: null, seen: seenBy(facts, last.screen, last.draft) };
  }
  switch (screen.at) {
    case "place": {
      const hers = placesFor(facts);
      const chosen = text === null ? hers.filter(({ number }) => String(number) === value) : placesTyped(text, hers);
      const [place, ...others] = chosen;
      return place === undefined || others.length > 0
        ? wrong(state, "place")
        : onTo(state, facts, { at: "menu" }, { ...emptyDraft, place: place.number });
    }
    case "menu":
      return atMenu(state, facts, value);
    case "hours":
      return atHours(state, facts, value, text);
    case "from":
      return atFrom(state, facts, value, text);
    case "week":
      return atWeek(state, value);
    case "drop":
      return value === "confirm" ? { ...state, wrong: null, isConfirmed: true } : wrong(state, "tap");
    case "fact":
      return atFact(state, facts, screen.field, value, text);
    case "text":
      return atText(state, facts, screen, value, text);
    case "preview":
      if (value === "more") {
        return onTo(state, facts, { at: "fact", field: screen.field }, draft);
      }
      return value === "confirm" ? { ...state, wrong: null, isConfirmed: true } : wrong(state, "tap");
  }
}

function wrong(state: State, kind: Exclude<Wrong["kind"], "hours">): State {
  return { ...state, wrong: { kind } };
}

function atMenu(state: State, facts: Facts, value: string | null): State {
  const { draft } = present(state);
  const place = placeOf(facts, draft);
  if (value === "hours") {
    return onTo(state, facts, { at: "hours" }, draft);
  }
  const field = editedFields.find((one) => one === value);
  return field === undefined || place === undefined
    ? wrong(state, "tap")
    : onTo(state, facts, { at: "fact", field }, { ...draft, value: factOf(place, field) });
}

function atHours(state: State, facts: Facts, value: string | null, text: string | null): State {
  const { draft } = present(state);
  if (value?.startsWith("drop")) {
    const from = value.slice("drop".length).replaceAll("_", "-");
    return onTo(state, facts, { at: "drop", from }, draft);
  }
  if (text === null) {
    return { ...state, wrong: { kind: "hours", problem: { kind: "nothing" } } };
  }
  const read = readTyped(text, facts.language);
  if (!read.ok) {
    return { ...state, wrong: { kind: "hours", problem: read.problem } };
  }
  // Whoever types a new week does not mean that holidays are no longer days off.
  const silent = closedNow(facts, draft).filter((holiday) => !read.mentioned.includes(holiday));
  const expression = printExpression(withClosed(read.expression, silent));
  return onTo(state, facts, { at: "from" }, { ...draft, expression });
}

function closedNow(facts: Facts, draft: Draft): readonly Holiday[] {
  const on = today(facts).toString();
  const regular = placeOf(facts, draft)?.schedule.regular ?? [];
  const now = regular.findLast(({ from }) => from <= on) ?? regular[0];
  return now === undefined ? [] : closedHolidays(now.expression);
}

function atFrom(state: State, facts: Facts, value: string | null, text: string | null): State {
  const { draft } = present(state);
  const from = text === null ? tappedDay(value) : typedDay(text, facts);
  if (from === "day" || from === "past") {
    return wrong(state, from);
  }
  return from < today(facts).toString() ? wrong(state, "past") : onTo(state, facts, { at: "week" }, { ...draft, from });
}

function tappedDay(value: string | null): string {
  return /^\d{4}_\d\d_\d\d$/.test(value ?? "") ? (value ?? "").replaceAll("_", "-") : "day";
}

function typedDay(text: string, { now, timeZone, calendars, language }: Facts): string {
  const { date } = readWhen(text, now.toZonedDateTimeISO(timeZone), calendars, { language });
  if (date?.kind === "past") {
    return "past";
  }
  return date?.kind === "day" ? date.date.toString() : "day";
}

function atWeek(state: State, value: string | null): State {
  const { draft } = present(state);
  if (value === "PH" || value === "SH") {
    const expression = printExpression(toggledHoliday(expressionOf(draft), value));
    return stayed(state, { ...draft, expression });
  }
  return value === "confirm" ? { ...state, wrong: null, isConfirmed: true } : wrong(state, "tap");
}

export function expressionOf({ expression }: Draft): Expression {
  const parsed = parseExpression(expression);
  if (!parsed.ok) {
    throw new Error("The hours of a draft are no expression");
  }
  return parsed.expression;
}

function atFact(state: State, facts: Facts, field: Field, value: string | null, text: string | null): State {
  const { draft } = present(state);
  const shown = (fact: FactValue) => onTo(state, facts, { at: "preview", field }, { ...draft, value: fact });
  const kind = kindOf(field);
  if (value === "erase") {
    return shown(null);
  }
  if (kind === "languages") {
    return atLanguages(state, value, shown);
  }
  if (text !== null) {
    const fact = kind === "line" ? lineFor(field, text) : withText(field, draft.value, facts.language, text);
    return fact === null ? wrong(state, wrongOf(field)) : shown(fact);
  }
  if (kind === "line") {
    return wrong(state, wrongOf(field));
  }
  if (kind === "price" && (value === "free" || value === "free_contribution")) {
    return shown(value.replace("_", "-"));
  }
  if (kind === "yes-or-no" && (value === "yes" || value === "no")) {
    return shown(value === "yes");
  }
  return isLanguage(value) ? onTo(state, facts, { at: "text", field, language: value }, draft) : wrong(state, "tap");
}

function wrongOf(field: Field): "phone" | "email" | "website" | "text" {
  return field === "phone" || field === "email" || field === "website" ? field : "text";
}

function atLanguages(state: State, value: string | null, shown: (fact: FactValue) => State): State {
  const { draft } = present(state);
  const spoken = Array.isArray(draft.value) ? (draft.value as readonly string[]) : [];
  if (value === "done") {
    return shown(spoken.length === 0 ? null : spoken);
  }
  const tag = /^tag([a-z]{2,3})$/.exec(value ?? "")?.[1];
  if (tag === undefined) {
    return wrong(state, "tap");
  }
  return stayed(state, {
    ...draft,
    value: spoken.includes(tag) ? spoken.filter((one) => one !== tag) : [...spoken, tag],
  });
}

function atText(
  state: State,
  facts: Facts,
  { field, language }: Extract<Screen, { readonly at: "text" }>,
  value: string | null,
  text: string | null,
): State {
  const { draft } = present(state);
  const fact =
    value === "erase" ? withoutText(draft.value, language) : withText(field, draft.value, language, text ?? "");
  const isErased = value === "erase" && textsIn(draft.value)[language] !== undefined;
  return (fact === null && !isErased) || (value !== null && !isErased)
    ? wrong(state, "text")
    : onTo(state, facts, { at: "preview", field }, { ...draft, value: fact });
}

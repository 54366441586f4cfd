import type { Expression, Holiday } from "../../../core/opening-hours/expression.ts";
import { parseExpression } from "../../../core/opening-hours/parse.ts";
import { printExpression } from "../../../core/opening-hours/print.ts";
import { closedHolidays, toggledHoliday, withClosed } from "../../../core/opening-hours/typed/holidays.ts";
import { readTyped } from "../../../core/opening-hours/typed/read-typed.ts";
import { placesTyped } from "../../../core/questions/place-named.ts";
import { readWhen } from "../../../core/questions/when/read-when.ts";
import type { Entered } from "../../../telegram/feature.ts";
import { atFact, atText } from "./fact-steps.ts";
import { editedFields, factOf } from "./fields.ts";
import {
  type Draft,
  emptyDraft,
  type Facts,
  onTo,
  placeOf,
  placesFor,
  present,
  type Screen,
  type State,
  seenBy,
  stayed,
  today,
  wrong,
} from "./state.ts";

export function begin(facts: Facts): State {
  const [only, ...others] = placesFor(facts);
  const draft = others.length === 0 ? { ...emptyDraft, place: only?.number ?? null } : emptyDraft;
  const screen: Screen = { at: draft.place === null ? "place" : "menu" };
  return { trail: [{ screen, draft }], wrong: null, seen: "", isConfirmed: false };
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
      return atFact(state, facts, screen.field, entered);
    case "text":
      return atText(state, facts, screen, value, text);
    case "preview":
      if (value === "more") {
        return onTo(state, facts, { at: "fact", field: screen.field }, draft);
      }
      return value === "confirm" ? { ...state, wrong: null, isConfirmed: true } : wrong(state, "tap");
  }
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

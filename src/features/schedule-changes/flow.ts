import { isLanguage } from "../../core/language.ts";
import { changeReasons } from "../../core/opening-hours/schedule.ts";
import { wordsOf } from "../../core/questions/normalise.ts";
import { placeNamed, placesTyped } from "../../core/questions/place-named.ts";
import { reasonIn, type Shape, shapeIn, shapes } from "../../core/staff/read-order.ts";
import { hoursIn } from "../../core/staff/read-times.ts";
import type { Entered } from "../../telegram/feature.ts";
import { cutHours, type Draft, emptyDraft, missing, type Screen } from "./draft.ts";
import { cut, type Days, daysIn, isTooLong, tappedDay, withTimes } from "./reading.ts";
import {
  type Facts,
  type Opening,
  placesFor,
  present,
  type State,
  seenBy,
  today,
  usualOf,
  type Wrong,
} from "./state.ts";

/** Parents read it in one glance. */
const longestLine = 200;

export function begin(facts: Facts, opening: Opening): State {
  const hers = placesFor(facts);
  const only = hers.length === 1 ? hers.map(({ number }) => number) : [];
  const start: State = { trail: [], wrong: null, seen: [], isConfirmed: false };
  switch (opening.kind) {
    case "new":
      return went(start, facts, { ...emptyDraft, places: only });
    case "edit": {
      const place = hers.find(({ schedule }) => schedule.changes.some(({ id }) => id === opening.id));
      const change = place?.schedule.changes.find(({ id, withdrawn }) => id === opening.id && !withdrawn);
      return place === undefined || change === undefined
        ? went(start, facts, { ...emptyDraft, places: only })
        : went(start, facts, {
            ...emptyDraft,
            places: [place.number],
            from: change.from,
            to: change.to,
            replaces: change.id,
          });
    }
    case "line":
      return inOneLine(start, facts, only, opening.text);
  }
}

/** Reads all that a line says; what it does not say is asked. */
function inOneLine(start: State, facts: Facts, only: readonly number[], text: string): State {
  const named = placeNamed(wordsOf(text), facts.places);
  if (named !== null && !placesFor(facts).some(({ number }) => number === named)) {
    return { ...went(start, facts, { ...emptyDraft, places: only }), wrong: "place" };
  }
  const days = daysIn(text, facts);
  const hours = hoursIn(text);
  const shape = shapeIn(text) ?? (hours.ok ? "hours" : null);
  const draft: Draft = {
    ...emptyDraft,
    places: named === null ? only : [named],
    ...("from" in days ? days : {}),
    shape,
    reason: shape === null ? reasonIn(text) : (reasonIn(text) ?? "other"),
  };
  const timed = withTimes(draft, facts, text);
  const isNothing = !("from" in days) && shape === null;
  const wrong = isNothing ? "not-understood" : wrongDay(days);
  return { ...went(start, facts, typeof timed === "string" ? draft : timed), wrong };
}

function wrongDay(days: Days | { readonly wrong: Wrong }): Wrong | null {
  return "wrong" in days && days.wrong !== "day" ? days.wrong : null;
}

/** Goes to what the draft still lacks. */
function went(state: State, facts: Facts, draft: Draft): State {
  return onTo(state, facts, draft, missing(draft));
}

function onTo(state: State, facts: Facts, draft: Draft, screen: Screen): State {
  return { ...state, trail: [...state.trail, { screen, draft }], wrong: null, seen: seenBy(facts, draft) };
}

/** Draws the present screen anew, with another draft: what was chosen on it before it can be gone back over. */
function stayed(state: State, facts: Facts, draft: Draft): State {
  const { screen } = present(state);
  return { ...state, trail: [...state.trail.slice(0, -1), { screen, draft }], wrong: null, seen: seenBy(facts, draft) };
}

/** After a screen that only adds something to the preview. */
function returned(state: State, facts: Facts, draft: Draft): State {
  const at = state.trail.findLastIndex(({ screen }) => screen.at === "preview");
  return onTo({ ...state, trail: state.trail.slice(0, Math.max(at, 0)) }, facts, draft, { at: "preview" });
}

/** One step: pure but for what `facts` says. Nothing that was entered before is lost by a wrong answer. */
export function advance(state: State, facts: Facts, entered: Entered): State {
  const { screen, draft } = present(state);
  const wrong = (kind: Wrong): State => ({ ...state, wrong: kind });
  const value = entered.kind === "tap" ? entered.value : null;
  if (value === "back") {
    const trail = state.trail.length > 1 ? state.trail.slice(0, -1) : state.trail;
    return { ...state, trail, wrong: null, seen: seenBy(facts, trail.at(-1)?.draft ?? draft) };
  }
  const text = entered.kind === "text" ? entered.text : null;
  switch (screen.at) {
    case "place": {
      const chosen = chosenPlaces(facts, value, text);
      return chosen === null ? wrong("place") : went(state, facts, { ...draft, places: chosen });
    }
    case "day":
    case "calendar":
      return atDay(state, facts, value, text);
    case "what":
      return atWhat(state, facts, value, text);
    case "start":
    case "end": {
      const timed = atTimes(state, facts, value, text);
      return typeof timed === "string" ? wrong(timed) : timed;
    }
    case "reason": {
      const reason = text === null ? changeReasons.find((one) => one === value) : reasonIn(text);
      return reason === undefined || reason === null ? wrong("tap") : went(state, facts, { ...draft, reason });
    }
    case "preview":
      return atPreview(state, facts, value);
    case "languages":
      return isLanguage(value) ? onTo(state, facts, draft, { at: "line", language: value }) : wrong("tap");
    case "line": {
      const line =
        text
          ?.trim()
          .replace(/\s+/g, " ")
          .replace(/[.!]+$/, "") ?? "";
      if (value === "erase") {
        const { [screen.language]: _erased, ...lines } = draft.lines;
        return returned(state, facts, { ...draft, lines });
      }
      return line === "" || line.length > longestLine || line.startsWith("/")
        ? wrong("line")
        : returned(state, facts, { ...draft, lines: { ...draft.lines, [screen.language]: line } });
    }
  }
}

function chosenPlaces(facts: Facts, value: string | null, text: string | null): readonly number[] | null {
  const hers = placesFor(facts);
  if (value === "all" && facts.member.role === "coordinator") {
    return hers.map(({ number }) => number);
  }
  const chosen = text === null ? hers.filter(({ number }) => String(number) === value) : placesTyped(text, hers);
  return chosen.length === 1 ? chosen.map(({ number }) => number) : null;
}

function atDay(state: State, facts: Facts, value: string | null, text: string | null): State {
  const { screen, draft } = present(state);
  if (value === "calendar") {
    const month = today(facts).toPlainYearMonth().toString();
    return onTo(state, facts, draft, { at: "calendar", month, until: false });
  }
  if (value?.startsWith("month") && screen.at === "calendar") {
    const month = value.slice("month".length).replace("_", "-");
    return {
      ...stayed(state, facts, draft),
      trail: [...state.trail.slice(0, -1), { screen: { ...screen, month }, draft }],
    };
  }
  if (value === "quick") {
    // Ill at half past seven: everything else can wait.
    const from = today(facts).toString();
    return went(state, facts, { ...draft, from, to: from, shape: "closed", reason: "other" });
  }
  const days = text === null ? tappedDay(value) : daysIn(text, facts);
  if ("wrong" in days) {
    return { ...state, wrong: days.wrong };
  }
  const isUntil = screen.at === "calendar" && screen.until && text === null;
  const span = isUntil ? { from: draft.from, to: days.from } : days;
  if (span.to < today(facts).toString() || span.from < today(facts).toString()) {
    return { ...state, wrong: "past" };
  }
  if (span.to < span.from) {
    return { ...state, wrong: "order" };
  }
  return isTooLong(span) ? { ...state, wrong: "long" } : went(state, facts, { ...draft, ...span });
}

function atWhat(state: State, facts: Facts, value: string | null, text: string | null): State {
  const { draft } = present(state);
  if (value === "until") {
    return onTo(state, facts, draft, { at: "calendar", month: draft.from.slice(0, 7), until: true });
  }
  if (value === "usual") {
    const hours = usualOf(facts, draft);
    return went(state, facts, { ...draft, shape: "usual", hours, reason: "confirmed" });
  }
  const shape: Shape | undefined | null =
    text === null ? shapes.find((one) => one === value) : (shapeIn(text) ?? (hoursIn(text).ok ? "hours" : null));
  if (shape === undefined || shape === null) {
    return { ...state, wrong: "tap" };
  }
  const shaped = { ...draft, shape };
  const timed = text === null ? shaped : withTimes(shaped, facts, text);
  return went(state, facts, typeof timed === "string" ? shaped : timed);
}

function atTimes(state: State, facts: Facts, value: string | null, text: string | null): State | Wrong {
  const { screen, draft } = present(state);
  if (text !== null) {
    const timed = withTimes(draft, facts, text);
    if (typeof timed === "string") {
      return timed;
    }
    return timed.hours.length === 0 ? "times" : went(state, facts, timed);
  }
  const minutes = /^\d{1,4}$/.test(value ?? "") ? Number(value) : null;
  if (minutes === null || minutes > 1440) {
    return "times";
  }
  const usual = usualOf(facts, draft);
  if (draft.shape === "later" || draft.shape === "earlier") {
    const hours = cutHours(usual, draft.shape === "later" ? { start: minutes } : { end: minutes });
    const timed = cut(draft, hours, usual);
    return typeof timed === "string" ? timed : went(state, facts, timed);
  }
  const start = screen.at === "end" ? screen.start : null;
  if (start === null) {
    return onTo(state, facts, draft, { at: "end", start: minutes });
  }
  return minutes > start ? went(state, facts, { ...draft, hours: [{ start, end: minutes }] }) : "order";
}

function atPreview(state: State, facts: Facts, value: string | null): State {
  const { draft } = present(state);
  switch (value) {
    case "confirm":
      return { ...state, wrong: null, isConfirmed: true };
    case "show":
      return stayed(state, facts, { ...draft, isReasonShown: !draft.isReasonShown });
    case "line":
      return onTo(state, facts, draft, { at: "languages" });
    case "reason":
      return onTo(state, facts, draft, { at: "reason" });
    default:
      return { ...state, wrong: "tap" };
  }
}

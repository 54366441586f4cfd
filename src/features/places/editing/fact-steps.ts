import { isLanguage, type Language } from "../../../core/language.ts";
import type { Location } from "../../../core/places/place.ts";
import type { Entered } from "../../../telegram/feature.ts";
import { type FactValue, type Field, kindOf, lineFor, locationIn, textsIn, withoutText, withText } from "./fields.ts";
import { type Facts, onTo, present, type Screen, type State, stayed, wrong } from "./state.ts";

/** At a fact: what was typed or tapped for it. */
export function atFact(state: State, facts: Facts, field: Field, entered: Entered): State {
  const { draft } = present(state);
  const [value, text] = [entered.kind === "tap" ? entered.value : null, entered.kind === "text" ? entered.text : null];
  const shown = (fact: FactValue) => onTo(state, facts, { at: "preview", field }, { ...draft, value: fact });
  const kind = kindOf(field);
  if (value === "erase" && kind !== "every") {
    return shown(null);
  }
  if (kind === "location") {
    const location = entered.kind === "location" ? locationOf(entered) : locationIn(text ?? "");
    return location === null ? wrong(state, "location") : shown(location);
  }
  if (kind === "languages") {
    return atLanguages(state, value, shown);
  }
  if (text !== null) {
    const fact = kind === "line" ? lineFor(field, text) : textFor(field, draft.value, facts.language, text);
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

/** An address that is the same in every language stays so, unless a language is chosen. */
function textFor(field: Field, value: FactValue, language: Language, text: string): FactValue {
  const written = withText(field, value, language, text);
  return field === "address" && typeof value === "string" ? (textsIn(written)[language] ?? null) : written;
}

const locationOf = ({ latitude, longitude }: Location): Location => ({ latitude, longitude });

function wrongOf(field: Field): "name" | "phone" | "email" | "website" | "text" {
  return field === "name" || field === "phone" || field === "email" || field === "website" ? field : "text";
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

/** At a fact in one language. */
export function atText(
  state: State,
  facts: Facts,
  { field, language }: Extract<Screen, { readonly at: "text" }>,
  value: string | null,
  text: string | null,
): State {
  const { draft } = present(state);
  const fact =
    value === "erase" ? withoutText(draft.value, language) : withText(field, draft.value, language, text ?? "");
  const isErased = value === "erase" && kindOf(field) !== "every" && textsIn(draft.value)[language] !== undefined;
  return (fact === null && !isErased) || (value !== null && !isErased)
    ? wrong(state, field === "name" ? "name" : "text")
    : onTo(state, facts, { at: "preview", field }, { ...draft, value: fact });
}

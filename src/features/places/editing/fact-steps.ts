import { isLanguage } from "../../../core/language.ts";
import { type FactValue, type Field, kindOf, lineFor, textsIn, withoutText, withText } from "./fields.ts";
import { type Facts, onTo, present, type Screen, type State, stayed, wrong } from "./state.ts";

/** At a fact: what was typed or tapped for it. */
export function atFact(state: State, facts: Facts, field: Field, value: string | null, text: string | null): State {
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
  const isErased = value === "erase" && textsIn(draft.value)[language] !== undefined;
  return (fact === null && !isErased) || (value !== null && !isErased)
    ? wrong(state, "text")
    : onTo(state, facts, { at: "preview", field }, { ...draft, value: fact });
}

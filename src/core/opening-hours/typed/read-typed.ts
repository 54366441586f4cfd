import type { Language } from "../../language.ts";
import type { Expression, Holiday } from "../expression.ts";
import { parseExpression } from "../parse.ts";
import { clausesOf } from "./clauses.ts";
import { expressionOf } from "./compile.ts";
import { NotUnderstood, type TypedProblem } from "./problem.ts";
import { plainly, tokensOf } from "./tokens.ts";

export type TypedRead =
  | {
      readonly ok: true;
      readonly expression: Expression;
      /** Of which holidays it says what holds; of the others it is silent. */
      readonly mentioned: readonly Holiday[];
    }
  | { readonly ok: false; readonly problem: TypedProblem };

/** A place has a few lines of hours; ours, in Arabic, hold many invisible marks of direction. */
const longest = 1000;
const longestNear = 40;

/** What only the syntax of OpenStreetMap has. */
const looksWritten = /\b(?:Mo|Tu|Th|Su|PH|SH|off)\b/;

/**
 * Reads regular hours as people write them, in Dutch, French or Arabic, or as an `opening_hours` expression. Where a text
 * can be read in two ways that differ, it is refused: nothing is guessed.
 *
 * @param language of who types, for words that the languages share: `ma` is Monday, or mardi
 */
export function readTyped(text: string, language: Language): TypedRead {
  if (text.length > longest) {
    return { ok: false, problem: { kind: "too-long" } };
  }
  const plain = plainly(text);
  const written = parseExpression(text.trim());
  if (written.ok) {
    return { ok: true, expression: written.expression, mentioned: ["PH", "SH"] };
  }
  if (looksWritten.test(plain)) {
    return {
      ok: false,
      problem: { kind: "expression", near: nearBy(text.trim(), wordAt(text.trim(), written.error.at), text.length) },
    };
  }
  try {
    const clauses = clausesOf(tokensOf(plain, language));
    const { rules, mentioned } = expressionOf(clauses);
    return rules.length === 0
      ? { ok: false, problem: { kind: "nothing" } }
      : { ok: true, expression: { rules }, mentioned };
  } catch (cause) {
    if (cause instanceof NotUnderstood) {
      return { ok: false, problem: { kind: cause.kind, near: nearBy(plain, cause.at, cause.end) } };
    }
    throw cause;
  }
}

/** Where the word begins in which something is wrong. */
function wordAt(text: string, at: number): number {
  return text.slice(0, at).search(/\S*$/);
}

function nearBy(text: string, at: number, end: number): string {
  const near = text.slice(at, end).trim().replace(/\s+/g, " ");
  const shown = near === "" ? text.slice(0, end).trim() : near;
  return shown.length > longestNear ? `${shown.slice(0, longestNear)}…` : shown;
}

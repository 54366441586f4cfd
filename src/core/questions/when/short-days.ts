import { clockAt } from "./clock.ts";
import { meaning, means, type Token } from "./tokens.ts";

/** Whether `ma`, `do`, `mer` here is a day: these are also other words. */
export function isShortDay(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  const short = meaning(token, "shortDay");
  if (!short || token === undefined) return false;
  const next = tokens[index + 1];
  const before = token.afterPause ? undefined : tokens[index - 1];
  if (isDateOrTime(tokens, index + 1)) return true;
  if (maghrebi.has(short.variety) && isSaidOfDay(next, tokens[index + 2], before)) return true;
  const follows =
    next === undefined ||
    next.afterPause ||
    suits(next, short.variety) ||
    (means(next, "of") && means(tokens[index + 2], "unit"));
  const leads =
    before === undefined ||
    suits(before, short.variety) ||
    means(before, "mark") ||
    means(before, "next") ||
    means(before, "this") ||
    means(before, "every") ||
    means(before, "of") ||
    means(before, "weekday") ||
    means(before, "shortDay") ||
    meaning(before, "ask")?.variety === short.variety ||
    before.text === "jullie" ||
    before.text === "vous" ||
    before.text === "nu";
  return follows && leads;
}

const maghrebi: ReadonlySet<string> = new Set(["arabizi", "darija"]);

/** `tlata jaya`, `nhar ettlata`, `tlata f sba7`: not three of something. */
function isSaidOfDay(next: Token | undefined, second: Token | undefined, before: Token | undefined): boolean {
  if (next && !next.afterPause && (means(next, "next") || (next.text === "f" && means(second, "part")))) return true;
  return before?.text === "nhar" && !means(next, "quantity") && !means(next, "unit");
}

function isDateOrTime(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index];
  if (next === undefined || next.afterPause) return false;
  if (next.figures || next.clock || means(next, "part") || means(next, "noon") || clockAt(tokens, index)) return true;
  return (
    next.digits > 0 && next.digits <= 31 && !means(tokens[index + 1], "quantity") && !means(tokens[index + 1], "unit")
  );
}

/** Words that stand beside a day: about opening, joining, pointing at one, in the same language. */
function suits(token: Token, variety: string): boolean {
  return token.meanings.some(
    (one) =>
      (besides.has(one.kind) && (one.variety === variety || one.variety === "nl" || one.variety === "fr")) ||
      one.kind === "part" ||
      one.kind === "shortDay",
  );
}

const besides: ReadonlySet<string> = new Set(["open", "and", "or", "to", "still", "from", "starting", "between"]);

import { type Cursor, createCursor } from "./cursor.ts";
import type { DateRange, Expression, Rule, RuleState, YearRange } from "./expression.ts";
import { type ExpressionError, explainFailure } from "./expression-error.ts";
import { parseDates } from "./parse-dates.ts";
import { parseDays } from "./parse-days.ts";
import { isSymbol, isYear } from "./parse-names.ts";
import { parseTimes } from "./parse-times.ts";
import { parseWeeks, parseYears } from "./parse-years.ts";
import { tokenize } from "./tokens.ts";

export type ParsedExpression =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly error: ExpressionError };

/**
 * Reads OpenStreetMap opening hours such as `Mo-We,Fr 09:00-12:00; SH,PH off`. What is not supported (`||`, open ends,
 * sunrise) is refused, with its place and what was expected there; nothing is guessed.
 */
export function parseExpression(text: string): ParsedExpression {
  const cursor = createCursor(tokenize(text));
  const rules = parseRules(cursor);
  return rules ? { ok: true, expression: { rules } } : { ok: false, error: explainFailure(text, cursor.failure()) };
}

function parseRules(cursor: Cursor): readonly Rule[] | null {
  const rules: Rule[] = [];
  let additional = false;
  for (;;) {
    const parsed = parseRule(cursor, additional);
    if (parsed === null) return null;
    rules.push(parsed.rule);
    if (cursor.take("end", null, "the end")) return rules;
    additional = parsed.mayBeAddedTo && cursor.take("symbol", [","], '","') !== null;
    if (additional) continue;
    if (!cursor.take("symbol", [";"], '";"')) return null;
    if (cursor.take("end", null, "the end")) return rules;
  }
}

interface ParsedRule {
  readonly rule: Rule;
  /** A comma only begins an additional rule after times, a state or a comment; before that it goes on with a list. */
  readonly mayBeAddedTo: boolean;
}

function parseRule(cursor: Cursor, additional: boolean): ParsedRule | null {
  const start = cursor.peek();
  const always = parseAlways(cursor);
  const { years, dates } = always ? noDates : parseYearsAndDates(cursor);
  const weeks = always ? [] : (cursor.attempt(() => parseWeeks(cursor)) ?? []);
  skipColon(cursor, start);
  const days = always ? null : cursor.attempt(() => parseDays(cursor));
  skipColon(cursor, start);
  const times = always ? [{ start: 0, end: 1440 }] : (cursor.attempt(() => parseTimes(cursor)) ?? []);
  const state = parseState(cursor);
  const comment = cursor.take("comment", null, 'a comment such as "first floor"')?.text ?? null;
  if (cursor.peek() === start) return null;
  const rule = {
    additional,
    years,
    dates,
    weeks,
    days,
    times,
    comment,
    state: state ?? (comment === null ? "open" : "unknown"),
  };
  return { rule, mayBeAddedTo: times.length > 0 || state !== null || comment !== null };
}

const noDates: { years: readonly YearRange[]; dates: readonly DateRange[] } = { years: [], dates: [] };

function parseAlways(cursor: Cursor): boolean {
  const isAlways = cursor.peek().text === "24" && isSymbol(cursor.peek(1), "/") && cursor.peek(2).text === "7";
  if (!isAlways) {
    cursor.expect("24/7");
    return false;
  }
  for (let count = 0; count < 3; count += 1) cursor.take(cursor.peek().kind, null, "");
  return true;
}

function parseYearsAndDates(cursor: Cursor): { years: readonly YearRange[]; dates: readonly DateRange[] } {
  if (isYear(cursor.peek())) {
    const dated = cursor.attempt(() => parseDates(cursor, { yearAllowed: true, wrappingMonthsAllowed: false }));
    if (dated) return { years: [], dates: dated };
  }
  const years = cursor.attempt(() => parseYears(cursor)) ?? [];
  const isOneYear = years.length === 1 && years[0]?.from === years[0]?.to;
  const context = { yearAllowed: years.length === 0, wrappingMonthsAllowed: !isOneYear };
  return { years, dates: cursor.attempt(() => parseDates(cursor, context)) ?? [] };
}

/** The colon of `Sep-Jun: Mo 09:00-12:00` only eases reading. */
function skipColon(cursor: Cursor, start: unknown): void {
  if (cursor.peek() !== start && isSymbol(cursor.peek(), ":")) cursor.take("symbol", [":"], "");
}

function parseState(cursor: Cursor): RuleState | null {
  const token = cursor.take("word", ["open", "off", "closed", "unknown"], "off");
  if (!token) return null;
  return token.text === "closed" ? "off" : (token.text as RuleState);
}

import type { Cursor } from "./cursor.ts";
import type { WeekRange, YearRange } from "./expression.ts";
import { isSymbol, isYear, parseList, takePlainNumber } from "./parse-names.ts";
import type { Token } from "./tokens.ts";

export function takeYear(cursor: Cursor): number | null {
  const expected = "a year such as 2026";
  if (!isYear(cursor.peek())) return cursor.expect(expected);
  const token = cursor.take("number", null, expected);
  if (!token) return null;
  const year = Number(token.text);
  return year >= 1900 ? year : cursor.refuse(token, "a year from 1900 to 9999");
}

/** `2026`, `2026-2028,2030`, `2026+` */
export function parseYears(cursor: Cursor): readonly YearRange[] | null {
  return parseList(cursor, () => parseYearRange(cursor));
}

function parseYearRange(cursor: Cursor): YearRange | null {
  const from = takeYear(cursor);
  if (from === null) return null;
  if (cursor.take("symbol", ["+"], '"+"')) return { from, to: null };
  if (!cursor.take("symbol", ["-"], '"-"')) return { from, to: from };
  const token = cursor.peek();
  const to = takeYear(cursor);
  if (to === null) return null;
  return to > from ? { from, to } : cursor.refuse(token, `a year after ${from}`);
}

/** `week 10`, `week 1-53/2,40`; null when the word `week` is not next. */
export function parseWeeks(cursor: Cursor): readonly WeekRange[] | null {
  if (!cursor.take("word", ["week"], '"week"')) return null;
  return parseList(cursor, () => {
    if (cursor.peek().text === "week") cursor.take("word", ["week"], "");
    return parseWeekRange(cursor);
  });
}

function parseWeekRange(cursor: Cursor): WeekRange | null {
  const from = takeWeek(cursor, 1);
  if (from === null) return null;
  if (!cursor.take("symbol", ["-"], '"-"')) return { from, to: from, step: 1 };
  const to = takeWeek(cursor, from);
  if (to === null) return null;
  if (!isSymbol(cursor.peek(), "/")) return { from, to, step: 1 };
  cursor.take("symbol", ["/"], "");
  const step = takeWithin(cursor, 2, 26, "every how many weeks");
  return step === null ? null : { from, to, step };
}

function takeWeek(cursor: Cursor, least: number): number | null {
  return takeWithin(cursor, least, 53, "a week number");
}

function takeWithin(cursor: Cursor, least: number, most: number, what: string): number | null {
  const token: Token | null = takePlainNumber(cursor, what);
  if (!token) return null;
  const value = Number(token.text);
  return value >= least && value <= most ? value : cursor.refuse(token, `${what} from ${least} to ${most}`);
}

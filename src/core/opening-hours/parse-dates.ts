import type { Cursor } from "./cursor.ts";
import { daysInMonth } from "./day-number.ts";
import { type DateMark, type DateRange, easterOffsets } from "./expression.ts";
import { parseNth } from "./parse-days.ts";
import {
  beginsTime,
  isSymbol,
  isYear,
  monthOf,
  takeMonth,
  takePlainNumber,
  takeWeekday,
  weekdayOf,
} from "./parse-names.ts";
import { takeYear } from "./parse-years.ts";

/** What may be read as a date here, which depends on what stands before it. */
export interface DateContext {
  /** False after a year selector (`2026-2027 Dec 24`). */
  readonly yearAllowed: boolean;
  /** After exactly one year, `2026 Dec-Feb` could mean two things. */
  readonly wrappingMonthsAllowed: boolean;
}

/** `Sep-Jun`, `Dec 24,26`, `2026 Dec 24-2027 Jan 03,2027 Feb 01`; null when no date begins here. */
export function parseDates(cursor: Cursor, context: DateContext): readonly DateRange[] | null {
  const ranges: DateRange[] = [];
  do {
    const token = cursor.peek();
    const previous = ranges.at(-1);
    const range =
      previous && token.kind === "number" && !isYear(token) ? sameMonth(cursor, previous) : parseRange(cursor, context);
    if (range === null) return null;
    // "2026 Dec 24,Dec 31": does the year hold for both? We do not guess.
    if (ranges.some(hasYear) && !hasYear(range)) return cursor.refuse(token, "a year, because the date before has one");
    ranges.push(range);
  } while (cursor.take("symbol", [","], '","'));
  return ranges;
}

function hasYear(range: DateRange): boolean {
  return range.kind === "days" && range.from.year !== null;
}

/** The `26` or `28-31` of `Dec 24,26,28-31`. */
function sameMonth(cursor: Cursor, previous: DateRange): DateRange | null {
  if (previous.kind !== "days" || previous.to.kind !== "date") return cursor.expect("a month such as Sep");
  const { year, month } = previous.to;
  const from = takeDay(cursor, year, month, 1);
  return from && parseEnd(cursor, from);
}

function parseRange(cursor: Cursor, context: DateContext): DateRange | null {
  const mark = cursor.attempt(() => parseMark(cursor, context.yearAllowed, "start"));
  return mark ? parseEnd(cursor, mark) : parseMonths(cursor, context);
}

function parseMonths(cursor: Cursor, context: DateContext): DateRange | null {
  const from = takeMonth(cursor);
  if (from === null) return null;
  if (!cursor.take("symbol", ["-"], '"-"')) return { kind: "months", from, to: from };
  const token = cursor.peek();
  const to = takeMonth(cursor);
  if (to === null) return null;
  if (to < from && !context.wrappingMonthsAllowed) {
    return cursor.refuse(token, "a month of the same year, or dates such as 2026 Dec 01-2027 Feb 28");
  }
  return { kind: "months", from, to };
}

function parseEnd(cursor: Cursor, from: DateMark): DateRange | null {
  if (!cursor.take("symbol", ["-"], '"-"')) return { kind: "days", from, to: from };
  const token = cursor.peek();
  if (from.kind === "date" && token.kind === "number" && !isYear(token)) {
    const sameMonthEnd = takeDay(cursor, from.year, from.month, from.day);
    return sameMonthEnd && { kind: "days", from, to: sameMonthEnd };
  }
  const to = parseMark(cursor, true, "end");
  if (to === null) return null;
  if (from.year !== null && to.year === null) return cursor.refuse(token, "a year at both ends");
  if (from.year === null && to.year !== null) return cursor.refuse(token, "no year, or a year at both ends");
  if (isReversed(from, to)) return cursor.refuse(token, "an end that is not before the start");
  return { kind: "days", from, to };
}

/** Only known for plain dates: where the others fall, the year decides. */
function isReversed(from: DateMark, to: DateMark): boolean {
  if (from.year === null || to.year === null) return false;
  if (from.year !== to.year) return to.year < from.year;
  return from.kind === "date" && to.kind === "date" && to.month * 100 + to.day < from.month * 100 + from.day;
}

function parseMark(cursor: Cursor, yearAllowed: boolean, role: "start" | "end"): DateMark | null {
  const year = yearAllowed && isYear(cursor.peek()) ? takeYear(cursor) : null;
  if (cursor.take("word", ["easter"], "easter")) return parseEaster(cursor, year);
  const month = takeMonth(cursor);
  if (month === null) return null;
  const next = cursor.peek();
  if (next.kind === "number" && !beginsTime(cursor)) return takeDay(cursor, year, month, 1);
  if (weekdayOf(next) !== null && isSymbol(cursor.peek(1), "[")) return parseNthWeekday(cursor, year, month, role);
  return cursor.expect("a day of the month such as 24");
}

function parseEaster(cursor: Cursor, year: number | null): DateMark | null {
  const sign = cursor.peek();
  const isOffset = isSymbol(sign, "+") || isSymbol(sign, "-");
  const unit = cursor.peek(2).text;
  if (!isOffset || cursor.peek(1).kind !== "number" || (unit !== "day" && unit !== "days")) {
    cursor.expect("a number of days such as +1 day");
    return { kind: "easter", year, offset: 0 };
  }
  cursor.take("symbol", ["+", "-"], "");
  const token = cursor.take("number", null, "");
  cursor.take("word", ["day", "days"], "");
  const days = Number(token?.text);
  const offset = sign.text === "-" && days > 0 ? -days : days;
  if (token && (offset < easterOffsets.least || offset > easterOffsets.most)) {
    return cursor.refuse(token, `${easterOffsets.least} to +${easterOffsets.most} days`);
  }
  return { kind: "easter", year, offset };
}

/** `Mar Su[-1]-Oct Su[-1]`; where no range follows, it is a month and a weekday (`Mar Su[-1]`), and no mark. */
function parseNthWeekday(cursor: Cursor, year: number | null, month: number, role: "start" | "end"): DateMark | null {
  const weekday = takeWeekday(cursor);
  const nth = parseNth(cursor);
  const [only] = nth ?? [];
  if (weekday === null || only === undefined || nth?.length !== 1) return null;
  const goesOn = cursor.peek(1).text === "easter" || isYear(cursor.peek(1)) || monthOf(cursor.peek(1)) !== null;
  if (role === "start" && !(isSymbol(cursor.peek(), "-") && goesOn)) return null;
  return { kind: "nth-weekday", year, month, weekday, nth: only };
}

function takeDay(cursor: Cursor, year: number | null, month: number, least: number): DateMark | null {
  const token = takePlainNumber(cursor, "a day of the month such as 24");
  if (!token) return null;
  const day = Number(token.text);
  const most = daysInMonth(year ?? 2024, month); // 2024: without a year, 29 February may be meant
  if (day < least || day > most) return cursor.refuse(token, `a day from ${least} to ${most}`);
  return { kind: "date", year, month, day };
}

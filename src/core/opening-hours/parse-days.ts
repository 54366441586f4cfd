import type { Cursor } from "./cursor.ts";
import type { DayItem, DaySelector, Holiday, WeekdayItem } from "./expression.ts";
import { isSymbol, parseList, takeWeekday, weekdayOf } from "./parse-names.ts";

/** `Mo-Fr,PH` or `SH Mo-Fr`; null when no weekday or holiday begins here. */
export function parseDays(cursor: Cursor): DaySelector | null {
  const items = parseList(cursor, () => parseDayItem(cursor));
  if (items === null) return null;
  const holidays = items.flatMap((item) => (item.kind === "holiday" ? [item.holiday] : []));
  if (holidays.length < items.length || weekdayOf(cursor.peek()) === null) return { kind: "any-of", items };
  const weekdays = parseList(cursor, () => parseWeekdayItem(cursor));
  return weekdays && { kind: "weekdays-in-holidays", holidays, weekdays };
}

function parseDayItem(cursor: Cursor): DayItem | null {
  const holiday = cursor.take("word", ["ph", "sh"], "PH or SH");
  if (holiday) return { kind: "holiday", holiday: holiday.text.toUpperCase() as Holiday };
  return parseWeekdayItem(cursor);
}

function parseWeekdayItem(cursor: Cursor): WeekdayItem | null {
  const from = takeWeekday(cursor);
  if (from === null) return null;
  if (isSymbol(cursor.peek(), "[")) {
    const nth = parseNth(cursor);
    return nth && { kind: "nth", weekday: from, nth };
  }
  if (!cursor.take("symbol", ["-"], '"-"')) return { kind: "weekdays", from, to: from };
  const to = takeWeekday(cursor);
  return to === null ? null : { kind: "weekdays", from, to };
}

/** `[1,3]`, `[1-2]`, `[-1]` */
export function parseNth(cursor: Cursor): readonly number[] | null {
  if (!cursor.take("symbol", ["["], '"["')) return null;
  const ranges = parseList(cursor, () => parseNthRange(cursor));
  if (ranges === null || !cursor.take("symbol", ["]"], '"]"')) return null;
  return ranges.flat();
}

function parseNthRange(cursor: Cursor): readonly number[] | null {
  const sign = isSymbol(cursor.peek(), "-") && cursor.take("symbol", ["-"], "") ? -1 : 1;
  const from = takeCount(cursor);
  if (from === null) return null;
  if (sign < 0 || !cursor.take("symbol", ["-"], '"-"')) return [sign * from];
  const token = cursor.peek();
  const to = takeCount(cursor);
  if (to === null) return null;
  if (to < from) return cursor.refuse(token, `a number from ${from} to 5`);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function takeCount(cursor: Cursor): number | null {
  const expected = "which one of the month: 1 to 5, or -1 for the last";
  const token = cursor.take("number", null, expected);
  if (!token) return null;
  const count = Number(token.text);
  return count >= 1 && count <= 5 ? count : cursor.refuse(token, expected);
}

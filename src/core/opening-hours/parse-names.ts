import type { Cursor } from "./cursor.ts";
import { monthNames, weekdayNames } from "./expression.ts";
import type { Token } from "./tokens.ts";

const months = monthNames.map((name) => name.toLowerCase());
const weekdays = weekdayNames.map((name) => name.toLowerCase());

/** 1 to 12, or null */
export function monthOf(token: Token): number | null {
  const index = token.kind === "word" ? months.indexOf(token.text) : -1;
  return index < 0 ? null : index + 1;
}

/** 0 (Monday) to 6 (Sunday), or null */
export function weekdayOf(token: Token): number | null {
  const index = token.kind === "word" ? weekdays.indexOf(token.text) : -1;
  return index < 0 ? null : index;
}

export function takeMonth(cursor: Cursor): number | null {
  const token = cursor.take("word", months, "a month such as Sep");
  return token && monthOf(token);
}

export function takeWeekday(cursor: Cursor): number | null {
  const token = cursor.take("word", weekdays, "a weekday such as Mo");
  return token && weekdayOf(token);
}

export function isSymbol(token: Token, text: string): boolean {
  return token.kind === "symbol" && token.text === text;
}

export function isYear(token: Token): boolean {
  return token.kind === "number" && token.text.length === 4;
}

/** Whether a time such as `9:00` begins here; a colon with a space behind it (`Dec 24: Mo`) only eases reading. */
export function beginsTime(cursor: Cursor, ahead = 0): boolean {
  const colon = cursor.peek(ahead + 1);
  const minutes = cursor.peek(ahead + 2);
  return (
    cursor.peek(ahead).kind === "number" &&
    isSymbol(colon, ":") &&
    minutes.kind === "number" &&
    minutes.at === colon.end
  );
}

/** A number that is not the hour of a time. */
export function takePlainNumber(cursor: Cursor, expected: string): Token | null {
  return beginsTime(cursor) ? cursor.expect(expected) : cursor.take("number", null, expected);
}

/** One or more of what `parse` reads, with commas between. */
export function parseList<T>(cursor: Cursor, parse: () => T | null): readonly T[] | null {
  const items: T[] = [];
  do {
    const item = parse();
    if (item === null) return null;
    items.push(item);
  } while (cursor.take("symbol", [","], '","'));
  return items;
}

import type { Cursor } from "./cursor.ts";
import type { TimeSpan } from "./expression.ts";
import { isSymbol, isYear } from "./parse-names.ts";

const minutesInDay = 1440;
const example = "a time such as 09:00-12:00";

/** `09:00-12:00,13:00-15:00`; an end that is not after the start lies on the next day. */
export function parseTimes(cursor: Cursor): readonly TimeSpan[] | null {
  const times: TimeSpan[] = [];
  do {
    const time = parseTimeSpan(cursor);
    if (time === null) return null;
    times.push(time);
  } while (timeFollowsComma(cursor) && cursor.take("symbol", [","], '","'));
  return times;
}

/** After a comma, a time goes on with the list; anything else, such as a weekday, begins an additional rule. */
function timeFollowsComma(cursor: Cursor): boolean {
  const next = cursor.peek(1);
  const isAlways = next.text === "24" && isSymbol(cursor.peek(2), "/");
  return isSymbol(cursor.peek(), ",") && next.kind === "number" && !isYear(next) && !isAlways;
}

function parseTimeSpan(cursor: Cursor): TimeSpan | null {
  const token = cursor.peek();
  const start = parseTime(cursor);
  if (start === null) return null;
  if (start >= minutesInDay) return cursor.refuse(token, "a start from 00:00 to 23:59");
  if (!cursor.take("symbol", ["-"], "an end such as -12:00")) return null;
  const endToken = cursor.peek();
  const end = parseTime(cursor);
  if (end === null) return null;
  const ordered = end > start ? end : end + minutesInDay;
  if (ordered > 2 * minutesInDay) return cursor.refuse(endToken, "an end up to 48:00");
  return { start, end: ordered };
}

function parseTime(cursor: Cursor): number | null {
  const hours = cursor.take("number", null, example);
  if (!hours) return null;
  if (hours.text.length > 2) return cursor.refuse(hours, example);
  if (!cursor.take("symbol", [":"], example)) return null;
  const minutes = cursor.take("number", null, example);
  if (!minutes) return null;
  if (minutes.text.length !== 2 || Number(minutes.text) > 59) return cursor.refuse(minutes, "minutes from 00 to 59");
  return Number(hours.text) * 60 + Number(minutes.text);
}

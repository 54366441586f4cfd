import { weekdayOnOrAfter } from "./days.ts";
import type { DayFound } from "./found.ts";
import { means, type Token } from "./tokens.ts";

const reach = 8;

/** `niet deze zaterdag maar die erna`, `ماشي هاد السبت السبت لي موراه`: a week after the weekday that is ruled out. */
export function weekdaysAfterThat(found: readonly DayFound[], tokens: readonly Token[]): readonly DayFound[] {
  if (!tokens.some((token) => means(token, "afterThat"))) return found;
  const result: DayFound[] = [];
  for (const day of found) {
    const before = result.at(-1);
    const sign = before && signAfter(before, tokens);
    if (before && sign !== undefined && before.at !== day.at && day.at <= sign && day.weekday === before.weekday) {
      result[result.length - 1] = { ...weekLater(before), end: sign + 1 };
    } else if (sign === undefined || before === undefined || day.at > sign) {
      result.push(day);
    }
  }
  return result.map((day) => {
    const sign = signAfter(day, tokens);
    return sign === undefined ? day : { ...weekLater(day), end: sign + 1 };
  });
}

function weekLater(day: DayFound): DayFound {
  return { kind: "date", at: day.at, end: day.end, from: day.from + 7, to: day.to + 7, isMeant: true };
}

/** Where the word stands that asks for the one after this weekday. */
function signAfter(day: DayFound, tokens: readonly Token[]): number | undefined {
  if (day.kind !== "weekday" || day.isPast || !isRuledOut(day, tokens)) return;
  for (let at = day.end; at < day.end + reach; at += 1) if (means(tokens[at], "afterThat")) return at;
  return;
}

function isRuledOut(day: DayFound, tokens: readonly Token[]): boolean {
  for (let at = day.at - 1; at >= day.at - 3; at -= 1) if (means(tokens[at], "not")) return true;
  return false;
}

const afterWords = new Set(["na", "achter", "apres", "after", "بعد", "مور", "mor", "mora", "b3d", "ba3d"]);
const beforeWords = new Set(["voor", "avant", "before", "قبل", "9bel", "9bal"]);

/** `de maandag na Pasen`, `le samedi avant Noël`: counted from the holiday, not from today. */
export function besideHoliday(a: DayFound, b: DayFound, tokens: readonly Token[]): DayFound | undefined {
  if (a.kind !== "weekday" || a.weekday === undefined || b.kind !== "holiday" || b.impossible !== undefined) return;
  let isAfter: boolean | undefined;
  for (let at = a.end; at < b.at; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.afterPause) return;
    if (afterWords.has(token.text)) isAfter = true;
    else if (beforeWords.has(token.text)) isAfter = false;
    else if (!means(token, "skip") && !means(token, "of") && !means(token, "mark")) return;
  }
  if (isAfter === undefined) return;
  const day = weekdayOnOrAfter(a.weekday, isAfter ? b.to + 1 : b.from - 7);
  return { kind: "date", at: a.at, end: b.end, from: day, to: day };
}

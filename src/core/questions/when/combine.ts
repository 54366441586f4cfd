import { besideHoliday, weekdaysAfterThat } from "./after-that.ts";
import { weekdayOnOrAfter, weekendOf } from "./days.ts";
import type { DayFound, Reading } from "./found.ts";
import { means, type Token } from "./tokens.ts";

/** Joins what belongs together: a weekday and its week, the two ends of a span. */
export function combine(found: readonly DayFound[], { tokens }: Reading): readonly DayFound[] {
  return spansOf(weekdaysAfterThat(weekdaysInWeeks(found, tokens), tokens), tokens);
}

const nearby = 7;

/** `volgende week woensdag`, `zaterdag over een week`, `le mercredi de la semaine prochaine` */
function weekdaysInWeeks(found: readonly DayFound[], tokens: readonly Token[]): readonly DayFound[] {
  const result: DayFound[] = [];
  for (const next of found) {
    const before = result.at(-1);
    const together =
      before && next.at - before.end < nearby && !pauseBetween(tokens, before, next) && joinWeek(before, next);
    if (together) result[result.length - 1] = together;
    else result.push(next);
  }
  return result;
}

function pauseBetween(tokens: readonly Token[], before: DayFound, next: DayFound): boolean {
  for (let at = before.end; at <= next.at; at += 1) {
    const token = tokens[at];
    if (token?.afterPause && at > before.end + 1) return true;
    if (at < next.at && (means(token, "but") || means(token, "errand"))) return true;
  }
  return false;
}

function joinWeek(a: DayFound, b: DayFound): DayFound | undefined {
  const week = a.kind === "week" || a.kind === "weeksOn" ? a : b;
  const day = week === a ? b : a;
  if (day.kind === "weekend" && week.kind === "week" && !day.isPast && b.at - a.end < 3) {
    const at = Math.min(a.at, b.at);
    return { kind: "weekend", at, end: Math.max(a.end, b.end), ...weekendOf(week.from), isPast: week.isPast === true };
  }
  if (
    day.kind !== "weekday" ||
    day.weekday === undefined ||
    day.isPast ||
    (week.kind !== "week" && week.kind !== "weeksOn")
  )
    return;
  const where = { at: Math.min(a.at, b.at), end: Math.max(a.end, b.end) };
  if (week.kind === "weeksOn") {
    if (b.at - a.end > 2) return;
    const value = day.from + (week.weekday ?? 0) * 7;
    return { kind: "date", ...where, from: value, to: value };
  }
  const value = week.from + day.weekday - 1;
  return { kind: "weekday", ...where, from: value, to: value, isPast: week.isPast === true };
}

/** `van maandag tot woensdag`, `zaterdag en zondag`, `entre Noël et nouvel an` */
function spansOf(found: readonly DayFound[], tokens: readonly Token[]): readonly DayFound[] {
  const result: DayFound[] = [];
  for (const next of found) {
    const before = result.at(-1);
    const span = before && (besideHoliday(before, next, tokens) ?? joinSpan(before, next, tokens));
    if (span) result[result.length - 1] = span;
    else result.push(next);
  }
  return result;
}

type Link = "to" | "and" | "between" | "or" | "same";

function joinSpan(a: DayFound, b: DayFound, tokens: readonly Token[]): DayFound | undefined {
  const link = linkBetween(a, b, tokens);
  if (link === undefined || a.impossible !== undefined || b.impossible !== undefined || a.isPast || b.isPast) return;
  const where = { at: a.at, end: b.end };
  if (link === "same") return a.from === b.from && a.to === b.to ? { ...a, ...where } : undefined;
  const later = b.from < a.from && b.weekday !== undefined ? weekdayOnOrAfter(b.weekday, a.from) : b.from;
  if (link === "or") return { ...a, ...where };
  if (
    link === "between" &&
    tokens[a.at] !== undefined &&
    a.kind === "holiday" &&
    b.kind === "holiday" &&
    b.from > a.to + 1
  ) {
    return { kind: "date", ...where, from: a.from + 1, to: b.from - 1 };
  }
  const to = Math.max(later, later + (b.to - b.from));
  if (later <= a.from || to - a.from > 400) return link === "and" ? { ...a, ...where } : undefined;
  if (link === "to" || link === "between" || later === a.to + 1) return { kind: "date", ...where, from: a.from, to };
  return { ...a, ...where };
}

function linkBetween(a: DayFound, b: DayFound, tokens: readonly Token[]): Link | undefined {
  let link: Link = "same";
  for (let at = a.end; at < b.at; at += 1) {
    const token = tokens[at];
    if (token === undefined) return;
    const own = token.text === "ou" ? ouLink(tokens[a.at]) : linkOf(token);
    if (own) link = own;
    else if (
      !means(token, "skip") &&
      !means(token, "mark") &&
      !means(token, "of") &&
      !means(token, "part") &&
      !means(token, "at")
    )
      return;
  }
  if (link === "same") return tokens[b.at]?.afterPause && b.at > a.end ? undefined : link;
  if (link !== "and") return link;
  for (let at = a.at - 1; at >= a.at - 3; at -= 1) if (means(tokens[at], "between")) return "between";
  return link;
}

/** French `ou` is or; in Maghrebi Arabic it is and. */
function ouLink(before: Token | undefined): Link {
  return before?.meanings.some(({ variety }) => variety === "arabizi") ? "and" : "or";
}

function linkOf(token: Token): Link | undefined {
  if (token.text === "a" || (means(token, "to") && token.text !== "l")) return "to";
  if (means(token, "and")) return "and";
  if (token.text === "l") return "to";
  return means(token, "or") ? "or" : undefined;
}

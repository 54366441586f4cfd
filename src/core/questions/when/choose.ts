import type { ClockRead } from "./clock.ts";
import type { DayFound } from "./found.ts";
import { means, type Token } from "./tokens.ts";

interface Clause {
  readonly from: number;
  to: number;
  hasOpen: boolean;
  hasErrand: boolean;
  hasWas: boolean;
  hasNot: boolean;
  asked: boolean;
}

export type Clauses = readonly Clause[];

/** A message in its clauses. Dictated text has no punctuation: a question word also begins one. */
export function clausesOf(tokens: readonly Token[]): Clauses {
  const clauses: Clause[] = [];
  for (const [index, token] of tokens.entries()) {
    const asks = means(token, "ask") && !means(tokens[index - 1], "ask");
    let clause = clauses.at(-1);
    if (!clause || token.afterPause || means(token, "but") || asks) {
      clause = { from: index, to: index, hasOpen: false, hasErrand: false, hasWas: false, hasNot: false, asked: false };
      clauses.push(clause);
    }
    clause.to = index;
    clause.hasOpen ||= means(token, "open") || means(token, "still");
    clause.hasErrand ||= means(token, "errand");
    clause.hasWas ||= means(token, "was");
    clause.hasNot ||= means(token, "not");
    clause.asked ||= token.asked;
  }
  return clauses;
}

function clauseAt(clauses: Clauses, index: number): Clause | undefined {
  return clauses.find(({ from, to }) => index >= from && index <= to);
}

/** The day that is asked about: not a past one, nor one that lies on the way. */
export function chooseDay(days: readonly DayFound[], clauses: Clauses, tokens: readonly Token[]): DayFound | undefined {
  const [only] = days;
  if (only === undefined) return;
  const errands = placesOf(tokens, "errand");
  const opens = placesOf(tokens, "open");
  const askedElsewhere = clauses.some(({ hasOpen, hasErrand }) => hasOpen && !hasErrand);
  let best: DayFound | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const day of days) {
    const clause = clauseAt(clauses, day.at);
    const onTheWay = isErrandDay(day, days, errands, opens, clause);
    if (onTheWay && askedElsewhere && days.length === 1 && !clause?.hasOpen && clause?.asked !== true) continue;
    const score =
      (day.isPast ? -20 : 0) +
      (onTheWay ? -8 : 0) +
      (clause?.hasOpen ? 3 : 0) +
      (clause?.hasWas ? -3 : 0) +
      (clause?.asked ? 1 : 0) +
      (isRuledOut(day, clause, tokens) ? -6 : 0) +
      (day.kind === "month" && day.impossible === undefined ? -1 : 0);
    if (score > bestScore) {
      best = day;
      bestScore = score;
    }
  }
  return best;
}

/** `pas demain mais samedi`, `zaterdag kan ik niet` */
function isRuledOut(day: DayFound, clause: Clause | undefined, tokens: readonly Token[]): boolean {
  if (means(tokens[day.at - 1], "not") && !tokens[day.at]?.afterPause) return true;
  return clause?.hasNot === true && !clause.hasOpen && !clause.asked;
}

function placesOf(tokens: readonly Token[], kind: "errand" | "open"): readonly number[] {
  return tokens.flatMap((token, index) => (means(token, kind) ? [index] : []));
}

function isErrandDay(
  day: DayFound,
  days: readonly DayFound[],
  errands: readonly number[],
  opens: readonly number[],
  clause: Clause | undefined,
): boolean {
  if (!clause?.hasErrand) return false;
  const here = errands.filter((at) => at >= clause.from && at <= clause.to);
  const rivals = days.filter((other) => other !== day && other.at >= clause.from && other.at <= clause.to);
  if (rivals.length === 0) return !opens.some((at) => at >= clause.from && at <= clause.to);
  return here.some((at) => {
    const own = distance(day, at);
    return rivals.every((rival) => own < distance(rival, at) || (own === distance(rival, at) && day.at < rival.at));
  });
}

function distance(day: { readonly at: number; readonly end: number }, at: number): number {
  return at < day.at ? day.at - at : Math.max(0, at - day.end + 1);
}

/** After work or school is when one comes; the hour of an appointment is not. */
const daily = new Set([
  "werk",
  "werken",
  "school",
  "opvang",
  "creche",
  "boulot",
  "travail",
  "ecole",
  "khedma",
  "lkhedma",
  "lkhdma",
  "خدمه",
  "الخدمه",
  "شغل",
  "مدرسه",
  "عمل",
]);
const afterWords = new Set(["na", "apres", "بعد", "مور", "mor", "b3d", "ba3d", "mora", "after", "من بعد"]);

/** The clock time that is asked about: the first that is not that of something else. */
export function chooseClock(
  clocks: readonly ClockRead[],
  clauses: Clauses,
  tokens: readonly Token[],
): ClockRead | undefined {
  const own = clocks.filter((clock) => !isErrandTime(clock, clauses, tokens));
  return own.find(({ at }) => clauseAt(clauses, at)?.hasOpen) ?? own[0];
}

const errandReach = 5;

function isErrandTime(clock: ClockRead, clauses: Clauses, tokens: readonly Token[]): boolean {
  const clause = clauseAt(clauses, clock.at);
  if (!clause?.hasErrand) return false;
  const isDaily = errandsOf(tokens, clause).every((at) => daily.has(tokens[at]?.text ?? "") && isAfter(tokens, at));
  if (isDaily) return false;
  if (!clause.hasOpen && clauses.some(({ hasOpen }) => hasOpen)) return true;
  for (let at = clock.at - 1; at >= Math.max(clause.from, clock.at - errandReach); at -= 1) {
    const token = tokens[at];
    if (means(token, "open")) break;
    if (means(token, "errand")) return true;
  }
  for (let at = clock.end; at <= Math.min(clause.to, clock.end + 3); at += 1) {
    if (means(tokens[at], "open")) return false;
    if (means(tokens[at], "errand")) return true;
  }
  return false;
}

function errandsOf(tokens: readonly Token[], { from, to }: Clause): readonly number[] {
  return placesOf(tokens, "errand").filter((at) => at >= from && at <= to);
}

function isAfter(tokens: readonly Token[], index: number): boolean {
  for (let at = index - 1; at >= index - 3; at -= 1) if (afterWords.has(tokens[at]?.text ?? "")) return true;
  return false;
}

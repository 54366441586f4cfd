import type { ClockRead } from "./clock.ts";
import type { DayFound } from "./found.ts";
import { means, type Token } from "./tokens.ts";

interface Clause {
  readonly from: number;
  to: number;
  hasOpen: boolean;
  hasStill: boolean;
  hasVisit: boolean;
  hasThen: boolean;
  hasErrand: boolean;
  hasWas: boolean;
  hasNot: boolean;
  asked: boolean;
}

export type Clauses = readonly Clause[];

/** A message in its clauses. Dictated text has no punctuation: a question word also begins one. */
export function clausesOf(tokens: readonly Token[]): Clauses {
  const clauses: Clause[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] as Token;
    const asks = means(token, "ask") && !means(tokens[index - 1], "ask") && !means(token, "visit");
    let clause = clauses.at(-1);
    if (!clause || token.afterPause || means(token, "but") || asks) {
      clause = {
        from: index,
        to: index,
        hasOpen: false,
        hasStill: false,
        hasVisit: false,
        hasThen: false,
        hasErrand: false,
        hasWas: false,
        hasNot: false,
        asked: false,
      };
      clauses.push(clause);
    }
    clause.to = index;
    clause.hasOpen ||= means(token, "open");
    clause.hasStill ||= means(token, "still");
    clause.hasVisit ||= means(token, "visit");
    clause.hasThen ||= token.text === "dan" || token.text === "then";
    clause.hasErrand ||= means(token, "errand") && !isDaily(tokens, index);
    clause.hasWas ||= means(token, "was") && !means(token, "ask");
    clause.hasNot ||= means(token, "not");
    clause.asked ||= token.asked;
  }
  // `ik was vrijdag bij jullie`, `maandag kan ik niet komen`: nothing is asked of these.
  for (const clause of clauses) clause.hasOpen ||= clause.hasVisit && !clause.hasWas && !clause.hasNot;
  // `de kraamzorg komt nog elke maandag`: of its own, the word asks only where nothing else does.
  if (!clauses.some(({ hasOpen }) => hasOpen)) for (const clause of clauses) clause.hasOpen = clause.hasStill;
  return clauses;
}

function clauseAt(clauses: Clauses, index: number): Clause | undefined {
  return clauses.find(({ from, to }) => index >= from && index <= to);
}

/** Whether the clause there asks about opening. */
export function isAskedAt(clauses: Clauses, index: number): boolean {
  return clauseAt(clauses, index)?.hasOpen === true;
}

/** The day that is asked about: not a past one, nor one that lies on the way. */
export function chooseDay(
  days: readonly DayFound[],
  clocks: readonly ClockRead[],
  clauses: Clauses,
  tokens: readonly Token[],
): DayFound | undefined {
  const [only] = days;
  if (only === undefined) return;
  const errands = placesOf(tokens, (token, at) => means(token, "errand") && !isDaily(tokens, at));
  const opens = placesOf(tokens, asksOf);
  const askedElsewhere = asksOfAnotherDay(clocks, clauses);
  let best: DayFound | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const day of days) {
    const clause = clauseAt(clauses, day.at);
    const onTheWay = isErrandDay(day, days, errands, opens, clause);
    if (onTheWay && askedElsewhere && days.length === 1 && !clause?.hasOpen && clause?.asked !== true) continue;
    const score = (onTheWay ? -8 : 0) + scoreOf(day, clause, tokens);
    if (score > bestScore) {
      best = day;
      bestScore = score;
    }
  }
  return best;
}

/**
 * Whether what is asked says nothing of the day of the errand. `mijn trein komt morgen om 8u, kan ik om 9u komen` and `dinsdag heb ik
 * vrij van 't werk, open dan?` are of the same day.
 */
function asksOfAnotherDay(clocks: readonly ClockRead[], clauses: Clauses): boolean {
  const asking = clauses.filter(({ hasOpen, hasErrand }) => hasOpen && !hasErrand);
  if (asking.length === 0 || asking.some(({ hasThen }) => hasThen)) return false;
  return !clocks.some(({ at }) => clauseAt(clauses, at)?.hasErrand === false);
}

function scoreOf(day: DayFound, clause: Clause | undefined, tokens: readonly Token[]): number {
  return (
    (day.isPast ? -20 : 0) +
    (clause?.hasOpen ? 3 : 0) +
    (clause?.hasWas ? -3 : 0) +
    (clause?.asked ? 1 : 0) +
    (isRuledOut(day, clause, tokens) ? -6 : 0) +
    (isHabitOfOthers(day, clause, tokens) ? -2 : 0) +
    (day.kind === "month" && day.impossible === undefined ? -1 : 0)
  );
}

/** `de kraamzorg komt elke maandag` */
function isHabitOfOthers({ at }: DayFound, clause: Clause | undefined, tokens: readonly Token[]): boolean {
  return clause?.hasOpen === false && [1, 2].some((back) => means(tokens[at - back], "every"));
}

/** `pas demain mais samedi`, `zaterdag kan ik niet` */
function isRuledOut(day: DayFound, clause: Clause | undefined, tokens: readonly Token[]): boolean {
  if (day.isMeant) return false;
  if (means(tokens[day.at - 1], "not") && !tokens[day.at]?.afterPause) return true;
  return clause?.hasNot === true && !clause.hasOpen && !clause.asked;
}

function placesOf(tokens: readonly Token[], isOne: (token: Token, at: number) => boolean): readonly number[] {
  return tokens.flatMap((token, index) => (isOne(token, index) ? [index] : []));
}

/** Whether it is open, or whether one may come. */
function asksOf(token: Token | undefined): boolean {
  return means(token, "open") || means(token, "visit");
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
  days: readonly DayFound[],
  chosen: DayFound | undefined,
  clauses: Clauses,
  tokens: readonly Token[],
): ClockRead | undefined {
  const own = clocks.filter(
    (clock) => !isErrandTime(clock, clauses, tokens) && !isOfAnotherDay(clock, days, chosen, clauses),
  );
  const first = own.find(({ at }) => clauseAt(clauses, at)?.hasOpen) ?? own[0];
  return first && (hourAfterNoon(first, own, tokens) ?? first);
}

/** `الظهر ع الواحدة`: the Arabic word for noon also says which one o'clock; `من الظهر حتى الثالثة` is a span. */
function hourAfterNoon(
  { at, end }: ClockRead,
  own: readonly ClockRead[],
  tokens: readonly Token[],
): ClockRead | undefined {
  const noon = tokens[at]?.meanings.find(({ kind }) => kind === "noon");
  if (noon === undefined || !arabicNoon.has(noon.variety)) return;
  const next = own.find((clock) => clock.at >= end && clock.at <= end + 2);
  const before = next && tokens[next.at - 1];
  return before && means(before, "at") && !means(before, "to") ? next : undefined;
}

const arabicNoon: ReadonlySet<string> = new Set(["msa", "darija", "arabizi"]);

/** `ze komt elke maandag om 10u, zijn jullie donderdag open`: the hour of a day that is not asked about. */
function isOfAnotherDay(
  clock: ClockRead,
  days: readonly DayFound[],
  chosen: DayFound | undefined,
  clauses: Clauses,
): boolean {
  const clause = clauseAt(clauses, clock.at);
  if (!chosen || !clause || clause.hasOpen || (chosen.at >= clause.from && chosen.at <= clause.to)) return false;
  return days.some((day) => day !== chosen && day.at >= clause.from && day.at <= clause.to);
}

const errandReach = 5;

function isErrandTime(clock: ClockRead, clauses: Clauses, tokens: readonly Token[]): boolean {
  const clause = clauseAt(clauses, clock.at);
  if (!clause?.hasErrand) return false;
  if (!clause.hasOpen && clauses.some(({ hasOpen }) => hasOpen)) return true;
  for (let at = clock.at - 1; at >= Math.max(clause.from, clock.at - errandReach); at -= 1) {
    const token = tokens[at];
    if (asksOf(token)) break;
    if (means(token, "errand")) return true;
  }
  for (let at = clock.end; at <= Math.min(clause.to, clock.end + 3); at += 1) {
    if (asksOf(tokens[at])) return false;
    if (means(tokens[at], "errand")) return true;
  }
  return false;
}

/** `na school`, `بعد العمل` */
function isDaily(tokens: readonly Token[], index: number): boolean {
  if (!daily.has(tokens[index]?.text ?? "")) return false;
  for (let at = index - 1; at >= index - 3; at -= 1) if (afterWords.has(tokens[at]?.text ?? "")) return true;
  return false;
}

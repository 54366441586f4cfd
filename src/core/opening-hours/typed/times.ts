import type { TimeSpan } from "../expression.ts";
import { NotUnderstood } from "./problem.ts";
import type { Token } from "./tokens.ts";

type Time = Extract<Token, { readonly kind: "time" }>;

/** Nobody brings a child before six: `2-4` is meant for the afternoon, or for nothing. */
const earliest = 6 * 60;
const noon = 12 * 60;

export interface SpanRead {
  readonly span: TimeSpan;
  /** Index of the token behind it. */
  readonly next: number;
}

/** What stood before it. */
export interface SaidBefore {
  /** `tussen`, after which "and" stands before the end. */
  readonly between: boolean;
  /** `woensdagnamiddag 2-4` */
  readonly afternoon: boolean;
}

export function beginsTime(token: Token | undefined, following: Token | undefined): boolean {
  return token?.kind === "time" || (token?.kind === "half-before" && following?.kind === "time");
}

/**
 * Reads a beginning and an end: `9-12`, `van half 2 tot 4 uur`, `entre 9h et midi`, `de 2h à 4h de l’après-midi`.
 */
export function readSpan(tokens: readonly Token[], index: number, { between, afternoon }: SaidBefore): SpanRead {
  const start = readTime(tokens, index);
  const joins = tokens[start.next];
  if (joins?.kind !== "to" && !(between && joins?.kind === "and")) {
    throw new NotUnderstood("until", start.time);
  }
  if (!beginsTime(tokens[start.next + 1], tokens[start.next + 2])) {
    throw new NotUnderstood("until", { at: start.time.at, end: joins.end });
  }
  const end = readTime(tokens, start.next + 1);
  const where = { at: tokens[index]?.at ?? start.time.at, end: end.time.end };
  const span = inAfternoon(start, end, afternoon);
  if (span.end <= span.start) {
    throw new NotUnderstood("order", where);
  }
  if (span.start < earliest) {
    throw new NotUnderstood("night", where);
  }
  return { span, next: end.next };
}

interface TimeRead {
  readonly time: Time;
  readonly minutes: number;
  readonly part: "morning" | "afternoon" | null;
  readonly next: number;
}

function readTime(tokens: readonly Token[], index: number): TimeRead {
  const isHalf = tokens[index]?.kind === "half-before";
  let next = index + (isHalf ? 1 : 0);
  const time = tokens[next];
  if (time?.kind !== "time") {
    throw new Error("No time begins here");
  }
  next += 1;
  let minutes = isHalf ? time.minutes - 30 : time.minutes;
  if (tokens[next]?.kind === "half-after") {
    minutes += 30;
    next += 1;
  }
  const part = tokens[next];
  return part?.kind === "part"
    ? { time, minutes, part: part.part, next: next + 1 }
    : { time, minutes, part: null, next };
}

/** `2 tot 4 's namiddags` is 14 to 16, `9 tot 3 's namiddags` 9 to 15. */
function inAfternoon(start: TimeRead, end: TimeRead, afternoon: boolean): TimeSpan {
  const isLate = end.part === "afternoon" || (end.part === null && afternoon);
  const last = isLate && end.minutes < noon ? end.minutes + noon : end.minutes;
  const isStartLate =
    start.part === "afternoon" || (start.part === null && isLate && start.minutes < end.minutes && end.minutes < noon);
  const first = isStartLate && start.minutes < noon ? start.minutes + noon : start.minutes;
  return { start: first, end: last === 0 ? 1440 : last };
}

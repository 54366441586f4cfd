import { civilDate, dayNumber } from "../../opening-hours/day-number.ts";
import { monthAhead, nextDate, nextMonth, nthWeekday, weekdayOnOrAfter } from "./days.ts";
import type { DayFound, Reading } from "./found.ts";
import type { Meaning } from "./meaning.ts";
import { type NumberRead, numberAt, pastFilling } from "./numbers.ts";
import { meaning, means, type Token } from "./tokens.ts";

/** `5/12`, `2026-12-05`, `5-12-2026`, `5.12` */
export function figuresAt({ tokens, today }: Reading, index: number, weekday?: number): DayFound | undefined {
  const figures = tokens[index]?.figures;
  if (!figures || figures.sign === ":") return;
  const { parts, sign, text } = figures;
  const [a = 0, b = 0, c] = parts;
  if ((text === "24/7" || text === "7/7") && weekday === undefined && !isMarked(tokens, index)) return;
  const unit = meaning(tokens[index + 1], "unit");
  if (unit?.name === "hour") return;
  const span = sign === "-" && c === undefined ? monthAfter(tokens, index + 1) : undefined;
  if (span) return fromTo(index, span.end, a, b, span.month, today);
  if (a > 31 && c !== undefined)
    return dateFound({ at: index, end: index + 1, day: c, month: b, year: a, text }, today);
  if (a > 31 || (b > 12 && c === undefined && sign !== "/")) return;
  const year = c !== undefined && c < 100 ? 2000 + c : c;
  return dateFound({ at: index, end: index + 1, day: a, month: b, year, weekday, text }, today);
}

interface Asked {
  readonly at: number;
  readonly end: number;
  readonly day: number;
  readonly month?: number | undefined;
  readonly year?: number | undefined;
  readonly weekday?: number | undefined;
  readonly text?: string;
}

function dateFound(asked: Asked, today: number): DayFound {
  const { at, end, day, month, year } = asked;
  const found = nextDate(asked, today);
  if (found === undefined) {
    const impossible = asked.text ?? [day, month, year].filter((part) => part !== undefined).join("/");
    return { kind: "date", at, end, from: today, to: today, impossible };
  }
  return { kind: "date", at, end, from: found, to: found, isPast: found < today };
}

export interface MonthRead {
  readonly month: number;
  readonly end: number;
  readonly year: number | undefined;
}

/** The name of a month after a day number, perhaps with a year. */
export function monthAfter(tokens: readonly Token[], index: number): MonthRead | undefined {
  const at = pastFilling(tokens, index);
  const token = tokens[at];
  if (token === undefined || (token.afterPause && at > index)) return;
  const month = meaning(token, "month") ?? meaning(token, "shortMonth") ?? monthByNumber(tokens, at, index);
  if (!month) return;
  const digits = tokens[at + 1]?.digits ?? -1;
  const hasYear = digits > 1900 && digits < 2200;
  return { month: month.value, end: at + (hasYear ? 2 : 1), year: hasYear ? digits : undefined };
}

/** `9 شهر 12` */
function monthByNumber(tokens: readonly Token[], at: number, from: number): { readonly value: number } | undefined {
  const value = tokens[at]?.digits ?? -1;
  const isNamed = at > from && meaning(tokens[at - 1], "unit")?.name === "month";
  return isNamed && value >= 1 && value <= 12 ? { value } : undefined;
}

/** A day by its number: `3 dec`, `le 30`, `de 15de`, `الخامس من ديسمبر`, `van 21 tot 23 december` */
export function numberedAt(reading: Reading, index: number, weekday?: number): DayFound | undefined {
  const { tokens, today } = reading;
  const number = numberAt(tokens, index);
  if (!number || number.value < 1 || number.value > 99) return;
  const month = monthAfter(tokens, number.end);
  if (month)
    return dateFound(
      { at: index, end: month.end, day: number.value, month: month.month, year: month.year, weekday },
      today,
    );
  if (number.value > 31) return;
  const spaced = spacedAt(tokens, index, number);
  if (spaced) return dateFound({ ...spaced, at: index, day: number.value, weekday }, today);
  const nextMonthEnd = isMarked(tokens, index) || number.isOrdinal ? pastNextMonth(tokens, number.end) : undefined;
  if (nextMonthEnd !== undefined)
    return dateFound({ at: index, end: nextMonthEnd, day: number.value }, monthAhead(1, today).from);
  const range = rangeAt(reading, index, number);
  if (range) return range;
  return isDayNumber(tokens, index, number, weekday)
    ? dateFound({ at: index, end: number.end, day: number.value, weekday }, today)
    : undefined;
}

/** `5 12 2026` */
function spacedAt(tokens: readonly Token[], index: number, { end, isDigits }: NumberRead) {
  const [month = -1, year = -1] = [tokens[index + 1]?.digits, tokens[index + 2]?.digits];
  return isDigits && month >= 1 && month <= 12 && year > 1900 && year < 2200
    ? { month, year, end: end + 2 }
    : undefined;
}

/** `du mois prochain`, `van volgende maand`, `فالشهر الجاي` */
function pastNextMonth(tokens: readonly Token[], index: number): number | undefined {
  for (let at = index; at < index + 4; at += 1) {
    const token = tokens[at];
    if (meaning(token, "unit")?.name === "month") {
      if (means(tokens[at - 1], "next") && at > index) return at + 1;
      return means(tokens[at + 1], "next") ? at + 2 : undefined;
    }
    if (!isLink(token) && !means(token, "next")) return;
  }
  return;
}

/** Two day numbers that share what follows or precedes: `21 tot 23 december`, `du 4 au 6`. */
function rangeAt({ tokens, today }: Reading, index: number, first: NumberRead): DayFound | undefined {
  const link = tokens[first.end];
  const until = means(link, "to") || link?.text === "a";
  if (!until && !means(link, "and") && !means(link, "or")) return;
  const at = pastWeekday(tokens, pastFilling(tokens, first.end + 1));
  const second = numberAt(tokens, at);
  if (!second || second.value < 1 || second.value > 31) return;
  const month = monthAfter(tokens, second.end);
  if (!month) {
    const marked = isMarked(tokens, index) && (link?.text === "au" || isMarked(tokens, at));
    const bothLate = means(tokens[index - 1], "from") && (second.value > 24 || first.value > 20);
    if (!until || (!marked && !bothLate && !/^\d+\D/.test(tokens[index]?.text ?? ""))) return;
  }
  const span = fromTo(index, month?.end ?? second.end, first.value, second.value, month?.month, today);
  const between = means(tokens[index - 1], "between") || means(tokens[index - 2], "between");
  if (until || between || span.impossible !== undefined || span.to - span.from === 1) return span;
  return { ...span, to: span.from };
}

function pastWeekday(tokens: readonly Token[], index: number): number {
  return means(tokens[index], "weekday") ? pastFilling(tokens, index + 1) : index;
}

function fromTo(
  at: number,
  end: number,
  first: number,
  last: number,
  month: number | undefined,
  today: number,
): DayFound {
  const from = dateFound({ at, end, day: first, month }, today);
  if (from.impossible !== undefined) return from;
  const to = dateFound({ at, end, day: last, month }, from.from);
  return to.impossible === undefined ? { ...from, to: to.to } : to;
}

/** Whether a number without a month is the number of a day. */
function isDayNumber(
  tokens: readonly Token[],
  index: number,
  number: NumberRead,
  weekday: number | undefined,
): boolean {
  const next = tokens[number.end];
  if (
    next &&
    !next.afterPause &&
    ((means(next, "unit") && !isOfMonth(tokens, index, next)) ||
      means(next, "quantity") ||
      means(next, "minutes") ||
      means(next, "weekday"))
  )
    return false;
  if (number.isOrdinal && isHourWord(tokens[index - 1])) return false;
  if (weekday !== undefined) return number.isDigits || number.isOrdinal;
  if (number.isOrdinal) return /^\d/.test(tokens[index]?.text ?? "") || (isMarked(tokens, index) && number.value > 2);
  if (number.value < 1 || !isMarked(tokens, index)) return false;
  return number.isDigits || number.value > 2;
}

/** `يوم تسعة الشهر`, `nhar 10 f chhar` */
function isOfMonth(tokens: readonly Token[], index: number, next: Token): boolean {
  const unit = meaning(next, "unit");
  return unit?.name === "month" && arabic.has(unit.variety) && isMarked(tokens, index);
}

function isHourWord(token: Token | undefined): boolean {
  return meaning(token, "unit")?.name === "hour" || means(token, "asksWhen");
}

function isMarked(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  return before !== undefined && !tokens[index]?.afterPause && dayMarks.has(before.text);
}

const dayMarks = new Set([
  "le",
  "du",
  "au",
  "de",
  "den",
  "op",
  "the",
  "nhar",
  "نهار",
  "يوم",
  "تاريخ",
  "بتاريخ",
  "a partir du",
  "jusqu au",
  "t",
]);

/** `eerste zaterdag van december`, `le dernier vendredi du mois`, `أول سبت من ديسمبر` */
export function ordinalWeekdayAt({ tokens, today }: Reading, index: number): DayFound | undefined {
  const number = numberAt(tokens, index);
  const ordinal = number?.isOrdinal ? number : undefined;
  const weekdayAt = ordinal ? pastFilling(tokens, ordinal.end) : index;
  const weekday =
    meaning(tokens[weekdayAt], "weekday") ??
    (ordinal && weekdayAt === ordinal.end ? shortSunday(tokens[weekdayAt]) : undefined);
  if (!ordinal || !weekday) return;
  const after = pastFilling(tokens, pastFilling(tokens, ordinal.end) + 1, 4);
  const month = monthAfter(tokens, after);
  const unit = meaning(tokens[after], "unit")?.name ?? meaning(tokens[after - 1], "unit")?.name;
  const isNextMonth = unit === "month" && (means(tokens[after - 1], "next") || means(tokens[after + 1], "next"));
  const nextWord = means(tokens[after], "next") && meaning(tokens[after + 1], "unit")?.name === "month";
  if (!month && unit !== "month" && !nextWord) {
    if (ordinal.value !== 1) return;
    const day = weekdayOnOrAfter(weekday.value, today);
    return { kind: "date", at: index, end: after, from: day, to: day };
  }
  const end = month?.end ?? after + (isNextMonth || nextWord ? 2 : 1);
  const found = nextNth(weekday.value, ordinal.value, month?.month, isNextMonth || nextWord ? 1 : 0, today);
  return found === undefined ? undefined : { kind: "date", at: index, end, from: found, to: found };
}

/** `اخر حد فدجنبر`: alone, the word is also someone. */
function shortSunday(token: Token | undefined): Meaning | undefined {
  const short = meaning(token, "shortDay");
  return short?.variety === "darija" ? short : undefined;
}

/** The next day that is the `nth` such weekday of a month. */
function nextNth(weekday: number, nth: number, month: number | undefined, from: number, today: number) {
  for (let ahead = from; ahead < 14; ahead += 1) {
    const { to } = monthAhead(ahead, today);
    const last = civilDate(to);
    if (month !== undefined && last.month !== month) continue;
    const found = nthWeekday(weekday, nth, to - last.day + 1, to);
    if (found !== undefined && found >= today) return found;
  }
  return;
}

/** Arabic says the ordinal after the weekday: `الثلاثاء الثاني من يناير`, `tlat lwel d fbrayer`. */
export function weekdayOrdinalAt({ tokens, today }: Reading, index: number): DayFound | undefined {
  const weekday = meaning(tokens[index], "weekday");
  if (!weekday || !arabic.has(weekday.variety)) return;
  const ordinal = numberAt(tokens, index + 1) ?? edgeAsOrdinal(tokens, index + 1);
  if (!ordinal?.isOrdinal || ordinal.value > 5 || tokens[index + 1]?.afterPause) return;
  const month = monthAfter(tokens, ordinal.end);
  if (!month) return;
  // `السبت الخامس من ديسمبر` may be the date itself.
  const date = ordinal.value > 0 ? nextDate({ day: ordinal.value, month: month.month }, today) : undefined;
  const isDate = date !== undefined && weekdayOnOrAfter(weekday.value, date) === date;
  const found = isDate ? date : nextNth(weekday.value, ordinal.value, month.month, 0, today);
  return found === undefined ? undefined : { kind: "date", at: index, end: month.end, from: found, to: found };
}

/** `lwel d`, `لخر د`: the beginning or end of a month, and after a weekday the first or last. */
function edgeAsOrdinal(tokens: readonly Token[], index: number): NumberRead | undefined {
  const value = /^(?:lwel|لول|اللول)/.test(tokens[index]?.text ?? "") ? 1 : -1;
  return means(tokens[index], "edge") ? { value, end: index + 1, isOrdinal: true, isDigits: false } : undefined;
}

const arabic: ReadonlySet<string> = new Set(["msa", "darija", "arabizi"]);

/** A month by its name, whole or its beginning or end: from today on. */
export function monthAt({ tokens, today }: Reading, index: number): DayFound | undefined {
  const month = meaning(tokens[index], "month");
  const before = tokens[index - 1];
  const short = meaning(tokens[index], "shortMonth");
  const named = month ?? (means(before, "edge") || before?.text === "in" || before?.text === "en" ? short : undefined);
  if (!named) return;
  const next = numberAt(tokens, index + 1);
  if (next?.isDigits && next.value <= 31 && !means(tokens[next.end], "unit") && !tokens[index + 1]?.afterPause) {
    return dateFound({ at: index, end: next.end, day: next.value, month: named.value }, today);
  }
  const year = tokens[index + 1]?.digits ?? -1;
  const hasYear = year > 1900 && year < 2200;
  const span = hasYear ? nextMonth(named.value, Math.max(today, dayNumber(year, 1, 1))) : nextMonth(named.value, today);
  return { kind: "month", at: index, end: index + (hasYear ? 2 : 1), ...span };
}

export function isLink(token: Token | undefined): boolean {
  return (
    token !== undefined && !token.afterPause && (means(token, "of") || means(token, "mark") || means(token, "skip"))
  );
}

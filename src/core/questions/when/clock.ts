import { isCountOf, type NumberRead, numberAt, pastFilling } from "./numbers.ts";
import { meaning, means, type Token } from "./tokens.ts";

/** A clock time as it was named; which half of the day it means is decided where the parts of the day are known. */
export interface ClockRead {
  readonly at: number;
  readonly end: number;
  /** The hour that was named, before a half or quarter is taken off. */
  readonly hour: number;
  /** Minutes to add to the hour; may be negative. */
  readonly minutes: number;
  readonly isFixed: boolean;
}

export function clockAt(tokens: readonly Token[], index: number): ClockRead | undefined {
  const token = tokens[index];
  if (token === undefined) return;
  return (
    noonAt(tokens, index) ??
    beforeHourAt(tokens, index) ??
    writtenAt(tokens, index) ??
    hoursAt(tokens, index) ??
    bareAt(tokens, index)
  );
}

function noonAt(tokens: readonly Token[], index: number): ClockRead | undefined {
  if (means(tokens[index], "midnight")) return { at: index, end: index + 1, hour: 0, minutes: 0, isFixed: true };
  if (!means(tokens[index], "noon") || isDutchAfternoon(tokens, index)) return;
  const { minutes, end } = suffixAt(tokens, index + 1);
  return { at: index, end, hour: 12, minutes, isFixed: true };
}

/** `morgen middag` is the afternoon; `op de middag` and `le midi` are noon. */
function isDutchAfternoon(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  return (
    tokens[index]?.text === "middag" &&
    (before?.text.startsWith("goe") === true || means(before, "day") || means(before, "weekday"))
  );
}

/** `half drie`, `kwart voor vier`, `vijf over half drie`, `half past three` */
function beforeHourAt(tokens: readonly Token[], index: number): ClockRead | undefined {
  const half = meaning(tokens[index], "half");
  if (half?.variety === "nl") {
    const past = means(tokens[index + 1], "plus") && tokens[index + 1]?.text === "past";
    const hour = hourAt(tokens, past ? index + 2 : index + 1);
    if (!hour || (means(tokens[hour.end], "unit") && meaning(tokens[hour.end], "unit")?.name !== "hour")) return;
    return {
      at: index,
      end: afterHourWord(tokens, hour.end),
      hour: hour.value,
      minutes: past ? 30 : -30,
      isFixed: false,
    };
  }
  const quarter = means(tokens[index], "quarter");
  const number = quarter ? undefined : numberAt(tokens, index);
  const amount = quarter ? 15 : number?.value;
  if (amount === undefined || amount < 1 || amount > 29) return;
  let sign = number?.end ?? index + 1;
  if (meaning(tokens[sign], "unit")?.name === "minute") sign += 1;
  const minus = minusWords.has(tokens[sign]?.text ?? "");
  if (!minus && !plusWords.has(tokens[sign]?.text ?? "")) return;
  const halfway = meaning(tokens[sign + 1], "half")?.variety === "nl";
  const hour = hourAt(tokens, halfway ? sign + 2 : sign + 1);
  if (!hour || startsDate(tokens, hour.end)) return;
  const minutes = (minus ? -amount : amount) - (halfway ? 30 : 0);
  return { at: index, end: afterHourWord(tokens, hour.end), hour: hour.value, minutes, isFixed: false };
}

const minusWords = new Set(["voor", "veur", "to"]);
const plusWords = new Set(["over", "na", "past"]);

function hourAt(tokens: readonly Token[], index: number): NumberRead | undefined {
  const number = numberAt(tokens, index);
  if (number && number.value >= 0 && number.value <= 24) return number;
  const { clock } = tokens[index] ?? {};
  return clock && clock.minute === -1
    ? { value: clock.hour, end: index + 1, isOrdinal: false, isDigits: true }
    : undefined;
}

function afterHourWord(tokens: readonly Token[], index: number): number {
  return meaning(tokens[index], "unit")?.name === "hour" ? index + 1 : index;
}

/** `15u30`, `9h`, `9:30`, `10.30u` */
function writtenAt(tokens: readonly Token[], index: number): ClockRead | undefined {
  const token = tokens[index];
  if (token?.clock) {
    const { hour, minute } = token.clock;
    const next = tokens[index + 1];
    const apart = minute === -1 && next !== undefined && next.text.length === 2 && next.digits >= 0 && next.digits < 60;
    const end = index + (apart ? 2 : 1);
    return timeWith(tokens, index, hour, apart ? next.digits : Math.max(minute, 0), end);
  }
  if (!token?.figures) return;
  const { parts, sign, text } = token.figures;
  const [hour = -1, minute = -1] = parts;
  const hourWord = meaning(tokens[index + 1], "unit")?.name === "hour";
  const end = index + (hourWord ? 2 : 1);
  if (parts.length !== 2) return;
  if (sign === "-" && hourWord) return timeWith(tokens, index, hour, 0, end);
  if (sign !== ":" && sign !== ".") return;
  const isTime =
    sign === ":" || hourWord || introduces(tokens, index) || minute > 12 || minute === 0 || /\.0\d$/.test(text);
  return isTime && /[.:]\d\d$/.test(text) ? timeWith(tokens, index, hour, minute, end) : undefined;
}

/** `3 heures et demie`, `15 uur 30`, `drie uur` */
function hoursAt(tokens: readonly Token[], index: number): ClockRead | undefined {
  const number = hourAt(tokens, index);
  const unit = number && meaning(tokens[number.end], "unit");
  if (!number || unit?.name !== "hour" || !westernHours.has(unit.variety) || tokens[number.end]?.afterPause) return;
  const after = number.end + 1;
  const next = numberAt(tokens, after);
  const hasMinutes =
    next !== undefined &&
    next.value < 60 &&
    next.value >= 5 &&
    !tokens[after]?.afterPause &&
    !startsDate(tokens, next.end);
  return timeWith(tokens, index, number.value, hasMinutes ? next.value : 0, hasMinutes ? next.end : after);
}

const westernHours: ReadonlySet<string> = new Set(["nl", "fr", "en"]);

/** `om 10`, `vers 3`, `مع العشرة`, `3la 10`: a number that a word makes a time. */
function bareAt(tokens: readonly Token[], index: number): ClockRead | undefined {
  const number = hourAt(tokens, index);
  if (!number || number.value > 24 || number.value < 1 || isArticle(tokens, index)) return;
  // `nhar tlata f l3chiya` is Tuesday.
  if (tokens[index - 1]?.text === "nhar" && means(tokens[index], "shortDay")) return;
  const isHour = number.isOrdinal
    ? isArabicHour(tokens, index)
    : introduces(tokens, index) ||
      beginsRange(tokens, number) ||
      hasSuffix(tokens, number) ||
      hasPart(tokens, index, number);
  if (!isHour || startsDate(tokens, number.end)) return;
  return timeWith(tokens, index, number.value, 0, number.end);
}

/** `voor een dichte deur`, `pour une amie` */
function isArticle(tokens: readonly Token[], index: number): boolean {
  const number = meaning(tokens[index], "number");
  return number?.value === 1 && westernHours.has(number.variety) && tokens[index - 1]?.text !== "om";
}

/** `12 tot 14u` */
function beginsRange(tokens: readonly Token[], { end }: NumberRead): boolean {
  return means(tokens[end], "to") && tokens[end + 1]?.clock != null;
}

function isArabicHour(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  if (meaning(before, "unit")?.name === "hour" || means(before, "at")) return true;
  const isFeminine = tokens[index]?.text.endsWith("ه") === true;
  if (isFeminine && (means(before, "from") || means(before, "to") || means(before, "between"))) return true;
  return isFeminine && (means(tokens[index + 1], "part") || suffixAt(tokens, index + 1).minutes !== 0);
}

function hasSuffix(tokens: readonly Token[], number: NumberRead): boolean {
  const { minutes } = suffixAt(tokens, number.end);
  return minutes !== 0 && !number.isOrdinal;
}

/** `3 d l3chiya`, `التسعود ديال الصباح`, `10 du matin`, `4 pm` */
function hasPart(tokens: readonly Token[], index: number, number: NumberRead): boolean {
  const at = pastFilling(tokens, number.end);
  const next = tokens[at];
  const isSaid = number.value > 1 && means(tokens[number.end], "of") && isArabicNumber(tokens[index]);
  return (
    (number.isDigits || isSaid) &&
    number.value <= 12 &&
    next !== undefined &&
    !next.afterPause &&
    means(next, "part") &&
    at > number.end - (next.text === "pm" || next.text === "am" ? 1 : 0)
  );
}

/** `من التسعود حالين`: a number said in Arabic, of which nothing is counted. */
function isSaidHour(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  return (
    isArabicNumber(tokens[index]) &&
    !means(tokens[index], "weekday") &&
    !means(tokens[index], "shortDay") &&
    (next === undefined || next.afterPause || means(next, "open"))
  );
}

function isArabicNumber(token: Token | undefined): boolean {
  const number = meaning(token, "number");
  return number !== undefined && !westernHours.has(number.variety);
}

/** Words before a number that make it a clock time. */
function introduces(tokens: readonly Token[], index: number): boolean {
  let before = index - 1;
  const previous = tokens[before];
  if (previous === undefined || tokens[index]?.afterPause) return false;
  if (isArabicHourWord(previous)) return true;
  if (previous.text === "l" || previous.text === "ال" || previous.text === "de" || previous.text === "les") before -= 1;
  const word = tokens[before];
  if (dateWords.has(word?.text ?? "") || dateWords.has(previous.text)) return false;
  if (means(word, "at") || means(word, "starting")) return true;
  if (means(word, "from") && isSaidHour(tokens, index)) return true;
  if (means(word, "from") || means(word, "between")) return rangeFollows(tokens, index);
  return means(word, "to") && word?.text !== "au";
}

const dateWords = new Set(["du", "au", "le", "den", "a partir du", "jusqu au", "nhar", "نهار", "يوم", "yom"]);

function isArabicWord({ text }: Token): boolean {
  return /^[\u0621-\u06d3]/.test(text) || /^l?s?sa3a/.test(text);
}

/** `van 9 tot 12`, `de 9 à 12`, `من 9 إلى 12` */
function rangeFollows(tokens: readonly Token[], index: number): boolean {
  const first = hourAt(tokens, index);
  if (!first) return tokens[index]?.figures?.sign === ".";
  const link = tokens[first.end];
  const between = means(tokens[index - 1], "between") && means(link, "and");
  if (!between && !means(link, "to") && !(means(link, "at") && link?.text === "a")) return false;
  const second = hourAt(tokens, pastFilling(tokens, first.end + 1, 1)) ?? hourAt(tokens, first.end + 1);
  if (!second) return tokens[first.end + 1]?.clock !== undefined && tokens[first.end + 1]?.clock !== null;
  return second.value <= 24 && first.value < 20 && !startsDate(tokens, second.end);
}

/** A month, a counted thing or another unit follows: the number is no hour. */
function startsDate(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index];
  if (next === undefined || next.afterPause) return false;
  if (means(next, "quantity") || means(next, "month") || means(next, "shortMonth") || means(next, "minutes"))
    return true;
  if (isCountOf(next) && !isOfDay(tokens[index + 1])) return true;
  const unit = meaning(next, "unit");
  if (unit && !means(next, "mark")) return unit.name !== "hour";
  const later = tokens[pastFilling(tokens, index)];
  return later !== undefined && !later.afterPause && means(later, "month");
}

/** `tlata d l3chiya`, `التسعود ديال الصباح`, unlike three of children. */
function isOfDay(token: Token | undefined): boolean {
  return token === undefined || ofDay.some((kind) => means(token, kind));
}

const ofDay = ["part", "partToday", "noon", "day", "weekday", "skip"] as const;

function timeWith(
  tokens: readonly Token[],
  at: number,
  hour: number,
  minutes: number,
  end: number,
): ClockRead | undefined {
  if (hour > 24 || minutes > 59 || hour < 0) return;
  const suffix = minutes === 0 ? suffixAt(tokens, end) : { minutes: 0, end };
  return { at, end: suffix.end, hour, minutes: minutes + suffix.minutes, isFixed: false };
}

/** `الساعة اتنين وخمسة`: said of the hand of a clock. */
function isArabicMinutes(tokens: readonly Token[], index: number, { value, isDigits }: NumberRead): boolean {
  return !isDigits && value % 5 === 0 && value > 0 && [index - 2, index - 3].some((at) => isArabicHourWord(tokens[at]));
}

function isArabicHourWord(token: Token | undefined): boolean {
  if (token === undefined || !isArabicWord(token)) return false;
  return meaning(token, "unit")?.name === "hour" || /ساعه$/.test(token.text);
}

/** `et demie`, `moins le quart`, `ونصف`, `إلا ربعاً`, `w nos`, `9el rob3`, `moins dix` */
function suffixAt(tokens: readonly Token[], index: number): { readonly minutes: number; readonly end: number } {
  const sign = tokens[index];
  const none = { minutes: 0, end: index };
  if (sign === undefined) return none;
  if (means(sign, "half") && meaning(sign, "half")?.variety !== "nl") return { minutes: 30, end: index + 1 };
  const minus = means(sign, "minus") && !minusWords.has(sign.text);
  if (!minus && !means(sign, "and")) return none;
  const at = pastFilling(tokens, index + 1, 1);
  if (means(tokens[at], "half"))
    return numberAt(tokens, at + 1)?.isDigits ? none : { minutes: minus ? -30 : 30, end: at + 1 };
  if (means(tokens[at], "quarter")) return { minutes: minus ? -15 : 15, end: at + 1 };
  const fraction = meaning(tokens[at], "fraction");
  if (fraction) return { minutes: minus ? -fraction.value : fraction.value, end: at + 1 };
  const number = numberAt(tokens, at);
  if (!number || number.value > 30) return none;
  const named = meaning(tokens[number.end], "unit")?.name === "minute";
  if (!named && !minus && !isArabicMinutes(tokens, index, number)) return none;
  return { minutes: minus ? -number.value : number.value, end: named ? number.end + 1 : number.end };
}

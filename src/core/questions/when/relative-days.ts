import { monthAhead, monthsOn, weekdayOnOrAfter, weekendOf, weekOf } from "./days.ts";
import type { DayFound, Reading } from "./found.ts";
import { isCountOf, type NumberRead, numberAt, pastFilling } from "./numbers.ts";
import { meaning, means, type Token } from "./tokens.ts";

/** `vandaag`, `après-demain`, `البارح` */
export function nearDayAt({ tokens, today, language }: Reading, index: number): DayFound | undefined {
  const token = tokens[index];
  const day = meaning(token, "day");
  if (!day || token === undefined) return;
  if (token.text === "اليوم" && numberAt(tokens, index + 1)?.isOrdinal) return;
  if (token.text === "hier" && !isFrench(tokens, language)) return;
  if (token.text === "morgen" && isMorning(tokens, index)) return;
  const isLater = day.value === 1 && !token.afterPause && dayAfterWords.has(tokens[index - 1]?.text ?? "");
  const value = today + day.value + Number(isLater);
  return { kind: "day", at: index, end: index + 1, from: value, to: value, isPast: day.value < 0 };
}

/** `après demian`: where the day is mistyped the two words are no known phrase. */
const dayAfterWords = new Set([
  "apres",
  "over",
  "بعد",
  "عقب",
  "مور",
  "b3d",
  "ba3d",
  "be3d",
  "b3ed",
  "mor",
  "mour",
  "mora",
]);

/** `zaterdag morgen`, `deze morgen`, `goede morgen`: the morning, not tomorrow. */
export function isMorning(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  if (before === undefined || tokens[index]?.afterPause || tokens[index]?.text !== "morgen") return false;
  return (
    means(before, "weekday") ||
    means(before, "this") ||
    means(before, "every") ||
    greetings.has(before.text) ||
    before.text === "overmorgen"
  );
}

const greetings = new Set(["goede", "goeie", "goeien", "goeden", "s", "goei"]);

/** Dutch `hier` is here, French `hier` is yesterday. */
function isFrench(tokens: readonly Token[], language: Reading["language"]): boolean {
  if (language !== undefined) return language === "fr";
  let french = 0;
  for (const { meanings } of tokens) {
    if (meanings.length === 0) continue;
    if (meanings.every(({ variety }) => variety === "fr")) french += 1;
    if (meanings.every(({ variety }) => variety === "nl")) french -= 1;
  }
  return french > 0;
}

/** `over drie dagen`, `dans une heure`, `بعد أسبوعين`, `من هنا جوج سيمانات` */
export function distanceAt(reading: Reading, index: number): DayFound | undefined {
  const { tokens } = reading;
  const sign = meaning(tokens[index], "in");
  if (!sign) return lengthAgoAt(reading, index) ?? firstLengthAt(reading, index);
  const at = pastSmall(tokens, index + 1);
  const length = lengthAt(tokens, at);
  if (!length || (length.isBare && (sign.variety === "nl" || sign.variety === "fr" || sign.variety === "en"))) return;
  // `بعد يوم السبت` is after Saturday.
  if (length.isBare && length.unit === "day" && means(tokens[length.end], "weekday")) return;
  if (sign.variety === "nl" && tokens[index]?.text === "na" && length.unit === "hour") return;
  return at === index + 1 || at <= index + 2 ? distanceFound(reading, index, length) : undefined;
}

/** `نص ساعة وبكون عندكم`: a message that begins with how long it takes to come. */
function firstLengthAt(reading: Reading, index: number): DayFound | undefined {
  const { tokens } = reading;
  const length = tokens[index]?.afterPause ? lengthAt(tokens, index) : undefined;
  if (!length || !arabic.has(length.variety) || (length.unit !== "minute" && length.unit !== "hour")) return;
  const next = tokens[length.end];
  return (means(next, "and") || next?.text.startsWith("و")) && !means(tokens[length.end + 1], "half")
    ? distanceFound(reading, index, length)
    : undefined;
}

const arabic: ReadonlySet<string> = new Set(["msa", "darija", "arabizi"]);

function pastSmall(tokens: readonly Token[], index: number): number {
  return smallWords.has(tokens[index]?.text ?? "") ? index + 1 : index;
}

const smallWords = new Set(["l", "ل", "t", "het"]);

interface Length {
  readonly amount: number;
  readonly unit: string;
  readonly variety: string;
  readonly end: number;
  readonly isBare: boolean;
}

/** `drie dagen`, `une petite heure`, `أسبوعين`, `une demi-heure`, `2h` */
function lengthAt(tokens: readonly Token[], index: number): Length | undefined {
  const token = tokens[index];
  if (token?.clock) {
    const { hour, minute } = token.clock;
    return { amount: hour * 60 + Math.max(minute, 0), unit: "minute", variety: "", end: index + 1, isBare: false };
  }
  const pair = meaning(token, "pair");
  if (pair?.name === "hour" && isAndHalf(tokens, index + 1)) {
    return { amount: 150, unit: "minute", variety: pair.variety, end: index + 3, isBare: false };
  }
  if (pair) return { amount: 2, unit: pair.name, variety: pair.variety, end: index + 1, isBare: false };
  const number = numberAt(tokens, index) ?? countAt(tokens, index);
  let at = number?.end ?? index;
  if (
    means(tokens[at], "person") ||
    tokens[at]?.text === "klein" ||
    tokens[at]?.text === "goed" ||
    tokens[at]?.text === "dik"
  )
    at += 1;
  at = number && isCountOf(tokens[at]) ? at + 1 : at;
  const minutes = meaning(tokens[at], "minutes");
  if (minutes) return { amount: minutes.value, unit: "minute", variety: minutes.variety, end: at + 1, isBare: false };
  if (number && isCountedDay(tokens[at], number)) {
    return { amount: number.value, unit: "day", variety: "darija", end: at + 1, isBare: false };
  }
  const unit = meaning(tokens[at], "unit");
  if (!unit || number?.isOrdinal) return;
  const amount = number?.value ?? 1;
  const end = at + 1;
  if (unit.name === "hour" && isAndHalf(tokens, end)) {
    return { amount: amount * 60 + 30, unit: "minute", variety: unit.variety, end: end + 2, isBare: false };
  }
  return { amount, unit: unit.name, variety: unit.variety, end, isBare: number === undefined };
}

function isAndHalf(tokens: readonly Token[], index: number): boolean {
  return means(tokens[index], "and") && means(tokens[index + 1], "half");
}

/** `khamstach lyoum`, `خمسطاش ليوم`: from eleven on Maghrebi counts days in one; alone, the word is today. */
function isCountedDay(token: Token | undefined, { value, isOrdinal }: NumberRead): boolean {
  return value > 10 && !isOrdinal && /^(?:ly|ليوم)/.test(token?.text ?? "") && meaning(token, "day")?.value === 0;
}

/** `تلات ايام`, `tlat iyam`: the word for three days is also that for Tuesday. */
function countAt(tokens: readonly Token[], index: number): NumberRead | undefined {
  if (!means(tokens[index], "weekday") || !means(tokens[index + 1], "unit")) return;
  return countWords.has(tokens[index]?.text ?? "")
    ? { value: 3, end: index + 1, isOrdinal: false, isDigits: false }
    : undefined;
}

const countWords = new Set(["تلات", "تلت", "ثلاث", "tlat"]);

function distanceFound({ tokens, today, minute }: Reading, at: number, length: Length): DayFound | undefined {
  const { amount, unit, end } = length;
  if (amount > 400 || means(tokens[end], "ago")) return;
  if (unit === "hour" || unit === "minute") {
    const total = minute + (unit === "hour" ? amount * 60 : amount);
    const day = today + Math.floor(total / 1440);
    return { kind: "day", at, end, from: day, to: day, minute: total % 1440 };
  }
  if (unit === "weekend") return;
  if (unit === "week") {
    const day = today + amount * 7;
    return { kind: "weeksOn", at, end, from: day, to: day, weekday: amount };
  }
  const days = unit === "month" ? monthsOn(amount, today) : today + countedDays(length);
  const weeks = (days - today) / 7;
  return unit === "day" && Number.isInteger(weeks)
    ? { kind: "weeksOn", at, end, from: days, to: days, weekday: weeks }
    : { kind: "day", at, end, from: days, to: days };
}

/** Eight days are a week and quinze jours two, as both days at the ends are counted. */
function countedDays({ amount, variety }: Length): number {
  if (amount === 8 && (variety === "nl" || variety === "fr")) return 7;
  if (amount === 15 && variety === "fr") return 14;
  return amount;
}

function lengthAgoAt({ tokens, today }: Reading, index: number): DayFound | undefined {
  const before = means(tokens[index], "ago");
  const length = lengthAt(tokens, before ? index + 1 : index);
  if (!length || (length.unit !== "day" && length.unit !== "week") || length.amount > 400) return;
  if (!before && !means(tokens[length.end], "ago")) return;
  if (!before && length.isBare) return;
  const day = today - length.amount * (length.unit === "week" ? 7 : 1);
  return { kind: "day", at: index, end: length.end + (before ? 0 : 1), from: day, to: day, isPast: true };
}

/** `volgende week`, `ce week-end`, `le mois prochain`, `السيمانة الجاية` */
export function periodAt({ tokens, today }: Reading, index: number): DayFound | undefined {
  const unit = meaning(tokens[index], "unit");
  if (!unit || (unit.name !== "week" && unit.name !== "weekend" && unit.name !== "month")) return;
  const after = pastArticle(tokens, index + 1);
  const isNext = means(tokens[index - 1], "next") || isFollowedBy(tokens, after, "next");
  const isLast =
    !isNext &&
    ((means(tokens[index - 1], "last") && !means(tokens[index - 1], "ordinal")) || isFollowedBy(tokens, after, "last"));
  const isThis =
    means(tokens[index - 1], "this") || means(tokens[index - 2], "this") || /هذا|^van /.test(tokens[index]?.text ?? "");
  // `dans le courant de la semaine`
  const within = unit.name === "week" && [1, 2, 3].some((back) => means(tokens[index - back], "edge"));
  const named = isNext || isLast || isThis || within;
  const end = isFollowedBy(tokens, after, isNext ? "next" : "last") && (isNext || isLast) ? after + 1 : index + 1;
  const at = named && !(isFollowedBy(tokens, after, "next") || isFollowedBy(tokens, after, "last")) ? index - 1 : index;
  const ahead = Number(isNext) - Number(isLast);
  const isPast = isLast;
  if (unit.name === "month")
    return named && !isPast ? { kind: "month", at, end, ...monthAhead(ahead, today) } : undefined;
  if (unit.name === "weekend") return { kind: "weekend", at, end, ...weekendOf(today + ahead * 7), isPast };
  return named ? { kind: "week", at, end, ...weekOf(today + ahead * 7), isPast } : undefined;
}

function pastArticle(tokens: readonly Token[], index: number): number {
  return tokens[index]?.text === "l" || tokens[index]?.text === "li" ? index + 1 : index;
}

function isFollowedBy(tokens: readonly Token[], index: number, kind: "next" | "last"): boolean {
  const token = tokens[index];
  if (token === undefined || token.afterPause || !means(token, kind)) return false;
  // `weekend volgende week`: the word belongs to what comes after it.
  const dutch = meaning(token, kind)?.variety === "nl";
  return !(dutch && (means(tokens[index + 1], "unit") || means(tokens[index + 1], "weekday")));
}

/** `zaterdag`, `samedi prochain`, `السبت القادم`, `samedi en huit` */
export function weekdayAt({ tokens, today }: Reading, index: number, weekday: number): DayFound {
  const before = tokens[index - 1];
  const after = pastArticle(tokens, index + 1);
  const nextAfter = isFollowedBy(tokens, after, "next") && !belongsToUnit(tokens, after);
  if (means(before, "next") || nextAfter) {
    const day = weekdayOnOrAfter(weekday, today + 1);
    return { kind: "weekday", at: index, end: nextAfter ? after + 1 : index + 1, from: day, to: day, weekday };
  }
  const lastAfter = isFollowedBy(tokens, after, "last");
  if ((means(before, "last") && !means(before, "ordinal")) || lastAfter) {
    const day = weekdayOnOrAfter(weekday, today - 7);
    return { kind: "weekday", at: index, end: lastAfter ? after + 1 : index + 1, from: day, to: day, isPast: true };
  }
  const day = weekdayOnOrAfter(weekday, today);
  if (tokens[index + 1]?.text === "بعد" && means(tokens[index + 2], "next")) {
    const later = weekdayOnOrAfter(weekday, today + 1) + 7;
    return { kind: "date", at: index, end: index + 3, from: later, to: later };
  }
  // `saturday week`
  if (meaning(tokens[index], "weekday")?.variety === "en" && tokens[index + 1]?.text === "week") {
    return { kind: "date", at: index, end: index + 2, from: day + 7, to: day + 7 };
  }
  const weeks = tokens[index + 1]?.text === "en" ? numberAt(tokens, index + 2) : undefined;
  const isWeeks = weeks && (weeks.value === 8 || weeks.value === 15);
  if (isWeeks) {
    const later = day + (weeks.value === 8 ? 7 : 14);
    return { kind: "date", at: index, end: weeks.end, from: later, to: later };
  }
  return { kind: "weekday", at: index, end: index + 1, from: day, to: day, weekday };
}

/** `dinsdag volgende week`: `volgende` says which week. */
function belongsToUnit(tokens: readonly Token[], index: number): boolean {
  const unit = meaning(tokens[pastFilling(tokens, index + 1, 0)], "unit");
  return unit !== undefined && unit.name !== "day" && meaning(tokens[index], "next")?.variety !== "fr";
}

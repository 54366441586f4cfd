import { type ClockRead, clockAt } from "./clock.ts";
import { figuresAt, monthAt, numberedAt, ordinalWeekdayAt, weekdayOrdinalAt } from "./dates.ts";
import type { DayFound, Reading } from "./found.ts";
import { holidayAt } from "./named-days.ts";
import { pastFilling } from "./numbers.ts";
import { distanceAt, isMorning, nearDayAt, periodAt, weekdayAt } from "./relative-days.ts";
import { isShortDay } from "./short-days.ts";
import { meaning, means } from "./tokens.ts";
import { numberedWeekAt, ordinalWeekAt, weekAround } from "./weeks.ts";

export interface PartFound {
  readonly at: number;
  readonly name: string;
  /** Said of today: `vanavond`, `ce matin`. */
  readonly ofToday: boolean;
}

export interface Findings {
  readonly days: DayFound[];
  readonly clocks: ClockRead[];
  readonly parts: PartFound[];
  readonly nowAt: number;
}

/** Everything in a text that speaks of days and times, in order. */
export function findAll(reading: Reading): Findings {
  const { tokens } = reading;
  const days: DayFound[] = [];
  const clocks: ClockRead[] = [];
  const parts: PartFound[] = [];
  let nowAt = -1;
  let index = 0;
  while (index < tokens.length) {
    const token = tokens[index];
    if (token === undefined || (token.meanings.length === 0 && token.digits < 0 && !token.figures && !token.clock)) {
      index += 1;
      continue;
    }
    const day = relativeAt(reading, index) ?? besideLastAt(reading, index, days.at(-1));
    const clock = day ? undefined : clockAt(tokens, index);
    const found = day ?? (clock ? undefined : calendarAt(reading, index));
    if (found) days.push(found);
    else if (clock) clocks.push(clock);
    else {
      const part = partAt(reading, index);
      if (part) parts.push(part);
      else if (means(token, "now") && !means(tokens[index + 1], "weekday")) nowAt = index;
    }
    index = Math.max(index + 1, found?.end ?? clock?.end ?? 0);
  }
  return { days, clocks, parts, nowAt };
}

function relativeAt(reading: Reading, index: number): DayFound | undefined {
  return distanceAt(reading, index) ?? aroundAt(reading, index);
}

function aroundAt(reading: Reading, index: number): DayFound | undefined {
  const { tokens } = reading;
  const unit = meaning(tokens[index], "unit");
  const besides = means(tokens[index], "dayAfter") || means(tokens[index], "dayBefore");
  const day = (at: number) => calendarAt(reading, at);
  if (!unit && !besides) return means(tokens[index], "ordinal") ? ordinalWeekAt(reading, index, day) : undefined;
  if (besides) {
    if (ofBefore.test(tokens[index]?.text ?? "")) return;
    const found =
      calendarAt(reading, pastFilling(tokens, index + 1)) ?? nearDayAt(reading, pastFilling(tokens, index + 1));
    const step = means(tokens[index], "dayAfter") ? 1 : -1;
    return found && { kind: "date", at: index, end: found.end, from: found.from + step, to: found.from + step };
  }
  return weekAround(reading, index, day) ?? numberedWeekAt(reading, index) ?? periodAt(reading, index);
}

const ofBefore = /(?:erna|ervoor|d apres|apres)$/;

/** `maandag heb ik een afspraak, is het de dag erna open`: beside the day that was named last. */
function besideLastAt({ tokens }: Reading, index: number, last: DayFound | undefined): DayFound | undefined {
  const isAfter = means(tokens[index], "dayAfter");
  if (!last || (!isAfter && !means(tokens[index], "dayBefore")) || !ofBefore.test(tokens[index]?.text ?? "")) return;
  const day = isAfter ? last.to + 1 : last.from - 1;
  return { kind: "date", at: index, end: index + 1, from: day, to: day };
}

function calendarAt(reading: Reading, index: number): DayFound | undefined {
  return (
    ordinalWeekdayAt(reading, index) ??
    weekdayOrdinalAt(reading, index) ??
    datedWeekdayAt(reading, index) ??
    nearDayAt(reading, index) ??
    figuresAt(reading, index) ??
    numberedAt(reading, index) ??
    holidayAt(reading, index) ??
    monthAt(reading, index)
  );
}

const arabicNumbers = new Set(["تلات", "ثلاث", "تلت", "tlat"]);

/** A weekday, alone or with a date: `ma 30/11`, `le vendredi 4 décembre`. */
function datedWeekdayAt(reading: Reading, index: number): DayFound | undefined {
  const { tokens } = reading;
  const weekday =
    meaning(tokens[index], "weekday") ?? (isShortDay(tokens, index) ? meaning(tokens[index], "shortDay") : undefined);
  // `place du Samedi` is a square.
  if (!weekday || tokens[index - 2]?.text === "place") return;
  // `لحد الساعة` and `لحد اربعة` are until, `لحد` Sunday.
  if (tokens[index]?.text === "لحد" && (tokens[index + 1]?.text === "ما" || clockAt(tokens, index + 1))) return;
  // `تلات ولاد` are three children.
  if (arabicNumbers.has(tokens[index]?.text ?? "") && means(tokens[index + 1], "quantity")) return;
  const at = pastFilling(tokens, index + 1);
  const next = tokens[at];
  if (next !== undefined && !next.afterPause && !clockAt(tokens, at)) {
    const dated = figuresAt(reading, at, weekday.value) ?? numberedAt(reading, at, weekday.value);
    if (dated && dated.kind === "date") return { ...dated, at: index };
  }
  return weekdayAt(reading, index, weekday.value);
}

function partAt({ tokens }: Reading, index: number): PartFound | undefined {
  const today = meaning(tokens[index], "partToday");
  if (today) return { at: index, name: today.name, ofToday: true };
  if (isMorning(tokens, index)) {
    const greeting =
      !means(tokens[index - 1], "weekday") && !means(tokens[index - 1], "this") && tokens[index - 1]?.text !== "s";
    return greeting ? undefined : { at: index, name: "morning", ofToday: means(tokens[index - 1], "this") };
  }
  const part = meaning(tokens[index], "part");
  if (!part) return;
  const greets = part.variety === "nl" && /^goe/.test(tokens[index - 1]?.text ?? "");
  return greets ||
    (/^(صباح|مساء)$/.test(tokens[index]?.text ?? "") && /^(ال)?(خير|نور)$/.test(tokens[index + 1]?.text ?? ""))
    ? undefined
    : { at: index, name: part.name, ofToday: means(tokens[index - 1], "this") || means(tokens[index - 2], "this") };
}

import type { Calendars } from "../../opening-hours/calendars.ts";
import { dayNumber, plainDate } from "../../opening-hours/day-number.ts";
import { chooseClock, chooseDay, clausesOf, isAskedAt } from "./choose.ts";
import type { ClockRead } from "./clock.ts";
import { combine } from "./combine.ts";
import { findAll, type PartFound } from "./find-days.ts";
import type { DayFound, Reading } from "./found.ts";
import { means, type Token, tokensOf } from "./tokens.ts";

/** The day and the time that a question asks about. */
export interface When {
  readonly date: DateAsked | null;
  /** `HH:MM` */
  readonly time: string | null;
}

export type DateAsked =
  | { readonly kind: "day"; readonly date: Temporal.PlainDate }
  /** Both ends included. */
  | { readonly kind: "span"; readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate }
  | { readonly kind: "past"; readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate }
  /** A date that no calendar has, as it was read: `31/11`. */
  | { readonly kind: "impossible"; readonly read: string };

/** Reads the day and time that a text asks about. Pure; `now` carries the zone. Never throws, whatever the text. */
export function readWhen(
  text: string,
  now: Temporal.ZonedDateTime,
  calendars: Calendars,
  hint: { readonly language?: "nl" | "fr" | "ar" } = {},
): When {
  const tokens = tokensOf(text, hint.language);
  if (tokens.length === 0) return { date: null, time: null };
  const today = dayNumber(now.year, now.month, now.day);
  const minute = now.hour * 60 + now.minute;
  const reading: Reading = { tokens, today, minute, calendars, language: hint.language };
  const { days, clocks, parts, nowAt } = findAll(reading);
  const clauses = clausesOf(tokens);
  const together = combine(days, reading);
  const chosen = chooseDay(together, clocks, clauses, tokens);
  // `gisteren was het dicht, nu open?`
  const day = chosen?.isPast && nowAt >= 0 && isAskedAt(clauses, nowAt) ? undefined : chosen;
  const clock = chooseClock(clocks, together, day, clauses, tokens);
  const time = clock ? minutesOf(clock, parts) : day?.minute;
  if (day)
    return {
      date: dateAsked(day, today),
      time: print(time ?? (nowAt >= 0 && day.from === today && day.to === today ? minute : undefined)),
    };
  const isNow = time === undefined && (nowAt >= 0 || (parts.length === 0 && clocks.length === 0 && asksStill(tokens)));
  const isToday =
    isNow ||
    nowAt >= 0 ||
    parts.some(({ ofToday }) => ofToday) ||
    (parts.length > 0 && time === undefined && !isHabit(tokens));
  return { date: isToday ? { kind: "day", date: plainDate(today) } : null, time: print(isNow ? minute : time) };
}

/** ISO, as in the labelled questions: past days as the days they mean, an impossible date as null. */
export function printWhen({ date, time }: When): { readonly date: string | null; readonly time: string | null } {
  if (date === null || date.kind === "impossible") return { date: null, time };
  if (date.kind === "day") return { date: date.date.toString(), time };
  return { date: date.from.equals(date.to) ? date.from.toString() : `${date.from}/${date.to}`, time };
}

function dateAsked({ from, to, isPast, impossible }: DayFound, today: number): DateAsked {
  if (impossible !== undefined) return { kind: "impossible", read: impossible };
  if (isPast || to < today) return { kind: "past", from: plainDate(from), to: plainDate(to) };
  return from === to
    ? { kind: "day", date: plainDate(from) }
    : { kind: "span", from: plainDate(from), to: plainDate(to) };
}

/** `tot hoe laat 's avonds`, `vous ouvrez à quelle heure le matin ?`: of every day, not of this one. */
function isHabit(tokens: readonly Token[]): boolean {
  return tokens.some((token) => means(token, "asksWhen") || means(token, "every") || everyDay.test(token.text));
}

const everyDay = /^'?s (?:ochtends|morgens|namiddags|avonds)$|^s(?:ochtends|morgens|avonds)$/;

/** `nog open?`, `encore ouvert ?`, `mazal 7alin?` without any day or time: now. */
function asksStill(tokens: readonly Token[]): boolean {
  return (
    tokens.some((token) => means(token, "still")) &&
    tokens.some((token) => means(token, "open")) &&
    !tokens.some(
      (token) =>
        means(token, "asksWhen") || means(token, "feast") || means(token, "holidayTime") || token.text === "eens",
    )
  );
}

/** Where no part of the day is named, the hours from one to seven are in the afternoon. */
function minutesOf(clock: ClockRead, parts: readonly PartFound[]): number {
  const named = clock.isFixed ? clock.hour : fullHour(clock, nearest(parts, clock.at));
  return (((named * 60 + clock.minutes) % 1440) + 1440) % 1440;
}

function fullHour({ hour }: ClockRead, part: string | undefined): number {
  switch (part) {
    case "morning":
      return hour;
    case "afternoon":
      return hour < 10 && hour > 0 ? hour + 12 : hour;
    case "evening":
      return hour < 12 && hour > 3 ? hour + 12 : hour;
    default:
      return hour >= 1 && hour <= 7 ? hour + 12 : hour;
  }
}

function nearest(parts: readonly PartFound[], at: number): string | undefined {
  let best: PartFound | undefined;
  for (const part of parts) if (!best || Math.abs(part.at - at) < Math.abs(best.at - at)) best = part;
  return best?.name;
}

function print(minutes: number | undefined): string | null {
  if (minutes === undefined) return null;
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

import type { Localized } from "../../language.ts";
import type { Calendars } from "../calendars.ts";
import type { Expression } from "../expression.ts";
import type { Interval, SchoolCalendar } from "../schedule.ts";
import type { SchoolDay } from "../school-holidays.ts";
import { type CompiledExpression, compileExpression } from "./compile.ts";
import { type DayFacts, dayFacts } from "./day-facts.ts";
import { unionOf } from "./intervals.ts";
import { type PaintedDay, paintDay } from "./paint.ts";

/** What the regular hours say about a day, before schedule changes. */
export interface RegularDay {
  readonly open: readonly Interval[];
  readonly basis: "weekly" | "public-holiday" | "school-holiday" | "unknown";
  readonly reason: Localized | null;
}

const midnight = 1440;

/**
 * Every day that is possible given what the calendars know. More than one only where `SH` matters and no calendar
 * speaks; then the first is the day without a school holiday.
 */
export function possibleDays(
  expression: Expression,
  number: number,
  calendar: SchoolCalendar,
  calendars: Calendars,
): readonly [RegularDay, ...RegularDay[]] {
  const compiled = compileExpression(expression);
  const possible = (day: number) => possibilities(compiled, dayFacts(day, calendar, calendars));
  const today = possible(number);
  const [usual, ...others] = compiled.spills
    ? combined(possible(number - 1), today, possible(number + 1)).map((days) => regularDay(compiled, ...days))
    : today.map((facts) => regularDay(compiled, null, facts, null));
  return [usual as RegularDay, ...others];
}

/** A day about which no calendar speaks counts as a school day, and then also as a holiday. */
function possibilities({ namesSchoolHolidays }: CompiledExpression, facts: DayFacts): readonly DayFacts[] {
  return namesSchoolHolidays && facts.schoolDay.kind === "unknown"
    ? [facts, { ...facts, schoolDay: someHoliday }]
    : [facts];
}

/** Its name is never shown: what depends on it is not confirmed. */
const someHoliday: SchoolDay = { kind: "holiday", name: { nl: "", fr: "", ar: "" } };

function combined(before: readonly DayFacts[], now: readonly DayFacts[], after: readonly DayFacts[]) {
  return now.flatMap((today) =>
    before.flatMap((yesterday) => after.map((tomorrow) => [yesterday, today, tomorrow] as const)),
  );
}

function regularDay(
  compiled: CompiledExpression,
  yesterday: DayFacts | null,
  today: DayFacts,
  tomorrow: DayFacts | null,
): RegularDay {
  const { layers, opener, closer, unsure } = paintDay(compiled, yesterday, today);
  const open = tomorrow
    ? unionOf([...apart(layers).begun, ...pastMidnight(compiled, today, tomorrow)])
    : unionOf(layers.begun);
  const isUnknown = open.length === 0 && layers.unknown.length > 0;
  if (isUnknown && unsure) return { open, basis: "unknown", reason: unsure.comment };
  const ground = open.length > 0 ? opener : (closer ?? opener);
  return { open, basis: ground?.basis ?? "weekly", reason: ground?.reason ?? null };
}

/** What is left, on the next morning, of hours that began today. */
function pastMidnight(compiled: CompiledExpression, today: DayFacts, tomorrow: DayFacts): readonly Interval[] {
  const { night } = apart(paintDay(compiled, today, tomorrow).layers);
  return night > 0 ? [{ start: midnight, end: midnight + night }] : [];
}

/**
 * The hours of a calendar day, each with the day on which it began. The night before keeps what lies within it; hours
 * that go on for longer end it where they begin.
 */
function apart(layers: PaintedDay["layers"]): { readonly night: number; readonly begun: readonly Interval[] } {
  const [first, ...torn] = unionOf(layers.spilled);
  if (!first) return { night: 0, begun: layers.begun };
  // What a later rule has cut off from midnight begins on this day.
  if (first.start > 0) return { night: 0, begun: [...layers.begun, ...layers.spilled] };
  const begun = unionOf([...layers.begun, ...torn]).filter(({ end }) => end > first.end);
  return { night: Math.min(first.end, ...begun.map(({ start }) => start)), begun };
}

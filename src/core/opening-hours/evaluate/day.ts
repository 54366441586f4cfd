import { type Language, type Localized, languages } from "../../language.ts";
import type { Calendars } from "../calendars.ts";
import { dayNumberOfDate, plainDate } from "../day-number.ts";
import type { Interval, Schedule, ScheduleChange } from "../schedule.ts";
import { type CompiledSchedule, changesOn, compileSchedule, regularHoursOn } from "./compile-schedule.ts";
import { sameIntervals, unionOf } from "./intervals.ts";
import { possibleDays, type RegularDay } from "./regular-day.ts";

/**
 * On what an answer rests. `not-confirmed`: it depends on a school calendar that does not reach this day; the hours are
 * then those of a day without school holiday. `unknown`: the hours themselves say that they are not known, or none are.
 */
export type Basis = "weekly" | "change" | "public-holiday" | "school-holiday" | "not-confirmed" | "unknown";

export interface Day {
  readonly date: Temporal.PlainDate;
  /** In order, apart from each other, each on the day on which it begins. */
  readonly open: readonly Interval[];
  readonly basis: Basis;
  /** For parents: the holiday's name, the comment in the hours, the text of a change. A change without text has none. */
  readonly reason: Localized | null;
  /** The newest change that counts on this day. */
  readonly change: ScheduleChange | null;
}

/** A day before its date has become a `Temporal` value. */
export type BareDay = Omit<Day, "date">;

export function dayOf(schedule: Schedule, date: Temporal.PlainDate, calendars: Calendars): Day {
  return dated(dayNumberOfDate(date), bareDayOf(schedule, dayNumberOfDate(date), calendars));
}

/** Every day from `from` to `to`, both included; none when `to` comes first. */
export function daysOf(
  schedule: Schedule,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  calendars: Calendars,
): readonly Day[] {
  const first = dayNumberOfDate(from);
  return Array.from({ length: Math.max(0, dayNumberOfDate(to) - first + 1) }, (_, index) =>
    dated(first + index, bareDayOf(schedule, first + index, calendars)),
  );
}

export function dated(number: number, { open, basis, reason, change }: BareDay): Day {
  return { date: plainDate(number), open, basis, reason, change };
}

/** @param number a day number as in `day-number.ts` */
export function bareDayOf(schedule: Schedule, number: number, calendars: Calendars): BareDay {
  const compiled = compileSchedule(schedule);
  const changes = changesOn(compiled, number);
  const [newest] = changes;
  if (!newest) return regularAnswer(regularDays(schedule, compiled, number, calendars));
  const hours = changes.flatMap((change) => (change.kind === "closed" ? [] : change.hours));
  // The team said that the day is as usual: for parents nothing changed.
  const changed =
    newest.reason === "confirmed"
      ? ({ basis: "weekly", reason: null, change: null } as const)
      : ({ basis: "change", reason: textOf(changes), change: newest } as const);
  if (changes.at(-1)?.kind !== "extra") return { open: unionOf(hours), ...changed };
  const [usual, ...others] = regularDays(schedule, compiled, number, calendars).map(({ open }) =>
    unionOf([...open, ...hours]),
  );
  const isSettled = others.every((open) => sameIntervals(open, usual ?? []));
  return { open: usual ?? [], ...changed, ...(isSettled ? {} : { basis: "not-confirmed" }) };
}

const noHours: readonly [RegularDay] = [{ open: [], basis: "unknown", reason: null }];

function regularDays(schedule: Schedule, compiled: CompiledSchedule, number: number, calendars: Calendars) {
  const expression = regularHoursOn(compiled, number);
  return expression ? possibleDays(expression, number, schedule.schoolCalendar, calendars) : noHours;
}

/** A day is confirmed when every possibility has the same hours: a Sunday without hours is closed, holiday or not. */
function regularAnswer([usual, ...others]: ReturnType<typeof regularDays>): BareDay {
  const isSettled = others.every(
    ({ open, basis }) => sameIntervals(open, usual.open) && (basis === "unknown") === (usual.basis === "unknown"),
  );
  if (!isSettled) return { open: usual.open, basis: "not-confirmed", reason: null, change: null };
  return { open: usual.open, basis: usual.basis, reason: usual.reason, change: null };
}

/** The newest text; a language in which it was not written shows one in which it was, for that is what there is. */
function textOf(changes: readonly ScheduleChange[]): Localized | null {
  const text = changes.find((change) => change.text && languages.some((language) => change.text?.[language]))?.text;
  if (!text) return null;
  const first = languages.map((language) => text[language]).find(Boolean) ?? "";
  const inLanguage = (language: Language) => text[language] || first;
  return { nl: inLanguage("nl"), fr: inLanguage("fr"), ar: inLanguage("ar") };
}

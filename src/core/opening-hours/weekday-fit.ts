import { civilDate, daysInMonth, isoWeek, weekdayOf } from "./day-number.ts";
import type { Interval } from "./schedule.ts";

/** On which days of its weekday something holds. */
export type Occurrence =
  | { readonly kind: "every" }
  /** 1 to 5, counted from the start of the month. */
  | { readonly kind: "nth"; readonly nth: readonly number[] }
  | { readonly kind: "last" }
  /** ISO weeks. */
  | { readonly kind: "weeks"; readonly parity: "even" | "odd" };

export interface PatternLine {
  /** 0 (Monday) to 6 (Sunday), in order. */
  readonly weekdays: readonly number[];
  readonly occurrence: Occurrence;
  readonly open: readonly Interval[];
}

interface OpenDay {
  /** As in `day-number.ts`. */
  readonly number: number;
  readonly open: readonly Interval[];
}

export interface WeekdayFit {
  readonly lines: readonly PatternLine[];
  /** Whether the hours of a day are those that the lines say. */
  tells(day: OpenDay): boolean;
}

/** On so many days of each weekday other hours are an exception. */
const exceptions = 2;

/** A way to tell the days of one weekday apart: each day is of one class. */
interface Division {
  classOf(number: number): number;
  occurrence(classes: readonly number[]): Occurrence | null;
}

const every: Division = { classOf: () => 0, occurrence: () => ({ kind: "every" }) };

/** In the order in which people would say it. */
const divisions: readonly Division[] = [
  {
    classOf: (number) => Math.ceil(civilDate(number).day / 7),
    occurrence: (nth) => ({ kind: "nth", nth }),
  },
  {
    classOf(number) {
      const { year, month, day } = civilDate(number);
      return day + 7 > daysInMonth(year, month) ? 1 : 0;
    },
    // There is no plain way to say "all but the last".
    occurrence: ([only, ...more]) => (only === 1 && more.length === 0 ? { kind: "last" } : null),
  },
  {
    classOf: (number) => isoWeek(number) % 2,
    occurrence: ([parity]) => ({ kind: "weeks", parity: parity === 0 ? "even" : "odd" }),
  },
];

/** The lines that tell these days, each weekday apart from a few exceptions; null where there are none. */
export function fitOf(days: readonly OpenDay[]): WeekdayFit | null {
  const weekdays: Divided[] = [];
  for (let weekday = 0; weekday < 7; weekday += 1) {
    const divided = divideBest(days.filter(({ number }) => weekdayOf(number) === weekday));
    if (divided === null) return null;
    weekdays.push(divided);
  }
  return {
    lines: merged(weekdays.flatMap(({ lines }, weekday) => lines.map((line) => ({ ...line, weekdays: [weekday] })))),
    tells: ({ number, open }) => weekdays[weekdayOf(number)]?.hoursOn(number) === keyOf(open),
  };
}

interface Divided {
  readonly exceptions: number;
  readonly lines: readonly Omit<PatternLine, "weekdays">[];
  hoursOn(number: number): string;
}

/** A finer division must explain at least two more days: one closed Thursday does not make a rule about fourth Thursdays. */
function divideBest(days: readonly OpenDay[]): Divided | null {
  const whole = divide(days, every);
  const finer = divisions.map((division) => divide(days, division)).filter((divided) => divided !== null);
  const [best] = finer.toSorted((a, b) => a.exceptions - b.exceptions);
  const isFinerBetter = whole !== null && best !== undefined && best.exceptions + 2 <= whole.exceptions;
  const chosen = isFinerBetter ? best : whole;
  return chosen !== null && chosen.exceptions <= exceptions ? chosen : null;
}

function divide(days: readonly OpenDay[], division: Division): Divided | null {
  const hours = new Map<number, { readonly key: string; readonly open: readonly Interval[] }>();
  let others = 0;
  for (const [name, members] of Map.groupBy(days, ({ number }) => division.classOf(number))) {
    const [usual = [], ...rest] = [...Map.groupBy(members, ({ open }) => keyOf(open)).values()].sort(
      (a, b) => b.length - a.length,
    );
    others += rest.reduce((count, { length }) => count + length, 0);
    const open = usual[0]?.open ?? [];
    hours.set(name, { key: keyOf(open), open });
  }
  const lines: Omit<PatternLine, "weekdays">[] = [];
  const inOrder = [...hours].sort(([a], [b]) => a - b);
  for (const alike of Map.groupBy(inOrder, ([, { key }]) => key).values()) {
    const open = alike[0]?.[1].open ?? [];
    const occurrence = division.occurrence(alike.map(([name]) => name));
    if (open.length > 0 && occurrence === null) return null;
    if (open.length > 0 && occurrence !== null) lines.push({ occurrence, open });
  }
  return { exceptions: others, lines, hoursOn: (number) => hours.get(division.classOf(number))?.key ?? keyOf([]) };
}

/** Weekdays that are alike in one line. Not those within a month: "the first Saturday and Sunday" can be read in two ways. */
function merged(lines: readonly PatternLine[]): readonly PatternLine[] {
  const groups = Map.groupBy(lines, ({ weekdays, occurrence, open }) =>
    occurrence.kind === "every" || occurrence.kind === "weeks"
      ? JSON.stringify([occurrence, keyOf(open)])
      : JSON.stringify([occurrence, keyOf(open), weekdays]),
  );
  return [...groups.values()].flatMap((alike) => {
    const [line] = alike;
    return line === undefined ? [] : [{ ...line, weekdays: alike.flatMap(({ weekdays }) => weekdays) }];
  });
}

function keyOf(open: readonly Interval[]): string {
  return JSON.stringify(open.map(({ start, end }) => [start, end]));
}

import type { DateRange, DayItem, Holiday, Rule, TimeSpan, WeekdayItem, WeekRange } from "../expression.ts";
import type { Clause, Placed } from "./clause.ts";
import { NotUnderstood } from "./problem.ts";

export interface Compiled {
  readonly rules: readonly Rule[];
  readonly mentioned: readonly Holiday[];
}

/** In which order rules stand: what stands later wins over what stands before. */
const orders = [
  "usual",
  "instead",
  "also",
  "off",
  "season",
  "school",
  "school-hours",
  "public",
  "public-hours",
] as const;

type Order = (typeof orders)[number];

interface Made {
  readonly rule: Rule;
  readonly order: Order;
  readonly clause: Clause;
}

const evenWeeks: WeekRange = { from: 2, to: 52, step: 2 };
const oddWeeks: WeekRange = { from: 1, to: 53, step: 2 };
const everyDay: WeekdayItem = { kind: "weekdays", from: 0, to: 6 };

/** Clauses as the rules of an expression; refuses those that say nothing, or too much. */
export function expressionOf(clauses: readonly Clause[]): Compiled {
  const made = joined(clauses.flatMap(rulesOf));
  checkTwice(made);
  return {
    rules: made
      .toSorted((a, b) => orders.indexOf(a.order) - orders.indexOf(b.order))
      .map(({ rule }, index) => (index === 0 ? { ...rule, additional: false } : rule)),
    mentioned: [
      ...new Set(
        clauses.flatMap(({ selectors, excluded }) =>
          [...selectors, ...excluded].flatMap((selector) => (selector.kind === "holiday" ? [selector.holiday] : [])),
        ),
      ),
    ],
  };
}

interface Sorted {
  readonly weekdays: readonly WeekdayItem[];
  readonly holidays: readonly Holiday[];
  /** Holidays that stand in a list with weekdays, not those within which the weekdays are meant. */
  readonly isListed: boolean;
  readonly dates: readonly DateRange[];
  readonly weeks: readonly WeekRange[];
}

function sorted(selectors: readonly Placed[]): Sorted {
  const holidays = selectors.filter((selector) => selector.kind === "holiday");
  return {
    weekdays: selectors.flatMap((selector): WeekdayItem[] => {
      switch (selector.kind) {
        case "weekdays":
          return [{ kind: "weekdays", from: selector.from, to: selector.to }];
        case "nth":
          return [{ kind: "nth", weekday: selector.weekday, nth: selector.nth }];
        default:
          return [];
      }
    }),
    holidays: [...new Set(holidays.map(({ holiday }) => holiday))],
    isListed: holidays.some(({ isOneOfSeveral }) => isOneOfSeveral),
    dates: selectors.flatMap((selector): DateRange[] =>
      selector.kind === "months" ? [{ kind: "months", from: selector.from, to: selector.to }] : [],
    ),
    weeks: selectors.flatMap((selector): WeekRange[] =>
      selector.kind === "parity" ? [selector.parity === "even" ? evenWeeks : oddWeeks] : [],
    ),
  };
}

function rulesOf(clause: Clause): readonly Made[] {
  const { selectors, excluded, times, state } = clause;
  const isEmpty = selectors.length === 0 && excluded.length === 0;
  const where = selectors.at(-1) ?? excluded.at(-1) ?? clause;
  if (state === "off") {
    if (isEmpty) {
      throw new NotUnderstood("days", clause);
    }
    return [...off(clause, selectors), ...off(clause, excluded)];
  }
  if (times.length === 0) {
    // `open in schoolvakanties`, `ook op feestdagen`: as on other days.
    const isSaid = state === "open" || clause.how !== null;
    const isUsual = isSaid && selectors.every(({ kind }) => kind === "holiday");
    if (selectors.length > 0 && !isUsual) {
      throw new NotUnderstood("times", where);
    }
    return off(clause, excluded);
  }
  if (isEmpty) {
    throw new NotUnderstood("days", clause);
  }
  return open(clause, inOrder(times, clause));
}

function open(clause: Clause, times: readonly TimeSpan[]): readonly Made[] {
  const { selectors, excluded, how } = clause;
  const { holidays, isListed, dates, weeks, ...found } = sorted(selectors);
  const without = sorted(excluded);
  const isPlain = without.weekdays.every(({ kind }) => kind === "weekdays");
  const all = holidays.length === 0 && found.weekdays.length === 0 ? [everyDay] : found.weekdays;
  const weekdays = isPlain ? withoutThese(all, without.weekdays) : all;
  const common = { dates, weeks, times, state: "open" as const };
  const made: Made[] = [];
  const isWithin = weekdays.length > 0 && holidays.length > 0 && !isListed;
  if (weekdays.length > 0 && !isWithin) {
    const order = how ?? (dates.length > 0 ? "instead" : "usual");
    const rule = ruleOf({ ...common, days: anyOf(weekdays), additional: how === "also" });
    made.push({ rule, order, clause });
  }
  for (const holiday of holidays) {
    const days = isWithin
      ? { kind: "weekdays-in-holidays" as const, holidays: [holiday], weekdays }
      : anyOf([{ kind: "holiday", holiday }]);
    const order = holiday === "PH" ? "public-hours" : "school-hours";
    made.push({ rule: ruleOf({ ...common, days }), order, clause });
  }
  const left = isPlain ? excluded.filter(({ kind }) => kind !== "weekdays") : excluded;
  return [...made, ...off(clause, left)];
}

/** What is closed: each kind of days in a rule of its own, so that none undoes another. */
function off(clause: Clause, selectors: readonly Placed[]): readonly Made[] {
  const { weekdays, holidays, isListed, dates, weeks } = sorted(selectors);
  const isWithin = weekdays.length > 0 && holidays.length > 0 && !isListed;
  const common = { weeks, times: [], state: "off" as const };
  const made: Made[] = [];
  if (weekdays.length > 0 && !isWithin) {
    made.push({ rule: ruleOf({ ...common, dates, days: anyOf(weekdays) }), order: "off", clause });
  }
  if (weekdays.length === 0 && (dates.length > 0 || weeks.length > 0)) {
    made.push({ rule: ruleOf({ ...common, dates, days: null }), order: "season", clause });
  }
  for (const holiday of holidays) {
    const days = isWithin
      ? { kind: "weekdays-in-holidays" as const, holidays: [holiday], weekdays }
      : anyOf([{ kind: "holiday", holiday }]);
    const rule = ruleOf({ ...common, dates: [], days });
    made.push({ rule, order: holiday === "PH" ? "public" : "school", clause });
  }
  return made;
}

function ruleOf(
  parts: Pick<Rule, "dates" | "weeks" | "days" | "times" | "state"> & { readonly additional?: boolean },
): Rule {
  return { additional: false, years: [], comment: null, ...parts };
}

function anyOf(items: readonly DayItem[]): Rule["days"] {
  return { kind: "any-of", items };
}

function inOrder(times: readonly TimeSpan[], where: Clause): readonly TimeSpan[] {
  const ordered = times.toSorted((a, b) => a.start - b.start);
  if (ordered.some(({ start }, index) => start < (ordered[index - 1]?.end ?? 0))) {
    throw new NotUnderstood("order", where);
  }
  return ordered;
}

/** `elke dag behalve zondag` */
function withoutThese(items: readonly WeekdayItem[], excluded: readonly WeekdayItem[]): readonly WeekdayItem[] {
  if (excluded.length === 0) {
    return items;
  }
  const gone = new Set(excluded.flatMap(daysOf));
  return items.flatMap((item): WeekdayItem[] => {
    if (item.kind === "nth") {
      return gone.has(item.weekday) ? [] : [item];
    }
    const left = daysOf(item).filter((weekday) => !gone.has(weekday));
    return runs(left).map(([from, to]) => ({ kind: "weekdays", from, to }));
  });
}

function daysOf(item: WeekdayItem): readonly number[] {
  if (item.kind === "nth") {
    return [item.weekday];
  }
  const length = ((item.to - item.from + 7) % 7) + 1;
  return Array.from({ length }, (_, index) => (item.from + index) % 7);
}

function runs(weekdays: readonly number[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const weekday of weekdays) {
    const last = found.at(-1);
    if (last !== undefined && last[1] === weekday - 1) {
      last[1] = weekday;
    } else {
      found.push([weekday, weekday]);
    }
  }
  return found;
}

/** `ma 9-12, ma 13-16`: the same days twice have the hours of both. */
function joined(made: readonly Made[]): readonly Made[] {
  const keyOf = ({ rule: { times: _times, ...rule }, order }: Made) => JSON.stringify([order, rule]);
  return [...Map.groupBy(made, keyOf).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined || same.length === 1 || first.rule.state === "off") {
      return same.slice(0, 1);
    }
    const last = same.at(-1) ?? first;
    const times = inOrder(
      same.flatMap(({ rule }) => rule.times),
      last.clause,
    );
    return [{ ...first, rule: { ...first.rule, times } }];
  });
}

/** Some days of one weekday, as far as two of them can overlap. */
interface Atom {
  readonly weekday: number;
  readonly nth: readonly number[] | null;
  readonly parity: number | null;
  readonly months: string;
}

function atomsOf({ days, weeks, dates }: Rule): readonly Atom[] {
  const items = days?.kind === "any-of" ? days.items : [];
  const parity = weeks[0]?.from ?? null;
  return items.flatMap((item) =>
    item.kind === "holiday"
      ? []
      : daysOf(item).map((weekday) => ({
          weekday,
          nth: item.kind === "nth" ? item.nth : null,
          parity: parity === null ? null : parity % 2,
          months: JSON.stringify(dates),
        })),
  );
}

function overlap(a: Atom, b: Atom): boolean {
  const canMeet = (x: number, y: number) => x === y || (x < 0 && y >= 4) || (y < 0 && x >= 4);
  return (
    a.weekday === b.weekday &&
    (a.nth === null || b.nth === null || a.nth.some((x) => b.nth?.some((y) => canMeet(x, y)))) &&
    (a.parity === null || b.parity === null || a.parity === b.parity) &&
    a.months === b.months
  );
}

/** Hours that two clauses give to one day, without a word about how these stand to each other. */
function checkTwice(made: readonly Made[]): void {
  const usual = made.filter(({ order }) => order === "usual" || order === "instead");
  const opened = usual.map((one) => ({ ...one, atoms: atomsOf(one.rule) }));
  const closed = made.filter(({ order }) => order === "off").map((one) => ({ ...one, atoms: atomsOf(one.rule) }));
  opened.forEach((one, index) => {
    const others = opened.slice(0, index).filter(({ order }) => order === one.order);
    const isTwice = others.some(({ atoms }) => atoms.some((a) => one.atoms.some((b) => overlap(a, b))));
    const isUndone = closed.some(
      ({ atoms, clause }) =>
        clause !== one.clause &&
        one.atoms.length > 0 &&
        one.atoms.every((a) => atoms.some((b) => overlap(a, b) && b.nth === null && b.parity === null)),
    );
    if (isTwice || isUndone) {
      throw new NotUnderstood("twice", one.clause.selectors[0] ?? one.clause);
    }
  });
}

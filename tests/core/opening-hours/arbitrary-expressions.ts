import fc from "fast-check";
import type {
  DateMark,
  DateRange,
  DayItem,
  DaySelector,
  Expression,
  Rule,
  TimeSpan,
  WeekdayItem,
  WeekRange,
  YearRange,
} from "../../../src/core/opening-hours/expression.ts";

/** How wide a net to cast; everything else is always in it. */
export interface ExpressionKinds {
  readonly publicHolidays?: boolean;
  readonly schoolHolidays?: boolean;
  readonly pastMidnight?: boolean;
}

const everything: ExpressionKinds = { publicHolidays: true, schoolHolidays: true, pastMidnight: true };

const quarter = (most: number) => fc.nat(most).map((value) => value * 15);

function timesOf({ pastMidnight }: ExpressionKinds): fc.Arbitrary<readonly TimeSpan[]> {
  const span = fc.tuple(quarter(95), fc.integer({ min: 1, max: pastMidnight ? 60 : 24 })).map(([start, quarters]) => ({
    start,
    end: pastMidnight ? start + quarters * 15 : Math.min(1440, start + quarters * 15),
  }));
  return fc.array(span, { maxLength: 2 });
}

const weekday = fc.nat(6);

const weekdays: fc.Arbitrary<WeekdayItem> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("weekdays" as const), from: weekday, to: weekday }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("nth" as const),
      weekday,
      nth: fc.uniqueArray(fc.constantFrom(1, 2, 3, 4, 5, -1, -2, -3, -4, -5), { minLength: 1, maxLength: 3 }),
    }),
  },
);

function daysOf({ publicHolidays, schoolHolidays }: ExpressionKinds): fc.Arbitrary<DaySelector | null> {
  const holidays = [...(publicHolidays ? ["PH" as const] : []), ...(schoolHolidays ? ["SH" as const] : [])];
  const plain = fc.array(weekdays, { minLength: 1, maxLength: 2 }).map((items) => ({ kind: "any-of" as const, items }));
  if (holidays.length === 0)
    return fc.oneof({ weight: 5, arbitrary: plain }, { weight: 1, arbitrary: fc.constant(null) });
  const holiday = fc.constantFrom(...holidays);
  const item: fc.Arbitrary<DayItem> = fc.oneof(
    weekdays,
    holiday.map((name) => ({ kind: "holiday" as const, holiday: name })),
  );
  return fc.oneof(
    { weight: 4, arbitrary: plain },
    {
      weight: 3,
      arbitrary: fc.array(item, { minLength: 1, maxLength: 2 }).map((items) => ({ kind: "any-of" as const, items })),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("weekdays-in-holidays" as const),
        holidays: fc.uniqueArray(holiday, { minLength: 1 }),
        weekdays: fc.array(weekdays, { minLength: 1, maxLength: 2 }),
      }),
    },
    { weight: 1, arbitrary: fc.constant(null) },
  );
}

const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const year = fc.integer({ min: 2026, max: 2028 });

/** Any day but 29 February, which has a test of its own. */
const monthDay = fc.integer({ min: 1, max: 12 }).chain((month) =>
  fc.record({
    month: fc.constant(month),
    day: fc.integer({ min: 1, max: month === 2 ? 28 : (lengths[month - 1] ?? 28) }),
  }),
);

function marks(inYear: fc.Arbitrary<number | null>): fc.Arbitrary<DateMark> {
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.tuple(inYear, monthDay).map(([own, day]) => ({ kind: "date" as const, year: own, ...day })),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("easter" as const),
        year: inYear,
        offset: fc.integer({ min: -60, max: 60 }),
      }),
    },
  );
}

const months: fc.Arbitrary<DateRange> = fc.record({
  kind: fc.constant("months" as const),
  from: fc.integer({ min: 1, max: 12 }),
  to: fc.integer({ min: 1, max: 12 }),
});

const nthWeekday: fc.Arbitrary<DateMark> = fc.record({
  kind: fc.constant("nth-weekday" as const),
  year: fc.constant(null),
  month: fc.integer({ min: 1, max: 12 }),
  weekday,
  nth: fc.constantFrom(1, 2, 3, 4, -1, -2),
});

const everyYear: fc.Arbitrary<DateRange> = fc.oneof(
  months,
  marks(fc.constant(null)).map((mark) => ({ kind: "days" as const, from: mark, to: mark })),
  fc
    .tuple(marks(fc.constant(null)), marks(fc.constant(null)))
    .map(([from, to]) => ({ kind: "days" as const, from, to })),
  fc.tuple(nthWeekday, nthWeekday).map(([from, to]) => ({ kind: "days" as const, from, to })),
);

/** From the earlier to the later, both with a year. */
const oneYear: fc.Arbitrary<DateRange> = fc
  .tuple(fc.tuple(year, monthDay), fc.tuple(year, monthDay), fc.boolean())
  .map(([a, b, isSingle]) => {
    const [from, to] = [a, b]
      .map(([own, day]) => ({ kind: "date" as const, year: own, ...day }))
      .sort((some, other) => some.year - other.year || some.month - other.month || some.day - other.day);
    return { kind: "days" as const, from: from as DateMark, to: (isSingle ? from : to) as DateMark };
  });

const years: fc.Arbitrary<YearRange> = fc
  .tuple(year, fc.constantFrom(0, 1, 2, null))
  .map(([from, more]) => ({ from, to: more === null ? null : from + more }));

function isOneYear([only, ...more]: readonly YearRange[]): boolean {
  return more.length === 0 && only?.from === only?.to;
}

/** After one year, `2026 Dec 24` is a date of that year, and `2026 Dec-Feb` is refused. */
function isWithinYear(range: DateRange | undefined): boolean {
  return !range || (range.kind === "months" && range.from <= range.to);
}

/** Years before dates without a year; dates with a year stand alone, since one without after one with is refused. */
const yearsAndDates: fc.Arbitrary<{ years: readonly YearRange[]; dates: readonly DateRange[] }> = fc.oneof(
  { weight: 5, arbitrary: fc.constant({ years: [], dates: [] }) },
  {
    weight: 3,
    arbitrary: fc.record({ years: fc.constant([]), dates: fc.array(everyYear, { minLength: 1, maxLength: 3 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ years: fc.constant([]), dates: fc.array(oneYear, { minLength: 1, maxLength: 2 }) }),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ years: fc.array(years, { minLength: 1, maxLength: 2 }), dates: fc.array(everyYear, { maxLength: 2 }) })
      .filter(
        ({ years: ofRule, dates: [first, ...more] }) =>
          !isOneYear(ofRule) || (isWithinYear(first) && more.every(isWithinYear)),
      ),
  },
);

const weeks: fc.Arbitrary<WeekRange> = fc
  .tuple(fc.integer({ min: 1, max: 53 }), fc.integer({ min: 1, max: 53 }), fc.constantFrom(1, 1, 2, 3))
  .map(([a, b, step]) => ({ from: Math.min(a, b), to: Math.max(a, b), step: a === b ? 1 : step }));

function ruleOf(kinds: ExpressionKinds): fc.Arbitrary<Rule> {
  const state = fc.oneof(
    { weight: 6, arbitrary: fc.constant({ state: "open" as const, comment: null }) },
    { weight: 2, arbitrary: fc.constant({ state: "off" as const, comment: null }) },
    {
      weight: 1,
      arbitrary: fc.record({
        state: fc.constantFrom("open" as const, "off" as const, "unknown" as const),
        comment: fc.constantFrom(null, "op afspraak", "à l’étage; 1er, gauche"),
      }),
    },
  );
  return fc
    .record({
      additional: fc.boolean(),
      dates: yearsAndDates,
      weeks: fc.oneof(
        { weight: 6, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.array(weeks, { minLength: 1, maxLength: 2 }) },
      ),
      days: daysOf(kinds),
      times: timesOf(kinds),
      state,
    })
    .map(({ additional, dates, weeks: inWeeks, days, times, state: spoken }) => ({
      additional,
      ...dates,
      weeks: inWeeks,
      days,
      times,
      ...spoken,
    }));
}

/** Expressions of one to three rules, as the parser makes them. */
export function expressions(kinds: ExpressionKinds = everything): fc.Arbitrary<Expression> {
  return fc
    .array(ruleOf(kinds), { minLength: 1, maxLength: 3 })
    .map(([first, ...more]) => structuredClone({ rules: [{ ...(first as Rule), additional: false }, ...more] }));
}

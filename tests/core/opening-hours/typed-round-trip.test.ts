import fc from "fast-check";
import { expect, test } from "vitest";
import { loadCalendars } from "../../../src/calendars.ts";
import { languages } from "../../../src/core/language.ts";
import type { Expression, Rule, TimeSpan } from "../../../src/core/opening-hours/expression.ts";
import type { Schedule } from "../../../src/core/opening-hours/schedule.ts";
import { readTyped } from "../../../src/core/opening-hours/typed/read-typed.ts";
import { weeklyPattern } from "../../../src/core/opening-hours/weekly-pattern.ts";
import { hoursInWords } from "../../../src/features/posters/messages.ts";
import { createWords } from "../../../src/i18n/translate.ts";

const calendars = loadCalendars();
const wordsIn = createWords();
const today = Temporal.PlainDate.from("2026-11-25");

const patternOf = (expression: Expression) => {
  const schedule: Schedule = {
    regular: [{ from: "0001-01-01", expression }],
    changes: [],
    schoolCalendar: "nl",
    timeZone: "Europe/Brussels",
  };
  return weeklyPattern(schedule, today, calendars);
};

const rule = (parts: Partial<Rule>): Rule => ({
  additional: false,
  years: [],
  dates: [],
  weeks: [],
  days: null,
  times: [],
  state: "open",
  comment: null,
  ...parts,
});

/** Quarters of an hour from six in the morning; one span, or two that are apart. */
const times: fc.Arbitrary<readonly TimeSpan[]> = fc
  .uniqueArray(fc.integer({ min: 24, max: 96 }), { minLength: 2, maxLength: 4 })
  .map((quarters) => quarters.toSorted((a, b) => a - b))
  .map((quarters) =>
    [0, 2].flatMap((index) => {
      const [start, end] = [quarters[index], quarters[index + 1]];
      return start === undefined || end === undefined ? [] : [{ start: start * 15, end: end * 15 }];
    }),
  );

const occurrence = fc.constantFrom<(weekday: number) => Partial<Rule>>(
  (weekday) => ({ days: { kind: "any-of", items: [{ kind: "weekdays", from: weekday, to: weekday }] } }),
  (weekday) => ({ days: { kind: "any-of", items: [{ kind: "weekdays", from: weekday, to: weekday }] } }),
  (weekday) => ({ days: { kind: "any-of", items: [{ kind: "nth", weekday, nth: [1, 3] }] } }),
  (weekday) => ({ days: { kind: "any-of", items: [{ kind: "nth", weekday, nth: [2] }] } }),
  (weekday) => ({ days: { kind: "any-of", items: [{ kind: "nth", weekday, nth: [-1] }] } }),
  (weekday) => ({
    weeks: [{ from: 2, to: 52, step: 2 }],
    days: { kind: "any-of", items: [{ kind: "weekdays", from: weekday, to: weekday }] },
  }),
  (weekday) => ({
    weeks: [{ from: 1, to: 53, step: 2 }],
    days: { kind: "any-of", items: [{ kind: "weekdays", from: weekday, to: weekday }] },
  }),
);

const week: fc.Arbitrary<readonly Rule[]> = fc
  .array(fc.record({ weekday: fc.nat(6), occurrence, times }), { minLength: 1, maxLength: 5 })
  .map((days) => days.map(({ weekday, occurrence: when, times: open }) => rule({ ...when(weekday), times: open })));

const closed: fc.Arbitrary<readonly Rule[]> = fc
  .subarray(["SH", "PH"] as const)
  .map((holidays) =>
    holidays.map((holiday) => rule({ days: { kind: "any-of", items: [{ kind: "holiday", holiday }] }, state: "off" })),
  );

test.each(languages)("hours that the bot writes out are read back as the same hours: %s", (language) => {
  let told = 0;
  fc.assert(
    fc.property(week, closed, (usual, off) => {
      const pattern = patternOf({ rules: [...usual, ...off] });
      // Without seasons, which are asked apart, and holidays of other hours, which the words do not tell.
      if (pattern === null || pattern.from !== null || pattern.until !== null) return;
      if (pattern.publicHolidays === "other-hours" || pattern.schoolHolidays === "other-hours") return;
      told += 1;
      const text = hoursInWords(wordsIn(language), pattern).join("\n");
      const read = readTyped(text, language);
      expect(read, text).toMatchObject({ ok: true });
      if (read.ok) expect(patternOf(read.expression), text).toEqual(pattern);
    }),
    { numRuns: 150 },
  );
  expect(told).toBeGreaterThan(75);
});

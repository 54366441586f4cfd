import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languages } from "../../../../src/core/language.ts";
import { printWhen, readWhen } from "../../../../src/core/questions/when/read-when.ts";
import { clockTime, longDate, shortDate } from "../../../../src/i18n/format.ts";
import { calendars, reference } from "./labelled.ts";

const today = reference.toPlainDate();

const daysAhead = fc.integer({ min: 0, max: 364 });

describe.each(languages)("what the bot writes in %s is read back", (language) => {
  const read = (text: string) => printWhen(readWhen(text, reference, calendars, { language }));

  test("a date in full, and a date in figures", () => {
    fc.assert(
      fc.property(daysAhead, (days) => {
        const date = today.add({ days });
        expect(read(longDate(language, date)).date).toBe(date.toString());
        expect(read(shortDate(language, date)).date).toBe(date.toString());
      }),
      { numRuns: 400 },
    );
  });

  test("a clock time from eight in the morning to eight in the evening, beside a date", () => {
    const beside = { nl: "om", fr: "à", ar: "الساعة" }[language];
    fc.assert(
      fc.property(daysAhead, fc.integer({ min: 32, max: 80 }), (days, quarters) => {
        const date = today.add({ days });
        const time = Temporal.PlainTime.from({ hour: Math.floor(quarters / 4), minute: (quarters % 4) * 15 });
        const text = `${longDate(language, date)} ${beside} ${clockTime(language, quarters * 15)}`;
        expect(read(text)).toEqual({ date: date.toString(), time: time.toString({ smallestUnit: "minute" }) });
      }),
    );
  });
});

import { describe, expect, it, vi } from "vitest";
import { askOurselves, compareWithOpeningHoursJs, differingDays } from "./differential.ts";
import { date, expressionOf } from "./fixtures.ts";
import { knownDifferences } from "./known-differences.ts";
import { askOpeningHoursJs } from "./opening-hours-js.ts";

vi.stubEnv("TZ", "UTC");

const twoYears = { first: date("2026-09-01"), days: 731 };

/** Ascension Day, the Friday after it and Whit Monday, which the Flemish government lists as school holidays. */
const missingFlemish = ["2027-05-06", "2027-05-07", "2027-05-17", "2028-05-25", "2028-05-26", "2028-06-05"];

/** The feast day of the French Community, Mardi gras and Whit Monday. */
const missingFrench = ["2026-09-27", "2027-02-09", "2027-05-17"];

/** Our files begin on 1 September 2026, so the night before is not known to us. */
const beforeOurs = "2026-08-31";

/** From 3 July 2027 on, opening_hours.js throws for French school holidays. */
const untilFrenchSummer = { first: date("2026-09-01"), days: 304 };

describe("opening_hours.js agrees about holidays", () => {
  it("public ones, from September 2026 to August 2028", () => {
    const result = compareWithOpeningHoursJs({
      kinds: { publicHolidays: true },
      count: 120,
      seed: 3,
      period: twoYears,
    });
    expect(result.unexplained).toEqual([]);
    expect(result.same).toBeGreaterThan(100);
  });

  it("Flemish school holidays, but for the days that its calendar lacks", () => {
    const result = compareWithOpeningHoursJs({
      kinds: { publicHolidays: true, schoolHolidays: true, pastMidnight: true },
      count: 100,
      seed: 4,
      period: twoYears,
      calendarGaps: [...missingFlemish, beforeOurs],
    });
    expect(result.unexplained).toEqual([]);
    expect(result.same).toBeGreaterThan(70);
  });

  it("school holidays of the French Community until the summer of 2027, but for the days that its calendar lacks", () => {
    const result = compareWithOpeningHoursJs({
      kinds: { schoolHolidays: true },
      count: 120,
      seed: 5,
      period: untilFrenchSummer,
      calendar: "fr",
      calendarGaps: missingFrench,
    });
    expect(result.unexplained).toEqual([]);
    expect(result.same).toBeGreaterThan(95);
  });
});

describe("opening_hours.js differs in these ways, and no other", () => {
  it.each(knownDifferences.map(({ name, example }) => [name, example] as const))("%s", (_name, { text, date: day }) => {
    const theirs = askOpeningHoursJs(text, twoYears, "NL");
    const differing =
      typeof theirs === "string" ? [] : differingDays(askOurselves(expressionOf(text), twoYears, "nl"), theirs);
    expect(differing).toContain(twoYears.first.until(day, { largestUnit: "days" }).days);
  });

  it.each([
    ["nl", missingFlemish, twoYears],
    ["fr", missingFrench, untilFrenchSummer],
  ] as const)("its %s school calendar lacks exactly the days named here", (calendar, missing, period) => {
    const theirs = askOpeningHoursJs("SH 10:00-12:00", period, calendar === "nl" ? "NL" : "FR");
    if (typeof theirs === "string") throw new Error(theirs);
    const ours = askOurselves(expressionOf("SH 10:00-12:00"), period, calendar);
    expect(differingDays(ours, theirs).map((day) => period.first.add({ days: day }).toString())).toEqual(missing);
  });

  it("it throws for school holidays of the French Community after 3 July 2027", () => {
    vi.spyOn(console, "error").mockReturnValue(undefined);
    expect(askOpeningHoursJs("SH 10:00-12:00", { first: date("2027-07-04"), days: 30 }, "FR")).toMatch(
      /school holiday|SH/i,
    );
  });

  it("29 February ends no range in its eyes", () => {
    const leapYear = { first: date("2028-02-20"), days: 15 };
    const theirs = askOpeningHoursJs("Feb 27-29 10:00-12:00", leapYear, "NL");
    expect(theirs).toEqual(new Uint8Array(15 * 96));
    expect(askOurselves(expressionOf("Feb 27-29 10:00-12:00"), leapYear, "nl").filter(Boolean)).toHaveLength(3 * 8);
  });
});

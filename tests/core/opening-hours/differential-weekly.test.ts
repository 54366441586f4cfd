import { describe, expect, it, vi } from "vitest";
import { compareWithOpeningHoursJs } from "./differential.ts";
import { date } from "./fixtures.ts";

vi.stubEnv("TZ", "UTC");

const twoYears = { first: date("2026-09-01"), days: 731 };

describe("opening_hours.js agrees from September 2026 to August 2028", () => {
  it("about weekdays, dates, weeks, Easter, years, closing and unknown hours, additional rules", () => {
    const result = compareWithOpeningHoursJs({ kinds: {}, count: 600, seed: 1, period: twoYears });
    expect(result.unexplained).toEqual([]);
    expect(result.same).toBeGreaterThan(525);
  });

  it("about hours past midnight, and what the rules of the next day make of them", () => {
    const result = compareWithOpeningHoursJs({ kinds: { pastMidnight: true }, count: 200, seed: 2, period: twoYears });
    expect(result.unexplained).toEqual([]);
    expect(result.same).toBeGreaterThan(165);
  });
});

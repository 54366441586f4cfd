import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { choices } from "../../../src/core/feedback/choices.ts";
import { shareOf } from "../../../src/core/feedback/intervals.ts";
import { type Period, periodOfMonths, yearOf } from "../../../src/core/feedback/period.ts";
import { turned } from "../../../src/core/feedback/publication.ts";
import { type PlaceBlock, type Report, reportOf } from "../../../src/core/feedback/report.ts";
import { weekOf } from "../../../src/core/feedback/week.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const numberOf = (name: (typeof choices)[number]) => choices.indexOf(name);

/** The block of the weeks from one Monday to another day, as it would be published. */
function block(
  place: number,
  from: string,
  to: string,
  faces: readonly number[],
  themes: Partial<Record<string, number>> = {},
): PlaceBlock {
  const counts = choices.map((choice, number) => faces[number] ?? themes[choice] ?? 0);
  const [firstWeek, lastWeek] = [weekOf(day(from)), weekOf(day(to))];
  const result = turned(
    { firstWeek, lastWeek, counts: [...counts, ...Array(32 - counts.length).fill(0)] },
    lastWeek + 1,
  );
  if (result.block === null) throw new Error("Too few answers for a block");
  return { ...result.block, place };
}

const report = (blocks: readonly PlaceBlock[], period: Period | null = null, places: readonly number[] = [1]) =>
  reportOf(blocks, { places, period });

const facesOf = ({ faces }: Pick<Report, "faces">) =>
  faces.groups.map((group) => [group.faces, group.share.count, group.share.of]);
const themeOf = ({ brought, better }: Report, name: (typeof choices)[number]) =>
  [...brought, ...better].find(({ theme }) => theme === numberOf(name));

const january = block(1, "2026-01-05", "2026-01-25", [10, 8, 6, 5], { not_alone: 12, too_busy: 3 });
const february = block(1, "2026-01-26", "2026-02-22", [12, 7, 3, 2], { not_alone: 4, too_busy: 9 });
const march = block(1, "2026-02-23", "2026-03-15", [20, 0, 1, 0], { not_alone: 15 });
const elsewhere = block(2, "2026-01-05", "2026-02-01", [6, 6, 5, 5], { not_alone: 7 });

describe("a sum over blocks", () => {
  test("of one block is that block", () => {
    const one = report([january]);
    expect(one.answers).toBe(29);
    expect(facesOf(one)).toEqual([
      [[0], 10, 29],
      [[1], 8, 29],
      [[2], 6, 29],
      [[3], 5, 29],
    ]);
  });

  test("groups the faces as finely as all of them do", () => {
    const both = report([january, february]);
    expect(facesOf(both)).toEqual([
      [[0], 22, 53],
      [[1], 15, 53],
      [[2, 3], 16, 53],
    ]);
    expect(both.trend.map(facesOf_)).toEqual([
      [10, 8, 11],
      [12, 7, 5],
    ]);
  });

  test("says how many answers the faces cover where a block shows none", () => {
    const all = report([january, february, march]);
    expect(all.answers).toBe(74);
    expect(all.faces).toMatchObject({ answers: 53, blocks: 2 });
    expect(all.trend.map(({ first }) => first?.count ?? null)).toEqual([10, 12, null]);
  });

  test("counts a theme in the blocks that show it, of the answers of those", () => {
    const all = report([january, february, march]);
    expect(themeOf(all, "not_alone")).toMatchObject({ blocks: 2, share: { count: 27, of: 50 } });
    expect(themeOf(all, "too_busy")).toMatchObject({ blocks: 1, share: { count: 9, of: 24 } });
    expect(themeOf(all, "hygiene")).toEqual({ theme: numberOf("hygiene"), blocks: 0, share: null });
  });

  test("takes the places that are asked for, in the order in which they are", () => {
    const published = [january, elsewhere];
    expect(report(published, null, [2]).blocks).toEqual([elsewhere]);
    expect(report(published, null, [2, 1]).blocks).toEqual([elsewhere, january]);
    expect(report(published, null, [2, 1]).answers).toBe(51);
  });
});

const facesOf_ = ({ groups }: Report["trend"][number]) => groups.map(({ share }) => share.count);

describe("a period", () => {
  const months = (from?: string, to?: string) =>
    periodOfMonths(
      from === undefined ? undefined : Temporal.PlainYearMonth.from(from),
      to === undefined ? undefined : Temporal.PlainYearMonth.from(to),
    );

  test.each([
    ["2026-01", "2026-01", [january], [february]],
    ["2026-01", "2026-02", [january, february], [march]],
    ["2026-02", "2026-03", [march], [february]],
    ["2026-03", undefined, [], [march]],
    [undefined, "2026-01", [january], [february]],
    ["2027-01", "2027-12", [], []],
    [undefined, undefined, [january, february, march], []],
  ])(
    "from %s to %s counts the blocks that lie wholly in it, and names those that cross its border",
    (from, to, within, across) => {
      const { blocks, leftOut } = report([january, february, march], months(from, to));
      expect(blocks).toEqual(within);
      expect(leftOut).toEqual(across);
    },
  );

  test("may be a year of the calendar, or of school", () => {
    expect(yearOf("calendar", 2026)).toEqual({ from: day("2026-01-01"), to: day("2026-12-31") });
    expect(yearOf("school", 2026)).toEqual({ from: day("2026-09-01"), to: day("2027-08-31") });
  });

  test("whatever it is, a report adds whole blocks and nothing else", () => {
    const published = [january, february, march];
    const days = fc.integer({ min: -40, max: 140 }).map((days) => day("2026-01-01").add({ days }));
    fc.assert(
      fc.property(days, days, (one, other) => {
        const [from, to] = Temporal.PlainDate.compare(one, other) <= 0 ? [one, other] : [other, one];
        const { blocks, answers } = report(published, { from, to });
        expect(published).toEqual(expect.arrayContaining([...blocks]));
        expect(answers).toBe(blocks.reduce((sum, { total }) => sum + total, 0));
      }),
    );
  });
});

describe("where nothing is published", () => {
  test("it says since when, and never how many", () => {
    expect(report([january, february]).notYet).toEqual([{ place: 1, since: day("2026-02-23") }]);
    expect(report([january], null, [1, 2]).notYet).toEqual([
      { place: 1, since: day("2026-01-26") },
      { place: 2, since: null },
    ]);
  });

  test("a period that ended before is not concerned", () => {
    const period = { from: day("2026-01-01"), to: day("2026-02-22") };
    expect(report([january, february], period).notYet).toEqual([]);
    expect(report([january, february], { ...period, to: day("2026-02-23") }).notYet).toHaveLength(1);
  });
});

describe("a share", () => {
  // Worked out apart from the code, as the two roots of (share - p)² = z²·p(1 - p)/n.
  test.each([
    [10, 29, 0.1994, 0.5265],
    [5, 20, 0.1119, 0.4687],
    [0, 20, 0, 0.1611],
    [20, 20, 0.8389, 1],
    [50, 100, 0.4038, 0.5962],
  ])("of %i in %i lies between %f and %f", (count, of, low, high) => {
    const share = shareOf(count, of);
    expect(share.low).toBeCloseTo(low, 3);
    expect(share.high).toBeCloseTo(high, 3);
  });

  test("lies within its margin, and the margin within nought and all", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (of, part) => {
        const { share, low, high } = shareOf(Math.round(part * of), of);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(share + 1e-12);
        expect(high).toBeGreaterThanOrEqual(share - 1e-12);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { choices, choicesOf } from "../../../src/core/feedback/choices.ts";
import { emptyCounts, moved, readCounts, writeCounts } from "../../../src/core/feedback/counts.ts";
import { type Block, leastAnswers, leastCount, turned } from "../../../src/core/feedback/publication.ts";

const week = 2970;

/** The block of a week in which so many tapped each face, and each theme. */
function blockOf(faces: readonly number[], themes: readonly number[] = []): Block | null {
  const counts = [...faces, ...themes, ...Array(32 - faces.length - themes.length).fill(0)];
  return turned({ firstWeek: week, lastWeek: week, counts }, week + 1).block;
}

const shown = (faces: readonly number[]) => blockOf(faces)?.cells.map(({ of, count }) => [of, count]);

describe("a week that ends", () => {
  test("with 20 answers becomes a block, and counting begins anew", () => {
    const open = { firstWeek: week - 2, lastWeek: week, counts: [8, 7, 5, 5, ...Array(28).fill(0)] };
    const { block, open: next } = turned(open, week + 3);
    expect(block).toMatchObject({ firstWeek: week - 2, lastWeek: week, total: 25 });
    expect(next).toEqual(emptyCounts(week + 3));
  });

  test("with fewer waits for the next", () => {
    const open = { firstWeek: week, lastWeek: week, counts: [19, ...Array(31).fill(0)] };
    expect(turned(open, week + 1)).toEqual({ block: null, open: { ...open, lastWeek: week + 1 } });
  });

  test("is not published while it lasts", () => {
    const open = { firstWeek: week, lastWeek: week, counts: [40, ...Array(31).fill(0)] };
    expect(turned(open, week)).toEqual({ block: null, open });
  });
});

describe("faces", () => {
  test.each([
    [
      [10, 8, 6, 5],
      [
        [[0], 10],
        [[1], 8],
        [[2], 6],
        [[3], 5],
      ],
    ],
    [
      [10, 8, 4, 1],
      [
        [[0], 10],
        [[1], 8],
        [[2, 3], 5],
      ],
    ],
    [
      [12, 5, 2, 1],
      [
        [[0], 12],
        [[1, 2, 3], 8],
      ],
    ],
    // Nothing is said of the few.
    [[16, 2, 1, 1], []],
    [[20, 0, 0, 0], []],
    [[4, 16, 0, 0], []],
  ])("%j are shown as %j", (faces, expected) => {
    expect(shown(faces)).toEqual(expected);
  });
});

describe("themes", () => {
  test("are shown from five, and up to all but five", () => {
    const [first, second, third, fourth] = choicesOf("brought").map(({ number }) => number);
    const cells = blockOf([10, 10, 5, 5], [5, 4, 25, 26])?.cells ?? [];
    const of = (number = -1) => cells.find((cell) => cell.of[0] === number)?.count;
    expect([of(first), of(second), of(third), of(fourth)]).toEqual([5, undefined, 25, undefined]);
  });
});

/** All ways in which so many can have tapped the four faces. */
function* waysToTap(total: number): Generator<readonly [number, number, number, number]> {
  for (let a = 0; a <= total; a++)
    for (let b = 0; a + b <= total; b++) for (let c = 0; a + b + c <= total; c++) yield [a, b, c, total - a - b - c];
}

describe("a curious reader", () => {
  /** Own votes: up to four, over the faces. */
  const owned = [...waysToTap(4)]
    .flatMap(([a, b, c]) => [0, 1, 2, 3, 4].map((d) => [a, b, c, d] as const))
    .filter((votes) => votes.reduce((sum: number, vote) => sum + vote, 0) <= 4);

  test.each([20, 23, 27])(
    "who knows the rule, the block of %i answers and four of them, cannot tell a count under five nor the face of anybody else",
    (total) => {
      const sameBlock = Map.groupBy(waysToTap(total), (faces) => JSON.stringify(blockOf(faces)));
      for (const possible of sameBlock.values()) {
        for (const own of owned) {
          const left = possible.filter((faces) => faces.every((count, face) => count >= (own[face] ?? 0)));
          if (left.length === 0) continue;
          for (let face = 0; face < 4; face++) {
            const counts = new Set(left.map((faces) => faces[face] ?? 0));
            // A count that is known for certain is large.
            if (counts.size === 1) expect(Math.min(...counts)).toBeGreaterThanOrEqual(leastCount);
          }
          // Somebody else's face would be known if all others had the same in everything that is possible.
          const others = left.map((faces) => faces.map((count, face) => count - (own[face] ?? 0)));
          const certain = [0, 1, 2, 3].some((face) =>
            others.every((counts) => counts.every((count, other) => other === face || count === 0)),
          );
          expect(certain).toBe(false);
        }
      }
    },
  );

  test("learns nothing from a theme that is not shown", () => {
    fc.assert(
      fc.property(fc.integer({ min: leastAnswers, max: 200 }), fc.integer({ min: 0, max: 4 }), (total, own) => {
        const hidden = Array.from({ length: total + 1 }, (_, count) => count).filter(
          (count) => count >= own && blockOf([total, 0, 0, 0], [count])?.cells.length === 0,
        );
        expect(new Set(hidden).size).toBeGreaterThan(1);
      }),
    );
  });
});

describe("open counts", () => {
  test("are written in the same length whatever they hold, and read back", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(choices.length - 1), fc.constantFrom(1 as const, -1 as const))), (taps) => {
        const open = moved(
          emptyCounts(week),
          taps.map(([number, by]) => ({ number, by })),
        );
        const bytes = writeCounts(open);
        expect(bytes.length).toBe(writeCounts(emptyCounts(0)).length);
        expect(readCounts(bytes)).toEqual(open);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Ballot, mostTaps, readBallot, tapped, writeBallot } from "../../../src/core/feedback/ballot.ts";
import { choices, choicesOf, faces } from "../../../src/core/feedback/choices.ts";

const themes = choices.length - faces.length;
const ballots: fc.Arbitrary<Ballot> = fc.record({
  place: fc.nat(32_767),
  week: fc.nat(65_535),
  value: fc.uint8Array({ minLength: 12, maxLength: 12 }),
  face: fc.option(fc.nat(faces.length - 1)),
  themes: fc
    .uniqueArray(fc.nat(themes - 1))
    .map((indexes) => indexes.map((index) => index + faces.length).sort((a, b) => a - b)),
  left: fc.nat(mostTaps),
});

const fresh: Ballot = { place: 1, week: 2970, value: new Uint8Array(12), face: null, themes: [], left: mostTaps };

describe("a ballot", () => {
  test("is read as it was written, in 20 bytes", () => {
    fc.assert(
      fc.property(ballots, (ballot) => {
        const bytes = writeBallot(ballot);
        expect(bytes.length).toBe(20);
        expect(readBallot(bytes)).toEqual(ballot);
      }),
    );
  });

  test("is none, or one like any other, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 24 }), (bytes) => {
        const ballot = readBallot(bytes);
        if (ballot !== null) expect(writeBallot(ballot)).toEqual(bytes);
      }),
    );
  });
});

describe("a tap", () => {
  const theme = choicesOf("brought")[0]?.number ?? -1;

  test("on a face counts it, and on another one moves the count", () => {
    expect(tapped(fresh, 0)).toEqual({ movements: [{ number: 0, by: 1 }], face: 0, themes: [] });
    expect(tapped({ ...fresh, face: 0 }, 3)?.movements).toEqual([
      { number: 0, by: -1 },
      { number: 3, by: 1 },
    ]);
  });

  test("on a theme switches it on, and off again", () => {
    expect(tapped({ ...fresh, face: 2 }, theme)).toEqual({
      movements: [{ number: theme, by: 1 }],
      face: 2,
      themes: [theme],
    });
    expect(tapped({ ...fresh, face: 2, themes: [theme] }, theme)?.movements).toEqual([{ number: theme, by: -1 }]);
  });

  test("does nothing on the same face, on a theme before any face, without taps left, and on what is no choice", () => {
    expect(tapped({ ...fresh, face: 1 }, 1)).toBeNull();
    expect(tapped(fresh, theme)).toBeNull();
    expect(tapped({ ...fresh, left: 0 }, 0)).toBeNull();
    expect(tapped(fresh, choices.length)).toBeNull();
    expect(tapped(fresh, -1)).toBeNull();
  });

  test("whatever is tapped in a row, one answer stands, and each theme once at most", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(choices.length - 1)), (taps) => {
        const counts = Array(choices.length).fill(0);
        let ballot = fresh;
        for (const number of taps) {
          const result = tapped(ballot, number);
          if (result === null) continue;
          for (const movement of result.movements) counts[movement.number] += movement.by;
          ballot = { ...ballot, face: result.face, themes: result.themes, left: ballot.left - 1 };
        }
        expect(counts.slice(0, faces.length).reduce((sum, count) => sum + count, 0)).toBe(ballot.face === null ? 0 : 1);
        expect(counts.every((count) => count === 0 || count === 1)).toBe(true);
      }),
    );
  });
});

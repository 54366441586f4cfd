import { expect, test } from "vitest";
import { progressOf, roughly } from "../../../src/core/delivery/progress.ts";

test.each([
  [0, 0],
  [1, 0],
  [4, 0],
  [5, 10],
  [14, 10],
  [15, 20],
  [994, 990],
  [1049, 1000],
  [1050, 1100],
])("%i parents read as %i", (count, expected) => {
  expect(roughly(count)).toBe(expected);
});

test("one parent more or less is told by no number that the team reads, but at a border between two tens", () => {
  const shown = (total: number, gone: number) => progressOf({ total, sent: total - gone, gone, failed: 0 }, null);
  expect(shown(3, 0)).toEqual(shown(0, 0));
  expect(shown(3, 1)).toEqual(shown(3, 0));
  expect(shown(41, 0)).toEqual(shown(40, 2));
});

test.each([
  [{ total: 600, sent: 0, gone: 0, failed: 0 }, 10, 0, 1],
  [{ total: 600, sent: 290, gone: 9, failed: 0 }, 2, 4, 3],
  [{ total: 600, sent: 300, gone: 0, failed: 0 }, null, 5, null],
  [{ total: 600, sent: 300, gone: 0, failed: 0 }, 0, 5, null],
  [{ total: 600, sent: 590, gone: 5, failed: 5 }, 10, 10, 0],
])("%j at %d a second: %i tenths, %d minutes left", (outcomes, speed, tenths, minutesLeft) => {
  expect(progressOf(outcomes, speed)).toMatchObject({ tenths, minutesLeft });
});

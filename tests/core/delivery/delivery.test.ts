import { describe, expect, test } from "vitest";
import { type Attempt, afterAttempt, pauseAfter } from "../../../src/core/delivery/delivery.ts";

test.each<[Attempt, number, boolean, object]>([
  [{ kind: "sent" }, 2, true, { state: "sent", tries: 2 }],
  [{ kind: "gone" }, 0, false, { state: "gone", tries: 0 }],
  [{ kind: "refused" }, 0, false, { state: "failed", tries: 1 }],
  [{ kind: "too-many", seconds: 7 }, 3, false, { state: "waiting", tries: 3, seconds: 7 }],
  [{ kind: "too-many", seconds: 7 }, 3, true, { state: "doubtful", tries: 3, seconds: 7 }],
  [{ kind: "unavailable" }, 0, false, { state: "waiting", tries: 1, seconds: 1 }],
  [{ kind: "unavailable" }, 1, true, { state: "doubtful", tries: 2, seconds: 10 }],
  [{ kind: "lost" }, 6, false, { state: "doubtful", tries: 7, seconds: 9000 }],
  [{ kind: "lost" }, 7, true, { state: "failed", tries: 8 }],
])("after %o, %i failed tries, doubtful %s: %o", (attempt, tries, isDoubtful, expected) => {
  expect(afterAttempt(attempt, tries, isDoubtful)).toEqual(expected);
});

test("what fails is tried for more than three hours, and not for ever", () => {
  let seconds = 0;
  let tries = 0;
  for (;;) {
    const after = afterAttempt({ kind: "unavailable" }, tries, false);
    if (!("seconds" in after)) break;
    seconds += after.seconds;
    tries = after.tries;
  }
  expect(tries).toBe(7);
  expect(seconds / 3600).toBeGreaterThan(3);
  expect(seconds / 3600).toBeLessThan(6);
});

describe("failures in a row", () => {
  test.each([
    [0, 0],
    [7, 0],
    [8, 1],
    [10, 4],
    [14, 60],
    [10_000, 60],
  ])("%i pause all sending for %i seconds", (failures, seconds) => {
    expect(pauseAfter(failures)).toBe(seconds);
  });
});

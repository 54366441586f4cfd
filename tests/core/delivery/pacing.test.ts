import fc from "fast-check";
import { expect, test } from "vitest";
import { createInFlight } from "../../../src/core/delivery/in-flight.ts";
import { createPacing } from "../../../src/core/delivery/pacing.ts";

/** Sends whenever it may, with a timer that comes late by up to `late` milliseconds. @returns when each message went */
function sendFor(milliseconds: number, rate: number, late: () => number): number[] {
  const pacing = createPacing(rate, 0);
  const sent: number[] = [];
  for (let now = 0; now < milliseconds; ) {
    const wait = pacing.take(now);
    if (wait === 0) sent.push(now);
    else now += Math.max(wait, 0.001) + late();
  }
  return sent;
}

test.each([1, 30, 100, 1000])("at %i a second as many go out, however late the timers are", (rate) => {
  for (const late of [0, 1, 4]) {
    const sent = sendFor(20_000, rate, () => late);
    expect(sent.length).toBeLessThanOrEqual(20 * rate + 2);
    expect(sent.length).toBeGreaterThanOrEqual(0.97 * 20 * rate - 1);
  }
});

test("in no second go out more than a tenth above the rate", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 1000 }),
      fc.infiniteStream(fc.integer({ min: 0, max: 300 })),
      (rate, stalls) => {
        const sent = sendFor(5000, rate, () => stalls.next().value ?? 0);
        for (const [index, begin] of sent.entries()) {
          const within = sent.slice(index).filter((moment) => moment < begin + 1000).length;
          expect(within).toBeLessThanOrEqual(Math.ceil(rate * 1.1) + 2);
        }
      },
    ),
    { numRuns: 30 },
  );
});

test("while it is held nothing goes, and afterwards there is no burst", () => {
  const pacing = createPacing(30, 0);
  pacing.hold(5000);
  expect(pacing.take(1000)).toBe(4000);
  expect(pacing.take(4999)).toBe(1);
  expect(pacing.take(5000)).toBe(0);
  expect(pacing.take(5000)).toBeGreaterThan(20);
  pacing.hold(4000);
  expect(pacing.take(5100)).toBe(0);
});

test("answers to those who ask count, and are made up for", () => {
  const pacing = createPacing(10, 0);
  for (let answer = 0; answer < 6; answer += 1) pacing.spend(0);
  expect(pacing.take(500)).toBeGreaterThan(0);
  expect(pacing.take(600)).toBe(0);
});

test.each([
  [30, 80, 5],
  [30, 500, 30],
  [30, 5000, 32],
  [1, 80, 4],
  [1000, 40, 80],
  [1000, 500, 128],
  [Number.POSITIVE_INFINITY, 1, 128],
])("%d a second at %i ms: %i in flight", (rate, latency, expected) => {
  const inFlight = createInFlight(rate);
  for (let each = 0; each < 100; each += 1) inFlight.took(latency);
  expect(inFlight.limit()).toBe(expected);
});

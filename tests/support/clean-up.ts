import { afterAll } from "vitest";

const waiting: (() => unknown)[] = [];

// At the end of the file and not of the test: Vitest does not know which of several concurrent tests asks.
afterAll(async () => {
  for (const work of waiting.toReversed()) await work();
});

/** Has `work` done when all tests of the file have ended; the last thing that was made goes first. */
export function cleanUp(work: () => unknown): void {
  waiting.push(work);
}

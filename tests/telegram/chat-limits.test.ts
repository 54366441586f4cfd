import { randomBytes } from "node:crypto";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createPrompts } from "../../src/features/feedback/prompts.ts";
import { type Asking, createChatLimits } from "../../src/telegram/chat-limits.ts";
import { createChatMemory } from "../../src/telegram/chat-memory.ts";

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

const noon = Temporal.Instant.from("2026-11-25T12:00:00Z");

/** Limits with a clock that is moved by hand. */
function limitsWithClock() {
  let at = 0;
  const limits = createChatLimits(randomBytes, () => at);
  const admitted = (asking: Asking, chat: number, times: number, now = noon) =>
    Array.from({ length: times }, () => limits.admits(asking, chat, now)).filter(Boolean).length;
  return {
    limits,
    admitted,
    wait(milliseconds: number) {
      at += milliseconds;
    },
  };
}

test.each([
  ["private", 60, 1000],
  ["group", 20, 3000],
  ["inline", 240, 250],
] as const)(
  "%s: a minute's worth at once, then one at a time, and all of it again after a minute",
  (asking, most, every) => {
    const { admitted, wait } = limitsWithClock();
    expect(admitted(asking, 7, 1000)).toBe(most);
    wait(every - 1);
    expect(admitted(asking, 7, 10)).toBe(0);
    wait(1);
    expect(admitted(asking, 7, 10)).toBe(1);
    wait(60_000);
    expect(admitted(asking, 7, 1000)).toBe(most);
  },
);

test("however somebody spreads it, no minute has more than two minutes' worth", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 200, maxLength: 400 }), (pauses) => {
      const { limits, wait } = limitsWithClock();
      const times: number[] = [];
      let at = 0;
      for (const pause of pauses) {
        wait(pause);
        at += pause;
        if (limits.admits("private", 7, noon)) times.push(at);
      }
      const inMinuteFrom = (start: number) => times.filter((time) => time >= start && time < start + 60_000).length;
      expect(Math.max(...times.map(inMinuteFrom))).toBeLessThanOrEqual(120);
    }),
    { numRuns: 50 },
  );
});

test("one chat's flood is no other's, and what is asked inline is counted apart", () => {
  const { admitted } = limitsWithClock();
  admitted("private", 7, 1000);
  expect(admitted("private", 8, 1)).toBe(1);
  expect(admitted("inline", 7, 1)).toBe(1);
  expect(admitted("private", 7, 1)).toBe(0);
});

test("that it was too fast is told once, and again only after a calm minute", () => {
  const { limits, admitted, wait } = limitsWithClock();
  const told = () => {
    admitted("private", 7, 61);
    return limits.tells("private", 7, noon);
  };
  expect(told()).toBe(true);
  for (let second = 0; second < 100; second += 1) {
    wait(1000);
    expect(told()).toBe(false);
  }
  wait(60_000);
  expect(told()).toBe(true);
});

test("a clock that is set back or on changes nothing within a day", () => {
  const { admitted } = limitsWithClock();
  admitted("private", 7, 1000);
  expect(admitted("private", 7, 10, noon.add({ hours: 11 }))).toBe(0);
  expect(admitted("private", 7, 10, noon.subtract({ hours: 11 }))).toBe(0);
});

test("what is remembered has no chat's number in it, and a new day draws a new key", () => {
  const keys: Uint8Array[] = [];
  const memory = createChatMemory<string>((length) => {
    const key = randomBytes(length);
    keys.push(key);
    return key;
  }, 10);
  memory.of("private 7", "monday").keep("much");
  expect(memory.of("private 7", "monday").remembered).toBe("much");
  const drawn = keys.length;
  expect(memory.of("private 7", "tuesday").remembered).toBeUndefined();
  expect(keys.length).toBe(drawn + 1);
  expect(memory.of("private 7", "monday").remembered).toBeUndefined();
  expect(new Set(keys.map(String)).size).toBe(keys.length);
});

test("beyond its capacity the chats that were silent longest are forgotten", () => {
  const memory = createChatMemory<number>(randomBytes, 4);
  for (const name of ["a", "b", "c", "a", "d"]) memory.of(name, "monday").keep(1);
  expect(["a", "b", "c", "d"].map((name) => memory.of(name, "monday").remembered)).toEqual([1, undefined, 1, 1]);
});

test("two hundred thousand chats in one day take no more memory than a few thousand", { timeout: 60_000 }, () => {
  const { limits } = limitsWithClock();
  const prompts = createPrompts(randomBytes);
  const flood = (from: number, to: number) => {
    for (let chat = from; chat < to; chat += 1) {
      limits.admits("private", chat, noon);
      prompts.allow(chat, "2026-11-25");
    }
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  const few = flood(0, 50_000);
  expect(flood(50_000, 200_000) - few).toBeLessThan(16 * 1024 * 1024);
});

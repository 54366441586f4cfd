import { expect, test } from "vitest";
import { workDaily } from "../src/daily.ts";

const timeZone = "Europe/Brussels";

function workAt(first: string, work: (now: Temporal.Instant) => Promise<void>) {
  let now = first;
  let looks = 0;
  const failures: unknown[] = [];
  const clock = () => {
    looks += 1;
    return Temporal.ZonedDateTime.from(`${now}[${timeZone}]`).toInstant();
  };
  const daily = workDaily(work, { clock, timeZone, every: 1, onFailure: (cause) => failures.push(cause) });
  return {
    daily,
    failures,
    setClock: (moment: string) => {
      now = moment;
    },
    /** Waits until the clock was looked at a few times more. */
    async afterMoreLooks() {
      const before = looks;
      await expect.poll(() => looks).toBeGreaterThan(before + 2);
    },
  };
}

test("it is done at once, and then once on every new day of the place's time zone", async () => {
  const done: string[] = [];
  const work = workAt("2026-11-25T23:30", async (now) => void done.push(now.toString()));
  await work.afterMoreLooks();
  expect(done).toEqual(["2026-11-25T22:30:00Z"]);
  work.setClock("2026-11-26T00:00");
  await expect.poll(() => done).toEqual(["2026-11-25T22:30:00Z", "2026-11-25T23:00:00Z"]);
  await work.afterMoreLooks();
  expect(done).toHaveLength(2);
  await work.daily.stop();
});

test("what failed is tried again, and is reported each time", async () => {
  let tries = 0;
  const work = workAt("2026-11-25T10:00", async () => {
    tries += 1;
    if (tries < 3) throw new Error("away");
  });
  await expect.poll(() => tries).toBe(3);
  await work.afterMoreLooks();
  expect(tries).toBe(3);
  expect(work.failures).toHaveLength(2);
  await work.daily.stop();
});

test("stopping waits for what is under way", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const work = workAt("2026-11-25T10:00", () => promise);
  let isStopped = false;
  const stopping = work.daily.stop().then(() => {
    isStopped = true;
  });
  await Promise.resolve();
  expect(isStopped).toBe(false);
  resolve();
  await stopping;
  expect(isStopped).toBe(true);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { createIntentCounts } from "../src/core/metering/intent-counts.ts";
import { createMetrics } from "../src/metrics.ts";
import { startTestApp, type TestApp } from "./support/app.ts";

let app: TestApp;
const metrics = createMetrics(() => Promise.resolve("ready"));

beforeAll(async () => {
  app = await startTestApp({ meter: metrics.meter });
});
afterAll(() => app.stop());

async function figures(): Promise<readonly string[]> {
  const text = String((await metrics.routes[0]?.answer({} as never))?.body);
  return text.split("\n").filter((line) => line.startsWith("inloop_"));
}

const figure = async (name: string) =>
  Number((await figures()).find((line) => line.startsWith(`${name} `))?.split(" ")[1] ?? Number.NaN);

test("updates and how long they took are counted, and errors by their kind alone", async () => {
  const parent = await app.parent("nl");
  const before = await figure("inloop_update_seconds_count");
  await parent.say("/open");
  await expect.poll(() => figure("inloop_update_seconds_count")).toBe(before + 1);
  expect(await figure("inloop_ready")).toBe(1);

  await app.faults({ method: "sendMessage", times: 1, kind: { type: "lost-answer" } });
  await parent.say("/open");
  await expect.poll(() => figure('inloop_errors_total{kind="network"}')).toBe(1);
});

test("what was asked is told when the day is over, of five and more", async () => {
  await app.setClock("2026-11-25T11:00");
  const parent = await app.parent("nl");
  for (let times = 0; times < 5; times += 1) await parent.say("is het vandaag open?");
  for (let times = 0; times < 4; times += 1) await parent.say("hoeveel kost het?");
  expect((await figures()).filter((line) => line.startsWith("inloop_intents"))).toEqual([]);
  await app.setClock("2026-11-26T00:00");
  await expect
    .poll(async () => (await figures()).filter((line) => line.startsWith("inloop_intents")))
    .toEqual(['inloop_intents_yesterday{intent="hours"} 5']);
  await app.setClock("2026-11-27T00:00");
  await expect.poll(async () => (await figures()).filter((line) => line.startsWith("inloop_intents"))).toEqual([]);
});

test("that somebody wants to say how it was is not counted", () => {
  const counts = createIntentCounts();
  for (let times = 0; times < 9; times += 1) counts.note("feedback");
  expect(counts.turn()).toEqual(new Map());
});

// A new figure or label is a decision, as a new column is: it must tell nothing of one parent, and nothing of feedback.
test("there is no other figure, and no other label", async () => {
  metrics.meter.delivered("sent");
  const shapes = (await figures()).map((line) =>
    line
      .replace(/ .*$/, "")
      .replace(/="[^"]*"/g, "")
      .replace(/_(bucket|sum|count)\b.*$/, ""),
  );
  expect([...new Set(shapes)].toSorted()).toEqual([
    "inloop_deliveries_total{outcome}",
    "inloop_errors_total{kind}",
    "inloop_ready",
    "inloop_update_seconds",
  ]);
});

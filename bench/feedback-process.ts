import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { mostTaps, valueLength } from "../src/core/feedback/ballot.ts";
import { connect } from "../src/database/client.ts";
import { createCounting } from "../src/features/feedback/counting.ts";
import { createFeedbackRepository } from "../src/features/feedback/repository.ts";
import type { Done, Task } from "./feedback.ts";

/** Parents who tap at the same time, each waiting for the answer before the next one taps. */
const together = 128;
/** Every so many taps, one is sent twice, as Telegram may deliver it. */
const twiceEvery = 10;

const { url, way, places, milliseconds, sealKey }: Task = JSON.parse(process.argv[2] ?? "");
const database = await connect(url);
const counting = createCounting(
  database,
  createFeedbackRepository(database, Buffer.from(sealKey, "hex")),
  Buffer.alloc(32, 1),
);

async function tapOnce(number: number, place: number): Promise<void> {
  if (way === "plain") {
    await database.queries.execute(sql`update plain_counts set n = n + 1 where place = ${place}`);
    return;
  }
  const ballot = { place, week: 2970, value: randomBytes(valueLength), face: null, themes: [], left: mostTaps };
  const times = number % twiceEvery === 0 ? 2 : 1;
  const outcomes = await Promise.all(Array.from({ length: times }, () => counting.count(ballot, number % 4)));
  if (outcomes.some(({ kind }) => kind !== "counted")) throw new Error("A tap was not counted.");
}

let counted = 0;
async function tapUntil(end: number): Promise<void> {
  while (performance.now() < end) {
    counted += 1;
    await tapOnce(counted, 1 + (counted % places));
  }
}

/** Taps, while the engine is compiled, then taps that are measured. */
const warmUp = 1000;
const tapFor = (time: number) => {
  const end = performance.now() + time;
  return Promise.all(Array.from({ length: together }, () => tapUntil(end)));
};

await tapFor(warmUp);
const before = counted;
const start = performance.now();
await tapFor(milliseconds);
const done: Done = { counted, perSecond: ((counted - before) * 1000) / (performance.now() - start) };
process.send?.(done);
await database.close();
process.disconnect?.();

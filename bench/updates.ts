import { readdir } from "node:fs/promises";
import { Agent, request } from "node:http";
import fc from "fast-check";
import { deriveKey } from "../src/database/keys.ts";
import { likelyUpdates, malformedUpdates, nonsense } from "../tests/telegram/arbitrary-updates.ts";
import type { Circumstances, Row } from "./support/benchmark.ts";
import { openBroadcastDatabase } from "./support/broadcast-database.ts";
import { residentMegabytes } from "./support/process-costs.ts";
import { startReplica } from "./support/replicas.ts";
import { startTelegram } from "./support/telegram.ts";

export const description = "random and malformed updates, of every kind, and nonsense over HTTP";

/** Updates that are made and delivered at a time. */
const portion = 2000;

const atOnce = 64;

/** A bot that dies, of an error or a rejection that nobody caught, ends the benchmark. */
export async function run({ quick, open, say }: Circumstances): Promise<readonly Row[]> {
  const times = quick ? 20_000 : 1_000_000;
  const telegram = await startTelegram(open);
  const database = await openBroadcastDatabase(open);
  const bot = await startReplica(telegram, database, "webhook", open);
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const headers = { "x-telegram-bot-api-secret-token": deriveKey(database.secretKey, "webhook").toString("base64url") };
  const statuses = new Map<number, number>();

  function deliver(body: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const call = request(bot.url, { method: "POST", agent, headers }, (response) => {
        const status = response.statusCode ?? 0;
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        response.resume().once("end", resolve).once("error", reject);
      });
      call.once("error", reject).end(body);
    });
  }

  let number = 0;
  const state = async () => ({
    memory: await residentMegabytes(bot.pid, "VmRSS"),
    handles: (await readdir(`/proc/${bot.pid}/fd`)).length,
  });
  let early: Awaited<ReturnType<typeof state>> | undefined;
  while (number < times) {
    const seed = number;
    const numbered = (update: object) => {
      number += 1;
      return JSON.stringify({ update_id: number, ...update });
    };
    const bodies = [
      ...fc.sample(likelyUpdates, { seed, numRuns: portion * 0.7 }).map(numbered),
      ...fc.sample(malformedUpdates, { seed, numRuns: portion * 0.3 }).map(numbered),
      ...fc.sample(nonsense, { seed, numRuns: portion * 0.05 }),
    ].values();
    await bot.whileAlive(
      Promise.all(
        Array.from({ length: atOnce }, async () => {
          for (const body of bodies) await deliver(body);
        }),
      ),
    );
    if (early === undefined && number >= times / 4) early = await state();
    if (number % (times / 10) < portion)
      say(
        `${number} of ${times}: ${Object.values(await state())
          .map(Math.round)
          .join(" MB, ")} handles`,
      );
  }
  const late = await state();
  // It still does what it is for.
  await bot.whileAlive(telegram.load({ texts: ["/open"], times: 100, atOnce: 10, webhooks: [bot.url] }));
  await bot.stop();
  const other = [...statuses.keys()].filter((status) => ![200, 400, 413, 503].includes(status));
  const growth = late.memory - (early?.memory ?? 0);
  return [
    {
      name: `${number} random and malformed updates`,
      figure: `0 crashes, 0 unhandled rejections; answered ${[...statuses].map(([status, count]) => `${status}: ${count}`).join(", ")}`,
      bar: { text: "0, 0, nothing but 200, 400, 413 and 503", kept: other.length === 0 },
    },
    {
      name: "the same: from a quarter of them to the last",
      figure: `memory ${early?.memory.toFixed(0)} to ${late.memory.toFixed(0)} MB, handles ${early?.handles} to ${late.handles}`,
      bar: {
        text: "+ 15 MB and + 10 handles at most",
        kept: growth <= 15 && late.handles - (early?.handles ?? 0) <= 10,
      },
    },
  ];
}

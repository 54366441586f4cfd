import { setTimeout as delay } from "node:timers/promises";
import { below, type Circumstances, type Row } from "./support/benchmark.ts";
import { openBroadcastDatabase } from "./support/broadcast-database.ts";
import { residentMegabytes } from "./support/process-costs.ts";
import { startReplica } from "./support/replicas.ts";
import { startTelegram } from "./support/telegram.ts";

export const description = "resident memory of the bot's process, without PostgreSQL";

/** Asked by turns. */
const texts = ["/open", "zijn jullie open vandaag?", "c'est ouvert demain ?", "/week", "واش محلول دابا", "/where"];

export async function run({ quick, open, say }: Circumstances): Promise<readonly Row[]> {
  if (process.platform !== "linux") {
    return [{ name: "memory", figure: "measured on Linux only" }];
  }
  const seconds = quick ? 5 : 10;
  const times = quick ? 10_000 : 100_000;
  const telegram = await startTelegram(open);
  const bot = await startReplica(telegram, await openBroadcastDatabase(open), "polling", open);
  say(`waiting ${seconds} s`);
  await bot.whileAlive(delay(seconds * 1000));
  const idle = await residentMegabytes(bot.pid, "VmRSS");
  // At once as many as a busy Saturday morning has, and as fast as they are answered.
  await bot.whileAlive(telegram.load({ texts, times, atOnce: 16 }));
  const most = await residentMegabytes(bot.pid, "VmHWM");
  await bot.whileAlive(delay(seconds * 1000));
  const after = await residentMegabytes(bot.pid, "VmRSS");
  return [
    { name: `idle, ${seconds} s after start`, figure: megabytes(idle), bar: below(idle, 110, megabytes(110)) },
    { name: `at most, during ${times} updates`, figure: megabytes(most), bar: below(most, 180, megabytes(180)) },
    { name: `${seconds} s after them`, figure: megabytes(after) },
  ];
}

function megabytes(value: number): string {
  return `${value.toFixed(0)} MB`;
}

import { readFile } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { askMany } from "./support/ask-many.ts";
import { below, type Circumstances, type Row } from "./support/benchmark.ts";
import { startInloop } from "./support/bots.ts";
import { startPlayground } from "./support/playground.ts";

export const description = "resident memory of the bot's process, without PostgreSQL";

const answers = 5000;

export async function run({ quick, open, say }: Circumstances): Promise<readonly Row[]> {
  if (process.platform !== "linux") {
    return [{ name: "memory", figure: "measured on Linux only" }];
  }
  const seconds = quick ? 5 : 10;
  const playground = await startPlayground(open);
  const bot = await startInloop(playground, open);
  say(`waiting ${seconds} s`);
  await bot.whileAlive(delay(seconds * 1000));
  const idle = await residentMegabytes(bot.pid);
  await askMany(playground, bot, "/open", answers, say);
  const after = await residentMegabytes(bot.pid);

  const limit = 110;
  return [
    { name: `idle, ${seconds} s after start`, figure: megabytes(idle), bar: below(idle, limit, megabytes(limit)) },
    { name: `after ${answers} answers`, figure: megabytes(after) },
  ];
}

/** VmRSS in units of 1,000,000 bytes; Linux writes "kB" and means 1024. */
async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return (Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024) / 1e6;
}

function megabytes(value: number): string {
  return `${value.toFixed(0)} MB`;
}

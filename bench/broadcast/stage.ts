import { setTimeout as delay } from "node:timers/promises";
import type { BroadcastProcessOptions } from "../broadcast-process.ts";
import type { Circumstances } from "../support/benchmark.ts";
import type { BroadcastDatabase } from "../support/broadcast-database.ts";
import type { BroadcastTelegram } from "../support/broadcast-telegram.ts";
import { environmentWith, repository, startFlags } from "../support/npm-start.ts";
import { type RunningProcess, startProcess } from "../support/running-process.ts";

/** What all measurements of broadcasts stand on. */
export interface Stage extends Circumstances {
  readonly telegram: BroadcastTelegram;
  readonly database: BroadcastDatabase;
}

/** Starts the bot and waits until it is there. */
export async function startBot(
  { telegram, database, open }: Stage,
  rate: number | null,
  { leaseLength = 9000, answers = true } = {},
): Promise<RunningProcess> {
  const options: BroadcastProcessOptions = {
    databaseUrl: database.url,
    apiRoot: telegram.apiRoot,
    token: telegram.token,
    secretKey: database.secretKey.toString("base64url"),
    rate,
    leaseLength,
    answers,
  };
  const program = [...startFlags(), `${repository}bench/broadcast-process.ts`, JSON.stringify(options)];
  const bot = startProcess(process.execPath, program, environmentWith({}), open);
  while (!bot.output().includes("started")) await bot.whileAlive(delay(20));
  return bot;
}

/** Everything anew, and so many subscribers of so many chats. */
export async function prepare({ telegram, database }: Stage, count: number, chats = telegram.chats): Promise<void> {
  await database.empty();
  await database.subscribe(count, chats);
  await telegram.answered();
}

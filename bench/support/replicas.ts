import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { BroadcastDatabase } from "./broadcast-database.ts";
import { environmentWith, repository, startFlags } from "./npm-start.ts";
import { type RunningProcess, startProcess } from "./running-process.ts";
import type { Telegram } from "./telegram.ts";

export type Transport = "webhook" | "polling";

/** A bot that answers. */
export interface Replica extends RunningProcess {
  /** Where updates are delivered. */
  readonly url: string;
}

/** A public holiday on a weekday: the answer names it, and looks for the next opening. */
const closedDay = "2026-11-11T10:00[Europe/Brussels]";

/** The bot as it runs for an organisation. */
export async function startReplica(
  telegram: Telegram,
  database: Pick<BroadcastDatabase, "url" | "secretKey">,
  transport: Transport,
  open: AsyncDisposableStack,
  flags: readonly string[] = [],
): Promise<Replica> {
  const environment = environmentWith({
    BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    DATABASE_URL: database.url,
    SECRET_KEY: database.secretKey.toString("base64url"),
    FIXED_NOW: closedDay,
    LOG_LEVEL: "error",
    ...(transport === "webhook" ? { WEBHOOK_URL: "https://bot.example.org/telegram" } : {}),
  });
  const program = [...startFlags(), ...flags, `${repository}src/main.ts`];
  return listening(startProcess(process.execPath, program, environment, open), /Health on port (\d+)/, "/telegram");
}

/** A bot of a few lines, under the same flags of Node.js. */
export async function startBare(
  telegram: Telegram,
  transport: Transport,
  open: AsyncDisposableStack,
): Promise<Replica> {
  const environment = environmentWith({ BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot });
  const program = [...startFlags(), fileURLToPath(new URL("../bare-bot-process.ts", import.meta.url)), transport];
  const bot = startProcess(process.execPath, program, environment, open);
  return listening(bot, /Health on port (\d+)|started/, "/");
}

async function listening(bot: RunningProcess, said: RegExp, path: string): Promise<Replica> {
  for (;;) {
    const [line, port = "0"] = said.exec(bot.output()) ?? [];
    if (line !== undefined) return { ...bot, url: `http://127.0.0.1:${port}${path}` };
    await bot.whileAlive(delay(20));
  }
}

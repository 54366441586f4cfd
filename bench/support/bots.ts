import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { temporaryDataDir } from "./data-dir.ts";
import { environmentWith, repository, startFlags } from "./npm-start.ts";
import type { PlaygroundProcess } from "./playground.ts";
import { type RunningProcess, startProcess } from "./running-process.ts";

/** A public holiday on a weekday: the answer names it, and looks for the next opening. */
const closedDay = "2026-11-11T10:00[Europe/Brussels]";

/** The bot as it runs for an organisation, with the example places and a database of its own; it polls when this returns. */
export async function startInloop(playground: PlaygroundProcess, open: AsyncDisposableStack): Promise<RunningProcess> {
  const dataDir = await temporaryDataDir(open);
  const environment = environmentWith({
    DATA_DIR: dataDir,
    BOT_TOKEN: playground.token,
    SECRET_KEY: randomBytes(32).toString("base64url"),
    TELEGRAM_API_ROOT: playground.apiRoot,
    FIXED_NOW: closedDay,
  });
  await importPlaces(environment, open);
  const bot = startProcess(process.execPath, [...startFlags(), "src/main.ts"], environment, open);
  await bot.whileAlive(playground.waitForBot());
  return bot;
}

/** A bot of a few lines, under the same flags of Node.js; it polls when this returns. */
export async function startBareBot(playground: PlaygroundProcess, open: AsyncDisposableStack): Promise<RunningProcess> {
  const environment = environmentWith({ BOT_TOKEN: playground.token, TELEGRAM_API_ROOT: playground.apiRoot });
  const program = fileURLToPath(new URL("../bare-bot-process.ts", import.meta.url));
  const bot = startProcess(process.execPath, [...startFlags(), program], environment, open);
  await bot.whileAlive(playground.waitForBot());
  return bot;
}

async function importPlaces(environment: NodeJS.ProcessEnv, open: AsyncDisposableStack): Promise<void> {
  const program = [...startFlags(), "src/cli/inloop.ts", "places", "import", `${repository}data/example-places.yaml`];
  await startProcess(process.execPath, program, environment, open).succeeded();
}

import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { destination, type Logger, pino } from "pino";
import { createApp } from "./app.ts";
import { administerPlaces, welcomeCoordinator } from "./assembly/commands.ts";
import type { App, AppParts, RunningApp } from "./assembly/parts.ts";
import { loadCalendars } from "./calendars.ts";
import { type Config, loadEnvFile, parseConfig } from "./config.ts";
import type { Clock } from "./core/clock.ts";
import { isLanguage } from "./core/language.ts";
import { type OpenDatabase, openDatabase } from "./database/open.ts";
import { playgroundKey } from "./database/playground-key.ts";
import { loadHelpLines } from "./help-lines.ts";
import { listenerOf } from "./http/routes.ts";
import { serveHttp } from "./http/server.ts";
import { lastWords } from "./last-words.ts";
import { settleMemory } from "./memory.ts";
import { Problem } from "./problem.ts";
import { noChatLimits } from "./telegram/chat-limits.ts";
import { failureOf } from "./telegram/errors.ts";

const examplePlaces = fileURLToPath(new URL("../data/example-places.yaml", import.meta.url));

/** Milliseconds that a graceful stop may take before the process ends anyway. */
const stopPatience = 9_000;

/** Milliseconds for which a balancer is still answered while it learns that it must ask another replica. */
const noticeOfClosing = 1000;

type Surroundings = Pick<AppParts, "clock" | "token" | "apiRoot" | "webhookUrl" | "secretKey">;

const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  // Ctrl-C reaches us twice: from the terminal, and once more through npm.
  process.on(signal, () => stopping.abort());
}
stopping.signal.addEventListener("abort", () => setTimeout(() => process.exit(1), stopPatience).unref());

// Node.js would print the whole error, with all that it carries.
process.on("uncaughtException", (error) => {
  process.stderr.write(`${lastWords(error)}\n`);
  process.exit(1);
});

try {
  await run();
} catch (error) {
  process.stderr.write(`${lastWords(error)}\n`);
  process.exitCode = 1;
}
// A request that nobody answers must not keep the process alive.
process.exit();

async function run(): Promise<void> {
  loadEnvFile();
  const parsed = parseConfig(process.env);
  if (!parsed.ok) {
    throw new Problem(parsed.problems.join("\n"));
  }
  const { config } = parsed;
  const log = pino({ level: config.logLevel, base: null }, destination({ dest: 2, sync: true }));
  if (config.fixedNow !== undefined) {
    log.warn({ now: config.fixedNow.toString() }, "the clock is fixed");
  }

  if (config.secretKeyPrevious !== undefined) {
    log.warn({}, "SECRET_KEY_PREVIOUS is set: run inloop rotate-key while the bot is stopped, then leave it out");
  }

  await using open = new AsyncDisposableStack();
  say(config.databaseUrl === undefined ? "Starting PostgreSQL …" : "Connecting to PostgreSQL …");
  const database = await openDatabase(config);
  open.defer(database.close);
  open.defer(hush(log));
  if (stopping.signal.aborted) {
    return;
  }
  await (config.telegram === undefined
    ? runPlayground(config, database, log, open)
    : runBot(config, { ...config.telegram, clock: clockOf(config) }, database, log, open));
}

/** The real bot. */
async function runBot(
  config: Config,
  surroundings: Surroundings,
  database: OpenDatabase,
  log: Logger,
  open: AsyncDisposableStack,
): Promise<void> {
  const { organisation } = await administerPlaces(database, surroundings.clock).read();
  if (organisation === undefined) {
    throw new Problem(
      "No organisation is stored yet, and parents must know who runs the bot: write a places.yaml with it and run: npm run -s inloop -- places import places.yaml",
    );
  }
  // The app counts, and the figures say whether it is ready: each needs the other.
  const metrics = await openMetrics(config, () => app.readiness());
  const counted = metrics === undefined ? {} : { meter: metrics.meter };
  const app = await createApp({ ...partsOf(config, database, log), ...surroundings, ...counted });
  const server = await serveHttp(app.listener(), { port: config.port, hostname: "0.0.0.0" });
  open.defer(server.close);
  if (metrics !== undefined) {
    const served = await serveHttp(
      listenerOf(metrics.routes, (cause) => log.error(failureOf(cause), "figures could not be told")),
      {
        port: metrics.port,
        hostname: "127.0.0.1",
        variable: "METRICS_PORT",
      },
    );
    open.defer(served.close);
  }
  const running = await startUnlessStopped(app);
  if (running === undefined) {
    return;
  }
  open.defer(running.stop);
  // Last in, first out: what comes in meanwhile is still answered.
  open.defer(() => server.close(config.telegram?.webhookUrl === undefined ? 0 : noticeOfClosing));
  settleMemory();
  say(`@${running.username} answers. Health on port ${server.port}. Ctrl-C stops it.`);
  await Promise.race([running.ended, stopped()]);
}

/** Loaded only where it is asked for: it takes memory. */
async function openMetrics({ metricsPort: port }: Config, readiness: () => Promise<string>) {
  if (port === undefined) {
    return;
  }
  const { createMetrics } = await import("./metrics.ts");
  return { port, ...createMetrics(readiness) };
}

/** Telegram on this machine, with a chat page; everything that it needs it makes itself. */
async function runPlayground(
  config: Config,
  database: OpenDatabase,
  log: Logger,
  open: AsyncDisposableStack,
): Promise<void> {
  // Loaded here only: the real bot needs none of it.
  const { createPlaygroundWithPage } = await import("./playground/with-page.ts");
  const { examplePeople } = await import("./playground/example-people.ts");
  const token = `4100000:${randomBytes(24).toString("base64url")}`;
  const playground = createPlaygroundWithPage(token, config.fixedNow);
  open.defer(playground.close);

  const places = administerPlaces(database, playground.clock);
  if ((await places.read()).places.length === 0) {
    await places.importFile(readFileSync(examplePlaces, "utf8"), "data/example-places.yaml", true);
  }
  const secretKey = playgroundKey(config.dataDir);
  for (const { id, firstName, languageCode } of examplePeople.filter(({ role }) => role === "staff")) {
    const language = isLanguage(languageCode) ? languageCode : config.fallbackLanguage;
    await welcomeCoordinator(database, secretKey, id, { name: firstName, language }, playground.clock());
  }
  // The app must know the port before it can be made, and its routes join those that answer by then.
  let answering = playground.listener;
  const server = await serveHttp((...asked) => answering(...asked), { port: config.port, hostname: "127.0.0.1" });
  open.defer(server.close);
  const address = `http://127.0.0.1:${server.port}`;
  const app = await createApp({
    ...partsOf(config, database, log),
    clock: playground.clock,
    token,
    apiRoot: address,
    webhookUrl: undefined,
    secretKey,
  });
  answering = app.listener(playground.listener);
  const running = await startUnlessStopped(app);
  if (running === undefined) {
    return;
  }
  open.defer(hush(log));
  open.defer(running.stop);
  say(`Inloop's playground is ready: ${address}\nCtrl-C stops it.`);
  await Promise.race([running.ended, stopped()]);
}

/** What is still under way then finds the port and the database closed, which is no news. */
function hush(log: Logger): () => void {
  return () => {
    log.level = "silent";
  };
}

/** Nothing, when it is to stop before Telegram has answered, or because it was told to stop. */
async function startUnlessStopped(app: App): Promise<RunningApp | undefined> {
  if (stopping.signal.aborted) {
    return;
  }
  const start = app.start(stopping.signal).catch((cause) => {
    if (!stopping.signal.aborted) {
      throw cause;
    }
  });
  return (await Promise.race([start, stopped()])) ?? undefined;
}

function partsOf(
  { fallbackLanguage, broadcastRate, telegram, chatLimits }: Config,
  database: OpenDatabase,
  log: Logger,
) {
  return {
    broadcastRate,
    database,
    calendars: loadCalendars(),
    helpLines: loadHelpLines(),
    log,
    fallbackLanguage,
    stopping: stopping.signal,
    // In the playground everything may be tried as fast as one likes.
    ...(telegram === undefined || !chatLimits ? { chatLimits: noChatLimits } : {}),
  };
}

function clockOf({ fixedNow }: Config): Clock {
  const fixed = fixedNow?.toInstant();
  return fixed === undefined ? () => Temporal.Now.instant() : () => fixed;
}

function stopped(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  stopping.signal.addEventListener("abort", () => resolve());
  if (stopping.signal.aborted) {
    resolve();
  }
  return promise;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

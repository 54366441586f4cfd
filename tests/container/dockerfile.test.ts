import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, chown, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { parseEnv, promisify } from "node:util";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { administerPlaces } from "../../src/assembly/commands.ts";
import { parseConfig } from "../../src/config.ts";
import { openDatabase } from "../../src/database/open.ts";
import { type ServedPlayground, servePlayground } from "../../src/playground/serve.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { finalStage } from "./final-stage.ts";
import { installedPackages } from "./installed-packages.ts";

const run = promisify(execFile);

/** `nobody`: like the image's `node` a user that owns nothing here. Only root may become it. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

const token = "123456789:container-test";
const secretKey = Buffer.alloc(32, 7).toString("base64url");

let root: string;
let app: string;
let data: string;
let database: TestDatabase;
let telegram: ServedPlayground;

// What `docker build` would do, step by step, since a machine that runs the tests need not run Docker.
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "inloop-container-"));
  app = join(root, "app");
  data = join(root, "data");
  await mkdir(app);
  await mkdir(data);
  await chmod(root, 0o755);
  // In place of the image's Node.js; the one in node_modules may lie where others cannot enter.
  await copy(process.execPath, join(root, "node"));

  const { copied } = await finalStage();
  for (const { from, to } of copied) {
    if (from === "/app/node_modules") await copyProductionPackages();
    else await copy(from, join(app, to));
  }
  await run("chmod", ["-R", "a-w,a+rX", app]);
  if (nobody.uid !== undefined) await chown(data, nobody.uid, nobody.gid);

  [database, telegram] = await Promise.all([
    createTestDatabase(),
    servePlayground({ token, botUsername: "container_test_bot", people: [], timeZone: "Europe/Brussels", port: 0 }),
  ]);
  await importExamplePlaces();
  // Some disks take their time over thousands of small files.
}, 60_000);

afterAll(async () => {
  await telegram?.close();
  await database?.drop();
  await run("chmod", ["-R", "u+w", root]);
  await rm(root, { recursive: true, force: true });
});

test("the image serves as a user that may write nothing but its data, and ends in order on SIGTERM", async () => {
  const { environment, command, healthCheck } = await finalStage();
  const port = await freePort();
  const env = {
    ...environment,
    PATH: root,
    DATA_DIR: data,
    PORT: String(port),
    BOT_TOKEN: token,
    SECRET_KEY: secretKey,
    TELEGRAM_API_ROOT: telegram.url,
    DATABASE_URL: database.url,
  };
  const start = ([program = "", ...parameters]: readonly string[]) =>
    spawn(join(root, program), parameters, { cwd: app, env, ...nobody, stdio: ["ignore", "pipe", "pipe"] });

  const bot = start(command);
  const said = Promise.all([text(bot.stdout), text(bot.stderr)]).then((outputs) => outputs.join("\n"));
  try {
    await Promise.race([vi.waitFor(() => answersFromOutside(port), { timeout: 20_000, interval: 50 }), ended(bot)]);
    expect(await exitCode(start(healthCheck))).toBe(0);
  } catch (cause) {
    bot.kill("SIGKILL");
    throw new Error(`The bot was not healthy; it said:\n${await said}`, { cause });
  }

  bot.kill("SIGTERM");
  expect(await exitCode(bot), await said).toBe(0);
  expect(await exitCode(start(healthCheck))).toBe(1);
});

test("the image starts Node.js as `npm start` does", async () => {
  const { scripts } = JSON.parse(await readFile("package.json", "utf8"));
  const { command, environment } = await finalStage();
  expect(`MALLOC_ARENA_MAX=${environment.MALLOC_ARENA_MAX} exec ${command.join(" ")}`).toBe(scripts.start);
});

test("all that the Dockerfile copies is let through by .dockerignore, and .env is not", async () => {
  const lines = (await readFile(".dockerignore", "utf8")).split("\n").filter((line) => /^[^#]/.test(line));
  expect(lines[0]).toBe("*");
  const { copied } = await finalStage();
  const sources = copied.map(({ from }) => from).filter((from) => !from.startsWith("/"));
  expect(lines).toEqual(expect.arrayContaining(sources.map((source) => `!${source}`)));
  expect(lines.join("\n")).not.toMatch(/\.env|\.data/);
});

test(".env.example is a valid configuration as it stands: the playground", async () => {
  const result = parseConfig(parseEnv(await readFile(".env.example", "utf8")));
  expect(result).toMatchObject({ ok: true, config: { telegram: undefined, databaseUrl: undefined, dataDir: ".data" } });
});

/**
 * What `npm ci --omit=dev` would install. The tests need no network, so not from the registry; and not from npm's cache, which need not
 * have anything: from the installed packages, those that the lock file does not mark as `dev`.
 */
async function copyProductionPackages(): Promise<void> {
  const packages = await installedPackages();
  const within = packages.filter(({ folder }) => folder.lastIndexOf("node_modules/") > 0);
  for (const { folder } of packages.filter((its) => !(its.dev || within.includes(its)))) {
    await copy(folder, join(app, folder));
  }
  for (const { folder } of within.filter(({ dev }) => dev)) {
    await rm(join(app, folder), { recursive: true, force: true });
  }
}

/** As `fs.cp` does, in a tenth of the time. */
async function copy(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await run("cp", ["-RP", from, to]);
}

/** The bot does not start before it knows whose it is. */
async function importExamplePlaces(): Promise<void> {
  const file = "data/example-places.yaml";
  const open = await openDatabase({ databaseUrl: database.url, dataDir: data });
  await administerPlaces(open, () => Temporal.Now.instant()).importFile(await readFile(file, "utf8"), file, true);
  await open.close();
}

/** Where there is an outside: Docker forwards to no loopback address. */
async function answersFromOutside(port: number): Promise<void> {
  const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  const outside = addresses.find(({ family, internal }) => family === "IPv4" && !internal)?.address ?? "127.0.0.1";
  const { status } = await fetch(`http://${outside}:${port}/healthz`);
  expect(status).toBe(200);
}

async function ended(child: ChildProcess): Promise<never> {
  throw new Error(`It ended with exit code ${await exitCode(child)}.`);
}

async function exitCode(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return child.exitCode;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}

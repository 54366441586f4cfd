import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { secrets, startTelegram } from "../support/bot-surroundings.ts";
import { runInloop, serverIn, startBotQuickly, temporaryFolder } from "../support/process.ts";

const examplePlaces = fileURLToPath(new URL("../../data/example-places.yaml", import.meta.url));
const patiently = { timeout: 20_000, interval: 20 };

interface Seen {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
  readonly environment: string;
}

/** Every process of this machine, as `ps` of its user shows it. */
async function everyProcess(): Promise<readonly Seen[]> {
  const numbers = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const seen = await Promise.all(
    numbers.map(async (pid) => {
      const read = (name: string) => readFile(`/proc/${pid}/${name}`, "utf8").catch(() => "");
      const [command, environment, stat] = await Promise.all(["cmdline", "environ", "stat"].map(read));
      return { pid, parent: Number(stat?.split(") ").at(-1)?.split(" ")[1]), command, environment } as Seen;
    }),
  );
  return seen;
}

function withDescendants(all: readonly Seen[], pid: number): readonly Seen[] {
  const children = all.filter(({ parent }) => parent === pid);
  return [...all.filter((one) => one.pid === pid), ...children.flatMap((child) => withDescendants(all, child.pid))];
}

test.skipIf(process.platform !== "linux")(
  "no secret is in a command line, in the environment of PostgreSQL, in PostgreSQL's log or in what is printed, come what may",
  { timeout: 60_000 },
  async () => {
    const [folder, telegram] = await Promise.all([temporaryFolder(), startTelegram()]);
    const variables = { ...telegram.variables, LOG_LEVEL: "trace" };
    await runInloop(["places", "import", examplePlaces], folder, variables);
    const password = (await readFile(join(folder, "data", "postgres", "password"), "utf8")).trim();
    expect(password.length).toBeGreaterThan(20);
    const canaries = [...secrets, password];
    const bot = startBotQuickly(folder, variables);
    await bot.says(/@inloop_bot answers/);

    const all = await everyProcess();
    const server = (await serverIn(folder)) ?? 0;
    const ours = withDescendants(all, bot.pid);
    const ofPostgres = withDescendants(all, server);
    expect(ours[0]?.environment).toContain(secrets[0]);
    expect(ofPostgres.length).toBeGreaterThan(2);
    for (const canary of canaries) {
      expect([...ours, ...ofPostgres].filter(({ command }) => command.includes(canary))).toEqual([]);
      expect(ofPostgres.filter(({ environment }) => environment.includes(canary))).toEqual([]);
    }

    await telegram.faults(
      { method: "sendMessage", times: 1, kind: { type: "server-error", status: 502 } },
      { method: "getUpdates", times: 1, kind: { type: "lost-request" } },
      { method: "sendMessage", times: 1, kind: { type: "lost-answer" } },
    );
    await telegram.say("/open");
    await telegram.say("/open");
    process.kill(server, "SIGQUIT");
    await vi.waitUntil(async () => (await serverIn(folder)) === undefined, patiently);
    await telegram.say("/language");
    await telegram.say("/privacy");
    await telegram.allHandled();
    await telegram.faults({ method: "getUpdates", times: 100, kind: { type: "unauthorized" } });
    // It is asking already, and is refused when it asks again.
    await telegram.say("/open");
    const { stdout, stderr } = await bot.ended;

    expect(stderr.join("\n")).toContain("BOT_TOKEN is refused by Telegram");
    expect(stderr.length).toBeGreaterThan(2);
    const log = await readFile(join(folder, "data", "postgres.log"), "utf8");
    for (const canary of canaries) expect(`${stdout}${stderr.join("\n")}${log}`).not.toContain(canary);
  },
);

test.skipIf(process.platform !== "linux")(
  "the password of the embedded PostgreSQL is for its owner alone",
  async () => {
    const folder = await temporaryFolder();
    await runInloop(["migrate"], folder);
    for (const name of ["postgres", "postgres/password", "postgres.log"]) {
      expect((await stat(join(folder, "data", name))).mode & 0o077).toBe(0);
    }
  },
);

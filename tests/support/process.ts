import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseEnv } from "node:util";
import { vi } from "vitest";
import { readServerState } from "../../src/database/embedded-postgres/postmaster-file.ts";
import { cleanUp } from "./clean-up.ts";
import { quickFolder } from "./quick-folder.ts";

type Variables = Readonly<Record<string, string>>;

export interface Ended {
  /** Null where a signal ended the process. */
  readonly code: number | null;
  readonly stdout: string;
  /** The lines of stderr. */
  readonly stderr: readonly string[];
}

export interface RunningProcess {
  readonly pid: number;
  /** Waits for what the process prints to match, and gives the first group, or all of it. */
  says(pattern: RegExp): Promise<string>;
  kill(signal: NodeJS.Signals): void;
  /** Signals all that was started, as Ctrl-C in a terminal does. */
  killGroup(signal: NodeJS.Signals): void;
  readonly ended: Promise<Ended>;
}

const repository = fileURLToPath(new URL("../..", import.meta.url));

const ownNode = join(repository, "node_modules", ".bin", "node");

const patiently = { timeout: 20_000, interval: 5 };

/** An empty folder that goes with the tests of the file, as does the PostgreSQL that a killed process left in its `data`. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(await quickFolder(), "inloop-process-"));
  cleanUp(async () => {
    const server = await serverIn(folder);
    if (server !== undefined) process.kill(server, "SIGQUIT");
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  });
  return folder;
}

/** The process number of the PostgreSQL that runs in the folder's `data`. */
export async function serverIn(folder: string): Promise<number | undefined> {
  const server = await readServerState(join(folder, "data", "postgres"));
  return "pid" in server ? server.pid : undefined;
}

/** Starts the bot as `npm start` does, without npm: in `folder`, and with nothing in its environment but these variables. */
export function startBot(folder: string, variables: Variables = {}, node = ownNode): RunningProcess {
  return start(node, parametersOf("start"), folder, { ...environment(folder), ...variables });
}

/** The same without the flags that spare memory and cost half a second, where it is not the start that is tested. */
export function startBotQuickly(folder: string, variables: Variables = {}): RunningProcess {
  const parameters = [...parametersOf("inloop").slice(0, -1), join(repository, "src", "main.ts")];
  return start(ownNode, parameters, folder, { ...environment(folder), ...variables });
}

/** Runs `inloop` as `npm run -s inloop --` does, without npm. */
export function runInloop(
  words: readonly string[],
  folder: string,
  variables: Variables = {},
  input?: string,
): Promise<Ended> {
  return startInloop(words, folder, variables, input).ended;
}

/** The same, to be watched and killed. */
export function startInloop(
  words: readonly string[],
  folder: string,
  variables: Variables = {},
  input?: string,
): RunningProcess {
  const parameters = [...parametersOf("inloop"), ...words];
  return start(ownNode, parameters, folder, { ...environment(folder), ...variables }, input);
}

/** npm runs its scripts in the repository, where a developer's own `.env` must not count. */
export function startNpm(words: readonly string[], folder: string, variables: Variables = {}): RunningProcess {
  const own = existsSync(join(repository, ".env")) ? parseEnv(readFileSync(join(repository, ".env"), "utf8")) : {};
  const emptied = Object.fromEntries(Object.keys(own).map((name) => [name, ""]));
  const quiet = { npm_config_update_notifier: "false", npm_config_loglevel: "error" };
  return start("npm", words, repository, { ...emptied, ...quiet, ...environment(folder), ...variables });
}

/** What a script of package.json gives to Node.js, for any folder to start it in. */
function parametersOf(script: "start" | "inloop"): string[] {
  const { scripts } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8"));
  const words: string[] = scripts[script].split(" ");
  return words
    .slice(words.indexOf("node") + 1)
    .map((word) => (/^(\.\/)?src\//.test(word) ? join(repository, word) : word));
}

function environment(folder: string): Variables {
  return {
    PATH: process.env.PATH ?? "",
    HOME: folder,
    // The tests start the same program many times; so it is compiled once.
    NODE_COMPILE_CACHE: join(tmpdir(), "inloop-compile-cache"),
    DATA_DIR: join(folder, "data"),
    PORT: "0",
  };
}

function start(
  command: string,
  parameters: readonly string[],
  cwd: string,
  env: Variables,
  input = "",
): RunningProcess {
  const child = spawn(command, parameters, { cwd, env, detached: true, stdio: ["pipe", "pipe", "pipe"] });
  // A process that does not read closes the pipe before all is written.
  child.stdin.on("error", () => undefined).end(input);
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      output[name] += text;
    });
  }
  const ended = once(child, "close").then(([code]) => ({
    code: code as number | null,
    stdout: output.stdout,
    stderr: output.stderr.split("\n").filter((line) => line !== ""),
  }));
  const pid = child.pid ?? Number.NaN;
  cleanUp(async () => {
    killGroup(child, "SIGKILL");
    await ended;
  });

  return {
    pid,
    ended,
    kill: (signal) => process.kill(pid, signal),
    killGroup: (signal) => killGroup(child, signal),
    async says(pattern) {
      await vi.waitUntil(() => pattern.test(output.stdout) || child.exitCode !== null, patiently);
      const match = pattern.exec(output.stdout);
      if (match === null) throw new Error(`It ended without saying ${pattern}:\n${output.stdout}${output.stderr}`);
      return match[1] ?? match[0];
    },
  };
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    process.kill(-(child.pid ?? Number.NaN), signal);
  } catch (cause) {
    // All of them have ended.
    if ((cause as NodeJS.ErrnoException).code !== "ESRCH") throw cause;
  }
}

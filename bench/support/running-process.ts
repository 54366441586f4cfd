import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { repository } from "./npm-start.ts";

export interface RunningProcess {
  readonly pid: number;
  /** Everything it wrote to standard output so far. */
  readonly output: () => string;
  /** Waits for `work`; throws with what the process said when it ends before. */
  readonly whileAlive: <T>(work: Promise<T>) => Promise<T>;
  /** Until it ends by itself; throws unless it ends well. */
  readonly succeeded: () => Promise<void>;
  /** As Ctrl-C in a terminal; returns when it has ended. */
  readonly stop: () => Promise<void>;
}

/** Milliseconds; the bot allows itself 9 s. */
const stopPatience = 12_000;

/** Starts a process in the repository, in a process group of its own, and stops it when `open` closes. */
export function startProcess(
  command: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  open: AsyncDisposableStack,
): RunningProcess {
  const child = spawn(command, args, {
    cwd: repository,
    env: environment,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const line = [command, ...args].join(" ");
  let output = "";
  let complaints = "";
  child.stdout.on("data", (data) => {
    output += data;
  });
  child.stderr.on("data", (data) => {
    complaints += data;
  });
  const ended = once(child, "exit");
  const died = ended.then(([code, signal]) => {
    throw new Error(`${line} ended with ${code ?? signal}: ${complaints}`);
  });
  // Whoever waits for the process is told; a process that is stopped ends as well.
  died.catch(() => undefined);

  const { pid } = child;
  if (pid === undefined) throw new Error(`${line} cannot be started.`);
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  const stop = async () => {
    if (!isRunning()) return;
    process.kill(-pid, "SIGINT");
    await Promise.race([ended, delay(stopPatience, undefined, { ref: false })]);
    if (isRunning()) {
      process.kill(-pid, "SIGKILL");
      await ended;
      throw new Error(`${line} did not stop within ${stopPatience / 1000} s.`);
    }
  };
  open.defer(stop);
  return {
    pid,
    output: () => output,
    whileAlive: (work) => Promise.race([work, died]),
    succeeded: async () => {
      await ended;
      if (child.exitCode !== 0) await died;
    },
    stop,
  };
}

import { open, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Account, spawnAs } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { unusable } from "./failure.ts";
import { freePort } from "./free-port.ts";
import { type Settings, serverArguments } from "./settings.ts";

export interface ServerProcess {
  readonly pid: number | undefined;
  /** What the server wrote to its log, once it has ended; undefined while it runs. */
  ending(): string | undefined;
}

const largestLog = 1_000_000;

/**
 * Starts the server, in a process group of its own: Ctrl-C in a terminal reaches every process of ours at once, and
 * the server is still needed for a graceful end. It writes to a file, since a pipe would break when we are killed.
 */
export async function spawnServer(
  dataDir: string,
  cluster: string,
  binaries: Binaries,
  account: Account,
  settings: Settings,
): Promise<ServerProcess> {
  const path = join(dataDir, "postgres.log");
  const [port, log] = await Promise.all([choosePort(dataDir), openLog(path)]).catch((cause) => {
    throw unusable(dataDir, cause);
  });
  const from = (await log.stat()).size;
  const child = spawnAs(account, binaries.postgres, serverArguments(cluster, port, settings), {
    detached: true,
    stdio: ["ignore", log.fd, log.fd],
  });
  child.unref();

  let said: string | undefined;
  const end = async (failure?: Error) => {
    const text = await readFile(path).catch(() => Buffer.of());
    said = failure?.message ?? text.subarray(from).toString();
  };
  child.once("error", (failure) => void end(failure));
  child.once("exit", () => void end());
  await log.close();
  return { pid: child.pid, ending: () => said };
}

/** The port of the last time if it is still free, so that an address written down elsewhere goes on working. */
async function choosePort(dataDir: string): Promise<number> {
  const file = join(dataDir, "postgres.port");
  const last = Number(await readFile(file, "utf8").catch(() => 0));
  const port = await freePort(last > 0 && last < 65_536 ? last : 0);
  if (port !== last) await writeFile(file, `${port}\n`, { mode: 0o600 });
  return port;
}

async function openLog(path: string) {
  const log = await open(path, "a", 0o600);
  if ((await log.stat()).size > largestLog) await log.truncate();
  return log;
}

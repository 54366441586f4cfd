import { realpath } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Problem } from "../problem.ts";
import { chooseAccount } from "./embedded-postgres/account.ts";
import { findBinaries } from "./embedded-postgres/binaries.ts";
import { makeDataDir, prepareCluster, userName } from "./embedded-postgres/cluster.ts";
import { reason } from "./embedded-postgres/failure.ts";
import { readServerState, removeStaleFile } from "./embedded-postgres/postmaster-file.ts";
import { joinServer, type Presence } from "./embedded-postgres/presence.ts";
import { type ServerProcess, spawnServer } from "./embedded-postgres/server-process.ts";
import type { Settings } from "./embedded-postgres/settings.ts";

export interface EmbeddedPostgres {
  /** `postgres://…` with the password, on 127.0.0.1. */
  readonly url: string;
  /** Whether the server was running already: another process uses it, or one was killed and left it. */
  readonly adopted: boolean;
  /** Stops the server unless somebody else is connected to it. Close your own connections first. Takes 5 s at most. */
  stop(): Promise<void>;
}

const defaults: Settings = { durable: true, maxConnections: 40 };

/** How long a start may take in milliseconds: after a power failure the server first repairs its files. */
const startPatience = 60_000;

/** How long a stop may take in milliseconds; the server then goes on ending by itself. */
const stopPatience = 5000;

/** Failures that pass: another process was first, took the port, or was killed and its server is still ending. */
const passing =
  /lock file .* (already exists|is empty)|still in use|could not bind|could not create any TCP\/IP sockets/;

/**
 * Starts PostgreSQL with its files in `dataDir`/postgres, or joins the one that is running there.
 *
 * @throws Problem in one sentence, where the folder or the system does not allow it
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  options: Partial<Settings> = {},
): Promise<EmbeddedPostgres> {
  const settings = { ...defaults, ...options };
  const binaries = await findBinaries();
  await makeDataDir(dataDir);
  const folder = await realpath(dataDir);
  const cluster = join(folder, "postgres");
  const account = await chooseAccount(folder, cluster, binaries.postgres);
  const password = await prepareCluster(cluster, binaries, account, settings.durable);
  const server = await joinOrSpawn(folder, cluster, password, () =>
    spawnServer(folder, cluster, binaries, account, settings),
  );
  return {
    url: server.url,
    adopted: server.adopted,
    stop: once(() => stopServer(cluster, server.pid, server.presence)),
  };
}

interface JoinedServer {
  readonly url: string;
  readonly pid: number;
  readonly adopted: boolean;
  readonly presence: Presence;
}

/** Looks again and again at what runs there, since other processes of ours may start and stop it at the same moment. */
async function joinOrSpawn(
  folder: string,
  cluster: string,
  password: string,
  spawn: () => Promise<ServerProcess>,
): Promise<JoinedServer> {
  const deadline = performance.now() + startPatience;
  let ours: ServerProcess | undefined;
  let trouble = "it did not answer in time";
  while (performance.now() < deadline) {
    const server = await readServerState(cluster);
    if (server.status === "ready") {
      const url = `postgres://${userName}:${password}@127.0.0.1:${server.port}/postgres`;
      const outcome = await joinServer(url);
      if (outcome.status === "joined") {
        return { url, pid: server.pid, adopted: server.pid !== ours?.pid, presence: outcome.presence };
      }
      trouble = outcome.message;
      if (outcome.status === "refused") break;
    } else if (server.status === "stale") {
      await removeStaleFile(cluster, server.content);
    } else if (server.status === "absent") {
      const ending = ours?.ending();
      trouble = ending ?? trouble;
      if (ending !== undefined && !passing.test(ending)) break;
      if (ours === undefined || ending !== undefined) ours = await spawn();
    }
    await delay(10);
  }
  throw new Problem(
    `PostgreSQL in ${folder} does not serve: ${reason(trouble)}; its log is ${join(folder, "postgres.log")}.`,
    { cause: new Error(trouble) },
  );
}

async function stopServer(cluster: string, pid: number, presence: Presence): Promise<void> {
  const deadline = performance.now() + stopPatience;
  let signalled = false;
  // "Fast": running transactions are rolled back, and everything is written to disk.
  const signal = () => {
    signalled = process.kill(pid, "SIGINT");
  };
  // Where the server does not answer any more, it has ended already or somebody else is ending it.
  const left = presence.leave(signal).catch(() => undefined);
  await Promise.race([left, delay(stopPatience, undefined, { ref: false })]);
  while (signalled && performance.now() < deadline && (await isServerOf(cluster, pid))) await delay(10);
}

async function isServerOf(cluster: string, pid: number): Promise<boolean> {
  const server = await readServerState(cluster);
  return "pid" in server && server.pid === pid;
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}

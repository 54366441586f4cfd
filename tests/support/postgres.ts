import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { readServerState } from "../../src/database/embedded-postgres/postmaster-file.ts";
import { startEmbeddedPostgres } from "../../src/database/embedded-postgres.ts";
import { migrate } from "../../src/database/migrate.ts";
import { quickFolder, temporaryFolders } from "./quick-folder.ts";

declare module "vitest" {
  interface ProvidedContext {
    testDatabases: { serverUrl: string; template: string };
  }
}

const folderPrefix = "inloop-tests-";

/** One server for the whole run, with a migrated database that each test file copies. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeWhatKilledRunsLeft();
  const server = await startServer();
  const template = `inloop_template_${randomBytes(6).toString("hex")}`;
  const teardown = async () => {
    await dropTemplate(server.url, template);
    await server.stop();
  };
  try {
    await makeTemplate(server.url, template);
  } catch (cause) {
    await teardown();
    throw cause;
  }
  project.provide("testDatabases", { serverUrl: server.url, template });
  return teardown;
}

/** `TEST_DATABASE_URL` names a server of one's own, and a user of it who may create databases. */
async function startServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given !== undefined) return { url: given, stop: async () => undefined };
  const folder = await mkdtemp(join(await quickFolder(), `${folderPrefix}${process.pid}-`));
  const server = await startEmbeddedPostgres(folder, { durable: false, maxConnections: 200 });
  return {
    url: server.url,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function makeTemplate(serverUrl: string, template: string): Promise<void> {
  const admin = postgres(serverUrl, { max: 1, onnotice: () => undefined });
  try {
    await admin`create database ${admin(template)}`;
    const url = new URL(serverUrl);
    url.pathname = template;
    await migrate(url.href);
    // A database is only copied while nobody is connected to it.
    await admin`alter database ${admin(template)} with allow_connections false`;
  } finally {
    await admin.end();
  }
}

async function dropTemplate(serverUrl: string, template: string): Promise<void> {
  const admin = postgres(serverUrl, { max: 1, onnotice: () => undefined });
  try {
    await admin`drop database if exists ${admin(template)} with (force)`;
  } finally {
    await admin.end();
  }
}

/** The folders carry the process number of their run; the server of a killed run lives on. */
async function removeWhatKilledRunsLeft(): Promise<void> {
  for (const parent of temporaryFolders) {
    const names = await readdir(parent).catch(() => []);
    for (const name of names.filter((name) => name.startsWith(folderPrefix))) {
      const owner = Number.parseInt(name.slice(folderPrefix.length), 10);
      if (!isAlive(owner)) await removeFolder(join(parent, name));
    }
  }
}

async function removeFolder(folder: string): Promise<void> {
  await endServer(folder);
  // Another run may be removing it as well.
  await rm(folder, { recursive: true, force: true, maxRetries: 10 }).catch(() => undefined);
}

async function endServer(folder: string): Promise<void> {
  const server = await readServerState(join(folder, "postgres"));
  if ("pid" in server && server.pid !== undefined) process.kill(server.pid, "SIGQUIT");
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === "EPERM";
  }
}

import type { ChildProcess } from "node:child_process";
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import postgres from "postgres";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { readServerState } from "../../src/database/embedded-postgres/postmaster-file.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../../src/database/embedded-postgres.ts";
import { Problem } from "../../src/problem.ts";
import { ended, firstLine, runWithServer } from "../support/process-with-server.ts";
import { query } from "../support/query.ts";
import { quickFolder } from "../support/quick-folder.ts";

const root = process.getuid?.() === 0;
const patiently = { timeout: 20_000, interval: 10 };

let parent: string;
let dataDir: string;
let started: EmbeddedPostgres[];
let children: ChildProcess[];

beforeEach(async () => {
  parent = await mkdtemp(join(await quickFolder(), "inloop-embedded-"));
  dataDir = join(parent, "data");
  started = [];
  children = [];
});

afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  for (const server of started) await server.stop();
  const left = await state();
  if ("pid" in left && left.pid !== undefined) process.kill(left.pid, "SIGQUIT");
  await rm(parent, { recursive: true, force: true, maxRetries: 10 });
});

describe("starting and stopping", () => {
  test("a later start finds the data of the first, at the same address", async () => {
    const first = await start({ durable: true });
    await query(first.url, (sql) => sql`create table visit as select 'kept' as state`);
    await first.stop();
    expect(await state()).toEqual({ status: "absent" });

    const later = await start({ durable: true });
    expect(later).toMatchObject({ url: first.url, adopted: false });
    expect(await query(later.url, (sql) => sql`select state from visit`)).toEqual([{ state: "kept" }]);
  });

  test("stopping twice, or a server that is gone already, does no harm", async () => {
    const server = await start();
    await Promise.all([server.stop(), server.stop()]);
    await server.stop();

    const other = await start();
    process.kill(await pidOfServer(), "SIGQUIT");
    await other.stop();
  });

  test("the server goes on while another process of ours uses it, or anybody is connected", async () => {
    const first = await start();
    const second = await start();
    expect(second).toMatchObject({ url: first.url, adopted: true });
    await first.stop();
    expect(await query(first.url, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);

    const sql = postgres(first.url, { max: 1 });
    await sql`select 1`;
    await second.stop();
    expect(await sql`select 'served' as answer`).toEqual([{ answer: "served" }]);
    await sql.end();

    const last = await start();
    expect(last).toMatchObject({ url: first.url, adopted: true });
    await last.stop();
    expect(await state()).toEqual({ status: "absent" });
  });

  test("those who stop at the same moment leave no server behind", async () => {
    for (let round = 0; round < 5; round++) {
      const servers = [await start(), await start(), await start()];
      await Promise.all(servers.map((server) => server.stop()));
      expect(await state()).toEqual({ status: "absent" });
    }
  });

  test("a port that was taken meanwhile is exchanged for another", async () => {
    const first = await start();
    await first.stop();
    const squatter = createServer().listen(Number(new URL(first.url).port), "127.0.0.1");
    await vi.waitUntil(() => squatter.listening, patiently);
    const later = await start();
    expect(new URL(later.url).port).not.toBe(new URL(first.url).port);
    squatter.close();
  });
});

describe("what the server is like", () => {
  test("it listens on loopback only, tells nothing about statements, and keeps no times of rows", async () => {
    const server = await start({ durable: true });
    expect(new URL(server.url).hostname).toBe("127.0.0.1");
    const rows = await query<{ name: string; setting: string }>(
      server.url,
      (sql) => sql`select name, setting from pg_settings`,
    );
    expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toMatchObject({
      listen_addresses: "127.0.0.1",
      unix_socket_directories: "",
      password_encryption: "scram-sha-256",
      server_encoding: "UTF8",
      TimeZone: "UTC",
      fsync: "on",
      synchronous_commit: "on",
      track_commit_timestamp: "off",
      log_statement: "none",
      log_min_error_statement: "panic",
      log_parameter_max_length_on_error: "0",
    });
    await query(server.url, (sql) => sql`select ${"canary"}::text::int`).catch(() => undefined);
    expect(await readFile(join(dataDir, "postgres.log"), "utf8")).not.toContain("canary");
  });

  test("nobody gets in without the password, which only its owner can read", async () => {
    const server = await start();
    const wrong = new URL(server.url);
    wrong.password = "guessed";
    await expect(query(wrong.href, (sql) => sql`select 1`)).rejects.toMatchObject({ code: "28P01" });
    expect((await stat(join(dataDir, "postgres", "password"))).mode & 0o777).toBe(0o600);
    expect((await stat(join(dataDir, "postgres"))).mode & 0o777).toBe(0o700);
  });

  test.runIf(root)("as root it serves in a folder that only root can enter, and in one that all can", async () => {
    for (const mode of [0o700, 0o755]) {
      await chmod(parent, mode);
      dataDir = join(parent, mode.toString(8));
      for (const _ of ["first", "later"]) {
        const server = await start();
        expect(await query(server.url, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
        await server.stop();
      }
    }
  });
});

describe("when processes are killed", () => {
  test("after kill -9 the next start adopts the server and nothing is lost", async () => {
    const child = run(`
      await sql\`create table visit as select 'acknowledged' as state\`;
      console.log(server.url);
      await sql\`select pg_sleep(600)\`;
    `);
    const url = await firstLine(child);
    child.kill("SIGKILL");
    await ended(child);

    const server = await start();
    expect(server).toMatchObject({ url, adopted: true });
    expect(await query(server.url, (sql) => sql`select state from visit`)).toEqual([{ state: "acknowledged" }]);
  });

  test("Ctrl-C reaches our process and not the server, which serves until the graceful end", async () => {
    const child = run(`
      process.once("SIGINT", async () => {
        await sql\`insert into visit values ('after Ctrl-C')\`;
        await sql.end();
        await server.stop();
      });
      await sql\`create table visit (state text)\`;
      console.log("ready");
    `);
    await firstLine(child);
    process.kill(-(child.pid ?? Number.NaN), "SIGINT");
    expect(await ended(child)).toBe(0);
    expect(await state()).toEqual({ status: "absent" });

    const server = await start();
    expect(await query(server.url, (sql) => sql`select state from visit`)).toEqual([{ state: "after Ctrl-C" }]);
  });

  test("a server killed with its process is started anew and repairs itself", async () => {
    const first = await start({ durable: true });
    await query(first.url, (sql) => sql`create table visit as select 'kept' as state`);
    process.kill(await pidOfServer(), "SIGKILL");

    const later = await start({ durable: true });
    expect(later.adopted).toBe(false);
    expect(await query(later.url, (sql) => sql`select state from visit`)).toEqual([{ state: "kept" }]);
  });

  test("a postmaster.pid that was left behind does not prevent the start, whoever has its number by now", async () => {
    const elsewhere = await startEmbeddedPostgres(join(parent, "elsewhere"), { durable: false });
    started.push(elsewhere);
    const otherServer = await pidOfServer(join(parent, "elsewhere"));
    const nobody = 4_194_303;
    for (const pid of [process.pid, otherServer, nobody]) {
      const before = await start();
      const content = await readFile(join(dataDir, "postgres", "postmaster.pid"), "utf8");
      await before.stop();
      await writeFile(join(dataDir, "postgres", "postmaster.pid"), content.replace(/^\d+/, String(pid)));

      const after = await start();
      expect(after.adopted).toBe(false);
      await after.stop();
    }
    expect(await query(elsewhere.url, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
  });

  test("a first start that was killed half-way leaves nothing that the next one stumbles over", async () => {
    const child = run("");
    const halfWay = async () =>
      (await draftFolders()).length > 0 && (await readdir(join(dataDir, ...(await draftFolders()), "data")));
    await vi.waitUntil(() => halfWay().catch(() => false), patiently);
    child.kill("SIGKILL");
    await ended(child);
    expect(await readdir(dataDir)).not.toContain("postgres");

    const server = await start();
    expect(await query(server.url, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
    // The killed start's own initdb may still be writing; later starts find nothing.
    await server.stop();
    await start();
    expect(await draftFolders()).toEqual([]);
  });

  test("processes that start at the same moment share one server", async () => {
    const body = `
      await sql\`create table if not exists visit (pid int)\`.catch(() => undefined);
      await sql\`insert into visit values (\${process.pid})\`;
      console.log(server.url);
      await sql\`listen leave\`;
    `;
    const both = [run(body), run(body)];
    const [one, two] = await Promise.all(both.map(firstLine));
    expect(two).toBe(one);
    const server = await start();
    expect(server).toMatchObject({ url: one, adopted: true });
    expect(await query(server.url, (sql) => sql`select pid from visit order by pid`)).toEqual(
      both.map(({ pid }) => ({ pid })).toSorted((a, b) => Number(a.pid) - Number(b.pid)),
    );
  });
});

describe("what is expected to go wrong is said in one sentence", () => {
  test("a data folder that cannot be written", async () => {
    // Root may write wherever a folder's mode forbids it, and not in the kernel's.
    const closed = root ? "/sys" : parent;
    if (!root) await chmod(closed, 0o555);
    dataDir = join(closed, "inloop");
    await expect(start()).rejects.toThrow(
      /^The data folder \S+ does not serve: it cannot be written \(E[A-Z]+\); mend that, or set DATA_DIR to another folder\.$/,
    );
    await chmod(parent, 0o700);
  });

  test("files of another version of PostgreSQL, or of something else", async () => {
    await (await start()).stop();
    await writeFile(join(dataDir, "postgres", "PG_VERSION"), "16\n");
    await expect(start()).rejects.toThrow(/ was made by PostgreSQL 16 and this is PostgreSQL 18: /);
    await rm(join(dataDir, "postgres", "PG_VERSION"));
    await expect(start()).rejects.toThrow(/ is not a data folder of PostgreSQL /);
  });

  test("a server that refuses to start", async () => {
    await (await start()).stop();
    await writeFile(join(dataDir, "postgres", "postgresql.conf"), "unheard_of = on\n");
    const failure = await start().catch((cause: unknown) => cause);
    expect(failure).toBeInstanceOf(Problem);
    expect(failure).toMatchObject({
      message: expect.stringMatching(/^PostgreSQL in \S+ does not serve: .*; its log is \S+\.$/),
      cause: expect.objectContaining({ message: expect.stringContaining("unheard_of") }),
    });
  });
});

async function start(options: { durable: boolean } = { durable: false }): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres(dataDir, options);
  started.push(server);
  return server;
}

function run(body: string): ChildProcess {
  const child = runWithServer(dataDir, body);
  children.push(child);
  return child;
}

const state = (folder = dataDir) => readServerState(join(folder, "postgres"));

async function pidOfServer(folder = dataDir): Promise<number> {
  const server = await state(folder);
  return server.status === "ready" ? server.pid : expect.fail(`the server is ${server.status}`);
}

async function draftFolders(): Promise<string[]> {
  return (await readdir(dataDir)).filter((name) => name.startsWith("postgres.new-"));
}

import { afterAll, beforeAll, expect, inject, onTestFinished, test, vi } from "vitest";
import { startTestApp, type TestApp } from "../support/app.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { query } from "../support/query.ts";

let app: TestApp;
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await startTestApp({ database });
});
afterAll(() => app.stop());

async function ready(): Promise<string> {
  const response = await fetch(`${app.httpUrl}/readyz`);
  expect(response.status).toBe((await response.clone().text()) === "ready" ? 200 : 503);
  return response.text();
}

const patiently = { timeout: 15_000, interval: 50 };
const becomes = (word: string) => vi.waitUntil(async () => (await ready()) === word, patiently);

test("a bot with all that it needs is ready", async () => {
  await becomes("ready");
  expect(await (await fetch(`${app.httpUrl}/healthz`)).text()).toBe("ok");
});

test("it is not while the database lacks a migration", async () => {
  const taken = await app.sql`
    delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations) returning hash, created_at`;
  onTestFinished(async () => void (await app.sql`insert into drizzle.__drizzle_migrations ${app.sql(taken)}`));
  await becomes("migrations");
});

test("nor while Telegram does not give it its updates", async () => {
  await becomes("ready");
  const parent = await app.parent("nl");
  await app.faults({ method: "getUpdates", times: 3, kind: { type: "lost-request" } });
  // The question that is open at this moment still goes well.
  await parent.say("/open");
  await becomes("receiving");
  await becomes("ready");
});

test("nor while the places could not be read again, or the database is away; then it still lives", async () => {
  await becomes("ready");
  await app.sql`alter table places rename to places_away`;
  await app.sql`select pg_notify('places', '')`;
  await becomes("schedule");
  await app.sql`alter table places_away rename to places`;
  await becomes("ready");

  const name = new URL(database.url).pathname.slice(1);
  const allow = (allowed: boolean) =>
    onServer((sql) => sql.unsafe(`alter database ${name} with allow_connections ${allowed}`));
  await allow(false);
  onTestFinished(async () => void (await allow(true)));
  await onServer((sql) => sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`);
  await becomes("database");
  expect((await fetch(`${app.httpUrl}/healthz`)).status).toBe(200);
});

test("nor when it is about to stop: then it still answers", async () => {
  await becomes("ready");
  app.announceStop();
  expect(await ready()).toBe("stopping");
  expect((await fetch(`${app.httpUrl}/healthz`)).status).toBe(200);
  const parent = await app.parent("nl");
  expect((await parent.say("/open")).texts).toHaveLength(1);
});

const onServer = (statement: Parameters<typeof query>[1]) => query(inject("testDatabases").serverUrl, statement);

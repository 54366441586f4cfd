import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A migrated database of its own for a test file. Drop it in `afterAll`; connections that are still open are cut. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { serverUrl, template } = inject("testDatabases");
  const name = `inloop_test_${randomBytes(6).toString("hex")}`;
  await onServer(
    serverUrl,
    (admin) => admin`create database ${admin(name)} template ${admin(template)} strategy file_copy`,
  );
  const url = new URL(serverUrl);
  url.pathname = name;
  return {
    url: url.href,
    drop: () => onServer(serverUrl, (admin) => admin`drop database if exists ${admin(name)} with (force)`),
  };
}

async function onServer(url: string, work: (admin: postgres.Sql) => Promise<unknown>): Promise<void> {
  const admin = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

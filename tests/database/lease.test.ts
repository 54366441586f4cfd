import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { connect, type Database } from "../../src/database/client.ts";
import { createLease, type Lease } from "../../src/database/lease.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { query } from "../support/query.ts";

let server: TestDatabase;
let one: Database;
let other: Database;

beforeAll(async () => {
  server = await createTestDatabase();
  [one, other] = await Promise.all([connect(server.url), connect(server.url)]);
});
afterAll(async () => {
  await Promise.all([one.close(), other.close()]);
  await server.drop();
});

const patiently = { timeout: 15_000, interval: 20 };

function leaseOf(database: Database, name: string, length: number): Lease {
  return createLease(database, {
    name,
    length,
    onFailure: (cause) => {
      throw cause;
    },
  });
}

const setBack = (name: string) =>
  query(server.url, (sql) => sql`update leases set expires = expires + interval '1 hour' where name = ${name}`);

test("of two processes one has it, and the other once it is given back", async () => {
  const [first, second] = [leaseOf(one, "given back", 3000), leaseOf(other, "given back", 3000)];
  expect([await first.take(), await second.take()]).toEqual(["free", "held"]);
  expect([first.isHeld(), second.isHeld()]).toEqual([true, false]);
  await first.release();
  expect(await second.take()).toBe("free");
  await second.release();
});

test("one that is renewed stays whose it is, though the clock of the database is set back", async () => {
  const [first, second] = [leaseOf(one, "renewed", 3000), leaseOf(other, "renewed", 3000)];
  await first.take();
  await setBack("renewed");
  const until = performance.now() + 4500;
  await vi.waitUntil(async () => {
    expect(await second.take()).toBe("held");
    return performance.now() > until;
  }, patiently);
  expect(first.isHeld()).toBe(true);
  await first.release();
});

test("one that nobody renews is taken, though the clock of the database was set back by an hour", async () => {
  await query(
    server.url,
    (sql) => sql`insert into leases (name, holder, expires) values ('forsaken', 'gone', now() + interval '1 hour')`,
  );
  const lease = leaseOf(other, "forsaken", 600);
  expect(await lease.take()).toBe("held");
  await vi.waitUntil(async () => (await lease.take()) === "taken", patiently);
  expect(lease.isHeld()).toBe(true);
  await lease.release();
});

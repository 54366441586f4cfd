import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { startEmbeddedPostgres } from "../../../src/database/embedded-postgres.ts";
import { migrate } from "../../../src/database/migrate.ts";
import type { Fault } from "../../../src/playground/protocol.ts";
import { type Broadcasting, histogram, startBroadcasting } from "../../support/broadcasting.ts";
import { quickFolder } from "../../support/quick-folder.ts";
import { startSendingProcess } from "../../support/sending-process.ts";

/** Milliseconds; seconds in life. */
const leaseLength = 600;

async function begin(count: number, options: Parameters<typeof startBroadcasting>[1] = {}): Promise<Broadcasting> {
  const told = await startBroadcasting(count, options);
  onTestFinished(told.stop);
  return told;
}

const ended = (told: Broadcasting) =>
  expect.poll(() => told.status().catch(() => undefined), { timeout: 20_000 }).toMatchObject({ state: "ended" });

const sentAtLeast = (told: Broadcasting, count: number) =>
  expect
    .poll(async () => (await told.status().catch(() => ({ sent: 0 }))).sent, { timeout: 10_000, interval: 5 })
    .toBeGreaterThan(count);

test("a process that is killed again and again loses no message, and repeats at most what was in flight", async () => {
  const told = await begin(90);
  await told.trouble([], null, 100);
  const start = () => startSendingProcess({ ...told, rate: 60, leaseLength });
  let running = await start();
  await told.close();
  const kills = 2;
  for (let kill = 1; kill <= kills; kill += 1) {
    await sentAtLeast(told, 30 * kill);
    await running.kill();
    running = await start();
  }
  await ended(told);
  const { 1: once = 0, ...more } = histogram(await told.received());
  const repeated = Object.entries(more).reduce((sum, [times, chats]) => sum + (Number(times) - 1) * chats, 0);
  expect(once + Object.values(more).reduce((sum, chats) => sum + chats, 0)).toBe(90);
  expect(more).not.toHaveProperty("0");
  // 60 a second, 100 ms each: nine in flight at a time.
  expect(repeated).toBeLessThanOrEqual(12 * kills);
  expect(await told.status()).toMatchObject({ total: 90, sent: 90, gone: 0, failed: 0 });
});

test("the right to send moves on when its holder dies", async () => {
  const told = await begin(60);
  await told.trouble([], null, 20);
  const holder = await startSendingProcess({ ...told, rate: 40, leaseLength });
  await told.close();
  await sentAtLeast(told, 5);
  await told.replica({ leaseLength, broadcastRate: 200 });
  const [before] = await told.sql`select holder from leases`;
  await holder.kill();
  const killed = performance.now();
  const [after] = await told.sql`select holder from leases`;
  expect(after).toEqual(before);
  await expect
    .poll(async () => (await told.sql`select holder from leases`)[0]?.holder, { interval: 10 })
    .not.toBe(before?.holder);
  expect(performance.now() - killed).toBeLessThan(2 * leaseLength);
  await ended(told);
  expect(histogram(await told.received())[0]).toBeUndefined();
});

/** Of 20 calls two are answered 429, one 5xx, and the answer of one is lost. Those of one kind come together: each 429 holds all for a second. */
function troubleIn(calls: number): Fault[] {
  const of = (type: Fault["kind"], share: number): Fault => ({
    method: "sendMessage",
    times: share * calls,
    kind: type,
  });
  const well = of({ type: "delay", milliseconds: 0 }, 0.2);
  return [
    well,
    of({ type: "too-many-requests", retryAfter: 1 }, 0.1),
    well,
    // Together, before any is tried again: the second pause would be ten seconds.
    of({ type: "server-error", status: 502 }, 0.05),
    of({ type: "lost-answer" }, 0.05),
    well,
  ];
}

test("a database that crashes twice while Telegram fails at every fifth call loses no message, and only those whose answer was lost come twice", async () => {
  const folder = await mkdtemp(join(await quickFolder(), "inloop-broadcast-"));
  const { url, stop } = await startEmbeddedPostgres(folder);
  await migrate(url);
  const drop = async () => {
    await stop();
    await rm(folder, { recursive: true, force: true });
  };
  const told = await begin(60, { database: { url, drop } });
  await told.trouble(troubleIn(60), null, 20);
  await told.replica({ broadcastRate: 60 });
  await told.close();
  for (const count of [10, 30]) {
    await sentAtLeast(told, count);
    // When one of its processes is killed, the server ends all others, repairs its files and begins anew.
    const [backend] = await told.sql`select pg_backend_pid() as pid`;
    process.kill(backend?.pid, "SIGKILL");
    await expect.poll(() => told.sql`select 1`.catch(() => "away"), { timeout: 5000 }).not.toBe("away");
  }
  await ended(told);
  const { 0: lost = 0, ...times } = histogram(await told.received());
  const received = Object.entries(times).reduce((sum, [messages, chats]) => sum + Number(messages) * chats, 0);
  expect({ lost, received }).toEqual({ lost: 0, received: 60 + 0.05 * 60 });
});

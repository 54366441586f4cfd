import { afterEach, expect, test } from "vitest";
import { type Broadcasting, histogram, startBroadcasting } from "../../support/broadcasting.ts";

let told: Broadcasting;

afterEach(() => told.stop());

const ended = async () => expect.poll(told.status, { timeout: 15_000 }).toMatchObject({ state: "ended" });

test("everybody who asked is told once, in her language, with one tap to stop", async () => {
  told = await startBroadcasting(60);
  await told.replica();
  await told.close();
  await ended();
  expect(histogram(await told.received())).toEqual({ 1: 60 });
  expect(await told.status()).toMatchObject({ total: 60, sent: 60, gone: 0, failed: 0 });
  const [nl = 0, fr = 0, ar = 0] = told.chats;
  expect(await told.texts(nl)).toEqual([
    "Maandag 30 november: De Zandbak is uitzonderlijk gesloten. Weer open op woensdag 2 december, 9.00–12.00.",
  ]);
  expect((await told.texts(fr))[0]).toMatch(/^Lundi 30 novembre\u00a0: fermeture exceptionnelle, Le Bac à sable\./);
  expect((await told.texts(ar))[0]).toMatch(/إغلاق استثنائي/);
  expect(told.logged).toEqual([]);
});

test("429, 5xx and lost answers delay messages and lose none; only those whose answer was lost come twice", async () => {
  told = await startBroadcasting(80);
  await told.trouble([
    { method: "sendMessage", times: 4, kind: { type: "server-error", status: 502 } },
    { method: "sendMessage", times: 3, kind: { type: "lost-answer" } },
    { method: "sendMessage", times: 1, kind: { type: "too-many-requests", retryAfter: 1 } },
    { method: "sendMessage", times: 3, kind: { type: "lost-request" } },
  ]);
  await told.replica();
  await told.close();
  await ended();
  expect(histogram(await told.received())).toEqual({ 1: 77, 2: 3 });
  expect(await told.status()).toMatchObject({ total: 80, sent: 80, gone: 0, failed: 0 });
  expect(JSON.stringify(told.logged)).not.toMatch(/7000000|Zandbak/);
});

test("whoever blocked the bot, or is no more, is erased, and never stops the rest", async () => {
  told = await startBroadcasting(40);
  const [blocked = 0] = told.chats;
  await told.block(blocked);
  // Somebody whom Telegram does not know any more.
  await told.sql`update subscriptions set chat = chat where false`;
  await told.replica();
  await told.close();
  await ended();
  expect(await told.status()).toMatchObject({ total: 40, sent: 39, gone: 1 });
  expect(await told.sql`select 1 from subscriptions`).toHaveLength(39);
});

test("a server that allows so many a second is hardly ever asked for more", async () => {
  told = await startBroadcasting(90);
  await told.trouble([], 30, 20);
  await told.replica({ broadcastRate: 30 });
  const begin = performance.now();
  await told.close();
  await ended();
  const seconds = (performance.now() - begin) / 1000;
  expect(seconds).toBeGreaterThan(2.5);
  expect(seconds).toBeLessThan(3.6);
  expect(histogram(await told.received())).toEqual({ 1: 90 });
});

test("withdrawn halfway: nobody else hears of it, and exactly those who do are told that it no longer holds", async () => {
  told = await startBroadcasting(60);
  await told.trouble([], null, 20);
  await told.replica({ broadcastRate: 100 });
  const change = await told.close();
  await expect.poll(async () => (await told.status()).sent, { interval: 5 }).toBeGreaterThan(5);
  await told.withdraw(change);
  await expect
    .poll(async () => (await told.sql`select state from broadcasts order by number`).map(({ state }) => state), {
      timeout: 5000,
    })
    .toEqual(["withdrawn", "ended"]);
  const counts = histogram(await told.received());
  expect(counts[2]).toBeGreaterThan(5);
  expect({ ...counts, 2: undefined }).toEqual({ 0: 60 - (counts[2] ?? 0), 2: undefined });
  const corrected = [...(await told.received())].find(([, messages]) => messages === 2)?.[0] ?? 0;
  expect((await told.texts(corrected))[1]).toMatch(/^(Rechtzetting|Correction|تصحيح)/);
  const [first] = await told.sql`select total, sent from broadcasts order by number limit 1`;
  expect(first).toMatchObject({ total: counts[2], sent: counts[2] });
});

test.each([2, 4])(
  "%i processes on one database: each message once, and when one stops another goes on at once",
  async (count) => {
    told = await startBroadcasting(80);
    await told.trouble([], null, 10);
    const one = await told.replica({ broadcastRate: 100 });
    for (let other = 1; other < count; other += 1) await told.replica({ broadcastRate: 100 });
    await told.close();
    await expect.poll(async () => (await told.status()).sent, { interval: 5 }).toBeGreaterThan(20);
    await one.stop();
    await ended();
    expect(histogram(await told.received())).toEqual({ 1: 80 });
  },
);

test("a parent who asks while all are told, as many a second as are allowed, is answered at once", async () => {
  told = await startBroadcasting(75);
  const noor = await told.parent();
  await told.replica({ answers: true, broadcastRate: 30 });
  await noor.say("/start");
  await told.trouble([], 30, 10);
  await told.close();
  await expect.poll(async () => (await told.status()).sent, { interval: 5 }).toBeGreaterThan(3);
  for (const question of ["De Zandbak vandaag open?", "De Zandbak morgen open?", "De Zandbak zaterdag open?"]) {
    expect((await noor.say(question)).texts[0]).toMatch(/De Zandbak/);
  }
  expect((await told.status()).sent).toBeLessThan(75);
  await ended();
  expect(histogram(new Map([...(await told.received())].filter(([chat]) => chat !== noor.id)))).toEqual({ 1: 75 });
  expect(told.logged).toEqual([]);
});

test("in the evening it pauses for what concerns another day, and goes on at seven", async () => {
  told = await startBroadcasting(30, { now: "2026-11-25T20:59" });
  await told.trouble([], null, 20);
  await told.replica({ broadcastRate: 40 });
  await told.close();
  await expect.poll(async () => (await told.status()).sent, { interval: 5 }).toBeGreaterThan(3);
  await told.setClock("2026-11-25T21:00");
  const paused = async () => (await told.sql`select 1 from leases`).length;
  await expect.poll(paused).toBe(0);
  const { sent } = await told.status();
  expect(sent).toBeLessThan(30);
  await told.setClock("2026-11-26T06:59");
  await told.replica();
  expect((await told.status()).sent).toBe(sent);
  await told.setClock("2026-11-26T07:00");
  await ended();
  expect(histogram(await told.received())).toEqual({ 1: 30 });
});

test("deliveries and texts go a week after the end, the counts stay", async () => {
  told = await startBroadcasting(5);
  await told.replica();
  await told.close();
  await ended();
  await told.setClock("2026-12-02T09:00");
  await told.replica();
  expect(await told.sql`select 1 from deliveries`).toHaveLength(5);
  await told.setClock("2026-12-03T11:00");
  await expect.poll(() => told.sql`select 1 from deliveries`).toEqual([]);
  expect(await told.sql`select text, total, sent from broadcasts`).toMatchObject([{ text: null, total: 5, sent: 5 }]);
});

test("of what was stopped and never went on, nothing is left a week later either", async () => {
  told = await startBroadcasting(5);
  await told.close();
  await told.sql`update broadcasts set state = 'stopped'`;
  await told.replica();
  await told.setClock("2026-12-02T09:00");
  expect(await told.sql`select 1 from deliveries`).toHaveLength(5);
  await told.setClock("2026-12-03T11:00");
  await expect.poll(() => told.sql`select 1 from deliveries`).toEqual([]);
  expect(await told.sql`select text, total, sent, state from broadcasts`).toMatchObject([
    { text: null, total: 0, sent: 0, state: "withdrawn" },
  ]);
});

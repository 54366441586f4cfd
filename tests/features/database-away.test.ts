import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { ActingParent } from "../support/acting-parent.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { createTestDatabase } from "../support/database.ts";
import { createDatabaseProxy, type DatabaseProxy } from "../support/database-proxy.ts";
import { joinTeam } from "../support/team.ts";

let app: TestApp;
let proxy: DatabaseProxy;
let staf: ActingParent;

const open = "Ja, het is nu open: vandaag 9.00–12.00.";
const asking = { nl: "zijn jullie open?", fr: "c'est ouvert aujourd'hui ?", ar: "هل أنتم مفتوحون اليوم؟" };

beforeAll(async () => {
  const { url, drop } = await createTestDatabase();
  proxy = await createDatabaseProxy(url);
  app = await startTestApp({ database: { url: proxy.url, drop }, directDatabaseUrl: url });
  staf = await joinTeam(app);
});
afterAll(async () => {
  await app.stop();
  await proxy.end();
});
beforeEach(async () => {
  proxy.open();
  const parent = await app.parent("nl");
  // It has come back by itself, whatever happened before.
  await expect
    .poll(async () => (await parent.say("/subscribe")).texts[0], { timeout: 15_000 })
    .toMatch(/^(Goed|Je krijgt al)/);
});

test.each(["close", "silence"] as const)(
  "with the database away (%s) every question is answered from memory",
  async (how) => {
    const known = await app.parent("nl");
    await known.say("/open");
    proxy[how]();
    expect((await known.say("/open")).texts).toEqual([open]);
    for (const [language, question] of Object.entries(asking)) {
      const stranger = await app.parent(language);
      expect((await stranger.say(question)).texts).toHaveLength(1);
      expect((await stranger.say("/week")).texts).toHaveLength(1);
    }
  },
);

test.each([
  ["nl", "/subscribe", /^Dat lukte nu niet\. Er is niets veranderd\./],
  ["fr", "/stop", /^Ça n’a pas marché\. Rien n’a changé\./],
  ["ar", "/subscribe", /^لم ينجح الأمر الآن\. لم يتغير شيء\./],
])(
  "with the database away a wish (%s, %s) is refused in one sentence, and told not to be kept",
  async (language, wish, said) => {
    const parent = await app.parent(language);
    proxy.close();
    expect((await parent.say(wish)).texts[0]).toMatch(said);
    proxy.open();
    expect(await app.sql`select from subscriptions where language <> 'nl'`).toHaveLength(0);
  },
);

test("a tap that could not be counted says so, and counts when it is tapped again", async () => {
  const parent = await app.parent("nl");
  await parent.say("/feedback");
  const [[face = ""] = []] = await parent.buttons();
  proxy.close();
  expect((await parent.tap(face)).notice).toBe("Niet geteld, tik nog eens.");
  proxy.open();
  await expect.poll(async () => (await parent.tap(face)).notice).toMatch(/^Geteld/);
});

test("what the team does is refused as a whole", async () => {
  await staf.say("/change morgen gesloten ziekte");
  proxy.close();
  expect((await staf.tap("Bevestig")).notice).toBe(
    "Dat lukte nu niet. Er is niets bewaard. Straks lukt het misschien wel.",
  );
  proxy.open();
  expect(await app.sql`select from schedule_changes`).toHaveLength(0);
  await expect.poll(async () => (await staf.tap("Bevestig")).texts[0]).toMatch(/^Klaar\./);
});

test("a disk without room refuses what is to be kept, and no answer", async () => {
  await app.sql.unsafe(`
    create function no_room() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$;
    create trigger no_room before insert on subscriptions execute function no_room()`);
  const parent = await app.parent("nl");
  expect((await parent.say("/subscribe")).texts[0]).toMatch(/^Dat lukte nu niet\. Er is niets veranderd\./);
  expect((await parent.say("/open")).texts).toHaveLength(1);
  await app.sql`drop trigger no_room on subscriptions`;
  expect((await parent.say("/subscribe")).texts[0]).toMatch(/^Goed\./);
});

test("connections that are cut again and again cost no question, and nothing that was confirmed", async () => {
  const over = new AbortController();
  const cutting = (async () => {
    while (!over.signal.aborted) {
      proxy.cut();
      await delay(15);
    }
  })();
  const parents = await Promise.all(Array.from({ length: 5 }, () => app.parent("nl")));
  let confirmed = 0;
  for (let round = 0; round < 6; round += 1) {
    const said = await Promise.all(parents.map((parent) => parent.say(round % 2 === 0 ? "/open" : "/subscribe")));
    expect(said.every(({ texts }) => texts.length === 1)).toBe(true);
    confirmed = new Set([...parents.keys()].filter((index) => /^(Goed|Je krijgt al)/.test(said[index]?.texts[0] ?? "")))
      .size;
  }
  over.abort();
  await cutting;
  expect((await app.sql`select from subscriptions where language = 'nl'`).length).toBeGreaterThanOrEqual(confirmed);
});

test("a change that was made while nobody could hear of it is known when the database is back", async () => {
  const parent = await app.parent("nl");
  proxy.close();
  await app.addChange({ kind: "closed", from: "2026-11-25", to: "2026-11-25", reason: "illness" });
  expect((await parent.say("/open")).texts).toEqual([open]);
  proxy.open();
  await expect.poll(async () => (await parent.say("/open")).texts[0], { timeout: 15_000 }).toMatch(/^Nee/);
});

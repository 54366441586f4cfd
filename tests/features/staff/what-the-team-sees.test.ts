import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApp, type TestApp } from "../../support/app.ts";
import { joinTeam } from "../../support/team.ts";

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

test("before a change is told, how many will read it is said roughly, and never of whom", async () => {
  const staf = await joinTeam(app, { name: "Staf" });
  const preview = async () => (await staf.say("/change morgen gesloten ziekte")).texts[0];
  const subscribe = async (parents: number) => {
    for (let count = 0; count < parents; count += 1) {
      await app.sql`
        insert into subscriptions (code, chat, place, language)
        select ${randomBytes(16)}, ${randomBytes(24)}, number, 'nl' from places`;
    }
  };
  expect(await preview()).toContain("Minder dan 10 ouders krijgen dit bericht.");
  await subscribe(4);
  expect(await preview()).toContain("Minder dan 10 ouders krijgen dit bericht.");
  await subscribe(8);
  expect(await preview()).toContain("Ongeveer 10 ouders krijgen dit bericht.");
});

test("who changed what is erased after a year, and what is younger stays", async () => {
  const entries = async () => (await app.sql`select name from audit order by at`).map(({ name }) => name);
  await app.sql`delete from audit`;
  await app.sql`
    insert into audit (at, name, entry) values
      ('2025-11-25T10:00Z', 'old', '{"what":"joined"}'), ('2025-11-28T10:00Z', 'young', '{"what":"joined"}')`;
  await app.setClock("2026-11-27T10:00");
  await expect.poll(entries).toEqual(["young"]);
});

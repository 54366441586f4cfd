import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApp } from "../support/app.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { joinTeam } from "../support/team.ts";

// docs/bad-days.md says what to do on the day when SECRET_KEY is lost. It is done here.

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Another process on the same database. */
const startWith = (secretKey: Buffer) =>
  startTestApp({ database: { ...database, drop: async () => undefined }, secretKey });

async function statements(): Promise<string> {
  const page = await readFile(new URL("../../docs/bad-days.md", import.meta.url), "utf8");
  return /```sql\n(.*?)```/s.exec(page)?.[1] ?? expect.fail("docs/bad-days.md has no statements");
}

test("with a fresh key, and what only the lost one could read erased, all begins anew and what is public is there", async () => {
  const [lost, fresh] = [randomBytes(32), randomBytes(32)];
  const before = await startWith(lost);
  const noor = await before.parent("nl");
  await noor.say("/subscribe");
  await noor.say("/language");
  await noor.tap("Français");
  await noor.say("/feedback");
  await noor.tap("Ça m’a fait du bien 😊");
  const staf = await joinTeam(before, { name: "Staf" });
  await staf.say("/change morgen gesloten ziekte");
  await staf.tap("Bevestig");
  const holding = ["chat_settings", "open_counts", "staff", "staff_conversations", "subscriptions"];
  for (const table of holding) expect(await before.sql`select from ${before.sql(table)}`, table).not.toEqual([]);
  await before.stop();

  const between = await startWith(fresh);
  expect((await (await between.parent("nl")).say("morgen open?")).texts[0]).toMatch(/uitzonderlijk gesloten/);
  await between.sql.unsafe(await statements());
  for (const table of [...holding, "deliveries", "invitations"]) {
    expect(await between.sql`select from ${between.sql(table)}`, table).toEqual([]);
  }
  await between.stop();

  const after = await startWith(fresh);
  const amina = await after.parent("nl");
  expect((await amina.say("morgen open?")).texts[0]).toMatch(/uitzonderlijk gesloten/);
  await amina.say("/feedback");
  expect((await amina.tap("Het deed deugd 😊")).notice).toMatch(/geteld/i);
  await amina.say("/subscribe");
  expect(await after.sql`select from subscriptions`).toHaveLength(1);
  expect((await (await joinTeam(after, { name: "Staf" })).say("/staff")).texts[0]).toContain("Staf");
  expect(after.log.filter(({ level }) => level !== "info")).toEqual([]);
  await after.stop();
});

import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chatCode, deriveKey } from "../../src/database/keys.ts";
import { unseal } from "../../src/database/sealing.ts";
import { openPlace, sealPlace } from "../../src/features/broadcasts/progress/place.ts";
import { countsIdentity } from "../../src/features/feedback/repository.ts";
import type { Person } from "../../src/playground/protocol.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { everyRow } from "../support/every-row.ts";
import { runInloop, startInloop, temporaryFolder } from "../support/process.ts";
import { inviteInto } from "../support/team.ts";

// One story, in order: a bot lived under a key, the key is rotated, killed in the middle and begun again, and the bot lives on.

const before = randomBytes(32);
const after = randomBytes(32);
const variables = {
  BOT_TOKEN: "123456789:rotation-test-token",
  SECRET_KEY: after.toString("base64url"),
  SECRET_KEY_PREVIOUS: before.toString("base64url"),
};

/** Numbers that look like nothing else in a database. */
const subscriber: Person = { id: 7_310_004_711, firstName: "Noor", languageCode: "nl", role: "parent" };
const both: Person = { id: 7_310_004_712, firstName: "Amal", languageCode: "nl", role: "parent" };
const chooser: Person = { id: 7_310_004_713, firstName: "Zoé", languageCode: "nl", role: "parent" };
const coordinator: Person = { id: 7_310_004_714, firstName: "Staf", languageCode: "nl", role: "staff" };
const followed = { chat: coordinator.id, message: 17 };
const people = [subscriber, both, chooser, coordinator];

let database: TestDatabase;
let sql: postgres.Sql;
let app: TestApp | undefined;

beforeAll(async () => {
  database = await createTestDatabase();
  sql = postgres(database.url, { max: 2, onnotice: () => undefined });
  app = await startUnder(before, true);
  await app.person(subscriber.id).say("/subscribe");
  const amal = app.person(both.id);
  await amal.say("/subscribe");
  for (const one of [amal, app.person(chooser.id)]) {
    await one.say("/language");
    await one.tap("Français");
  }
  await amal.say("/feedback");
  await amal.tap("C’était agréable 🙂");
  const staf = app.person(coordinator.id);
  await staf.say(`/start ${await inviteInto(app, { name: "Staf" })}`);
  await staf.tap("Ja, ik hoor bij het team");
  await staf.say("/change");
});
afterAll(async () => {
  await app?.stop();
  await sql.end();
  await database.drop();
});

function startUnder(secretKey: Uint8Array, isFirst = false): Promise<TestApp> {
  const kept = { url: database.url, drop: () => Promise.resolve() };
  return startTestApp({ database: kept, secretKey, people, ...(isFirst ? {} : { places: null }) });
}

const rotate = async () =>
  runInloop(["rotate-key"], await temporaryFolder(), { ...variables, DATABASE_URL: database.url });
const openCounts = async (key: Uint8Array) => {
  const [row] = await sql<{ place: number; sealed: Buffer }[]>`select * from open_counts`;
  return unseal(deriveKey(key, "open-counts"), countsIdentity(row?.place ?? 0), row?.sealed ?? Buffer.alloc(0));
};
/** But for the leases, which a bot that runs renews. */
const everything = async () => ({ ...(await everyRow(sql)), leases: [] });
const codeOf = (key: Uint8Array, label: "subscriptions" | "staff" | "chat-settings", { id }: Person) =>
  chatCode(deriveKey(key, label), id).toString("hex");

test("a bot that runs is named, and nothing is changed", async () => {
  const rows = await everything();
  expect(await rotate()).toMatchObject({
    code: 1,
    stderr: ["Another Inloop uses this database; stop the bot, and every replica, before the key is rotated."],
  });
  expect(await everything()).toEqual(rows);
  await app?.stop();
  app = undefined;
  // Something is under way to both.
  const place = sealPlace(deriveKey(before, "progress"), 1, followed);
  await sql`insert into broadcasts (state, not_before, total, progress) values ('stopped', '2026-11-25T10:00Z', 2, ${place})`;
  await sql`insert into deliveries (broadcast, code) select 1, code from subscriptions`;
});

test("a previous key that sealed nothing is refused, and nothing is changed", async () => {
  const rows = await everything();
  const SECRET_KEY_PREVIOUS = randomBytes(32).toString("base64url");
  const { code, stderr } = await runInloop(["rotate-key"], await temporaryFolder(), {
    ...variables,
    SECRET_KEY_PREVIOUS,
    DATABASE_URL: database.url,
  });
  expect([code, stderr]).toEqual([
    1,
    [expect.stringMatching(/^5 of 5 sealed values open neither with SECRET_KEY nor /)],
  ]);
  expect(stderr.join()).not.toContain(SECRET_KEY_PREVIOUS);
  expect(await everything()).toEqual(rows);
});

test("killed in the middle, it has changed nothing", async () => {
  const rows = await everything();
  // Held here, the counts of the place come last: all subscribers are done by then.
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  const locked = Promise.withResolvers<void>();
  const holding = sql.begin(async (inside) => {
    await inside`select from open_counts for update`;
    locked.resolve();
    await held;
  });
  await locked.promise;
  const rotation = startInloop(["rotate-key"], await temporaryFolder(), { ...variables, DATABASE_URL: database.url });
  await expect
    .poll(() => sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`, {
      timeout: 15_000,
    })
    .toHaveLength(1);
  rotation.kill("SIGKILL");
  await rotation.ended;
  release();
  await holding;
  expect(await everything()).toEqual(rows);
});

test("begun again, everything is sealed anew, and nothing of the key before is left", async () => {
  const counts = await openCounts(before);
  const ended = await rotate();
  expect(ended).toMatchObject({ code: 0, stderr: [] });
  expect(ended.stdout).toMatch(/^5 sealed anew\.\nChoices of a language or a place that were erased: 1\. /);
  expect(await openCounts(after)).toEqual(counts);
  const [broadcast] = await sql<{ progress: Buffer }[]>`select progress from broadcasts`;
  expect(openPlace(deriveKey(after, "progress"), 1, broadcast?.progress ?? Buffer.alloc(0))).toEqual(followed);

  const stored = JSON.stringify(await everything());
  for (const person of people) {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64BE(BigInt(person.id));
    for (const trace of [String(person.id), bytes.toString("hex")]) expect(stored).not.toContain(trace);
    for (const label of ["subscriptions", "staff", "chat-settings"] as const) {
      expect(stored, `${person.firstName} in ${label}`).not.toContain(codeOf(before, label, person));
    }
  }
  for (const key of [before, after]) {
    for (const form of ["hex", "base64url"] as const) expect(stored).not.toContain(key.toString(form));
  }
  expect(stored).toContain(codeOf(after, "subscriptions", subscriber));
  expect(await sql`select from deliveries join subscriptions using (code)`).toHaveLength(2);
  expect(stored).toContain(codeOf(after, "chat-settings", both));
  expect(stored).not.toContain(codeOf(after, "chat-settings", chooser));
});

test("once more changes nothing", async () => {
  const rows = await everything();
  expect((await rotate()).stdout).toMatch(/^0 sealed anew, 5 were so already\.\nTake /);
  expect(await everything()).toEqual(rows);
});

test("under the new key nobody is lost: who is told, what was chosen, the team and what it was doing", async () => {
  app = await startUnder(after);
  const amal = app.person(both.id);
  expect((await amal.say("/subscribe")).texts[0]).toMatch(/^Vous recevez déjà un message/);
  expect((await app.person(subscriber.id).say("/subscribe")).texts[0]).toMatch(/^Je krijgt al een bericht/);
  expect((await app.person(chooser.id).say("/open")).texts[0]).toMatch(/^Ja, /);
  // The next step of the conversation that began under the key before.
  const staf = app.person(coordinator.id);
  expect((await staf.say("morgen gesloten ziekte")).texts[0]).toMatch(/26 november/);
  await amal.say("/stop");
  expect(await sql`select from subscriptions`).toHaveLength(1);
});

// A new sealed value or a new code is a decision: it is named here, and above if it has to follow the key.
test("there is nothing else in the database that a key made", async () => {
  const found = await sql<{ name: string }[]>`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public' and data_type = 'bytea' order by 1`;
  const rotated = [
    "audit.code",
    "broadcasts.progress",
    "chat_settings.code",
    "count_messages.code",
    "deliveries.code",
    "invitations.invited_by",
    "open_counts.sealed",
    "staff.chat",
    "staff.code",
    "staff_conversations.code",
    "staff_conversations.sealed",
    "subscriptions.chat",
    "subscriptions.code",
  ];
  const madeByNoKey = ["invitations.hash", "logbook.id", "place_media.bytes", "place_media.digest"];
  // Ballots of the key before can no longer be verified, so what they left is never asked for; it goes within two weeks.
  const endsWithItsKey = ["spent_ballots.value"];
  expect(found.map(({ name }) => name)).toEqual([...rotated, ...madeByNoKey, ...endsWithItsKey].toSorted());
});

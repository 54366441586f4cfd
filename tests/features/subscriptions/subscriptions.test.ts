import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { openSubscriptions } from "../../../src/assembly/subscriptions.ts";
import { connect } from "../../../src/database/client.ts";
import type { ActingParent } from "../../support/acting-parent.ts";
import { examplePlaces, startTestApp, type TestApp } from "../../support/app.ts";
import { everyRow } from "../../support/every-row.ts";

let app: TestApp;
let noor: ActingParent;

interface Row {
  readonly code: Buffer;
  readonly place: number;
  readonly chat: Buffer;
  readonly language: string;
}

const rows = () => app.sql<Row[]>`select * from subscriptions order by place, language`;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  await app.sql`truncate subscriptions, deliveries, broadcasts, chat_settings`;
  noor = await app.parent("nl");
});

test.each(["/subscribe", "verwittig mij als het gesloten is", "stuur mij een bericht als de uren veranderen"])(
  "“%s” subscribes at once where there is one place, says what is stored, and offers to undo",
  async (asked) => {
    expect((await noor.say(asked)).texts).toEqual([
      "Goed. Verandert er iets bij De Zandbak? Dan krijg je een bericht.\n\nBewaard: een code, je chatnummer (verzegeld), de plek en je taal. Stop je, dan is dat gewist.",
    ]);
    expect((await noor.buttons())[0]).toEqual(["Ongedaan maken"]);
    expect(await rows()).toMatchObject([{ place: 1, language: "nl" }]);
    expect((await noor.tap("Ongedaan maken")).texts[0]).toMatch(
      /^Goed, je krijgt geen berichten meer over De Zandbak\./,
    );
    expect(await rows()).toEqual([]);
    await noor.tap("Ongedaan maken");
    expect(await rows()).toHaveLength(1);
  },
);

test("asking twice is asking once", async () => {
  await noor.say("/subscribe");
  expect((await noor.say("/subscribe")).texts[0]).toMatch(/^Je krijgt al een bericht als er iets verandert/);
  expect(await rows()).toHaveLength(1);
  expect((await noor.buttons())[0]).toEqual(["Stop berichten"]);
});

test("what one process is asked first is done first, also where another is asked meanwhile", async () => {
  const databases = await Promise.all([connect(app.databaseUrl), connect(app.databaseUrl)]);
  onTestFinished(async () => void (await Promise.all(databases.map(({ close }) => close()))));
  const [first, second] = databases.map((database) => openSubscriptions({ database, secretKey: app.secretKey }));
  const waiting = async () => (await app.sql`select pid from pg_stat_activity where wait_event_type = 'Lock'`).length;
  // The first hangs in the middle.
  const blocker = postgres(app.databaseUrl, { max: 1, onnotice: () => undefined });
  let adding: Promise<unknown> | undefined;
  let stopping: Promise<readonly number[]> | undefined;
  await blocker.begin(async (sql) => {
    await sql`lock table subscriptions in exclusive mode`;
    adding = first?.add(noor.id, [1], "nl");
    await expect.poll(waiting).toBe(1);
    stopping = second?.stop(noor.id, "all");
    await expect.poll(waiting).toBe(2);
  });
  await adding;
  expect(await stopping).toEqual([1]);
  expect(await rows()).toEqual([]);
  await blocker.end();
});

test.each(["/stop", "stop met berichten sturen"])("“%s” stops everything, once", async (asked) => {
  await noor.say("/subscribe");
  expect((await noor.say(asked)).texts[0]).toMatch(/^Goed, je krijgt geen berichten meer\./);
  expect(await rows()).toEqual([]);
  expect((await noor.say(asked)).texts).toEqual(["Je kreeg geen berichten. Er is niets te stoppen."]);
});

test("an answer about the hours of one place offers it, in private", async () => {
  await noor.say("/open");
  expect((await noor.tap("Verwittig mij")).texts[0]).toMatch(/^Goed\. Verandert er iets bij De Zandbak\?/);
  const family = await app.group("Familie", [noor]);
  await family.say(noor, "/open@inloop_bot");
  expect((await family.buttons()).flat()).not.toContain("Verwittig mij");
  expect((await family.say(noor, "/subscribe@inloop_bot")).texts).toEqual([
    "Dit kan alleen in een gesprek met mij apart.",
  ]);
});

test("a row holds a code of its own, the chat sealed, place and language, and nothing that two parents share", async () => {
  await noor.say("/subscribe");
  await noor.say("/language");
  await noor.tap("Nederlands");
  const other = await app.parent("nl");
  await other.say("/subscribe");
  const [mine, theirs] = await rows();
  expect(Object.keys(mine ?? {}).sort()).toEqual(["chat", "code", "language", "place"]);
  expect(mine?.code).toHaveLength(16);
  expect(mine?.chat).toHaveLength(8 + 28);
  expect(mine?.code).not.toEqual(theirs?.code);
  const [setting] = await app.sql<{ code: Buffer }[]>`select code from chat_settings`;
  expect([mine, theirs].map((row) => row?.code.toString("hex"))).not.toContain(setting?.code.toString("hex"));
  expect(JSON.stringify(await everyRow(app.sql))).not.toContain(String(noor.id));
});

test("choosing a language changes that of the messages, in the same transaction", async () => {
  await noor.say("/subscribe");
  await noor.say("/language");
  await noor.tap("العربية");
  expect(await rows()).toMatchObject([{ language: "ar" }]);
  await app.sql`alter table subscriptions rename to away`;
  await noor.say("/language");
  await noor.tap("Français");
  await app.sql`alter table away rename to subscriptions`;
  expect(await app.sql`select language from chat_settings`).toMatchObject([{ language: "ar" }]);
  expect(await rows()).toMatchObject([{ language: "ar" }]);
});

test("whoever blocks the bot is erased at once", async () => {
  await noor.say("/subscribe");
  await noor.block(true);
  await expect.poll(rows).toEqual([]);
  await noor.block(false);
  expect((await noor.say("/stop")).texts).toEqual(["Je kreeg geen berichten. Er is niets te stoppen."]);
});

test("whoever blocked it unnoticed is erased with the first answer that does not arrive", async () => {
  await noor.say("/subscribe");
  await app.faults({ method: "sendMessage", times: 1, kind: { type: "delay", milliseconds: 300 } });
  const asking = noor.say("/open");
  await expect.poll(async () => (await noor.chat()).messages.at(-1)?.text).toBe("/open");
  await noor.block(true);
  await asking;
  await expect.poll(rows).toEqual([]);
});

test("/privacy shows the rows as they stand, and /forget erases them", async () => {
  await noor.say("/subscribe");
  const [row] = await rows();
  await noor.say("/privacy");
  const shown = (await noor.tap("Wat wordt bewaard")).texts[0];
  expect(shown).toContain(
    `code: ${row?.code.toString("hex").slice(0, 8)}…\nchat, verzegeld: ${row?.chat.toString("hex").slice(0, 8)}…\nplek: 1 (De Zandbak)\ntaal: nl`,
  );
  await noor.tap("Wis mijn gegevens");
  expect((await noor.tap("Ja, wis alles")).texts[0]).toMatch(
    /^Gewist: je vraag om berichten\. Je krijgt er geen meer\./,
  );
  expect(await rows()).toEqual([]);
});

test("with the database away it says so, and one tap tries again", async () => {
  await app.sql`alter table subscriptions rename to away`;
  expect((await noor.say("/subscribe")).texts).toEqual([
    "Dat lukte nu niet. Er is niets veranderd. Tik straks nog eens.",
  ]);
  await app.sql`alter table away rename to subscriptions`;
  expect((await noor.tap("Verwittig mij")).texts[0]).toMatch(/^Goed\. Verandert er iets bij De Zandbak\?/);
});

describe("with several places", () => {
  let several: TestApp;
  beforeAll(async () => {
    several = await startTestApp({ places: examplePlaces });
  });
  afterAll(() => several.stop());

  test("without a choice it is asked which, and what comes already is marked", async () => {
    const parent = await several.parent("fr");
    expect((await parent.say("/subscribe")).texts).toEqual(["Vous voulez des messages sur quel lieu\u00a0?"]);
    await parent.tap("Le Petit Train");
    await parent.say("/subscribe");
    expect((await parent.buttons()).flat()).toContain("✓ Le Petit Train");
    expect((await parent.buttons()).flat()).toContain("Arrêter les messages");
  });

  test("with a chosen place it is that one, and a named one wins", async () => {
    const parent = await several.parent("nl");
    await parent.say("Het Treintje");
    await parent.tap("Dit is mijn plek");
    expect((await parent.say("/subscribe")).texts[0]).toMatch(/^Goed\. Verandert er iets bij Het Treintje\?/);
    expect((await parent.say("verwittig mij als De Zandbak dicht is")).texts[0]).toMatch(
      /^Goed\. Verandert er iets bij De Zandbak\?/,
    );
    await parent.say("/stop");
    expect((await parent.tap("Ongedaan maken")).texts[0]).toMatch(/^Goed\. Verandert er iets\?/);
    const kept = await several.sql`select place from subscriptions where language = 'nl'`;
    expect(kept).toHaveLength(2);
  });
});

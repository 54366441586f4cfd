import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { ActingParent } from "../support/acting-parent.ts";
import { examplePlaces, startTestApp, type TestApp } from "../support/app.ts";
import { png, voice } from "../support/face-files.ts";
import { canaries, canaryPerson, groupTitle, word } from "./support/canary-parent.ts";
import { createTraceFinder, type Kept } from "./support/find-traces.ts";
import { startOwnServer } from "./support/own-server.ts";
import { seededKey, seededRandom } from "./support/seeded.ts";
import { commandsOf, tapsOf, type Walk, walkAs } from "./support/walk.ts";
import { everyFile, everyRoute, everyTable, listenTo, overhear } from "./support/what-was-kept.ts";

// A parent made of canaries goes through every flow there is, in fair weather and foul. Whatever is kept or said anywhere is
// then searched for her. `find-traces.test.ts` shows what the search sees.

const findTraces = createTraceFinder(canaries);
const places = [
  { slug: "de-zandbak", name: "De Zandbak" },
  { slug: "le-petit-train", name: "Le Petit Train" },
];
const slug = "de-zandbak";

/** An invitation makes a member of the team of her: from then on she is walked as one. */
const leavesParents = ["ti"];

let server: Awaited<ReturnType<typeof startOwnServer>>;
let app: TestApp;
let parent: ActingParent;
let notified: Awaited<ReturnType<typeof listenTo>>;
let overheard: ReturnType<typeof overhear>;
const typed = new Set<string>();

beforeAll(async () => {
  server = await startOwnServer("talkative");
  overheard = overhear();
  app = await startTestApp({
    places: examplePlaces,
    people: [canaryPerson],
    database: server.database,
    // The same in every run, so that what is random never looks like her in one run of many.
    secretKey: seededKey,
    random: seededRandom("canary"),
    tryAgainAfter: 0,
  });
  parent = app.person(canaryPerson.id);
  await addFace();
  notified = await listenTo(server.database.url, await server.channels());
});
afterAll(async () => {
  overheard.stop();
  await notified.close();
  await app.stop();
});

/** A place with all that it can show, so that every button is met. */
async function addFace(): Promise<void> {
  for (const [kind, language, type, bytes] of [
    ["photo", "", "image/png", png()],
    ["welcome", "nl", "audio/ogg", voice({ seconds: 2 })],
    ["welcome", "ar", "audio/ogg", voice({ seconds: 2 })],
  ] as const) {
    await server.admin`
      insert into place_media (place, kind, language, media_type, digest, bytes)
      select number, ${kind}, ${language}, ${type}, sha256(${bytes}), ${bytes} from places where slug = ${slug}`;
  }
  await server.admin`select pg_notify('place_media', '')`;
  await vi.waitFor(async () => {
    await parent.say(places[0]?.name ?? "");
    expect((await parent.buttons()).flat()).toContain("Luister");
  });
}

async function everythingKept(): Promise<readonly Kept[]> {
  return [
    ...(await everyTable(server.admin)),
    { where: "PostgreSQL's log", content: await server.log() },
    { where: "the log", content: JSON.stringify(app.log) },
    notified.kept(),
    overheard.kept(),
    ...(await everyRoute(app.httpUrl, app.httpPaths, { slug, canary: word })),
  ];
}

/** A walk that taps a few buttons of each kind, where it is the trouble that is of interest. */
async function walkShortly(): Promise<Walk> {
  const walk = walkAs(parent, { mostOfAKind: 1 });
  for (const command of commandsOf(app.features)) await walk.say(`/${command}`);
  await walk.say(`/start f_${slug}`);
  await walk.say(`het was heel fijn gisteren ${word}`);
  for (const said of walk.typed) typed.add(said);
  return walk;
}

let day = Temporal.PlainDate.from("2026-11-25");
/** Feedback is asked three times a day. */
async function nextDay(): Promise<void> {
  day = day.add({ days: 1 });
  await app.setClock(`${day}T10:00[Europe/Brussels]`);
}

describe("nothing of a parent is kept", { timeout: 120_000 }, () => {
  test("when everything works: every command, every kind of button, every kind of message and of question", async () => {
    const walk = walkAs(parent, { mostOfAKind: 5 });
    await walk.everything(app.features, places);
    for (const said of walk.typed) typed.add(said);
    // A day later feedback is asked again, now of a place that was chosen, and the parent has chosen a language.
    await nextDay();
    await walk.everything(app.features, places);
    const missed = tapsOf(app.features).filter((code) => !walk.tapped.has(code) && !leavesParents.includes(code));
    expect(missed).toEqual([]);
    expect(walk.steps()).toBeGreaterThan(200);
    expect(findTraces(await everythingKept())).toEqual([]);
  });

  test("in a group", async () => {
    const group = await app.group(groupTitle, [parent]);
    await walkAs(parent, { mostOfAKind: 3 }).inGroup(group, app.features);
    expect(findTraces(await everythingKept())).toEqual([]);
  });

  test("when a week is over", async () => {
    await nextDay();
    await parent.say("/feedback");
    day = day.add({ days: 7 });
    await nextDay();
    await walkShortly();
    expect(findTraces(await everythingKept())).toEqual([]);
  });
});

describe("nothing of a parent is kept when things go wrong", { timeout: 120_000 }, () => {
  const tables = () => server.admin<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' order by 1`;

  test("the database refuses every row, and says in its log which", async () => {
    await nextDay();
    for (const { name } of await tables()) {
      await server.admin.unsafe(`alter table "${name}" add constraint refused check (false) not valid`);
    }
    await walkShortly();
    expect(await server.log()).toContain('violates check constraint "refused"');
    for (const { name } of await tables()) await server.admin.unsafe(`alter table "${name}" drop constraint refused`);
    expect(app.log.length).toBeGreaterThan(0);
    expect(findTraces(await everythingKept())).toEqual([]);
  });

  test("tables are gone: each of them in turn, with others that are far from it", async () => {
    const names = (await tables()).map(({ name }) => name);
    const rounds = 7;
    for (let round = 0; round < rounds; round++) {
      await nextDay();
      const gone = names.filter((_, index) => index % rounds === round);
      for (const name of gone) await server.admin.unsafe(`alter table "${name}" rename to "gone_${name}"`);
      await walkShortly();
      for (const name of gone) await server.admin.unsafe(`alter table "gone_${name}" rename to "${name}"`);
    }
    expect(findTraces(await everythingKept())).toEqual([]);
  });

  test("its connections are cut", async () => {
    for (let time = 0; time < 3; time += 1) {
      await nextDay();
      await server.admin`select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'inloop%'`;
      await walkShortly();
    }
    expect(findTraces(await everythingKept())).toEqual([]);
  });

  const lostRequest = { type: "lost-request" } as const;
  const lostAnswer = { type: "lost-answer" } as const;
  const unauthorized = { type: "unauthorized" } as const;
  /** Longer than the bot waits. */
  const tooMany = { type: "too-many-requests", retryAfter: 60 } as const;

  // Every way of failing where all answers go, and two of them where few do.
  test.each([
    ["sendMessage", [lostRequest, lostAnswer, unauthorized, tooMany]],
    ["editMessageText", [lostAnswer, tooMany]],
    ["sendVenue", [lostRequest, unauthorized]],
    ["deleteMessages", [lostAnswer, unauthorized]],
  ] as const)("Telegram fails at %s", async (method, kinds) => {
    for (const kind of kinds) {
      await nextDay();
      await app.faults({ method, times: 10_000, kind });
      await walkShortly();
      await app.faults();
    }
    expect(findTraces(await everythingKept())).toEqual([]);
  });

  test("she blocks the bot before it has answered", async () => {
    await nextDay();
    for (const text of ["/feedback", `is het open ${word}`]) {
      await app.faults({ method: "sendMessage", times: 1, kind: { type: "delay", milliseconds: 300 } });
      const asking = parent.say(text);
      await expect.poll(async () => (await parent.chat()).messages.at(-1)?.text).toBe(text);
      await parent.block(true);
      await asking;
      await parent.block(false);
    }
    expect(findTraces(await everythingKept())).toEqual([]);
  });
});

describe("afterwards", { timeout: 60_000 }, () => {
  test("no message that she typed is anywhere, as a whole or hashed", async () => {
    expect(typed.size).toBeGreaterThan(100);
    const messages = [...typed].filter((said) => said.includes(word));
    const find = createTraceFinder(messages.map((said) => ({ name: "message", value: said, whole: true })));
    expect(find(await everythingKept())).toEqual([]);
  });

  test("no file of the database has her", async () => {
    await server.admin`checkpoint`;
    const files = await everyFile(server.cluster);
    expect(files.length).toBeGreaterThan(100);
    const eight = Buffer.alloc(8);
    eight.writeBigInt64BE(BigInt(canaryPerson.id));
    const wanted = canaries.map(({ value }) => Buffer.from(String(value)));
    const found = files.filter(({ bytes }) =>
      [...wanted, eight, Buffer.from(eight.toReversed())].some((canary) => bytes.includes(canary)),
    );
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  test("every path of the server was asked, and it has come back from all that went wrong", async () => {
    const refused = async () => {
      const routes = await everyRoute(app.httpUrl, app.httpPaths, { slug, canary: word });
      return routes.filter(({ status }) => status !== 200).map(({ path, content }) => `${path} ${content}`);
    };
    await expect.poll(refused, { timeout: 30_000, interval: 500 }).toEqual([]);
  });

  test("and a leak of any of these would have been seen", async () => {
    await server.admin`select ${String(canaryPerson.id)}::bigint`;
    await server.admin.unsafe("alter database postgres reset log_statement");
    const shown = await server.admin`select ${canaryPerson.firstName}::text as planted`;
    expect(shown).toHaveLength(1);
    await app.sql`select ${canaryPerson.firstName}::text as planted`;
    expect(findTraces([{ where: "PostgreSQL's log", content: await server.log() }])).not.toEqual([]);
  });
});

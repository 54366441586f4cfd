import { createHmac, randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Ballot, mostTaps } from "../../../src/core/feedback/ballot.ts";
import { choices } from "../../../src/core/feedback/choices.ts";
import { type OpenCounts, readCounts } from "../../../src/core/feedback/counts.ts";
import { connect, type Database } from "../../../src/database/client.ts";
import { unseal } from "../../../src/database/sealing.ts";
import { type Counting, createCounting, type Outcome } from "../../../src/features/feedback/counting.ts";
import { createFeedbackRepository } from "../../../src/features/feedback/repository.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { query } from "../../support/query.ts";

const sealKey = randomBytes(32);
const ballotKey = randomBytes(32);
const week = 2970;

let server: TestDatabase;
let database: Database;
/** Two processes, as far as counting goes: they share nothing but the database. */
let here: Counting;
let there: Counting;

beforeAll(async () => {
  server = await createTestDatabase();
  database = await connect(server.url);
  const counting = () => createCounting(database, createFeedbackRepository(database, sealKey), ballotKey);
  here = counting();
  there = counting();
  await ask(`insert into places (slug, name, facts, school_calendar, time_zone)
     select 'place-' || n, '{}', '{}', 'none', 'Europe/Brussels' from generate_series(1, 3) n`);
});
beforeEach(() => ask("truncate open_counts, blocks, spent_ballots"));
afterAll(async () => {
  await database.close();
  await server.drop();
});

const ask = <Row extends object>(statement: string) => query<Row>(server.url, (sql) => sql.unsafe(statement));

const prompt = (more: Partial<Ballot> = {}): Ballot => ({
  place: 1,
  week,
  value: randomBytes(12),
  face: null,
  themes: [],
  left: mostTaps,
  ...more,
});

async function openCounts(place = 1): Promise<OpenCounts> {
  const [row] = await ask<{ sealed: Buffer }>(`select sealed from open_counts where place = ${place}`);
  if (row === undefined) throw new Error("Nothing was counted");
  return readCounts(unseal(sealKey, `open counts of place ${place}`, row.sealed));
}

/** What stands after a tap that counted. */
async function counted(outcome: Promise<Outcome>): Promise<Ballot> {
  const result = await outcome;
  if (result.kind !== "counted") throw new Error(`It was ${result.kind}`);
  return result.ballot;
}

const faces = async (place?: number) => (await openCounts(place)).counts.slice(0, 4);

test("a tap counts, changing one's mind moves the count, and themes are switched on and off", async () => {
  const first = await counted(here.count(prompt(), 0));
  const second = await counted(there.count(first, 2));
  const third = await counted(here.count(second, 5));
  expect((await openCounts()).counts.slice(0, 6)).toEqual([0, 0, 1, 0, 0, 1]);
  await counted(here.count(third, 5));
  expect((await openCounts()).counts.slice(0, 6)).toEqual([0, 0, 1, 0, 0, 0]);
});

test("a tap that comes again counts once, and draws the same buttons", async () => {
  const ballot = prompt();
  const outcomes = await Promise.all([here.count(ballot, 1), there.count(ballot, 1), here.count(ballot, 1)]);
  expect(outcomes[1]).toEqual(outcomes[0]);
  expect(outcomes[2]).toEqual(outcomes[0]);
  expect(await faces()).toEqual([0, 1, 0, 0]);
});

test("two taps on one ballot count one of them, and both learn which", async () => {
  const ballot = prompt();
  const outcomes = await Promise.all([here.count(ballot, 0), there.count(ballot, 3)]);
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(["counted", "spent"]);
  const [one, other] = outcomes.map((outcome) => (outcome.kind === "late" ? null : outcome.ballot));
  expect(other).toEqual(one);
  expect((await faces()).reduce((sum, count) => sum + count, 0)).toBe(1);
});

test("a ballot from before one's last change cannot move anything", async () => {
  const first = await counted(here.count(prompt(), 0));
  await counted(here.count(first, 1));
  expect(await here.count(first, 2)).toMatchObject({ kind: "spent", ballot: { face: 1 } });
  expect(await faces()).toEqual([0, 1, 0, 0]);
});

test("a next ballot that was never given out, although derived as ours are, spends nothing", async () => {
  const ballot = prompt();
  await counted(here.count(ballot, 0));
  // The buttons of a tap that was refused would claim that face 3 stands.
  const refused = { ...prompt(), face: 3, left: mostTaps - 1 };
  expect(await here.count(refused, 2)).toEqual({ kind: "spent", ballot: null });
  expect(await faces()).toEqual([1, 0, 0, 0]);
});

test("a ballot without taps left, and a theme before any face, do nothing", async () => {
  expect(await here.count(prompt({ left: 0 }), 0)).toEqual({ kind: "spent", ballot: null });
  expect(await here.count(prompt(), 7)).toEqual({ kind: "spent", ballot: null });
});

test("taps that arrive together, on two replicas and for several places, are all counted", async () => {
  const taps = Array.from({ length: 300 }, (_, index) => ({ place: 1 + (index % 3), face: index % 4 }));
  await Promise.all(
    taps.map(({ place, face }, index) => (index % 2 === 0 ? here : there).count(prompt({ place }), face)),
  );
  const all = await Promise.all([faces(1), faces(2), faces(3)]);
  expect(all.flat().reduce((sum, count) => sum + count, 0)).toBe(taps.length);
});

test("a ballot dies with its week", async () => {
  await counted(here.count(prompt({ week: week + 1 }), 0));
  expect(await here.count(prompt(), 0)).toEqual({ kind: "late" });
  expect(await faces()).toEqual([1, 0, 0, 0]);
});

test("the first tap of a week publishes the weeks before, and a week without taps is published by itself", async () => {
  await Promise.all(Array.from({ length: 22 }, (_, index) => here.count(prompt(), index % 4)));
  await here.count(prompt({ week: week + 1 }), 0);
  const blocks = await ask<Record<"question" | "choice" | "count" | "total", unknown>>(
    "select * from blocks order by ctid",
  );
  expect(blocks.map(({ question, choice, count, total }) => [question, choice, count, total])).toEqual([
    ["answers", "all", 22, 22],
    ["face", choices[0], 6, 22],
    ["face", choices[1], 6, 22],
    ["face", choices[2], 5, 22],
    ["face", choices[3], 5, 22],
  ]);
  expect(await faces()).toEqual([1, 0, 0, 0]);

  await Promise.all(Array.from({ length: 19 }, () => here.count(prompt({ week: week + 1 }), 0)));
  await there.turn(week + 2);
  expect(await ask("select distinct first_week, last_week from blocks order by 1")).toEqual([
    { first_week: week, last_week: week },
    { first_week: week + 1, last_week: week + 1 },
  ]);
  expect((await openCounts()).firstWeek).toBe(week + 2);
});

test("values of ballots are erased one week after their week", async () => {
  await here.count(prompt(), 0);
  const kept = async () => (await ask("select 1 from spent_ballots")).length;
  await here.turn(week + 1);
  expect(await kept()).toBeGreaterThan(0);
  await here.turn(week + 2);
  expect(await kept()).toBe(0);
});

test("with the database away nothing is counted, and the tap is not lost silently", async () => {
  const gone = await connect(server.url);
  const counting = createCounting(gone, createFeedbackRepository(gone, sealKey), ballotKey);
  await gone.close();
  const ballot = prompt();
  await expect(counting.count(ballot, 0)).rejects.toThrow();
  expect((await counted(here.count(ballot, 0))).face).toBe(0);
});

test("whoever holds the keys and all that is stored finds no single answer in it", async () => {
  for (let parent = 0; parent < 6; parent++) {
    const first = await counted(here.count(prompt(), parent % 4));
    await counted(here.count(first, 5));
  }
  const rows = await ask<{ value: Buffer }>("select value from spent_ballots");
  expect(rows).toHaveLength(12);
  const stored = new Set(rows.map(({ value }) => value.toString("hex")));
  const derived = (label: string, value: Uint8Array, choice: number) =>
    createHmac("sha256", ballotKey).update(label).update(value).update(Uint8Array.of(choice)).digest().subarray(0, 12);
  // Each stored value is tried as that of a ballot, through every choice and every second one.
  const followed = [...rows.map(({ value }) => value)].flatMap((value) => {
    const once = choices.map((_, choice) => derived("next", value, choice));
    return [...once, ...once.flatMap((next) => choices.map((_, choice) => derived("next", next, choice)))];
  });
  const found = followed.filter((value) => stored.has(derived("stands", value, 0).toString("hex")));
  expect(found).toEqual([]);
});

import { afterAll, describe, expect, test } from "vitest";
import type { Person } from "../../src/playground/protocol.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { type Act, answer, dataFor, tapAction } from "./support/feedback-acts.ts";
import { seededKey, seededRandom } from "./support/seeded.ts";
import { sequences, storedState } from "./support/stored-state.ts";
import { everyRoute } from "./support/what-was-kept.ts";

// The same taps at the same times, with the same chance, and other people: if anything that is stored or said differs, it tells
// of a person.

const running: TestApp[] = [];
afterAll(() => Promise.all(running.map((app) => app.stop())));

async function start(people: readonly Person[]): Promise<TestApp> {
  const app = await startTestApp({
    people,
    secretKey: seededKey,
    random: seededRandom("chance"),
    now: "2026-11-25T10:00",
  });
  running.push(app);
  return app;
}

const at = (app: TestApp, moment: string) => app.setClock(`${moment}[Europe/Brussels]`);

async function published(app: TestApp): Promise<void> {
  await expect.poll(async () => (await app.sql`select 1 from blocks`).length).toBeGreaterThan(0);
}

/** Everything about feedback that outlives a tap. */
async function left(app: TestApp) {
  const routes = await everyRoute(app.httpUrl, app.httpPaths, { slug: "de-zandbak", canary: "nobody" });
  return {
    stored: await storedState(app.sql),
    sequences: await sequences(app.sql),
    log: app.log,
    served: routes.map(({ content, ...rest }) => ({
      ...rest,
      content: String(content).replace(/\["date",.*?\],?/, ""),
    })),
  };
}

const amina: Person = { id: 812_736_455, firstName: "Amina", username: "amina", languageCode: "ar", role: "parent" };
const joris: Person = { id: 7_001_928_374, firstName: "Joris", lastName: "V", languageCode: "nl", role: "parent" };

describe("two people exchanged", () => {
  /** By turns, with changes of mind, and a tap that comes twice. */
  async function run(first: Person, second: Person): Promise<TestApp> {
    const app = await start([amina, joris]);
    const [one, other] = [app.person(first.id), app.person(second.id)];
    await answer(one, ["good", "notAlone", "better", "tooBusy"]);
    await at(app, "2026-11-25T10:07");
    await answer(other, ["notAtEase"]);
    await at(app, "2026-11-26T14:00");
    await tapAction(one, "soSo");
    await tapAction(other, "notAlone");
    await one.tapForged(await dataFor(one, "pleasant"));
    const twice = await dataFor(one, "soSo");
    await one.tapForged(twice);
    await one.tapForged(twice);
    await at(app, "2026-11-27T15:00");
    await one.say("/open");
    await answer(other, ["pleasant", "done"]);
    return app;
  }

  test("leave the same rows at the same places in the same order, the same sequences, log and pages", async () => {
    const [these, those] = [await run(amina, joris), await run(joris, amina)];
    const here = await left(these);
    expect(await left(those)).toEqual(here);
    // Or nothing was compared.
    expect(here.stored["public.spent_ballots"]?.length).toBeGreaterThan(5);
    expect(here.stored["public.open_counts"]).toHaveLength(1);
    expect(here.stored["public.chat_settings"]).toEqual([]);
    expect(here.log).toEqual([]);
  });

  test("and a run with other taps does leave something else", async () => {
    const [app, other] = [await start([amina, joris]), await start([amina, joris])];
    await answer(app.person(amina.id), ["good"]);
    await answer(other.person(amina.id), ["soSo"]);
    expect((await left(other)).stored).not.toEqual((await left(app)).stored);
  });
});

describe("votes permuted among people and hours", () => {
  const crowd = Array.from(
    { length: 24 },
    (_, index): Person => ({
      id: 500_000_000 + index * 7919,
      firstName: `Parent ${index}`,
      languageCode: ["nl", "fr", "ar"][index % 3] ?? "nl",
      role: "parent",
    }),
  );
  const kinds: readonly (readonly Act[])[] = [["good", "notAlone"], ["pleasant", "notAlone"], ["good"], ["soSo"]];
  const votes = crowd.map((_, index) => [...(kinds[index % kinds.length] ?? []), "done"] as const);

  /** @param order which vote the n-th parent casts, in the n-th hour */
  async function run(order: (index: number) => number): Promise<TestApp> {
    const app = await start(crowd);
    for (const [index, { id }] of crowd.entries()) {
      await at(app, `2026-11-${24 + Math.floor(index / 8)}T${String(9 + (index % 8)).padStart(2, "0")}:00`);
      await answer(app.person(id), votes[order(index)] ?? []);
    }
    return app;
  }

  test("leave the same once the week is published, and only ballots' values until those are erased", async () => {
    const [these, those] = [await run((index) => index), await run((index) => (index * 7 + 5) % crowd.length)];
    const apps = [these, those];
    for (const app of apps) {
      await at(app, "2026-11-30T10:00");
      await published(app);
    }
    const [here, there] = await Promise.all(apps.map(left));
    const { "public.spent_ballots": ballotsHere = [], ...restHere } = here?.stored ?? {};
    const { "public.spent_ballots": ballotsThere = [], ...restThere } = there?.stored ?? {};
    const withoutOrder = (tables: typeof restHere) =>
      Object.entries(tables).map(([name, rows]) => [name, rows.map(({ at: place, row }) => ({ place, row }))]);
    expect(withoutOrder(restThere)).toEqual(withoutOrder(restHere));
    expect(ballotsThere).toHaveLength(ballotsHere.length);
    expect(restHere["public.blocks"]?.length).toBeGreaterThan(3);

    for (const app of apps) {
      await at(app, "2026-12-07T10:00");
      await expect.poll(async () => (await app.sql`select 1 from spent_ballots`).length).toBe(0);
    }
    expect(await left(those)).toEqual(await left(these));
  }, 60_000);
});

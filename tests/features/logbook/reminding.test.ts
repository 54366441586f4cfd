import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ActingParent } from "../../support/acting-parent.ts";
import { startTestApp, type TestApp } from "../../support/app.ts";
import { joinTeam } from "../../support/team.ts";

let app: TestApp;
let els: ActingParent;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  await app.sql`delete from schedule_changes`;
  await app.sql`delete from visit_counts`;
  await app.sql`delete from audit`;
  await app.sql`delete from staff`;
  await app.sql`select pg_notify('staff', '')`;
  await app.sql`select pg_notify('places', '')`;
  await app.setClock("2026-11-25T08:00");
  els = await joinTeam(app, { role: "host", name: "Els" });
  await els.say("/staff");
  await els.tap("Bezoeken en logboek");
  await els.tap("Herinner mij");
});

/** The days that she was asked about, oldest first. */
const asked = async (who: ActingParent) =>
  (await who.chat()).messages.flatMap(({ text }) => /^De Zandbak, (.*)\nGepland/.exec(text ?? "")?.[1] ?? []);

const claimed = () => app.sql`select day::text from count_messages order by day`;

/** Another look at the clock has been taken, and it asked nobody. */
async function looksAgain() {
  const jan = await joinTeam(app, { role: "host", name: `Jan ${Math.random()}` });
  await app.sql`update staff set reminders = true where name like 'Jan%'`;
  await app.sql`select pg_notify('staff', '')`;
  return jan;
}

describe("after closing time", () => {
  test("who wishes it is asked, once, also when the process begins anew", async () => {
    await app.setClock("2026-11-25T11:59");
    expect(await asked(els)).toEqual([]);
    await app.setClock("2026-11-25T12:00");
    await expect.poll(() => asked(els)).toEqual(["woensdag 25 november"]);
    await app.restart();
    const jan = await looksAgain();
    await expect.poll(() => asked(jan)).toEqual(["woensdag 25 november"]);
    expect(await asked(els)).toEqual(["woensdag 25 november"]);
    await els.say("14 3 12 2");
    expect(await app.sql`select children from visit_counts`).toEqual([{ children: 14 }]);
    await expect.poll(async () => (await jan.chat()).messages.at(-1)?.text).toMatch(/^Kinderen: 14$/m);
  });

  test("nobody is asked about a day that was closed, nor who does not wish it", async () => {
    await app.addChange({ kind: "closed", from: "2026-11-25", to: "2026-11-25", reason: "illness" });
    await expect.poll(async () => (await els.say("/open")).texts[0]).toMatch(/^Nee/);
    await app.setClock("2026-11-25T12:30");
    await app.setClock("2026-11-26T16:30");
    await expect.poll(() => asked(els)).toEqual(["donderdag 26 november"]);
    await els.say("/staff");
    await els.tap("Bezoeken en logboek");
    await els.tap("Herinner mij niet");
    await app.setClock("2026-11-30T16:30");
    const jan = await looksAgain();
    await expect.poll(() => asked(jan)).toEqual(["maandag 30 november"]);
    expect(await asked(els)).toEqual(["donderdag 26 november"]);
  });

  test("a day that closes otherwise than usual is asked about then", async () => {
    await app.addChange({
      kind: "hours",
      from: "2026-11-25",
      to: "2026-11-25",
      reason: "other",
      hours: [{ start: 540, end: 900 }],
    });
    await expect.poll(async () => (await els.say("/open")).texts[0]).toMatch(/15\.00/);
    await app.setClock("2026-11-25T14:59");
    await app.setClock("2026-11-25T15:00");
    await expect.poll(() => asked(els)).toEqual(["woensdag 25 november"]);
    expect((await els.chat()).messages.at(-1)?.text).toContain("Gepland: 9.00–15.00");
  });

  test("long after it, at night, nobody is woken", async () => {
    await app.setClock("2026-11-25T17:30");
    await app.setClock("2026-11-26T16:30");
    await expect.poll(() => asked(els)).toEqual(["donderdag 26 november"]);
    expect(await claimed()).toEqual([{ day: "2026-11-26" }]);
  });
});

describe("later", () => {
  test("asks again each day after closing time, for seven days, also after a restart", async () => {
    await app.setClock("2026-11-25T12:00");
    await expect.poll(() => asked(els)).toHaveLength(1);
    await expect.poll(() => app.sql`select 1 from count_messages where message is not null`).toHaveLength(1);
    await els.say("14 3 12 2");
    expect((await els.tap("Later")).texts).toEqual([
      "Goed. Morgen vraag ik het opnieuw. Tellen kan nog tot en met woensdag 2 december.",
    ]);
    await app.restart();
    await app.setClock("2026-11-26T12:00");
    const wednesdays = async () => (await asked(els)).filter((day) => day === "woensdag 25 november").length;
    await expect.poll(wednesdays).toBe(2);
    // Nothing that was entered is lost.
    expect((await els.chat()).messages.at(-1)?.text).toMatch(/^Kinderen: 14$/m);
  });

  test("is not offered on the last day", async () => {
    await app.setClock("2026-12-02T08:00");
    await els.say("/staff");
    await els.tap("Bezoeken en logboek");
    await els.tap("De Zandbak, woensdag 25/11");
    expect((await els.buttons()).flat()).not.toContain("Later");
    expect((await els.buttons()).flat()).toContain("Klaar");
  });
});

test("what was asked is forgotten when nobody can count it any more, and when she leaves", async () => {
  await app.setClock("2026-11-25T12:00");
  await expect.poll(claimed).toHaveLength(1);
  await app.setClock("2026-12-05T08:00");
  await expect.poll(claimed).toHaveLength(0);
  await app.setClock("2026-12-07T16:30");
  await expect.poll(claimed).toHaveLength(1);
  await app.sql`delete from staff`;
  expect(await claimed()).toHaveLength(0);
});

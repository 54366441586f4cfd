import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ActingParent } from "../../support/acting-parent.ts";
import { startTestApp, type TestApp } from "../../support/app.ts";
import { withoutIsolates } from "../../support/reaction.ts";
import { joinTeam } from "../../support/team.ts";

let app: TestApp;
let els: ActingParent;
let noor: ActingParent;

beforeAll(async () => {
  app = await startTestApp();
  els = await joinTeam(app, { name: "Els", role: "host" });
});
afterAll(() => app.stop());
beforeEach(async () => {
  await app.sql`truncate broadcasts, deliveries, schedule_changes, subscriptions restart identity cascade`;
  await app.sql`select pg_notify('places', '')`;
  await app.setClock("2026-11-25T10:00");
  noor = await app.parent("nl");
  await noor.say("/subscribe");
  expect(await app.sql`select 1 from subscriptions`).toHaveLength(1);
  read = (await noor.chat()).messages.length;
});

let read = 0;
/** What Noor was told, once nothing is under way any more. */
async function told() {
  await expect.poll(() => app.sql`select 1 from broadcasts where state = 'under-way'`).toEqual([]);
  const { messages } = await noor.chat();
  return messages.slice(read).map(({ text }) => withoutIsolates(text ?? ""));
}
const changes = () => app.sql`select kind, withdrawn from schedule_changes order by number`;

async function close() {
  await els.say("/change morgen gesloten");
  await els.tap("Bevestig");
}

async function editToOpenLater() {
  await els.tap("Wijzigingen");
  await els.tap("donderdag 26/11: gesloten");
  await els.tap("Aanpassen");
  await els.tap("Later open");
  await els.tap("15.00");
  await els.tap("Andere reden");
  return els.tap("Bevestig");
}

const undone = "Ongedaan gemaakt. Alles is weer zoals voordien.";

describe("a change that was edited", () => {
  test("is as before when that is undone, and who read of it reads nothing more", async () => {
    await close();
    await app.setClock("2026-11-25T10:05");
    expect(await told()).toEqual([expect.stringMatching(/uitzonderlijk gesloten/)]);
    expect((await editToOpenLater()).texts[0]).toMatch(/Ongedaan maken kan nog 30 seconden/);
    expect((await els.tap("Ongedaan maken")).texts[0]).toBe(undone);
    expect(await changes()).toEqual([
      { kind: "closed", withdrawn: false },
      { kind: "hours", withdrawn: true },
    ]);
    await expect.poll(async () => (await noor.say("morgen open?")).texts[0]).toMatch(/uitzonderlijk gesloten/);
    read = (await noor.chat()).messages.length;
    await app.setClock("2026-11-25T11:00");
    expect(await told()).toEqual([]);
    expect(
      (await app.sql`select entry->>'what' as what from audit order by number desc limit 2`).map(({ what }) => what),
    ).toEqual(["change-added", "change-withdrawn"]);
  });

  test("of which nobody had read yet is told once, as it is again", async () => {
    await close();
    await editToOpenLater();
    await els.tap("Ongedaan maken");
    await app.setClock("2026-11-25T11:00");
    expect(await told()).toEqual([expect.stringMatching(/^Donderdag 26 november: .* uitzonderlijk gesloten/)]);
  });

  test("is told as it is now where it is not undone, and then it is too late", async () => {
    await close();
    await editToOpenLater();
    await app.setClock("2026-11-25T11:00");
    expect(await told()).toEqual([expect.stringMatching(/15\.00–16\.30/)]);
    expect((await els.tap("Ongedaan maken")).texts[0]).toMatch(/^De 30 seconden zijn voorbij/);
    expect(await changes()).toMatchObject([{ withdrawn: true }, { withdrawn: false }]);
  });

  test("that went out at the last moment is set right to exactly those who may have read it", async () => {
    await close();
    await app.setClock("2026-11-25T10:05");
    await told();
    await editToOpenLater();
    await app.sql`update deliveries set state = 'sent' where broadcast = (select max(number) from broadcasts where corrects is not null)`;
    await app.sql`update broadcasts set sent = 1, state = 'ended' where corrects is not null`;
    await els.tap("Ongedaan maken");
    await app.setClock("2026-11-25T11:00");
    expect((await told()).at(-1)).toMatch(/uitzonderlijk gesloten/);
    expect(await told()).toHaveLength(2);
  });

  test("is not put back when it was taken back meanwhile", async () => {
    await close();
    await editToOpenLater();
    await app.sql`update schedule_changes set withdrawn = true`;
    await app.sql`select pg_notify('places', '')`;
    await els.tap("Ongedaan maken");
    expect(await changes()).toEqual([
      { kind: "closed", withdrawn: true },
      { kind: "hours", withdrawn: true },
    ]);
  });
});

import { afterAll, beforeAll, expect, test } from "vitest";
import type { ActingParent } from "../support/acting-parent.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { joinTeam } from "../support/team.ts";

let app: TestApp;
let staf: ActingParent;
let amal: ActingParent;
let els: ActingParent;

beforeAll(async () => {
  app = await startTestApp({ now: "2028-07-01T10:00" });
  staf = await joinTeam(app, { name: "Staf" });
  amal = await joinTeam(app, { name: "Amal", language: "ar" });
  els = await joinTeam(app, { role: "host", name: "Els" });
});
afterAll(() => app.stop());

/** What each was told of a calendar. */
const told = async (who: ActingParent) =>
  (await who.chat()).messages.flatMap(({ text }) => (/schoolvakanties|العطل/.test(text ?? "") ? [text] : []));

const inDutch = [
  "De kalender van de Vlaamse schoolvakanties loopt tot 31/8/2028.",
  "Over de dagen daarna zegt de bot: nog niet bevestigd.",
  "Wie de bot beheert, kan het volgende schooljaar toevoegen.",
].join("\n");

test("sixty days before a calendar ends coordinators are told, each in her language, and nobody else", async () => {
  await app.setClock("2028-07-02T00:30");
  await expect.poll(() => told(staf)).toEqual([inDutch]);
  await expect.poll(() => told(amal)).toHaveLength(1);
  expect((await told(amal))[0]).toContain("31/8/2028");
  expect(await told(els)).toEqual([]);
});

test("once a month: not on the next day, nor by another process", async () => {
  await app.restart();
  await app.sql`insert into invitations (hash, name, role, until) values ('\\x01', 'Jo', 'host', '2028-07-29')`;
  await app.setClock("2028-07-30T10:00");
  // A sign that the day was looked at.
  await expect.poll(() => app.sql`select from invitations where name = 'Jo'`).toHaveLength(0);
  expect(await told(staf)).toEqual([inDutch]);
  await app.setClock("2028-08-01T10:00");
  await expect.poll(() => told(staf)).toEqual([inDutch, inDutch]);
});

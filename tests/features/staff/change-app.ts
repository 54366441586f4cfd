import { afterAll, beforeAll, beforeEach } from "vitest";
import type { ActingParent } from "../../support/acting-parent.ts";
import { examplePlaces, startTestApp, type TestApp } from "../../support/app.ts";
import { joinTeam } from "../../support/team.ts";

export let app: TestApp;
/** A coordinator and a host of De Zandbak, and a parent. */
export let staf: ActingParent;
export let els: ActingParent;
export let noor: ActingParent;

export const zandbak = ["de-zandbak"];

/** For each test of a file a team of two, and no change. */
export function startChanges(): void {
  beforeAll(async () => {
    app = await startTestApp({ places: examplePlaces });
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    await app.sql`delete from broadcasts`;
    await app.sql`delete from schedule_changes`;
    await app.sql`delete from audit`;
    await app.sql`delete from staff`;
    await app.sql`select pg_notify('staff', ''), pg_notify('places', '')`;
    await app.setClock("2026-11-25T07:30");
    staf = await joinTeam(app, { name: "Staf", places: zandbak });
    els = await joinTeam(app, { name: "Els", role: "host", places: zandbak });
    noor = await app.parent("nl");
  });
}

export const changes = () =>
  app.sql`select kind, "from"::text, "to"::text, hours, reason, text, withdrawn from schedule_changes order by number`;
export const newest = async (person: ActingParent) =>
  (await person.chat()).messages.at(-1)?.text?.replace(/[\u2068\u2069\u200f]/g, "");
export const answerTo = async (question: string) => (await noor.say(question)).texts[0];

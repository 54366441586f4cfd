import { afterAll, beforeAll, beforeEach } from "vitest";
import type { ActingParent } from "../../support/acting-parent.ts";
import { startTestApp, type TestApp } from "../../support/app.ts";
import { joinTeam } from "../../support/team.ts";

export let app: TestApp;
/** A coordinator. */
export let els: ActingParent;

export const usual = "Mo,Th 13:30-16:30; We 09:00-12:00; Sa[1,3] 10:00-12:30; PH off; SH off";
export const names = { nl: "De Zandbak", fr: "Le Bac à sable", ar: "صندوق الرمل" };

/** For each test of a file the same place, and a coordinator who edits it. */
export function startEditing(): void {
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    await app.sql`delete from audit`;
    await app.sql`delete from staff_conversations`;
    await app.sql`delete from staff`;
    await app.sql`delete from hours`;
    await app.sql`insert into hours select number, '0001-01-01', ${usual} from places`;
    await app.sql`update places set edited = '{}', name = ${app.sql.json(names)}, facts = ${app.sql.json({ address: "Voorbeeldstraat 12" })}`;
    await app.sql`select pg_notify('staff', ''), pg_notify('places', '')`;
    await app.setClock("2026-11-25T10:00");
    els = await joinTeam(app, { name: "Els" });
  });
}

export const name = async () => (await app.sql`select name from places`)[0]?.name;
export const stored = async () =>
  (await app.sql`select "from"::text, expression from hours order by "from"`).map((row) => ({ ...row }));
export const fact = async (name: string) => (await app.sql`select facts -> ${name} as fact from places`)[0]?.fact;
export const edited = async () => (await app.sql`select edited from places`)[0]?.edited;

export async function open(person = els, label = "Uren en info van de plek") {
  await person.say("/staff");
  return person.tap(label);
}

export async function typeHours(text: string) {
  await open();
  await els.tap("Gewone uren");
  return els.say(text);
}

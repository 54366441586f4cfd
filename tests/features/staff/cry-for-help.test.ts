import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ActingParent } from "../../support/acting-parent.ts";
import { examplePlaces, startTestApp, type TestApp } from "../../support/app.ts";
import { everyRow } from "../../support/every-row.ts";
import { joinTeam } from "../../support/team.ts";

let app: TestApp;
let staf: ActingParent;

const stored = async (table: "schedule_changes" | "logbook" | "visit_counts" | "staff_conversations") =>
  app.sql`select * from ${app.sql(table)}`;

beforeAll(async () => {
  app = await startTestApp({ places: examplePlaces });
});
afterAll(() => app.stop());
beforeEach(async () => {
  await app.sql`delete from broadcasts`;
  await app.sql`delete from schedule_changes`;
  await app.sql`delete from logbook`;
  await app.sql`delete from visit_counts`;
  await app.sql`delete from staff`;
  await app.sql`select pg_notify('staff', ''), pg_notify('places', '')`;
  await app.setClock("2026-11-25T12:30");
  staf = await joinTeam(app, { name: "Staf", places: ["de-zandbak"] });
});

async function tapped(person: ActingParent, ...labels: readonly string[]) {
  for (const label of labels) await person.tap(label);
}

const counting = ["Bezoeken en logboek", "De Zandbak, woensdag 25/11"];

describe("a cry for help in the middle of a conversation", () => {
  const questions: [question: string, begin: string, ...labels: string[]][] = [
    ["which day changes", "/change"],
    ["what changes", "/change morgen"],
    ["from which hour", "/change morgen", "Andere uren"],
    ["why", "/change morgen", "Gesloten"],
    ["whether it is right", "/change morgen gesloten"],
    ["what parents read besides", "/change morgen gesloten", "Zin voor ouders", "Nederlands"],
    ["whom to invite", "/staff", "Nodig iemand uit", "Medewerker"],
    ["how many there were", "/staff", ...counting, "Typ de getallen"],
    ["when it was open", "/staff", ...counting, "Andere uren"],
    ["what to remember", "/staff", ...counting, "Klaar", "Schrijf in het logboek"],
    ["which hours are usual", "/staff", "Uren en info van de plek", "Gewone uren"],
    ["which telephone number it has", "/staff", "Uren en info van de plek", "✓ Telefoon"],
  ];

  test.each(questions)(
    "is answered first where it is asked %s, and the question still waits",
    async (_, begin, ...labels) => {
      await staf.say(begin);
      await tapped(staf, ...labels);
      const question = (await staf.chat()).messages.at(-1)?.text ?? "";
      const buttons = await staf.buttons();
      const { messages } = await staf.say("help, mijn kind ademt niet meer!");
      expect(messages).toHaveLength(2);
      expect(messages[0]?.text).toMatch(/^112 \(ambulance en brandweer\): bel nu\./);
      expect(messages[1]?.text).toBe(`Deze vraag wacht nog. Je kan straks verder.\n\n${question}`);
      expect(await staf.buttons()).toEqual([["Dit is mijn antwoord"], ...buttons]);
      expect(JSON.stringify(await everyRow(app.sql))).not.toMatch(/ademt/);
    },
  );

  test("loses nothing of what was entered, whatever happens in between", async () => {
    await staf.say("/change morgen gesloten ziekte");
    await tapped(staf, "Zin voor ouders", "Nederlands");
    await staf.say("help mijn kind ademt niet");
    await app.restart();
    expect((await staf.say("Tot gauw")).texts[0]).toContain("Tot gauw");
    await staf.tap("Bevestig");
    expect(await stored("schedule_changes")).toMatchObject([{ reason: "illness", text: { nl: "Tot gauw" } }]);
  });

  test("is answered also when nobody can look up what she is in the middle of", async () => {
    await staf.say("/change morgen");
    await app.sql`alter table staff_conversations rename to away`;
    const { texts } = await staf.say("help mijn kind ademt niet");
    await app.sql`alter table away rename to staff_conversations`;
    expect(texts[0]).toMatch(/^112 \(ambulance en brandweer\): bel nu\./);
    expect((await staf.tap("Gesloten")).texts[0]).toMatch(/^Waarom\?/);
  });

  test("is not what everything sounds like: a tap takes it as the answer, and only then it is kept", async () => {
    await staf.say("/staff");
    await tapped(staf, ...counting, "Klaar", "Schrijf in het logboek");
    const { texts } = await staf.say("Een kindje viel van de glijbaan, buil op het hoofd.");
    expect(texts[0]).toMatch(/^112/);
    expect(await stored("logbook")).toEqual([]);
    await app.restart();
    expect((await staf.tap("Dit is mijn antwoord")).texts).toEqual(["Dank je. Het staat in het logboek."]);
    expect(await stored("logbook")).toMatchObject([{ text: "Een kindje viel van de glijbaan, buil op het hoofd." }]);
  });

  test("may be the reason itself", async () => {
    await staf.say("/change morgen");
    await staf.tap("Gesloten");
    expect((await staf.say("kind gevallen, ziekenwagen is geweest")).texts[0]).toMatch(/^112/);
    expect((await staf.tap("Dit is mijn antwoord")).texts[0]).toMatch(/^Zo lezen ouders het:.*Ziekte\./s);
    await staf.tap("Bevestig");
    expect(await stored("schedule_changes")).toMatchObject([{ kind: "closed", reason: "illness", text: null }]);
  });

  test("that was erased since can not be taken as the answer any more", async () => {
    await staf.say("/change morgen gesloten");
    await tapped(staf, "Zin voor ouders", "Nederlands");
    await staf.say("mijn man slaat mij");
    await staf.tap("Wis deze berichten");
    expect((await staf.tap("Dit is mijn antwoord")).texts[0]).toMatch(/^Eén zin van hoogstens 200 tekens/);
    expect(JSON.stringify((await staf.chat()).messages)).not.toMatch(/slaat/);
  });

  test.each([
    ["fr", "/change demain fermé", "au secours mon bébé ne respire plus", "C’est ma réponse"],
    ["ar", "/change غدا مغلق", "طفلي لا يتنفس", "هذا جوابي"],
  ])("is answered in %s", async (language, begin, cry, label) => {
    const member = await joinTeam(app, { name: language, role: "host", places: ["de-zandbak"], language });
    await member.say(begin);
    expect((await member.say(cry)).texts[0]).toMatch(/^112/);
    expect((await member.buttons())[0]).toEqual([label]);
  });
});

test("112 is a cry for help also where numbers are counts", async () => {
  await staf.say("/staff");
  await tapped(staf, ...counting);
  expect((await staf.say("112")).texts).toEqual([expect.stringMatching(/^112/)]);
  expect(await stored("visit_counts")).toEqual([]);
  await staf.say("112 3 60 2");
  expect(await stored("visit_counts")).toMatchObject([{ children: 112, siblings: 3, adults: 60, first_visits: 2 }]);
});

test("what the team usually answers is no cry for help", async () => {
  await staf.say("/change");
  for (const answer of ["morgen", "gesloten", "ziekte"]) {
    expect((await staf.say(answer)).messages).toHaveLength(1);
  }
  await tapped(staf, "Zin voor ouders", "Nederlands");
  for (const line of ["De verwarming is stuk", "We zijn er maandag weer", "Er is te veel ijzel op de weg"]) {
    expect((await staf.say(line)).texts).toEqual([expect.stringContaining(line)]);
    await tapped(staf, "Zin voor ouders", "✓ Nederlands");
  }
});

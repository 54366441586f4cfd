import { afterAll, beforeAll, expect, test } from "vitest";
import type { ActingParent } from "../support/acting-parent.ts";
import { examplePlaces, startTestApp, type TestApp } from "../support/app.ts";

let app: TestApp;
let noor: ActingParent;

beforeAll(async () => {
  app = await startTestApp();
  noor = await app.parent("nl");
});
afterAll(() => app.stop());

test.each([
  ["31/11 open?", /^31\/11 bestaat niet\.\n\nNu open: 9\.00–12\.00\.$/],
  ["waren jullie gisteren open?", /^Die dag is al voorbij: dinsdag 24 november\.\n\nNu open: 9\.00–12\.00\.$/],
  [
    "zijn jullie open van 21 tot 23 december?",
    /^Van maandag 21 december tot woensdag 23 december is het dicht\. Daarna open op maandag 4 januari/,
  ],
  ["volgende week open?", /^Volgende week eerst open: maandag 30 november, 13\.30–16\.30\./],
  ["zijn jullie open op 5 december", /^Ja, op zaterdag 5 december is het open: 10\.00–12\.30\./],
  ["open in de kerstvakantie?", /^Van maandag 21 december tot zondag 3 januari is het dicht\. Daarna open/],
])("“%s” is answered for the days that it names", async (question, expected) => {
  expect((await noor.say(question)).texts[0]).toMatch(expected);
});

test.each([
  ["hoeveel kost het?", /Vraag het aan het team\./],
  ["moet ik inschrijven?", /^Nee, inschrijven hoeft niet\./],
  ["mag oma mee?", /^Welkom zijn jonge kinderen en wie voor hen zorgt/],
  ["is het anoniem?", /^Je bezoek is anoniem: niemand vraagt je naam\. De bot bewaart niet wie iets vraagt\./],
  ["wat is dat eigenlijk, een ontmoetingsplaats?", /^Een plek waar jonge kinderen spelen/],
])("“%s” is answered with what is known", async (question, expected) => {
  expect((await noor.say(question)).texts[0]).toMatch(expected);
});

test("a place that is named is the place that is answered for", async () => {
  const several = await startTestApp({ places: examplePlaces });
  const parent = await several.parent("nl");
  expect((await parent.say("is het treintje morgen open?")).texts).toEqual([
    "Nee, Het Treintje is morgen dicht. Daarna open op vrijdag 27 november, 9.30–12.00.",
  ]);
  await several.stop();
});

test("asking, in whatever words, writes nothing", async () => {
  const tables = async () =>
    Promise.all(
      ["chat_settings", "places", "hours", "schedule_changes", "organisation"].map(
        (name) => app.sql`select * from ${app.sql(name)}`,
      ),
    );
  const before = await tables();
  for (const text of [
    "open?",
    "mijn man slaat mij",
    "mijn kind slaapt niet",
    "blabla",
    "c'est gratuit ?",
    "واش محلول",
  ]) {
    await noor.say(text);
  }
  expect(await tables()).toEqual(before);
  expect(JSON.stringify(app.log)).not.toMatch(/slaat|slaapt|gratuit|محلول/);
});

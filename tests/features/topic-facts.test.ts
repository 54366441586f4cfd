import { afterAll, beforeAll, expect, test } from "vitest";
import { examplePlaces, startTestApp, type TestApp } from "../support/app.ts";
import { everyFact, organisation } from "../support/places-files.ts";

let full: TestApp;
let bare: TestApp;
let several: TestApp;

beforeAll(async () => {
  [full, bare, several] = await Promise.all([
    startTestApp({ places: everyFact }),
    startTestApp(),
    startTestApp({ places: examplePlaces }),
  ]);
});
afterAll(() => Promise.all([full, bare, several].map((app) => app.stop())));

test("what a place says of itself is joined with what holds everywhere", async () => {
  const parent = await full.parent("nl");
  expect((await parent.say("wat moet ik meebrengen?")).texts).toEqual([
    "Meebrengen: reservekleren\nEten en drinken: er is water en fruit\nKinderwagen: in de gang\nEr is een verzorgingstafel.",
  ]);
  expect((await parent.say("mag oma mee?")).texts[0]).toContain(
    "\n\nLeeftijd: van 0 tot 4 jaar\nWie mag komen: ook broers en zussen",
  );
  expect((await parent.tap("Alle vragen")).texts).toHaveLength(1);
  expect((await parent.tap("Welke talen?")).texts[0]).toMatch(
    /\n\nHet team spreekt Nederlands, Frans en Marokkaans Arabisch\.$/,
  );
  expect((await parent.tap("Alle vragen")).texts).toHaveLength(1);
  expect((await parent.tap("Het team bereiken")).texts[0]).toMatch(
    /\n\nBellen: \+32 2 555 01 01\nMailen: zandbak@speelboom\.example\nWebsite: https:\/\/www\.speelboom\.example\nOf kom gewoon langs als het open is\.$/,
  );
});

test.each([
  ["Wat kost het?", "De prijs staat hier nog niet. Vraag het aan het team."],
  ["Wat neem ik mee?", "Wat je meebrengt, staat hier nog niet. Vraag het aan het team."],
  ["Wie mag komen?", /\n\nVoor welke leeftijd\? Vraag het aan het team\.$/],
  ["Welke talen?", /\n\nWelke talen het team spreekt\? Vraag het aan het team\.$/],
  ["Huisregels", /\n\nZijn er nog andere regels\? Vraag het aan het team\.$/],
  ["Als het vol is", /\n\nIs het vol\? Vraag het aan het team\.$/],
  ["Het team bereiken", /\n\nSpreek het team gerust aan als het open is\.$/],
])("where a place says nothing, “%s” is for the team to say", async (button, answer) => {
  const parent = await bare.parent("nl");
  await parent.say("/help");
  const { texts } = await parent.tap(button);
  if (typeof answer === "string") expect(texts).toEqual([answer]);
  else expect(texts[0]).toMatch(answer);
  expect(texts[0]).not.toMatch(/undefined|null|gratis/);
});

test("with several places each is named with what it says, and whom to call for the rest", async () => {
  const parent = await several.parent("nl");
  expect((await parent.say("hoeveel kost het?")).texts).toEqual([
    "De Zandbak:\nHet is gratis.\n\nHet Treintje:\nJe geeft wat je wil.",
  ]);
  expect((await parent.say("wat moet ik meebrengen?")).texts).toEqual([
    [
      "De Zandbak:\nKinderwagen: mag in de gang\nEr is een verzorgingstafel.\nNog een vraag? Vraag het aan het team: +32 2 555 01 01.",
      "Het Treintje:\nKinderwagen: in de hal\nNog een vraag? Vraag het aan het team: +32 2 555 02 02.",
    ].join("\n\n"),
  ]);
});

test("a place that is named, or was chosen, is the one that is told of", async () => {
  const parent = await several.parent("fr");
  expect((await parent.say("hoeveel kost het in het treintje?")).texts).toEqual([
    "Het Treintje:\nJe geeft wat je wil.",
  ]);
  expect((await parent.tap("Français")).texts).toEqual(["Le Petit Train\u00a0:\nVous donnez ce que vous voulez."]);

  await parent.say("/start p_le-petit-train");
  await parent.tap("C’est mon lieu");
  expect((await parent.say("c'est combien ?")).texts).toEqual([
    "Le Petit Train\u00a0:\nVous donnez ce que vous voulez.",
  ]);
});

test("of many places with much to say as many are told as fit, and where the others are", async () => {
  const long = "regel ".repeat(80).trim();
  const places = Array.from(
    { length: 12 },
    (_, index) =>
      `  - { slug: plek-${index}, name: Plek ${index}, address: Straat 1, hours: "Mo 09:00-12:00", schoolCalendar: none, houseRules: ${long} }`,
  );
  const app = await startTestApp({ places: [organisation, "places:", ...places].join("\n") });
  const parent = await app.parent("nl");
  await parent.say("/help");
  const { texts } = await parent.tap("Huisregels");
  expect(texts[0]).toMatch(
    /^Je blijft bij je kind.*Plek 0:\nregel.*\n\nOnze andere plekken staan bij “Waar is het\?”\.$/s,
  );
  expect(texts[0]?.length).toBeLessThan(4096);
  await parent.tap("Alle vragen");
  const cost = (await parent.tap("Wat kost het?")).texts[0] ?? "";
  expect(cost.match(/Plek \d+:/g)).toHaveLength(8);
  await app.stop();
});

test("before any place is stored, the topics still answer", async () => {
  const app = await startTestApp({ places: null });
  const parent = await app.parent("nl");
  expect((await parent.say("hoeveel kost het?")).texts).toEqual(["Vraag het aan het team."]);
  expect((await parent.say("/about")).texts[0]).toMatch(/^Een plek waar jonge kinderen spelen/);
  await app.stop();
});

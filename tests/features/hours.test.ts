import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ActingParent } from "../support/acting-parent.ts";
import { examplePlaces, startTestApp, type TestApp } from "../support/app.ts";

describe("one place", () => {
  let app: TestApp;
  let noor: ActingParent;
  let camille: ActingParent;
  let amina: ActingParent;

  beforeAll(async () => {
    app = await startTestApp();
    noor = await app.parent("nl");
    camille = await app.parent("fr");
    amina = await app.parent("ar");
  });
  afterAll(() => app.stop());

  const answerTo = async (parent: ActingParent, text: string) => {
    const { texts } = await parent.say(text);
    expect(texts).toHaveLength(1);
    return texts[0];
  };

  test.each([
    ["2026-11-25T08:00", "Ja, vandaag is het open: 9.00–12.00."],
    ["2026-11-25T09:00", "Ja, het is nu open: vandaag 9.00–12.00."],
    ["2026-11-25T11:59", "Ja, het is nu open: vandaag 9.00–12.00."],
    ["2026-11-25T12:00", "Nee, vandaag is het al dicht. Weer open op donderdag 26 november, 13.30–16.30."],
    ["2026-11-24T10:00", "Nee, vandaag is het dicht. Weer open op woensdag 25 november, 9.00–12.00."],
    ["2026-11-11T10:00", "Nee, vandaag is het dicht: Wapenstilstand. Weer open op donderdag 12 november, 13.30–16.30."],
    ["2026-12-25T10:00", "Nee, vandaag is het dicht: Kerstmis. Weer open op maandag 4 januari, 13.30–16.30."],
    ["2026-12-22T10:00", "Nee, vandaag is het dicht: kerstvakantie. Weer open op maandag 4 januari, 13.30–16.30."],
    ["2026-12-05T10:00", "Ja, het is nu open: vandaag 10.00–12.30."],
    ["2026-12-12T10:00", "Nee, vandaag is het dicht. Weer open op maandag 14 december, 13.30–16.30."],
  ])("/open at %s answers first, with hours and reason on the first line", async (now, expected) => {
    await app.setClock(now);
    expect(await answerTo(noor, "/open")).toBe(expected);
  });

  test.each([
    ["nl", "morgen open?", "Ja, morgen is het open: 13.30–16.30."],
    [
      "nl",
      "zijn jullie vrijdag open",
      "Nee, op vrijdag 27 november is het dicht. Daarna open op maandag 30 november, 13.30–16.30.",
    ],
    ["nl", "zijde gij open vandaag", "Ja, het is nu open: vandaag 9.00–12.00."],
    ["fr", "c'est ouvert aujourd'hui ?", "Oui, c’est ouvert maintenant\u00a0: aujourd’hui 9h–12h."],
    ["fr", "ouvert demain ?", "Oui, c’est ouvert demain\u00a0: 13h30–16h30."],
    [
      "fr",
      "Vendredi c'est fermé ?",
      "Non, c’est fermé vendredi 27 novembre. Ensuite\u00a0: lundi 30 novembre, 13h30–16h30.",
    ],
    ["ar", "هل المكان مفتوح اليوم؟", "نعم، مفتوح الآن: اليوم من 9:00 إلى 12:00."],
    ["ar", "واش محلول غدا", "نعم، مفتوح غدًا: من 13:30 إلى 16:30."],
    [
      "ar",
      "الجمعة؟",
      "لا، مغلق يوم الجمعة 27 نونبر (27/11). بعد ذلك يفتح المكان يوم الاثنين 30 نونبر (30/11)، من 13:30 إلى 16:30.",
    ],
  ])("in %s, “%s” is understood", async (language, question, expected) => {
    await app.setClock("2026-11-25T10:00");
    const parent = { nl: noor, fr: camille, ar: amina }[language] as ActingParent;
    expect(await answerTo(parent, question)).toBe(expected);
  });

  test.each([
    ["2028-09-06T08:00", "Nog niet bevestigd voor vandaag: gewoonlijk 9.00–12.00. Vraag het aan het team."],
    [
      "2028-08-30T08:00",
      "Nee, vandaag is het dicht: zomervakantie. Misschien open op zaterdag 2 september, 10.00–12.30. Dat is nog niet bevestigd.",
    ],
    [
      "2028-09-10T08:00",
      "Nee, vandaag is het dicht. Misschien open op maandag 11 september, 13.30–16.30. Dat is nog niet bevestigd.",
    ],
  ])(
    "beyond the school calendar that is known, at %s, the answer says that it is not confirmed",
    async (now, expected) => {
      await app.setClock(now);
      expect(await answerTo(noor, "/open")).toBe(expected);
    },
  );

  test("the week begins with what still comes, and shows every day", async () => {
    await app.setClock("2026-11-25T12:30");
    expect(await answerTo(noor, "/week")).toBe(
      [
        "Deze week eerst open: morgen, 13.30–16.30.",
        "",
        "maandag 23/11: 13.30–16.30",
        "dinsdag 24/11: dicht",
        "woensdag 25/11: 9.00–12.00",
        "donderdag 26/11: 13.30–16.30",
        "vrijdag 27/11: dicht",
        "zaterdag 28/11: dicht",
        "zondag 29/11: dicht",
      ].join("\n"),
    );
  });

  test("a week that is not known yet says so", async () => {
    await app.setClock("2028-08-30T08:00");
    await noor.say("/week");
    expect((await noor.tap("Volgende week")).texts[0]).toMatch(
      /^Volgende week is nog niet bevestigd\. Misschien open .*\n\nmaandag 4\/9: nog niet bevestigd\ndinsdag 5\/9: dicht\n/,
    );
  });

  test("next week is one tap away, in the same message, and back again", async () => {
    await app.setClock("2026-12-20T10:00");
    await noor.say("/week");
    const next = await noor.tap("Volgende week");
    expect(next.messages).toHaveLength(1);
    expect(next.texts[0]).toMatch(/^Volgende week is het dicht. Daarna open op maandag 4 januari, 13.30–16.30.\n/);
    expect(next.texts[0]).toContain("vrijdag 25/12: dicht, Kerstmis");
    const back = await noor.tap("Deze week");
    expect(back.texts[0]).toMatch(/^Deze week niet meer open. Weer open op maandag 4 januari/);
  });

  test("an answer about today offers tomorrow, and any other today", async () => {
    await app.setClock("2026-11-25T10:00");
    await noor.say("zijn jullie vandaag open?");
    expect(await noor.buttons()).toEqual([["Morgen", "Deze week"], ["Andere dag"], ["Verwittig mij"]]);
    await noor.tap("Morgen");
    expect(await noor.buttons()).toEqual([
      ["Vandaag", "Deze week"],
      ["Andere dag"],
      ["Verwittig mij"],
      ["Alle vragen"],
    ]);
  });

  test("an old message's buttons speak of the day on which they are tapped", async () => {
    await app.setClock("2026-11-25T10:00");
    await noor.say("zaterdag open?");
    await app.setClock("2026-12-02T10:00");
    const { texts } = await noor.tap("Vandaag");
    expect(texts).toEqual(["Ja, het is nu open: vandaag 9.00–12.00."]);
  });

  test("a place that is imported while the bot runs is answered for at once", async () => {
    await app.setClock("2026-11-25T10:00");
    const other = await startTestApp({ places: null });
    const parent = await other.parent("nl");
    expect((await parent.say("/open")).texts).toEqual(["De uren zijn nog niet ingevuld. Kom gerust later terug."]);
    await other.importPlaces(examplePlaces);
    await expect.poll(async () => (await parent.say("/open")).texts[0]).toContain("De Zandbak");
    await other.stop();
  });
});

describe("several places", () => {
  let app: TestApp;
  let noor: ActingParent;

  beforeAll(async () => {
    app = await startTestApp({ places: examplePlaces });
    noor = await app.parent("nl");
  });
  afterAll(() => app.stop());

  test("/open has an answer for each, those that are open first", async () => {
    await app.setClock("2026-11-26T10:00");
    expect((await noor.say("/open")).texts).toEqual([
      "Ja, De Zandbak is vandaag open: 13.30–16.30.\n\nNee, Het Treintje is vandaag dicht. Weer open op vrijdag 27 november, 9.30–12.00.",
    ]);
  });

  test("each follows its own school calendar", async () => {
    await app.setClock("2026-10-21T10:00");
    expect((await noor.say("/open")).texts[0]).toBe(
      "Ja, De Zandbak is nu open: vandaag 9.00–12.00.\n\nNee, Het Treintje is vandaag dicht: herfstvakantie. Weer open op dinsdag 3 november, 9.30–12.00.",
    );
  });

  test("/week asks which place, and every screen has a way back", async () => {
    await app.setClock("2026-11-25T10:00");
    expect((await noor.say("/week")).texts).toEqual(["Van welke plek wil je de uren zien?"]);
    const week = await noor.tap("Het Treintje");
    expect(week.texts[0]).toMatch(/^Het Treintje is deze week eerst open: vandaag, 14.00–17.00.\n/);
    expect((await noor.tap("Andere plek")).texts).toEqual(["Van welke plek wil je de uren zien?"]);
  });

  test("a long list of places comes in parts", async () => {
    const many = Array.from(
      { length: 11 },
      (_, index) => `
  - slug: plek-${index}
    name: Plek ${index}
    address: Straat ${index}
    hours: "We 09:00-12:00"
    schoolCalendar: none`,
    );
    const crowd = await startTestApp({ places: `places:${many.join("")}` });
    const parent = await crowd.parent("nl");
    expect((await parent.say("/open")).texts[0]?.split("\n\n")).toHaveLength(8);
    expect((await parent.tap("Meer plekken")).texts[0]?.split("\n\n")).toHaveLength(3);
    await crowd.stop();
  });
});

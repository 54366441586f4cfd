import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ActingParent } from "../support/acting-parent.ts";
import { examplePlaces, startTestApp, type TestApp } from "../support/app.ts";
import { organisation } from "../support/places-files.ts";

describe("one place", () => {
  let app: TestApp;
  let parents: Readonly<Record<string, ActingParent>>;

  beforeAll(async () => {
    app = await startTestApp();
    parents = { nl: await app.parent("nl"), fr: await app.parent("fr"), ar: await app.parent("ar") };
  });
  afterAll(() => app.stop());
  beforeEach(() => app.setClock("2026-11-25T10:00"));

  const answerTo = async (language: string, text: string) => (await parents[language]?.say(text))?.texts;

  test.each([
    ["nl", "morgen om 14u30 open?", "Ja, morgen om 14.30 is het open: 13.30–16.30."],
    ["nl", "vandaag om 11u open?", "Ja, vandaag om 11.00 is het open: 9.00–12.00."],
    ["nl", "maandag om 13u30 open?", "Ja, op maandag 30 november om 13.30 is het open: 13.30–16.30."],
    ["fr", "ouvert demain à 14h30 ?", "Oui, c’est ouvert demain à 14h30\u00a0: 13h30–16h30."],
    ["ar", "هل المكان مفتوح غدا على الساعة 14:30؟", "نعم، مفتوح غدًا على الساعة 14:30: من 13:30 إلى 16:30."],
  ])("%s: “%s” is answered for that time, with all hours of the day", async (language, question, expected) => {
    expect(await answerTo(language, question)).toEqual([expected]);
  });

  test.each([
    ["nl", "morgen om 18u open?", "Nee, morgen om 18.00 is het dicht. Wel open: 13.30–16.30."],
    ["nl", "vandaag om 15 uur open?", "Nee, vandaag om 15.00 is het dicht. Wel open: 9.00–12.00."],
    // The minute of closing is closed.
    ["nl", "morgen om 16u30 open?", "Nee, morgen om 16.30 is het dicht. Wel open: 13.30–16.30."],
    ["fr", "ouvert demain à 18h ?", "Non, c’est fermé demain à 18h. Ouvert\u00a0: 13h30–16h30."],
    ["ar", "واش محلول غدا مع 6 العشية؟", "لا، مغلق غدًا على الساعة 18:00. أوقات الفتح: من 13:30 إلى 16:30."],
  ])("%s: “%s” says no, and when it is open that day", async (language, question, expected) => {
    expect(await answerTo(language, question)).toEqual([expected]);
  });

  test.each([
    ["nl", "vandaag om 9u30 open?", "Ja, het is nu open: vandaag 9.00–12.00."],
    ["fr", "ouvert aujourd'hui à 9h30 ?", "Oui, c’est ouvert maintenant\u00a0: aujourd’hui 9h–12h."],
    ["ar", "هل هو مفتوح اليوم على الساعة 9:30؟", "نعم، مفتوح الآن: اليوم من 9:00 إلى 12:00."],
  ])("%s: a time that has passed (“%s”) is answered as the day is", async (language, question, expected) => {
    expect(await answerTo(language, question)).toEqual([expected]);
  });

  test("once the day is over, no time of it is told", async () => {
    await app.setClock("2026-11-25T12:30");
    for (const question of ["vandaag om 11u open?", "vandaag om 15u open?"]) {
      expect(await answerTo("nl", question), question).toEqual([
        "Nee, vandaag is het al dicht. Weer open op donderdag 26 november, 13.30–16.30.",
      ]);
    }
  });

  test.each([
    [
      "nl",
      "25 december om 10u open?",
      "Nee, op vrijdag 25 december is het dicht: Kerstmis. Daarna open op maandag 4 januari, 13.30–16.30.",
    ],
    [
      "nl",
      "vrijdag om 14u open?",
      "Nee, op vrijdag 27 november is het dicht. Daarna open op maandag 30 november, 13.30–16.30.",
    ],
    [
      "fr",
      "c'est ouvert le 25 décembre à 10h ?",
      "Non, c’est fermé vendredi 25 décembre\u00a0: Noël. Ensuite\u00a0: lundi 4 janvier, 13h30–16h30.",
    ],
    [
      "ar",
      "هل هو مفتوح يوم 25 ديسمبر على الساعة 10:00؟",
      "لا، مغلق يوم الجمعة 25 دجنبر (25/12). السبب: عيد الميلاد. بعد ذلك يفتح المكان يوم الاثنين 4 يناير (4/1)، من 13:30 إلى 16:30.",
    ],
  ])("%s: at a time of a closed day (“%s”) why, and when it opens next", async (language, question, expected) => {
    expect(await answerTo(language, question)).toEqual([expected]);
  });

  test("hours that nobody has confirmed get no yes or no", async () => {
    await app.setClock("2028-09-05T08:00");
    expect(await answerTo("nl", "morgen om 10u open?")).toEqual([
      "Nog niet bevestigd voor morgen: gewoonlijk 9.00–12.00. Vraag het aan het team.",
    ]);
  });

  test("redrawn in another language the answer keeps its time, and another day asks about none", async () => {
    const parent = await app.parent("fr");
    await parent.say("morgen om 18u open?");
    expect((await parent.tap("Français")).texts).toEqual(["Non, c’est fermé demain à 18h. Ouvert\u00a0: 13h30–16h30."]);
    expect((await parent.tap("Aujourd’hui")).texts).toEqual([
      "Oui, c’est ouvert maintenant\u00a0: aujourd’hui 9h–12h.",
    ]);
  });

  test("a time stays with the date that was named, until that has passed", async () => {
    const parent = await app.parent("fr");
    await parent.say("morgen om 14u30 open?");
    await app.setClock("2026-11-26T13:00");
    expect((await parent.tap("Français")).texts).toEqual(["Oui, c’est ouvert aujourd’hui à 14h30\u00a0: 13h30–16h30."]);
    await parent.say("vandaag om 14u30 open?");
    await app.setClock("2026-11-27T10:00");
    expect((await parent.tap("Français")).texts[0]).toMatch(/^Non, c’est fermé aujourd’hui\. Prochaine ouverture/);
  });

  test.each([
    ["2026-11-25T10:00", "nl", "wanneer terug open?", "Nu open: 9.00–12.00."],
    [
      "2026-11-25T12:30",
      "nl",
      "wanneer terug open?",
      "Vandaag al dicht. Weer open op donderdag 26 november, 13.30–16.30.",
    ],
    [
      "2026-12-22T10:00",
      "nl",
      "wanneer gaat het weer open?",
      "Vandaag dicht: kerstvakantie. Weer open op maandag 4 januari, 13.30–16.30.",
    ],
    [
      "2026-11-27T10:00",
      "fr",
      "quand est-ce que ça rouvre ?",
      "Fermé aujourd’hui. Prochaine ouverture\u00a0: lundi 30 novembre, 13h30–16h30.",
    ],
    ["2026-11-27T10:00", "ar", "متى تفتحون من جديد؟", /^مغلق اليوم\. .*30 نونبر/],
  ])(
    "at %s “when” (%s: “%s”) is answered with how it stands and the next opening, not with yes or no",
    async (...given) => {
      const [now, language, question, expected] = given;
      await app.setClock(now);
      const [text, ...more] = (await answerTo(language, question)) ?? [];
      expect(more).toEqual([]);
      if (typeof expected === "string") expect(text).toBe(expected);
      else expect(text).toMatch(expected);
    },
  );

  test("an answer without yes or no has none either when it is redrawn", async () => {
    const parent = await app.parent("fr");
    const now = "Ouvert maintenant\u00a0: 9h–12h.";
    for (const [question, expected] of [
      ["wanneer terug open?", now],
      ["waren jullie gisteren open?", `Ce jour est passé\u00a0: mardi 24 novembre.\n\n${now}`],
      ["31/11 open?", `Le 31/11 n’existe pas.\n\n${now}`],
      ["zijn jullie open op 31-11-2026?", `Le 31-11-2026 n’existe pas.\n\n${now}`],
      ["dankjewel", `Avec plaisir, toujours.\n\n${now}`],
    ] as const) {
      await parent.say(question);
      const { texts, messages } = await parent.tap("Français");
      expect(messages, question).toHaveLength(1);
      expect(texts, question).toEqual([expected]);
      expect((await parent.buttons()).flat(), question).toContain("Demain");
    }
  });
});

describe("several places", () => {
  let app: TestApp;
  let noor: ActingParent;

  beforeAll(async () => {
    app = await startTestApp({ places: examplePlaces });
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    await app.setClock("2026-11-25T10:00");
    noor = await app.parent("nl");
  });

  test("each is answered for the time, those that are open then first", async () => {
    expect((await noor.say("om 11u open?")).texts).toEqual([
      "Ja, De Zandbak is vandaag om 11.00 open: 9.00–12.00.\n\nNee, Het Treintje is vandaag om 11.00 dicht. Wel open: 14.00–17.00.",
    ]);
    expect((await noor.say("om 15u open?")).texts).toEqual([
      "Ja, Het Treintje is vandaag om 15.00 open: 14.00–17.00.\n\nNee, De Zandbak is vandaag om 15.00 dicht. Wel open: 9.00–12.00.",
    ]);
    expect((await noor.say("morgen om 18u open?")).texts).toEqual([
      "Nee, De Zandbak is morgen om 18.00 dicht. Wel open: 13.30–16.30.\n\nNee, Het Treintje is morgen dicht. Daarna open op vrijdag 27 november, 9.30–12.00.",
    ]);
  });

  test.each([
    [
      "fr",
      "ouvert à 15h ?",
      /^Oui, c’est ouvert aujourd’hui à 15h\u00a0: Le Petit Train, 14h–17h\.\n\nNon, c’est fermé aujourd’hui à 15h\u00a0: Le Bac à sable\. Ouvert\u00a0: 9h–12h\.$/,
    ],
    [
      "ar",
      "واش محلول اليوم مع 15:00؟",
      /^نعم، «القطار الصغير» مفتوح اليوم على الساعة 15:00: .*\n\nلا، «صندوق الرمل» مغلق اليوم على الساعة 15:00\. أوقات الفتح: /,
    ],
  ])("in %s they are named too", async (language, question, expected) => {
    const parent = await app.parent(language);
    expect((await parent.say(question)).texts[0]).toMatch(expected);
  });

  test("a place that is named is answered for alone, and all of them for the same time are one tap away", async () => {
    expect((await noor.say("is de zandbak om 15u open?")).texts).toEqual([
      "Nee, De Zandbak is vandaag om 15.00 dicht. Wel open: 9.00–12.00.",
    ]);
    expect((await noor.tap("Alle plekken")).texts[0]).toMatch(/^Ja, Het Treintje is vandaag om 15\.00 open/);
  });

  test("“when” is answered for each, without yes or no", async () => {
    expect((await noor.say("wanneer terug open?")).texts).toEqual([
      "Nu open: De Zandbak, 9.00–12.00.\n\nVandaag open: Het Treintje, 14.00–17.00.",
    ]);
    expect((await noor.say("wanneer gaat het treintje weer open?")).texts).toEqual([
      "Vandaag open: Het Treintje, 14.00–17.00.",
    ]);
  });

  test("redrawing keeps the time and the order", async () => {
    const parent = await app.parent("fr");
    await parent.say("om 15u open?");
    expect((await parent.tap("Français")).texts[0]).toMatch(
      /^Oui, c’est ouvert aujourd’hui à 15h\u00a0: Le Petit Train.*\n\nNon, c’est fermé aujourd’hui à 15h\u00a0: Le Bac à sable/,
    );
  });
});

test("a long list keeps the time on its next page", async () => {
  const places = Array.from(
    { length: 9 },
    (_, index) =>
      `  - { slug: plek-${index}, name: Plek ${index}, address: Straat 1, hours: "We 09:00-12:00", schoolCalendar: none }`,
  );
  const app = await startTestApp({ places: [organisation, "places:", ...places].join("\n") });
  const parent = await app.parent("nl");
  await parent.say("om 11u open?");
  expect((await parent.tap("Meer plekken")).texts).toEqual(["Ja, Plek 8 is vandaag om 11.00 open: 9.00–12.00."]);
  await app.stop();
});

test("past midnight the hours are still those of the evening before", async () => {
  const night = `  - { slug: nacht, name: Nacht, address: Straat 1, hours: "We 20:00-02:00", schoolCalendar: none }`;
  const app = await startTestApp({ places: [organisation, "places:", night].join("\n"), now: "2026-11-26T00:30" });
  const parent = await app.parent("nl");
  const now = (await parent.say("/open")).texts;
  expect(now[0]).toMatch(/^Ja, het is nu open/);
  expect((await parent.say("vandaag om 1u open?")).texts).toEqual(now);
  await app.stop();
});

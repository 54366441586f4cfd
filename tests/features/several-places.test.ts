import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ActingParent } from "../support/acting-parent.ts";
import { examplePlaces, startTestApp, type TestApp } from "../support/app.ts";
import { everyRow } from "../support/every-row.ts";

const rows = (app: TestApp) => app.sql`select * from chat_settings`;

describe("two places", () => {
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

  const both = "Ja, De Zandbak is nu open: vandaag 9.00–12.00.\n\nJa, Het Treintje is vandaag open: 14.00–17.00.";

  test("without a choice all that is open today is listed, and a place can be chosen from there", async () => {
    expect((await noor.say("/open")).texts).toEqual([both]);
    expect(await noor.buttons()).toEqual([
      ["Morgen", "Deze week"],
      ["Andere dag", "Kies je plek"],
    ]);
    const choice = await noor.tap("Kies je plek");
    expect(choice.texts).toEqual(["Welke plek is de jouwe? Dan antwoordt de bot eerst voor die plek."]);
    expect((await noor.buttons()).slice(0, 3)).toEqual([["De Zandbak"], ["Het Treintje"], ["Alle plekken"]]);
    const before = await rows(app);
    const chosen = await noor.tap("Het Treintje");
    expect(chosen.texts).toEqual([
      "Goed, voortaan eerst Het Treintje. Alleen wat je kiest, wordt bewaard, met een code in plaats van je naam.\n\nJa, Het Treintje is vandaag open: 14.00–17.00.",
    ]);
    expect(await rows(app)).toHaveLength(before.length + 1);
  });

  test("the chosen place is the one that is answered for, with a way to all of them", async () => {
    await choose(noor, "Het Treintje");
    const before = await everyRow(app.sql);
    expect((await noor.say("/open")).texts).toEqual(["Ja, Het Treintje is vandaag open: 14.00–17.00."]);
    expect(await noor.buttons()).toEqual([["Morgen", "Deze week"], ["Andere dag", "Alle plekken"], ["Verwittig mij"]]);
    // The chosen one first, though the other is open already.
    expect((await noor.tap("Alle plekken")).texts).toEqual([both.split("\n\n").toReversed().join("\n\n")]);
    expect((await noor.say("/week")).texts[0]).toMatch(/^Het Treintje is deze week eerst open: vandaag/);
    expect((await noor.say("morgen open?")).texts[0]).toMatch(/^Nee, Het Treintje is morgen dicht/);
    expect((await noor.say("is de zandbak morgen open?")).texts[0]).toMatch(/^Ja, De Zandbak is morgen open/);
    expect((await noor.say("/where")).texts[0]).toMatch(/^Het Treintje: Voorbeeldstraat 34.*tram 92/s);
    expect((await noor.tap("Alle plekken")).texts[0]).toMatch(/^De Zandbak: .*\n\nHet Treintje: /);
    expect(await everyRow(app.sql)).toEqual(before);
  });

  test("what is kept is the number of the place and the month, in the row that also holds the language", async () => {
    await app.sql`delete from chat_settings`;
    const parent = await app.parent("nl");
    await choose(parent, "De Zandbak");
    await parent.say("/language");
    await parent.tap("Français");
    expect(await rows(app)).toEqual([
      { code: expect.any(Buffer), language: "fr", place: await numberOf("de-zandbak"), month_chosen: "2026-11" },
    ]);
    expect((await parent.say("/open")).texts).toEqual([
      "Oui, c’est ouvert maintenant\u00a0: Le Bac à sable, aujourd’hui 9h–12h.",
    ]);
  });

  test("a choice can be changed and taken back, and a row that says nothing goes", async () => {
    const before = await rows(app);
    await choose(noor, "De Zandbak");
    await noor.say("/language");
    const again = await noor.tap("Kies je plek");
    expect(again.texts[0]).toBe(
      "Nu is je plek: De Zandbak.\n\nWelke plek is de jouwe? Dan antwoordt de bot eerst voor die plek.",
    );
    expect((await noor.buttons())[2]).toEqual(["Geen vaste plek", "Alle plekken"]);
    expect((await noor.tap("Geen vaste plek")).texts[0]).toMatch(/^Goed, je hebt geen vaste plek meer\./);
    expect((await noor.say("/open")).texts).toEqual([both]);
    expect(await rows(app)).toEqual(before);
  });

  test.each([
    ["De Zandbak", /^Nu open: De Zandbak, 9\.00–12\.00\.\n\nAdres: Voorbeeldstraat 12, 1080 Sint-Jans-Molenbeek$/],
    ["zandbak?", /^Nu open: De Zandbak/],
    ["Schaarbeek", /^Vandaag open: Het Treintje, 14\.00–17\.00\.\n\nAdres: Voorbeeldstraat 34, 1030 Schaarbeek$/],
    ["schaerbeek", /^Vandaag open: Het Treintje/],
    ["1080", /^Nu open: De Zandbak/],
    ["Sint-Jans-Molenbeek", /^Nu open: De Zandbak/],
    ["in molenbeek", /^Nu open: De Zandbak/],
    ["le petit train", /^Vandaag open: Het Treintje/],
    ["القطار الصغير", /^مفتوح اليوم: «القطار الصغير»/],
  ])("“%s” and nothing else leads to that place at a glance", async (typed, expected) => {
    const before = await everyRow(app.sql);
    expect((await noor.say(typed)).texts[0]).toMatch(expected);
    expect(await everyRow(app.sql)).toEqual(before);
  });

  test("a place at a glance leads everywhere, and can be kept", async () => {
    await noor.say("Het Treintje");
    expect(await noor.buttons()).toEqual([
      ["Dit is mijn plek"],
      ["Morgen", "Deze week"],
      ["Kaart", "Hoe kom je er?"],
      ["Alle plekken"],
    ]);
    expect((await noor.tap("Kaart")).messages.map(({ venue }) => venue?.title)).toEqual(["Het Treintje"]);
    expect((await noor.tap("Hoe kom je er?")).texts[0]).toMatch(/^Het Treintje: Voorbeeldstraat 34.*tram 92/s);
    await noor.tap("Het Treintje");
    expect((await noor.tap("Dit is mijn plek")).texts[0]).toMatch(/^Goed, voortaan eerst Het Treintje\./);
    await noor.say("Het Treintje");
    expect((await noor.buttons())[0]).toEqual(["Morgen", "Deze week"]);
  });

  test("an answer about a place speaks the language to which it is redrawn", async () => {
    const parent = await app.parent("fr");
    await parent.say("waar is het treintje?");
    expect((await parent.tap("Français")).texts[0]).toMatch(/^Le Petit Train\u00a0: Rue de l’Exemple 34/);
    await parent.say("/language");
    await parent.tap("العربية");
    await parent.say("/open");
    expect((await parent.buttons()).flat()).toContain("اختاروا مكانكم");
    await parent.tap("اختاروا مكانكم");
    expect((await parent.tap("Français")).texts[0]).toMatch(/^Quel est votre lieu/);
    expect((await parent.tap("Le Petit Train")).texts[0]).toMatch(/^D’accord, désormais d’abord ce lieu/);
  });

  test("the code at the door welcomes, says how it stands there today, and changes nothing by itself", async () => {
    const before = await everyRow(app.sql);
    const { texts } = await noor.say("/start p_le-petit-train");
    expect(texts).toEqual([
      expect.stringMatching(/^Welkom bij De Speelboom vzw\./),
      "Vandaag open: Het Treintje, 14.00–17.00.\n\nAdres: Voorbeeldstraat 34, 1030 Schaarbeek",
    ]);
    expect((await noor.menu())[0]?.[0]).toBe("Vandaag open?");
    expect((await noor.say("/open")).texts).toEqual([both]);
    expect(await everyRow(app.sql)).toEqual(before);
    expect((await noor.tap("Dit is mijn plek")).texts[0]).toMatch(/^Goed, voortaan eerst Het Treintje\./);
    expect((await noor.say("/open")).texts).toEqual(["Ja, Het Treintje is vandaag open: 14.00–17.00."]);
  });

  test("the code at the door is not forgotten while a language is chosen", async () => {
    const stranger = await app.parent("en");
    expect((await stranger.say("/start p_le-petit-train")).texts[0]).toMatch(/^Welkom\. Kies je taal\./);
    const { texts } = await stranger.tap("Français");
    expect(texts.slice(1)).toEqual([
      expect.stringMatching(/^Bienvenue chez De Speelboom vzw\./),
      expect.stringMatching(/^Ouvert aujourd’hui\u00a0: Le Petit Train/),
    ]);
    expect((await stranger.say("/open")).texts[0]).toMatch(/\n\n/);
  });

  test("the code for after a visit asks how it was there", async () => {
    const before = await everyRow(app.sql);
    const { texts } = await noor.say("/start f_de-zandbak");
    expect(texts[0]).toMatch(/^De Zandbak: hoe was het\?/);
    expect((await noor.menu())[0]?.[0]).toBe("Vandaag open?");
    expect(await everyRow(app.sql)).toEqual(before);
  });

  test.each(["p_nergens", "f_nergens", "x_de-zandbak", "nonsense", "p_", "p_DE-ZANDBAK", "a".repeat(64)])(
    "a link that leads nowhere (%s) is answered with a kind sentence and the welcome",
    async (argument) => {
      const { texts } = await noor.say(`/start ${argument}`);
      expect(texts).toEqual([
        expect.stringMatching(
          /^Die plek vind ik niet\. Misschien is ze er niet meer\.\n\nWelkom bij De Speelboom vzw\./,
        ),
      ]);
      expect((await noor.menu())[0]?.[0]).toBe("Vandaag open?");
    },
  );

  test("a shared location gets the nearest places with their distance and what is open now", async () => {
    const before = await everyRow(app.sql);
    const near = await noor.send({ location: { latitude: 50.8676, longitude: 4.3737 } });
    expect(near.texts).toEqual([
      [
        "Het Treintje, op 0 m: Voorbeeldstraat 34, 1030 Schaarbeek\nVandaag open: 14.00–17.00.",
        "De Zandbak, op 3,5 km: Voorbeeldstraat 12, 1080 Sint-Jans-Molenbeek\nNu open: 9.00–12.00.",
        "Afstand in vogelvlucht. De bot bewaart je locatie niet.",
      ].join("\n\n"),
    ]);
    expect(await noor.buttons()).toEqual([["Het Treintje", "Kaart"], ["De Zandbak", "Kaart"], ["Vandaag open?"]]);
    const far = await noor.send({ location: { latitude: -33.9, longitude: 18.4 } });
    expect(far.texts[0]).toMatch(/Onze plekken liggen wel ver van jou\./);
    expect(await everyRow(app.sql)).toEqual(before);
  });

  test("a button of somebody's own making chooses nothing", async () => {
    await noor.say("/open");
    const before = await everyRow(app.sql);
    for (const data of ["pk.nl.1", "pk.nl.1.AAAAAAAA", "pc.nl.0.AAAAAAAA", "pk.nl.none.AAAAAAAA"]) {
      expect((await noor.tapForged(data)).notice).toMatch(/^Deze knop is te oud/);
    }
    expect(await everyRow(app.sql)).toEqual(before);
  });

  test("in a group no place is chosen, offered or remembered", async () => {
    const samir = await app.parent("fr");
    await choose(noor, "De Zandbak");
    const before = await everyRow(app.sql);
    const family = await app.group("Familie", [noor, samir]);
    expect((await family.say(noor, "/open@inloop_bot")).texts).toEqual([both]);
    expect((await family.buttons()).flat()).not.toContain("Kies je plek");
    await family.say(noor, "@inloop_bot Schaarbeek");
    expect((await family.buttons()).flat()).not.toContain("Dit is mijn plek");
    await family.say(noor, "/where@inloop_bot");
    expect((await family.buttons()).flat()).not.toContain("Kies je plek");
    await family.say(noor, "/language@inloop_bot");
    expect((await family.buttons()).flat()).not.toContain("Kies je plek");
    expect(await everyRow(app.sql)).toEqual(before);
  });

  async function choose(parent: ActingParent, name: string): Promise<void> {
    await parent.say("/language");
    await parent.tap("Kies je plek");
    await parent.tap(name);
  }

  async function numberOf(slug: string): Promise<number> {
    const [place] = await app.sql<{ number: number }[]>`select number from places where slug = ${slug}`;
    return place?.number ?? 0;
  }
});

test("a place that was removed counts as not chosen, and its old buttons say so kindly", async () => {
  const app = await startTestApp({ places: examplePlaces });
  const noor = await app.parent("nl");
  await noor.say("Het Treintje");
  await noor.tap("Dit is mijn plek");
  await noor.say("Het Treintje");
  await remove(app, "le-petit-train");
  await expect.poll(async () => (await noor.say("/open")).texts).toEqual(["Ja, het is nu open: vandaag 9.00–12.00."]);
  expect((await noor.tap("Morgen")).texts[0]).toMatch(/^Ja, morgen is het open/);
  expect((await noor.tap("Hoe kom je er?")).texts[0]).toMatch(
    /^Die plek is er niet meer\. Dit is er wel:\n\nDe Zandbak: Voorbeeldstraat 12/,
  );
  await noor.say("/start p_le-petit-train");
  expect(app.log.filter(({ level }) => level === "error")).toEqual([]);
  await app.stop();
});

test("with one place nobody is asked, and none is offered to be chosen", async () => {
  const app = await startTestApp();
  const noor = await app.parent("nl");
  for (const question of ["/open", "/week", "/where", "/language", "De Zandbak", "/start p_de-zandbak"]) {
    await noor.say(question);
    const labels = (await noor.buttons()).flat();
    for (const label of ["Kies je plek", "Dit is mijn plek", "Alle plekken"])
      expect(labels, question).not.toContain(label);
  }
  expect(await rows(app)).toEqual([]);
  await app.stop();
});

async function remove(app: TestApp, slug: string): Promise<void> {
  await app.sql`delete from hours where place = (select number from places where slug = ${slug})`;
  await app.sql`delete from places where slug = ${slug}`;
  await app.sql`select pg_notify('places', '')`;
}

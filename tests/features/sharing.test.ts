import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ActingParent } from "../support/acting-parent.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { everyRow } from "../support/every-row.ts";

const nl = "Vraag hier of het nog klopt.";

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

  const textsFor = async (parent: ActingParent, query: string) => (await parent.askInline(query)).texts;

  test("the bot's name alone gives today's, tomorrow's and this week's hours", async () => {
    const { titles, texts, results } = await noor.askInline("");
    expect(titles).toEqual(["De Zandbak, vandaag", "De Zandbak, morgen", "De Zandbak, deze week"]);
    expect(results.map(({ description }) => description)).toEqual([
      "open 9.00–12.00",
      "open 13.30–16.30",
      "woensdag 25/11: 9.00–12.00 · donderdag 26/11: 13.30–16.30",
    ]);
    expect(texts).toEqual([
      `De Zandbak, woensdag 25 november: open 9.00–12.00.\n\n${nl}`,
      `De Zandbak, donderdag 26 november: open 13.30–16.30.\n\n${nl}`,
      [
        "De Zandbak, van maandag 23 november tot en met zondag 29 november:",
        "maandag 23/11: 13.30–16.30",
        "dinsdag 24/11: dicht",
        "woensdag 25/11: 9.00–12.00",
        "donderdag 26/11: 13.30–16.30",
        "vrijdag 27/11: dicht",
        "zaterdag 28/11: dicht",
        "zondag 29/11: dicht",
        "",
        nl,
      ].join("\n"),
    ]);
  });

  test.each([
    ["fr", "Le Bac à sable, mercredi 25 novembre\u00a0: ouvert 9h–12h.\n\nDemandez ici si rien n’a changé."],
    ["ar", "«صندوق الرمل»، يوم الأربعاء 25 نونبر (25/11): مفتوح من 9:00 إلى 12:00.\n\nتأكدوا هنا قبل أن تأتوا."],
  ])("a card speaks the asker's language (%s)", async (language, expected) => {
    expect((await textsFor(language === "fr" ? camille : amina, ""))[0]).toBe(expected);
  });

  test("the language that was chosen in the private chat counts, and a sure typed one more", async () => {
    const parent = await app.parent("nl");
    await parent.say("/language");
    await parent.tap("Français");
    expect((await textsFor(parent, ""))[0]).toMatch(/^Le Bac à sable/);
    expect((await textsFor(parent, "morgen open?"))[0]).toMatch(/^De Zandbak/);
    expect((await textsFor(await app.parent(), ""))[0]).toMatch(/^De Zandbak/);
  });

  test("the name of a place is in the language of the place, not of who types it", async () => {
    expect((await noor.askInline("le bac à sable")).titles[0]).toBe("De Zandbak, vandaag");
    expect((await camille.askInline("De Zandbak")).titles[0]).toBe("Le Bac à sable, aujourd’hui");
  });

  test.each([
    ["morgen", "De Zandbak, morgen", 3],
    ["zaterdag 5 december", "De Zandbak, zaterdag 5 december", 4],
    ["volgende week", "De Zandbak, maandag 30/11 – zondag 6/12", 4],
    ["deze week", "De Zandbak, deze week", 3],
    ["vandaag", "De Zandbak, vandaag", 3],
    ["kerstvakantie", "De Zandbak, maandag 21/12 – zondag 3/1", 4],
  ])("what “%s” names comes first, and nothing comes twice", async (query, first, count) => {
    const { titles } = await noor.askInline(query);
    expect(titles[0]).toBe(first);
    expect(titles).toHaveLength(count);
    expect(new Set(titles).size).toBe(count);
  });

  test("no card is about today, now or tomorrow without saying which day that is", async () => {
    const relative = /vandaag|morgen|nu |deze week|aujourd|demain|maintenant|cette semaine|اليوم|غدًا|الآن|هذا الأسبوع/i;
    for (const parent of [noor, camille, amina]) {
      for (const query of ["", "5/12", "26/12", "6/9/2028", "21/12"]) {
        for (const text of await textsFor(parent, query)) {
          expect(text).not.toMatch(relative);
          expect(text).toMatch(/Zandbak|Bac à sable|صندوق الرمل/);
          expect(text).toMatch(/\d{1,2}[ /]/);
        }
      }
    }
  });

  test("a card ends with a link to ask the bot itself, without a preview", async () => {
    const { results } = await noor.askInline("morgen");
    for (const { message } of results) {
      const [link, ...others] = (message.entities ?? []).filter(({ type }) => type === "text_link");
      expect(others).toEqual([]);
      expect(link).toMatchObject({ url: "https://t.me/inloop_bot?start=p_de-zandbak" });
      expect((link?.offset ?? 0) + (link?.length ?? 0)).toBe(message.text?.length);
      expect(message.link_preview_options).toEqual({ is_disabled: true });
    }
  });

  test.each([
    [
      "2026-11-11T10:00",
      "",
      "De Zandbak, woensdag 11 november: dicht, Wapenstilstand. Daarna open op donderdag 12 november, 13.30–16.30.",
    ],
    [
      "2026-11-25T13:00",
      "",
      "De Zandbak, woensdag 25 november: open 9.00–12.00. Daarna open op donderdag 26 november, 13.30–16.30.",
    ],
    [
      "2026-12-20T10:00",
      "kerstvakantie",
      "De Zandbak, van maandag 21 december tot en met zondag 3 januari: dicht, kerstvakantie, Kerstmis en Nieuwjaar. Daarna open op maandag 4 januari, 13.30–16.30.",
    ],
    [
      "2028-08-30T08:00",
      "6 september",
      "De Zandbak, woensdag 6 september: nog niet bevestigd, gewoonlijk 9.00–12.00. Vraag het aan het team.",
    ],
  ])(
    "at %s, “%s” says why it is closed and when it opens next, or that it is not sure",
    async (now, query, expected) => {
      await app.setClock(now);
      const [text] = await textsFor(noor, query);
      await app.setClock("2026-11-25T10:00");
      expect(text?.replaceAll("\n", " ")).toBe(`${expected}  ${nl}`);
    },
  );

  test("a change counts at once, without the team's reason", async () => {
    const other = await startTestApp();
    const parent = await other.parent("nl");
    await other.addChange({ kind: "closed", from: "2026-11-26", to: "2026-11-26", reason: "illness" });
    await expect
      .poll(async () => (await parent.askInline("morgen")).texts[0])
      .toMatch(/^De Zandbak, donderdag 26 november: uitzonderlijk gesloten\. Daarna open op maandag 30 november/);
    await other.stop();
  });

  test("cards are the asker's own, and hold for seconds", async () => {
    for (const query of ["", "morgen", "help", "😀"]) {
      expect(await noor.askInline(query)).toMatchObject({ isPersonal: true, cacheTime: 10, nextOffset: "" });
    }
  });

  test.each([
    "x".repeat(256),
    "é".repeat(256),
    "😀😀",
    "<b>",
    "p_nergens",
    "d.nl.t-a-0.AAAAAAAA",
    "31/11",
    "gisteren",
    "mo",
  ])("“%s” still gives today, tomorrow and this week", async (query) => {
    const { titles } = await noor.askInline(query, { offset: "50", chatType: "supergroup" });
    expect(titles).toEqual(["De Zandbak, vandaag", "De Zandbak, morgen", "De Zandbak, deze week"]);
  });

  test.each([
    ["nl", "mijn baby ademt niet meer", /^112 \(ambulance en brandweer\): bel nu\.$/],
    ["fr", "mon mari me frappe", /^101 \(police\)\u00a0: appelez maintenant/],
    ["ar", "ابني لا يتنفس", /^112 \(الإسعاف والإطفاء\): اتصلوا الآن\.$/],
    ["nl", "ik kan niet meer", /^106 \(Tele-Onthaal\): daar luistert nu iemand/],
  ])(
    "a cry for help (%s: “%s”) is first of all answered with the number to call",
    async (language, query, expected) => {
      const parent = { nl: noor, fr: camille, ar: amina }[language] as ActingParent;
      const { titles, texts } = await parent.askInline(query);
      expect(titles[0]).toMatch(expected);
      expect(texts[0]?.split("\n")[0]).toMatch(expected);
      expect(titles).toHaveLength(4);
    },
  );

  test("a cry for help in no sure language is answered in all three", async () => {
    expect((await textsFor(noor, "help"))[0]).toMatch(
      /^112 \(.*\): bel nu.*\n112 \(.*\)\u00a0: appelez maintenant.*\n112 \(.*\): اتصلوا الآن/,
    );
  });

  test("a card that is chosen for a family group names all who read it what they need, and the bot adds nothing", async () => {
    const family = await app.group("Familie", [noor, camille]);
    const shown = await noor.askInline("morgen", { chatType: "supergroup" });
    expect((await family.choose(noor, shown, "De Zandbak, morgen")).texts).toEqual([]);
    const last = (await family.chat()).messages.at(-1);
    expect(last?.text).toBe(`De Zandbak, donderdag 26 november: open 13.30–16.30.\n\n${nl}`);
    expect(last?.via_bot?.username).toBe("inloop_bot");
    expect(last?.reply_markup).toBeUndefined();
    expect((last as { has_protected_content?: true }).has_protected_content).toBeUndefined();
  });

  test("a card that is chosen in the bot's own chat is not taken for a question", async () => {
    const shown = await noor.askInline("morgen");
    expect((await noor.choose(shown, "De Zandbak, morgen")).texts).toEqual([]);
    expect((await noor.say("morgen open?")).texts).toHaveLength(1);
  });

  test("asking stores nothing and logs nothing", async () => {
    const parent = await app.parent("nl");
    const before = await everyRow(app.sql);
    const logged = app.log.length;
    for (const query of ["", "morgen", "geheim wachtwoord", "mijn man slaat mij", "de zandbak"]) {
      await parent.choose(await parent.askInline(query), "De Zandbak, vandaag");
    }
    expect(await everyRow(app.sql)).toEqual(before);
    expect(app.log.slice(logged)).toEqual([]);
  });

  test("what goes wrong is logged without content, and answered with no cards", async () => {
    await app.faults({ method: "answerInlineQuery", times: 1, kind: { type: "lost-request" } });
    expect(await noor.askInline("geheim wachtwoord")).toMatchObject({ results: [], isPersonal: true, cacheTime: 0 });
    const logged = app.log.filter(({ level }) => level === "error");
    expect(logged).toHaveLength(1);
    expect(JSON.stringify(logged)).not.toMatch(/geheim|wachtwoord/);
    expect(JSON.stringify(logged)).not.toContain(String(noor.id));
    expect((await noor.askInline("morgen")).results).toHaveLength(3);
  });
});

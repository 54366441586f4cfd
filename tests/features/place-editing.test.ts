import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ActingParent } from "../support/acting-parent.ts";
import { examplePlaces, startTestApp, type TestApp } from "../support/app.ts";
import { everyFact } from "../support/places-files.ts";
import { joinTeam } from "../support/team.ts";

let app: TestApp;
let els: ActingParent;

const usual = "Mo,Th 13:30-16:30; We 09:00-12:00; Sa[1,3] 10:00-12:30; PH off; SH off";
const names = { nl: "De Zandbak", fr: "Le Bac à sable", ar: "صندوق الرمل" };
const name = async () => (await app.sql`select name from places`)[0]?.name;
const stored = async () =>
  (await app.sql`select "from"::text, expression from hours order by "from"`).map((row) => ({ ...row }));
const fact = async (name: string) => (await app.sql`select facts -> ${name} as fact from places`)[0]?.fact;
const edited = async () => (await app.sql`select edited from places`)[0]?.edited;

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

async function open(person = els, label = "Uren en info van de plek") {
  await person.say("/staff");
  return person.tap(label);
}

async function typeHours(text: string) {
  await open();
  await els.tap("Gewone uren");
  return els.say(text);
}

describe("regular hours", () => {
  test("are typed as people write them, shown as a week and four weeks, and hold at once", async () => {
    await open();
    expect((await els.tap("Gewone uren")).texts[0]).toBe(
      [
        "De gewone uren van De Zandbak zijn nu:",
        "maandag en donderdag: 13.30–16.30\nwoensdag: 9.00–12.00\nzaterdag (1e en 3e van de maand): 10.00–12.30\nGesloten op feestdagen en in schoolvakanties.",
        "Typ alle nieuwe uren samen. Bijvoorbeeld:\nma en do 13.30-16.30\nwo 9-12\neerste za van de maand 10-12",
      ].join("\n\n"),
    );
    expect((await els.say("ma en do 13u-16u, wo 9-11, eerste za van de maand 10-12")).texts[0]).toBe(
      "Vanaf welke dag gelden die uren? Tik, of typ een datum.",
    );
    const { texts } = await els.tap("Vandaag");
    const [title, week, , days] = texts[0]?.split("\n\n") ?? [];
    expect(title).toBe("Zo lezen ouders de uren, vanaf woensdag 25 november:");
    // Holidays stay days off, although nothing was said of them.
    expect(week).toBe(
      "maandag en donderdag: 13.00–16.00\nwoensdag: 9.00–11.00\nzaterdag (1e van de maand): 10.00–12.00\nGesloten op feestdagen en in schoolvakanties.",
    );
    const rows = days?.split("\n") ?? [];
    expect(rows[0]).toBe("woensdag 25/11: 9.00–11.00");
    expect(rows).toContain("zaterdag 5/12: 10.00–12.00");
    expect(rows.at(-1)).toMatch(/^dinsdag 22\/12: dicht, /);
    expect(await stored()).toHaveLength(1);

    const parent = await app.parent("nl");
    expect((await parent.say("/open")).texts[0]).toMatch(/9\.00–12\.00/);
    expect((await els.tap("Bewaar")).texts[0]).toBe("Bewaard. Deze uren gelden vanaf woensdag 25 november.");
    await expect
      .poll(async () => (await parent.say("/open")).texts[0], { timeout: 1000 })
      .toBe("Ja, het is nu open: vandaag 9.00–11.00.");
    expect(await stored()).toEqual([
      { from: "0001-01-01", expression: usual },
      { from: "2026-11-25", expression: "Mo,Th 13:00-16:00; We 09:00-11:00; Sa[1] 10:00-12:00; SH off; PH off" },
    ]);
    expect(await edited()).toEqual(["hours"]);
    await els.say("/staff");
    expect((await els.tap("Wie deed wat")).texts[0]).toContain(
      "25/11/2026 10.00: Els veranderde de gewone uren vanaf 25/11/2026, De Zandbak",
    );
  });

  test("may be an expression, begin on a typed day, and be taken back before", async () => {
    await typeHours('We 09:00-11:00; PH off; SH off "vakantie"');
    expect((await els.say("morgen")).texts[0]).toMatch(/vanaf donderdag 26 november/);
    await els.tap("Terug");
    expect((await els.say("1 januari 2027")).texts[0]).toMatch(/vanaf vrijdag 1 januari/);
    await els.tap("Bewaar");
    expect((await stored())[1]).toEqual({
      from: "2027-01-01",
      expression: 'We 09:00-11:00; PH off; SH off "vakantie"',
    });
    await open();
    expect((await els.tap("Gewone uren")).texts[0]).toContain(
      "Vanaf 1/1/2027 zijn het deze uren:\nwoensdag: 9.00–11.00",
    );
    await els.tap("Wis 1/1/2027");
    expect((await els.tap("Ja, wis")).texts[0]).toBe("Gewist. Die uren beginnen niet.");
    expect(await stored()).toHaveLength(1);
  });

  test("close on holidays or open, by a tap", async () => {
    await typeHours("ma-vr 9-12");
    await els.tap("Vandaag");
    expect((await els.buttons()).flat()).toEqual([
      "Bewaar",
      "Feestdagen: toch open",
      "Vakanties: toch open",
      "Terug",
      "Stop",
    ]);
    expect((await els.tap("Vakanties: toch open")).texts[0]).toContain(
      "maandag tot vrijdag: 9.00–12.00\nGesloten op feestdagen.",
    );
    await els.tap("Feestdagen: toch open");
    await els.tap("Vakanties: dicht");
    await els.tap("Bewaar");
    expect((await stored())[1]?.expression).toBe("Mo-Fr 09:00-12:00; SH off");
  });

  test.each([
    ["", /^Hier stonden geen uren/],
    ["hallo", /^Dit begrijp ik niet: hallo\. Schrijf dagen en uren, zoals: ma 9-12\./],
    ["9-12", /^Van welke dagen is dit: 9-12\?/],
    ["ma", /^Van hoe laat tot hoe laat is dit: ma\?/],
    ["ma 12-9", /^Dit einde komt te vroeg: 12-9\./],
    ["ma 2-4", /^Is dit in de nacht: 2-4\?/],
    ["ma-vr 9-12, wo 13-16", /^Deze dag staat er twee keer: wo\./],
    ["Mo 9-12", /^In deze code begrijp ik dit niet: 9-12\./],
    ["ma 9-12 <b>", /^Dit begrijp ik niet: <\./],
    ["ma 9-12".repeat(585), /^Dat is te lang\./],
  ])("what is no hours is answered with what is expected, and loses nothing (%#)", async (typed, said) => {
    await open();
    await els.tap("Gewone uren");
    const reaction = typed === "" ? await els.send({ sample: "photo" }) : await els.say(typed);
    expect(reaction.texts[0]).toMatch(said);
    await els.say("ma 9-12");
    expect((await els.say("31 november")).texts[0]).toMatch(/^Dat is geen dag\./);
    expect((await els.say("gisteren")).texts[0]).toMatch(/^Die dag is voorbij\./);
    expect((await els.send({ sample: "photo" })).texts[0]).toMatch(/^Dat is geen dag\./);
    expect((await els.say("morgen")).texts[0]).toMatch(/maandag: 9\.00–12\.00/);
    expect((await els.say("ja")).texts[0]).toMatch(/^Tik op een van de knoppen\./);
    expect(await stored()).toHaveLength(1);
  });
});

describe("what a place says of itself", () => {
  test("a telephone number is checked, shown in three languages, and answered at once", async () => {
    await open();
    await els.tap("Telefoon");
    expect((await els.say("bel mij")).texts[0]).toMatch(/^Een telefoonnummer heeft cijfers/);
    const { texts } = await els.say(" 02 555  01 01 ");
    expect(texts[0]).toMatch(
      /^Dit zullen ouders lezen\. Klopt het\?\n\nBellen: 02 555 01 01\n.*Téléphone\u00a0: 02 555 01 01\n.*الهاتف: 02 555 01 01/s,
    );
    expect(await fact("phone")).toBeNull();
    expect((await els.tap("Bewaar")).texts[0]).toBe("Bewaard. De bot antwoordt nu met wat jij schreef.");
    expect(await fact("phone")).toBe("02 555 01 01");
    expect(await edited()).toEqual(["phone"]);
    const parent = await app.parent("fr");
    await expect.poll(async () => (await parent.say("/where")).texts[0]).toMatch(/Par téléphone\u00a0: 02 555 01 01/);
    await els.say("/staff");
    expect((await els.tap("Wie deed wat")).texts[0]).toContain("Els veranderde de info (Telefoon), De Zandbak");
    await open();
    expect((await els.buttons()).flat()).toContain("✓ Telefoon");
    await els.tap("✓ Telefoon");
    await els.tap("Wis dit");
    await els.tap("Bewaar");
    expect(await fact("phone")).toBeNull();
  });

  test("texts are written in one language after another, and those that are not written are left out", async () => {
    await open();
    await els.tap("Meebrengen");
    expect((await els.say("x".repeat(501))).texts[0]).toMatch(/^Typ een tekst van hoogstens 500 tekens\./);
    expect((await els.send({ sample: "photo" })).texts[0]).toMatch(/^Tik op een van de knoppen\./);
    expect((await els.say("reservekleren & <een> muts")).texts[0]).toMatch(/Meebrengen: reservekleren & <een> muts\n/);
    await els.tap("Nog een taal");
    await els.tap("Français");
    expect((await els.send({ sample: "photo" })).texts[0]).toMatch(/^Typ een tekst/);
    expect((await els.say("un bonnet")).texts[0]).toMatch(/À apporter\u00a0: un bonnet\n/);
    await els.tap("Bewaar");
    expect(await fact("whatToBring")).toEqual({ nl: "reservekleren & <een> muts", fr: "un bonnet" });
    await open();
    await els.tap("✓ Meebrengen");
    await els.tap("✓ Nederlands");
    await els.tap("Wis dit");
    await els.tap("Bewaar");
    expect(await fact("whatToBring")).toEqual({ fr: "un bonnet" });
  });

  test("price, wheelchair and languages are a tap", async () => {
    await open();
    await els.tap("Prijs");
    expect((await els.tap("Vrije bijdrage")).texts[0]).toMatch(/Je geeft wat je wil\./);
    await els.tap("Bewaar");
    await open();
    await els.tap("Rolstoel");
    expect((await els.say("ja")).texts[0]).toMatch(/Je kan binnen met een rolstoel\./);
    await els.tap("Bewaar");
    await open();
    await els.tap("Talen");
    await els.tap("Nederlands");
    await els.tap("Marokkaans Arabisch");
    expect((await els.say("Turks")).texts[0]).toMatch(/^Tik op een van de knoppen\./);
    expect((await els.tap("Klaar")).texts[0]).toMatch(/Het team spreekt Nederlands en Marokkaans Arabisch\./);
    await els.tap("Bewaar");
    expect([await fact("price"), await fact("wheelchair"), await fact("languages")]).toEqual([
      "free-contribution",
      true,
      ["nl", "ary"],
    ]);
    expect(await edited()).toEqual(["price", "wheelchair", "languages"]);
  });

  test("its name is there in every language, and changes in one", async () => {
    await open();
    await els.tap("✓ Naam");
    expect((await els.buttons()).flat()).not.toContain("Wis dit");
    expect((await els.say("x".repeat(101))).texts[0]).toMatch(/^Een naam is een tekst van hoogstens 100 tekens\./);
    expect((await els.say("De Schelp")).texts[0]).toBe(
      "Dit zullen ouders lezen. Klopt het?\n\nDe Schelp\nLe Bac à sable\nصندوق الرمل",
    );
    await els.tap("Nog een taal");
    await els.tap("✓ Français");
    await els.say("Le Coquillage");
    await els.tap("Bewaar");
    expect(await name()).toEqual({ nl: "De Schelp", fr: "Le Coquillage", ar: "صندوق الرمل" });
    expect(await edited()).toEqual(["name"]);
    const parent = await app.parent("fr");
    await expect.poll(async () => (await parent.say("/where")).texts.join()).toMatch(/^Le Coquillage/);
    await els.say("/staff");
    expect((await els.tap("Wie deed wat")).texts[0]).toContain("Els veranderde de info (Naam), De Schelp");
  });

  test("an address that is the same in every language stays so, until a language is chosen", async () => {
    await open();
    await els.tap("✓ Adres");
    await els.say("Schelpstraat 3, 1080 Molenbeek");
    await els.tap("Bewaar");
    expect(await fact("address")).toBe("Schelpstraat 3, 1080 Molenbeek");
    await open();
    await els.tap("✓ Adres");
    await els.tap("Français");
    expect((await els.say("Rue du Coquillage 3, 1080 Molenbeek")).texts[0]).toMatch(
      /De Zandbak: Schelpstraat 3, .*Le Bac à sable\u00a0: Rue du Coquillage 3, .*صندوق الرمل.*Schelpstraat 3, /s,
    );
    await els.tap("Bewaar");
    expect(await fact("address")).toEqual({
      nl: "Schelpstraat 3, 1080 Molenbeek",
      fr: "Rue du Coquillage 3, 1080 Molenbeek",
      ar: "Schelpstraat 3, 1080 Molenbeek",
    });
  });

  test("a location is shared or typed, and is asked for before it is kept of anybody", async () => {
    await open();
    expect((await els.tap("Punt op de kaart")).texts[0]).toMatch(/Er is nog geen punt op de kaart\./);
    expect((await els.say("hier om de hoek")).texts[0]).toMatch(/^Stuur een locatie via de paperclip/);
    const shared = { location: { latitude: 50.8571, longitude: 4.327 } };
    expect((await els.send(shared)).texts[0]).toMatch(/^Dit zullen ouders lezen.*50\.85710, 4\.32700/s);
    await app.restart();
    await els.tap("Bewaar");
    expect(await fact("location")).toEqual({ latitude: 50.8571, longitude: 4.327 });
    await open();
    await els.tap("✓ Punt op de kaart");
    await els.say("50.8676, 4.3737");
    await els.tap("Bewaar");
    expect(await fact("location")).toEqual({ latitude: 50.8676, longitude: 4.3737 });
    await open();
    await els.tap("✓ Punt op de kaart");
    await els.tap("Wis dit");
    await els.tap("Bewaar");
    expect(await fact("location")).toBeNull();
    await open();
    await els.tap("Telefoon");
    expect((await els.send(shared)).texts[0]).toMatch(/^Een telefoonnummer heeft cijfers/);
  });

  test("every field can be opened, and shows what parents read", async () => {
    const full = await startTestApp({ places: everyFact });
    const staf = await joinTeam(full, { name: "Staf" });
    await open(staf);
    const labels = (await staf.buttons()).flat().filter((label) => !["Gewone uren", "Terug", "Stop"].includes(label));
    expect(labels).toHaveLength(19);
    for (const label of labels) {
      expect((await staf.tap(label)).texts[0], label).toMatch(/Dit lezen ouders nu:\n\n\S/);
      await staf.tap("Terug");
    }
    await full.stop();
  });
});

test("what fits no message is shown in part, and can be saved all the same", async () => {
  const long = Object.fromEntries(["nl", "fr", "ar"].map((language) => [language, "& ".repeat(250).trim()]));
  const facts = { address: "a", whatToBring: long, snacks: long, prams: long, changingTable: long };
  await app.sql`update places set facts = ${app.sql.json(facts)}`;
  await app.sql`select pg_notify('places', '')`;
  await open();
  expect((await els.tap("✓ Meebrengen")).texts[0]).toMatch(/Dit lezen ouders nu:\n\nMeebrengen: & &/);
  expect((await els.say("een muts")).texts[0]).toMatch(/Meebrengen: een muts/);
  await els.tap("Bewaar");
  expect(await fact("whatToBring")).toEqual({ ...long, nl: "een muts" });
  await typeHours(`Mo-Su 09:00-12:00; Dec off "${"hier en daar ".repeat(30)}"`);
  expect((await els.tap("Vandaag")).texts[0]).toMatch(/\n…$/);
  await els.tap("Bewaar");
  expect(await stored()).toHaveLength(2);
});

describe("a conversation", () => {
  test("goes on in another process after each step, and ends as if nothing had happened, once", async () => {
    await open();
    await app.restart();
    await els.tap("Gewone uren");
    await app.restart();
    await els.say("ma 9-12");
    await app.restart();
    await els.tap("Vandaag");
    await app.restart();
    await els.tap("Bewaar");
    expect((await stored()).length).toBe(2);
    await app.restart();
    await open();
    await els.tap("Ingang");
    await app.restart();
    await els.tap("Nederlands");
    await app.restart();
    await els.say("langs de tuin");
    await app.restart();
    await els.tap("Bewaar");
    expect(await fact("entrance")).toEqual({ nl: "langs de tuin" });
    expect(await app.sql`select 1 from audit where entry ->> 'what' like '%-edited'`).toHaveLength(2);
  });

  test("can be stopped, and interrupted by a question", async () => {
    await typeHours("ma 9-12");
    expect((await els.say("/open")).texts[0]).toMatch(/^Ja/);
    await els.tap("Vandaag");
    const before = await stored();
    expect((await els.tap("Stop")).texts[0]).toBe("Goed, er is niets veranderd.");
    expect(await stored()).toEqual(before);
  });

  test("of two colleagues who edit the same, the second sees that it changed, and then decides", async () => {
    const jan = await joinTeam(app, { name: "Jan" });
    await open();
    await els.tap("Telefoon");
    await open(jan);
    await jan.tap("Telefoon");
    await jan.say("02 555 02 02");
    await els.say("02 555 01 01");
    await jan.tap("Bewaar");
    expect((await els.tap("Bewaar")).texts[0]).toMatch(/^Een collega veranderde dit net\./);
    expect(await fact("phone")).toBe("02 555 02 02");
    await els.tap("Bewaar");
    expect(await fact("phone")).toBe("02 555 01 01");
  });
});

describe("who may", () => {
  test("hosts do not see the button, and are refused kindly where they have it", async () => {
    const jan = await joinTeam(app, { role: "host", name: "Jan" });
    await jan.say("/staff");
    expect((await jan.buttons()).flat()).not.toContain("Uren en info van de plek");
    // A coordinator who became a host keeps her old messages.
    await els.say("/staff");
    await app.sql`update staff set role = 'host' where name = 'Els'`;
    await app.sql`select pg_notify('staff', '')`;
    await expect.poll(async () => (await els.tap("Uren en info van de plek")).notice).toMatch(/coördinator/);
  });

  const facts = [() => els.tap("Telefoon"), () => els.say("02 555 01 01"), () => els.tap("Bewaar")];
  const hours = [
    () => els.tap("Gewone uren"),
    () => els.say("ma 9-12"),
    () => els.tap("Vandaag"),
    () => els.tap("Vakanties: toch open"),
    () => els.tap("Bewaar"),
  ];
  const noLonger = [
    ["a coordinator who became a host", "update staff set role = 'host' where name = 'Els'"],
    ["a coordinator of another place", "update staff set places = '{99}' where name = 'Els'"],
    ["a host of another place", "update staff set places = '{99}', role = 'host' where name = 'Els'"],
    ["a colleague who was removed", "delete from staff where name = 'Els'"],
  ] as const;
  const steps = [facts, hours].flatMap((flow) => flow.map((_step, index) => flow.slice(0, index + 1)));

  test.each(noLonger.flatMap(([who, change]) => steps.map((flow, index) => ({ who, change, flow, step: index + 1 }))))(
    "$who changes nothing at step $step",
    async ({ change, flow }) => {
      await open();
      for (const step of flow.slice(0, -1)) await step();
      // On another replica, whose notification has not come yet.
      await app.sql.unsafe(change);
      const said = await flow.at(-1)?.();
      expect([...(said?.texts ?? []), said?.notice].join(" ")).not.toMatch(/Bewaard|Dit zullen ouders|vier weken/);
      expect(await fact("phone")).toBeNull();
      expect(await stored()).toHaveLength(1);
      expect(await edited()).toEqual([]);
    },
  );

  test("a stranger and a group are refused, whatever button they come by", async () => {
    await els.say("/staff");
    const shown = (await els.chat()).messages.at(-1)?.reply_markup?.inline_keyboard.flat() ?? [];
    const button = shown.find(({ text }) => text === "Uren en info van de plek");
    const data = button !== undefined && "callback_data" in button ? button.callback_data : "";
    expect(data).toMatch(/^pe\./);
    const stranger = await app.parent("nl");
    await stranger.say("/start");
    expect((await stranger.tapForged(data)).notice).toBe("Dit kan alleen het team.");
    const group = await app.group("Team", [els]);
    expect((await group.say(els, "/staff@inloop_bot")).texts).toEqual(["Dit kan alleen in een gesprek met mij apart."]);
  });

  test("a coordinator of several places chooses one of hers", async () => {
    const several = await startTestApp({ places: examplePlaces });
    const staf = await joinTeam(several, { name: "Staf", places: ["de-zandbak", "le-petit-train"] });
    await open(staf);
    const names = (await staf.buttons()).flat();
    expect(names).toHaveLength(3);
    expect((await staf.say("iets anders")).texts[0]).toMatch(/^Tik op een plek, of typ de naam\./);
    await staf.tap(names[0] ?? "");
    await staf.tap("✓ Telefoon");
    await staf.say("02 555 99 99");
    await staf.tap("Bewaar");
    expect(await several.sql`select slug from places where facts ->> 'phone' = '02 555 99 99'`).toHaveLength(1);
    await several.stop();
  });
});

test("it is written in French and in Arabic too", async () => {
  const camille = await joinTeam(app, { name: "Camille", language: "fr" });
  await open(camille, "Heures et infos du lieu");
  await camille.tap("Heures habituelles");
  expect((await camille.say("lundi 2-4")).texts[0]).toMatch(/^Est-ce la nuit\u00a0: 2-4\u00a0\?/);
  await camille.say("lundi et jeudi 13h30-16h30, mercredi 9h-12h, 1er samedi du mois 10h-12h");
  expect((await camille.say("1er décembre")).texts[0]).toMatch(
    /à partir du mardi 1er décembre\u00a0:\n\nlundi et jeudi\u00a0: 13h30–16h30/,
  );
  await camille.tap("Enregistrer");
  expect((await stored())[1]?.from).toBe("2026-12-01");

  const amina = await joinTeam(app, { name: "Amina", language: "ar" });
  await open(amina, "أوقات المكان ومعلوماته");
  await amina.tap("الأوقات المعتادة");
  await amina.say("كل يوم ما عدا الأحد من 9 إلى 12");
  expect((await amina.tap("اليوم")).texts[0]).toMatch(/^هكذا يقرأ الأهل الأوقات، ابتداءً من الأربعاء/);
  await amina.tap("حفظ");
  expect((await stored())[1]).toEqual({ from: "2026-11-25", expression: "Mo-Sa 09:00-12:00; SH off; PH off" });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ActingParent } from "../../support/acting-parent.ts";
import { examplePlaces, startTestApp, type TestApp } from "../../support/app.ts";
import { everyRow } from "../../support/every-row.ts";
import { inviteInto, joinTeam } from "../../support/team.ts";

let app: TestApp;
let staf: ActingParent;

const notForYou = "Dit kan alleen het team.";
const team = async () => (await app.sql`select name, role, places from staff order by name`).map((row) => ({ ...row }));

beforeAll(async () => {
  app = await startTestApp({ places: examplePlaces });
});
afterAll(() => app.stop());
beforeEach(async () => {
  await app.sql`delete from audit`;
  await app.sql`delete from invitations`;
  await app.sql`delete from staff`;
  await app.sql`select pg_notify('staff', '')`;
  await app.setClock("2026-11-25T10:00");
  staf = await joinTeam(app, { name: "Staf" });
});

describe("an invitation", () => {
  test("says what it makes of you, changes nothing until you say yes, and works once", async () => {
    const link = await inviteInto(app, { role: "host", name: "Els", places: ["de-zandbak"] });
    const els = await app.parent("nl");
    const before = await everyRow(app.sql);
    const { texts } = await els.say(`/start ${link}`);
    expect(texts[0]).toMatch(/^Je bent uitgenodigd in het team als Els: medewerker, De Zandbak\./);
    expect(await everyRow(app.sql)).toEqual(before);
    expect((await els.tap("Ja, ik hoor bij het team")).texts[0]).toBe("Welkom in het team. Collega’s zien je als Els.");
    expect((await staf.chat()).messages.at(-1)?.text).toBe("Els hoort nu bij het team.");
    expect((await els.say("/staff")).texts[0]).toBe(
      "Het team:\n\nEls (jij): medewerker, De Zandbak\nStaf: coördinator, alle plekken",
    );
    const other = await app.parent("nl");
    expect((await other.say(`/start ${link}`)).texts).toEqual([
      "Deze uitnodiging geldt niet meer. Vraag een nieuwe aan een collega.",
    ]);
    expect((await other.say("/staff")).texts).toEqual([notForYou]);
  });

  test("of two who tap at once, one is in", async () => {
    const link = await inviteInto(app, { role: "host", name: "Els" });
    const two = [await app.parent("nl"), await app.parent("nl")];
    for (const one of two) await one.say(`/start ${link}`);
    await Promise.all(two.map((one) => one.tap("Ja, ik hoor bij het team")));
    expect((await team()).map(({ name }) => name)).toEqual(["Els", "Staf"]);
  });

  test("ends after seven days, and is erased", async () => {
    await staf.say("/staff");
    await staf.tap("Nodig iemand uit");
    await staf.tap("Medewerker");
    await staf.tap("Al mijn plekken");
    const { texts } = await staf.say("Els");
    const argument = texts[0]?.split("start=")[1] ?? "";
    await app.setClock("2026-12-01T23:00");
    const els = await app.parent("nl");
    expect((await els.say(`/start ${argument}`)).texts[0]).toMatch(/^Je bent uitgenodigd/);
    await app.setClock("2026-12-02T00:00");
    expect((await els.tap("Ja, ik hoor bij het team")).texts[0]).toMatch(/geldt niet meer/);
    await expect.poll(() => app.sql`select 1 from invitations`).toHaveLength(0);
  });

  test("stores neither the link nor the number of the chat", async () => {
    const link = await inviteInto(app, { role: "host", name: "Els" });
    const els = await app.parent("nl");
    await els.say(`/start ${link}`);
    await els.tap("Ja, ik hoor bij het team");
    const stored = JSON.stringify(await everyRow(app.sql));
    expect(stored).not.toContain(link.slice(2));
    expect(stored).not.toContain(String(els.id));
    expect(stored).not.toContain(Buffer.from(String(els.id)).toString("hex"));
  });

  test("in a group it says where it works", async () => {
    const els = await app.parent("nl");
    const group = await app.group("Team", [els]);
    const link = await inviteInto(app, { role: "host" });
    expect((await group.say(els, `/start@inloop_bot ${link}`)).texts).toEqual([
      "Dit kan alleen in een gesprek met mij apart.",
    ]);
  });
});

describe("inviting from the chat", () => {
  test("asks for the role, the places and the name, and gives a link that works", async () => {
    await staf.say("/staff");
    await staf.tap("Nodig iemand uit");
    await staf.tap("Medewerker");
    await staf.tap("De Zandbak");
    expect((await staf.buttons()).flat()).toContain("✓ De Zandbak");
    await staf.tap("Klaar");
    const { texts } = await staf.say("  Els   Peeters ");
    expect(texts[0]).toMatch(/^Stuur deze link naar Els Peeters \(medewerker, De Zandbak\)\. Hij werkt één keer/);
    const argument = texts[0]?.split("start=")[1] ?? "";
    expect(JSON.stringify(await everyRow(app.sql))).not.toContain(argument.slice(2));
    const els = await app.parent("nl");
    await els.say(`/start ${argument}`);
    await els.tap("Ja, ik hoor bij het team");
    expect(await team()).toMatchObject([{ name: "Els Peeters", role: "host" }, { name: "Staf" }]);
    await staf.say("/staff");
    expect((await staf.tap("Wie deed wat")).texts[0]).toBe(
      "Wie wat deed:\n\n25/11/2026 10.00: Els Peeters kwam bij het team, De Zandbak\n25/11/2026 10.00: Staf nodigde Els Peeters uit, De Zandbak\n25/11/2026 10.00: Staf kwam bij het team, alle plekken",
    );
  });

  test("goes on in another process after each step, and answers what is no answer", async () => {
    await staf.say("/staff");
    await staf.tap("Nodig iemand uit");
    expect((await staf.say("een medewerker")).texts[0]).toMatch(/^Tik op een van de knoppen\.\n\nWie nodig je uit\?/);
    await app.restart();
    await staf.tap("Coördinator");
    expect((await staf.send({ sample: "photo" })).texts[0]).toMatch(/^Tik op een of meer plekken\./);
    await app.restart();
    await staf.tap("Al mijn plekken");
    expect((await staf.say("x".repeat(4096))).texts[0]).toMatch(/^Een naam is één regel van hoogstens 40 tekens\./);
    expect((await staf.send({ sample: "photo" })).texts[0]).toMatch(/^Een naam is één regel/);
    await app.restart();
    expect((await staf.say("Els")).texts[0]).toMatch(/\(coördinator, alle plekken\)/);
    expect(await app.sql`select name from invitations`).toEqual([{ name: "Els" }]);
  });

  test("can go back and stop, and an old button says that it is old", async () => {
    await staf.say("/staff");
    await staf.tap("Nodig iemand uit");
    await staf.tap("Medewerker");
    await staf.tap("Terug");
    expect((await staf.buttons()).flat()).toContain("Coördinator");
    await staf.tap("Stop");
    expect((await staf.chat()).messages.at(-1)?.text).toBe("Goed, er is niets veranderd.");
    expect((await staf.say("/cancel")).texts).toEqual(["Er was niets bezig."]);
    // What was typed meanwhile is a question like a parent's again.
    expect((await staf.say("is het morgen open?")).texts[0]).toMatch(/^Ja/);
  });

  test("a question of the keyboard is answered in the middle of it, and it goes on", async () => {
    await staf.say("/staff");
    await staf.tap("Nodig iemand uit");
    expect((await staf.say("/open")).texts[0]).toMatch(/^Ja/);
    expect((await staf.say("Vandaag open?")).texts[0]).toMatch(/^Ja/);
    expect((await staf.tap("Medewerker")).texts[0]).toBe("Voor welke plekken?");
  });

  test("waits for a day, not longer", async () => {
    await staf.say("/staff");
    await staf.tap("Nodig iemand uit");
    await app.setClock("2026-11-26T09:59");
    await staf.tap("Medewerker");
    await app.setClock("2026-11-27T10:00");
    expect((await staf.tap("Al mijn plekken")).notice).toBe("Deze vraag is al voorbij.");
    await expect.poll(() => app.sql`select 1 from staff_conversations`).toHaveLength(0);
    await expect.poll(() => app.sql`select 1 from staff_updates where at < '2026-11-26'`).toHaveLength(0);
  });
});

describe("leaving", () => {
  test("who is removed is nobody at once, also in the middle of something, and her invitations end", async () => {
    const els = await joinTeam(app, { name: "Els" });
    await els.say("/staff");
    await els.tap("Nodig iemand uit");
    await els.tap("Medewerker");
    await els.tap("Al mijn plekken");
    const { texts } = await els.say("Jan");
    const argument = texts[0]?.split("start=")[1] ?? "";
    await els.say("/staff");
    await els.tap("Nodig iemand uit");
    await staf.say("/staff");
    await staf.tap("Haal iemand weg");
    await staf.tap("Els");
    await staf.tap("Ja, haal weg");
    expect((await els.tap("Medewerker")).notice).toBe(notForYou);
    expect((await els.say("/staff")).texts).toEqual([notForYou]);
    const jan = await app.parent("nl");
    expect((await jan.say(`/start ${argument}`)).texts[0]).toMatch(/geldt niet meer/);
    expect(await app.sql`select 1 from staff_conversations`).toHaveLength(0);
  });

  test("takes effect also where only the database knows of it", async () => {
    const els = await joinTeam(app, { name: "Els" });
    await els.say("/staff");
    await els.tap("Nodig iemand uit");
    // Another process, whose notification has not come yet.
    await app.sql`delete from staff where name = 'Els'`;
    expect((await els.tap("Medewerker")).notice).toBe(notForYou);
  });

  test("the last coordinator of a place stays, a host may go", async () => {
    const els = await joinTeam(app, { role: "host", name: "Els" });
    await els.say("/staff");
    await els.tap("Verlaat het team");
    expect((await els.tap("Ja, ik ga weg")).texts[0]).toMatch(/^Je hoort niet meer bij het team\./);
    await staf.say("/staff");
    await staf.tap("Verlaat het team");
    expect((await staf.tap("Ja, ik ga weg")).texts[0]).toBe(
      "Je bent de laatste coördinator van een plek. Nodig eerst iemand anders uit.",
    );
    expect((await team()).map(({ name }) => name)).toEqual(["Staf"]);
  });

  test("a coordinator takes away her places only", async () => {
    const els = await joinTeam(app, { name: "Els", places: ["de-zandbak"] });
    await joinTeam(app, { role: "host", name: "Jan", places: ["de-zandbak", "le-petit-train"] });
    await joinTeam(app, { role: "host", name: "Piet", places: ["le-petit-train"] });
    await els.say("/staff");
    await els.tap("Haal iemand weg");
    expect((await els.buttons()).flat()).toEqual(["Jan", "Het team", "Alle vragen"]);
    await els.tap("Jan");
    expect((await els.tap("Ja, haal weg")).texts[0]).toMatch(/^Dat is gebeurd voor jouw plekken\./);
    expect(await team()).toMatchObject([
      { name: "Els" },
      { name: "Jan", places: [2] },
      { name: "Piet" },
      { name: "Staf" },
    ]);
  });
});

test("what a member taps after a visit does not count", async () => {
  expect((await staf.say("/feedback")).texts.length).toBe(1);
  await staf.tap("De Zandbak").catch(() => undefined);
  expect((await staf.chat()).messages.at(-1)?.text).toMatch(/team/);
});

test("each reads it in her own language", async () => {
  const camille = await joinTeam(app, { name: "Camille", language: "fr", role: "host" });
  const amina = await joinTeam(app, { name: "Amina", language: "ar", role: "host" });
  expect((await camille.say("/staff")).texts[0]).toMatch(
    /^L’équipe\u00a0:\n\nCamille \(vous\)\u00a0: accueil, tous les lieux/,
  );
  expect((await amina.say("/staff")).texts[0]).toMatch(/^الفريق:\n\nAmina \(أنتم\): الاستقبال، كل الأماكن/);
  await camille.tap("Ma langue");
  await camille.tap("Nederlands");
  expect((await camille.say("/staff")).texts[0]).toMatch(/^Het team:/);
});

test("a member sees what is stored about her, and may have it erased, unless she is the last coordinator", async () => {
  const els = await joinTeam(app, { name: "Els", role: "host", places: ["de-zandbak"] });
  await app.setClock("2026-11-25T12:30");
  await els.say("/staff");
  await els.tap("Bezoeken en logboek");
  await els.tap("De Zandbak, woensdag 25/11");
  await els.say("/change morgen gesloten");
  await els.say("/privacy");
  expect((await els.tap("Wat wordt bewaard")).texts[0]).toMatch(
    new RegExp(
      [
        "team: Els\nrol: medewerker\nplekken: De Zandbak\ntaal: nl\nchat: verzegeld\nherinneringen: nee\n",
        "Waar je nu mee bezig bent: verzegeld, hoogstens een dag\\.",
        "Welke dagen je te tellen kreeg, en in welk bericht, negen dagen: 25/11/2026\\.",
        "Wat je deed, met je naam en het uur, een jaar: 1 in de lijst\\.",
        "Het nummer en het uur van elke stap, een dag lang\\. Daar staat niet wie bij\\.",
        "Bij de getallen en in het logboek staat niet wie ze schreef\\.$",
      ].join("\n"),
    ),
  );
  await staf.say("/staff");
  await staf.tap("Nodig iemand uit");
  await staf.tap("Medewerker");
  await staf.tap("Al mijn plekken");
  await staf.say("Mia");
  await staf.say("/privacy");
  expect((await staf.tap("Wat wordt bewaard")).texts[0]).toMatch(
    /\n\nJouw uitnodigingen, hoogstens zeven dagen: Mia\.\n/,
  );
  for (const [person, expected] of [
    [els, /^Gewist: je plaats in het team, je uitnodigingen en waar je mee bezig was\./],
    [staf, /^Niet gewist: je plaats in het team\./],
  ] as const) {
    expect((await person.say("/forget")).texts[0]).toMatch(
      /stuurt geen berichten meer\.\n\nJe gaat dan ook uit het team\. .*een jaar, met je naam\./,
    );
    expect((await person.tap("Ja, wis alles")).texts[0]).toMatch(expected);
  }
  expect((await team()).map(({ name }) => name)).toEqual(["Staf"]);
});

test("the team's commands are listed in the chats of the team, and in no parent's", async () => {
  const listed = async (person: ActingParent) => (await person.chat()).commands.map(({ command }) => command);
  const els = await joinTeam(app, { name: "Els", role: "host" });
  expect((await listed(els)).slice(0, 3)).toEqual(["change", "staff", "cancel"]);
  expect(await listed(els)).toContain("open");
  await els.say("/staff");
  await els.tap("Verlaat het team");
  await els.tap("Ja, ik ga weg");
  const parent = await app.parent("nl");
  expect(await listed(els)).toEqual(await listed(parent));
  expect(await listed(parent)).not.toContain("change");
});

import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ActingParent } from "../../support/acting-parent.ts";
import { examplePlaces, startTestApp, type TestApp } from "../../support/app.ts";
import { everyRow } from "../../support/every-row.ts";
import { joinTeam } from "../../support/team.ts";

let app: TestApp;
let staf: ActingParent;
let els: ActingParent;
let noor: ActingParent;

const zandbak = ["de-zandbak"];
const changes = () =>
  app.sql`select kind, "from"::text, "to"::text, hours, reason, text, withdrawn from schedule_changes order by number`;
const newest = async (person: ActingParent) =>
  (await person.chat()).messages.at(-1)?.text?.replace(/[\u2068\u2069\u200f]/g, "");
const answerTo = async (question: string) => (await noor.say(question)).texts[0];

beforeAll(async () => {
  app = await startTestApp({ places: examplePlaces });
});
afterAll(() => app.stop());
beforeEach(async () => {
  await app.sql`delete from broadcasts`;
  await app.sql`delete from schedule_changes`;
  await app.sql`delete from audit`;
  await app.sql`delete from staff`;
  await app.sql`select pg_notify('staff', ''), pg_notify('places', '')`;
  await app.setClock("2026-11-25T07:30");
  staf = await joinTeam(app, { name: "Staf", places: zandbak });
  els = await joinTeam(app, { name: "Els", role: "host", places: zandbak });
  noor = await app.parent("nl");
});

describe("closing today", () => {
  test("takes four taps from a cold start, and every answer knows it", async () => {
    await els.say("/change");
    await els.tap("Vandaag gesloten");
    const { texts } = await els.tap("Bevestig");
    expect(texts[0]).toMatch(/^Klaar\. Het geldt meteen\. Ongedaan maken kan nog 30 seconden\./);
    await expect.poll(() => answerTo("is De Zandbak vandaag open?")).toMatch(/uitzonderlijk gesloten/);
    expect(await newest(staf)).toMatch(/^Els veranderde de uren\. Ouders lezen:\n\n.*uitzonderlijk gesloten/s);
  });

  test("is one line for those in a hurry", async () => {
    const { texts } = await els.say("/change morgen gesloten ziekte");
    expect(texts[0]).toMatch(/^Zo lezen ouders het:/);
    expect(texts[0]).toContain("Reden, voor het team: Ziekte.");
    await els.tap("Bevestig");
    expect(await changes()).toMatchObject([
      { kind: "closed", from: "2026-11-26", to: "2026-11-26", reason: "illness", text: null },
    ]);
    const audited = await app.sql`select entry from audit where entry->>'what' = 'change-added'`;
    expect(JSON.stringify(audited)).not.toMatch(/ill|ziek/i);
  });

  test.each([
    ["fr", "/change demain fermé maladie", "Confirmer"],
    ["ar", "/change غدا مغلق مرض", "تأكيد"],
  ])("also in %s", async (language, line, confirm) => {
    const colleague = await joinTeam(app, { name: language, role: "host", places: zandbak, language });
    await colleague.say(line);
    await colleague.tap(confirm);
    expect(await changes()).toMatchObject([{ kind: "closed", from: "2026-11-26", reason: "illness" }]);
  });

  test("can be undone for 30 seconds, and then not by that button", async () => {
    await els.say("/change morgen gesloten");
    await els.tap("Bevestig");
    expect((await els.tap("Ongedaan maken")).texts[0]).toBe("Ongedaan gemaakt. Alles is weer zoals voordien.");
    expect(await changes()).toMatchObject([{ withdrawn: true }]);
    expect(await newest(staf)).toMatch(/^Els trok een wijziging in:/);
    await els.say("/change morgen gesloten");
    await els.tap("Bevestig");
    await app.setClock("2026-11-25T07:31");
    await expect
      .poll(() => newest(els))
      .toMatch(/^De Zandbak, bericht aan ouders\. Klaar\. Verstuurd: minder dan 10\./);
    expect((await els.tap("Ongedaan maken")).texts[0]).toMatch(/^De 30 seconden zijn voorbij\./);
    expect(await changes()).toMatchObject([{ withdrawn: true }, { withdrawn: false }]);
  });
});

describe("a change, question by question", () => {
  test("shows what parents will read in three languages, and stores nothing before it is confirmed", async () => {
    await els.say("/change");
    await els.tap("Morgen");
    expect(await newest(els)).toBe(
      "De Zandbak, donderdag 26 november. Zo staat het nu:\n\ndonderdag 26/11: 13.30–16.30\n\nWat verandert er?",
    );
    await els.tap("Later open");
    expect((await els.buttons()).flat()).toEqual(["14.00", "14.30", "15.00", "15.30", "16.00", "Terug", "Stop"]);
    await els.tap("14.30");
    await els.tap("Vorming");
    const shown = await newest(els);
    expect(shown).toContain("14.30–16.30");
    expect(shown).toContain("14h30–16h30");
    expect(shown).toContain("14:30");
    expect(shown).not.toMatch(/vorming volg|formation de/);
    await els.tap("Reden tonen");
    expect(await newest(els)).toMatch(/het team volgt een vorming/);
    expect(await changes()).toEqual([]);
    await els.tap("Bevestig");
    expect(await changes()).toMatchObject([
      {
        kind: "hours",
        hours: [{ start: 870, end: 990 }],
        reason: "training",
        text: { nl: "het team volgt een vorming" },
      },
    ]);
    await expect.poll(() => answerTo("De Zandbak morgen open?")).toMatch(/14\.30–16\.30.*het team volgt een vorming/s);
  });

  test("a line for parents is told in the languages in which it was written alone", async () => {
    await els.say("/change morgen gesloten");
    await els.tap("Zin voor ouders");
    await els.tap("Nederlands");
    await els.say("We zijn er maandag weer.");
    expect(await newest(els)).toContain("We zijn er maandag weer");
    await els.tap("Bevestig");
    expect(await changes()).toMatchObject([{ text: { nl: "We zijn er maandag weer", fr: "à titre exceptionnel" } }]);
  });

  test("days may be typed, several at once, or tapped in a calendar", async () => {
    await els.say("/change");
    await els.say("21/12 tot 23/12");
    expect(await newest(els)).toMatch(/^De Zandbak, maandag 21 december tot en met woensdag 23 december\./);
    await els.tap("Terug");
    await els.tap("Kalender");
    await els.tap("Volgende maand");
    await els.tap("24");
    expect(await newest(els)).toMatch(/^De Zandbak, donderdag 24 december\./);
    await els.tap("Meer dagen");
    await els.tap("31");
    expect(await newest(els)).toMatch(/^De Zandbak, donderdag 24 december tot en met donderdag 31 december\./);
    await els.tap("Gesloten");
    await els.tap("Vakantie");
    await els.tap("Bevestig");
    expect(await changes()).toMatchObject([{ from: "2026-12-24", to: "2026-12-31", reason: "holiday" }]);
  });

  test("other hours and more hours, tapped or typed", async () => {
    await els.say("/change morgen");
    await els.tap("Andere uren");
    await els.tap("10.00");
    await els.tap("12.00");
    await els.tap("Andere reden");
    await els.tap("Bevestig");
    await els.say("/change vrijdag");
    await els.tap("Extra open");
    await els.say("van 10u tot 12u30");
    await els.tap("Andere reden");
    await els.tap("Bevestig");
    expect(await changes()).toMatchObject([
      { kind: "hours", hours: [{ start: 600, end: 720 }] },
      { kind: "extra", from: "2026-11-27", hours: [{ start: 600, end: 750 }] },
    ]);
  });

  test("a coordinator of several places closes all of them at once; one who has one place is not asked", async () => {
    const coordinator = await joinTeam(app, { name: "Co" });
    await coordinator.say("/change");
    expect((await coordinator.buttons()).flat()).toEqual(["De Zandbak", "Het Treintje", "Alle plekken", "Stop"]);
    await coordinator.tap("Alle plekken");
    await coordinator.tap("Vandaag gesloten");
    const shown = (await newest(coordinator)) ?? "";
    expect(shown.match(/De Zandbak|Le Bac à sable|«صندوق الرمل»/g)).toHaveLength(3);
    expect(shown).toMatch(
      /\n\nOp de andere plekken lezen ouders:\nWoensdag 25 november: Het Treintje is uitzonderlijk gesloten\./,
    );
    const fatma = await joinTeam(app, { name: "Fatma", role: "host", places: ["le-petit-train"] });
    await coordinator.tap("Bevestig");
    expect(await changes()).toHaveLength(2);
    expect(await newest(els)).toMatch(/^Co veranderde de uren\. Ouders lezen:\n\n[^\n]*De Zandbak[^\n]*$/);
    expect(await newest(fatma)).toMatch(/^Co veranderde de uren\. Ouders lezen:\n\n[^\n]*Het Treintje[^\n]*$/);
    await coordinator.tap("Ongedaan maken");
    expect(await changes()).toMatchObject([{ withdrawn: true }, { withdrawn: true }]);
  });

  test("a day that is not confirmed is settled by a coordinator", async () => {
    await app.sql`update places set school_calendar = 'fr' where slug = 'de-zandbak'`;
    await app.sql`select pg_notify('places', '')`;
    await els.say("/change 13/9/2027");
    expect(await newest(els)).toContain("nog niet bevestigd");
    expect((await els.buttons()).flat()).not.toContain("Open zoals gewoonlijk");
    await staf.say("/change 13/9/2027");
    await staf.tap("Open zoals gewoonlijk");
    await staf.tap("Bevestig");
    await expect
      .poll(() => answerTo("De Zandbak 13/9/2027 open?"))
      .toBe("Ja, De Zandbak is op maandag 13 september open: 13.30–16.30.");
    await app.sql`update places set school_calendar = 'nl' where slug = 'de-zandbak'`;
  });
});

test.each(["nl", "fr", "ar"])("every question can be answered by tapping, in %s", async (language) => {
  const words = JSON.parse(
    readFileSync(new URL(`../../../locales/${language}/schedule-changes.json`, import.meta.url), "utf8"),
  );
  const { buttons } = words;
  const member = await joinTeam(app, { name: language, role: "host", places: zandbak, language });
  const tap = (label: string) => member.tap(label.replace(/[\u2068\u2069\u200f]/g, ""));
  await member.say("/change");
  for (const label of [buttons.calendar, buttons.laterMonth, "17", buttons.until, "24", buttons.back, buttons.back]) {
    await tap(label);
  }
  await tap(buttons.earlier);
  const time = { nl: "14.00", fr: "14h", ar: "14:00" }[language] ?? "";
  for (const label of [time, buttons.reasons.training, buttons.showReason, buttons.hideReason, buttons.showReason]) {
    await tap(label);
  }
  await tap(buttons.line);
  await tap("العربية");
  await member.say("نراكم الاثنين");
  await tap(buttons.line);
  await tap("✓ العربية");
  await tap(buttons.erase);
  await tap(buttons.confirm);
  expect(await changes()).toMatchObject([
    { kind: "hours", from: "2026-12-17", to: "2026-12-17", hours: [{ start: 810, end: 840 }], reason: "training" },
  ]);
  expect(Object.keys((await changes())[0]?.text ?? {}).sort()).toEqual(["ar", "fr", "nl"]);
  await tap(buttons.undo);
  expect(await changes()).toMatchObject([{ withdrawn: true }]);
});

describe("what is no answer", () => {
  const wrong: readonly (readonly [step: string, reach: (to: ActingParent) => Promise<unknown>, expected: RegExp])[] = [
    ["the day", (to) => to.say("/change"), /^Die dag begrijp ik niet\./],
    ["what changes", (to) => to.say("/change morgen"), /^Tik op een van de knoppen\./],
    [
      "the hours",
      async (to) => {
        await to.say("/change morgen");
        await to.tap("Andere uren");
      },
      /^Dat uur begrijp ik niet\./,
    ],
    [
      "the reason",
      async (to) => {
        await to.say("/change morgen");
        await to.tap("Gesloten");
      },
      /^Tik op een van de knoppen\./,
    ],
    ["the preview", (to) => to.say("/change morgen gesloten"), /^Tik op een van de knoppen\./],
  ];
  test.each(wrong)("for %s is answered with what is expected, and nothing is lost", async (_step, reach, expected) => {
    await reach(els);
    const before = (await newest(els)) ?? "";
    for (const attempt of [() => els.say("blabla ".repeat(585)), () => els.send({ sample: "photo" })]) {
      const { texts } = await attempt();
      expect(texts[0]).toMatch(expected);
      expect(texts[0]).toContain(before);
    }
  });

  test("days that are over or that no calendar has, hours that end before they begin, a text that is too long", async () => {
    await els.say("/change");
    expect((await els.say("gisteren")).texts[0]).toMatch(/^Die dag is al voorbij\./);
    expect((await els.say("31/11")).texts[0]).toMatch(/^Die dag bestaat niet\./);
    await els.say("morgen");
    await els.tap("Andere uren");
    expect((await els.say("12-10")).texts[0]).toMatch(/^Het einde komt na het begin/);
    expect((await els.say("10-12 en 11-13")).texts[0]).toMatch(/^Het einde komt na het begin/);
    await els.say("10-12");
    await els.tap("Andere reden");
    await els.tap("Zin voor ouders");
    await els.tap("Français");
    expect((await els.say("x".repeat(4096))).texts[0]).toMatch(/^Eén zin van hoogstens 200 tekens/);
    await els.say("À lundi");
    expect(await newest(els)).toContain("À lundi");
    expect(await newest(els)).toContain("10.00–12.00");
  });
});

describe("two colleagues", () => {
  test("do not mix, and the second is told that the first was there meanwhile", async () => {
    await els.say("/change morgen gesloten");
    await staf.say("/change morgen 10-12");
    await els.tap("Bevestig");
    expect((await staf.tap("Bevestig")).texts[0]).toMatch(/^Een collega veranderde intussen iets op die dagen\./);
    await staf.tap("Bevestig");
    expect(await changes()).toMatchObject([{ kind: "closed" }, { kind: "hours" }]);
  });

  test("the same tap that comes twice has its effect once", async () => {
    await els.say("/change morgen gesloten");
    const [tapped] = (await els.chat()).messages
      .toReversed()
      .filter(({ reply_markup: markup }) => markup !== undefined);
    const confirm = tapped?.reply_markup?.inline_keyboard.flat().find(({ text }) => text === "Bevestig");
    const data = confirm !== undefined && "callback_data" in confirm ? confirm.callback_data : "";
    await els.tapForged(data);
    expect((await els.tapForged(data)).notice).toBe("Deze vraag is al voorbij.");
    expect(await changes()).toHaveLength(1);
  });
});

describe("changes that are there", () => {
  test("are listed, altered and taken back", async () => {
    await els.say("/change morgen gesloten");
    await els.tap("Bevestig");
    await expect.poll(() => answerTo("De Zandbak morgen open?")).toMatch(/gesloten/);
    await els.tap("Wijzigingen");
    await els.tap("donderdag 26/11: gesloten");
    expect(await newest(els)).toMatch(/^De Zandbak, donderdag 26 november: gesloten\./);
    await els.tap("Aanpassen");
    await els.tap("Later open");
    await els.tap("15.00");
    await els.tap("Andere reden");
    await els.tap("Bevestig");
    expect(await changes()).toMatchObject([{ withdrawn: true }, { kind: "hours", withdrawn: false }]);
    await expect.poll(() => answerTo("De Zandbak morgen open?")).toMatch(/15\.00–16\.30/);
    await els.tap("Wijzigingen");
    await els.tap("donderdag 26/11: 15.00–16.30");
    await els.tap("Intrekken");
    await els.tap("Ja, trek in");
    expect(await changes()).toMatchObject([{ withdrawn: true }, { withdrawn: true }]);
    await expect.poll(() => answerTo("De Zandbak morgen open?")).toMatch(/^Ja/);
  });
});

test("what is in the middle is sealed, and asking writes nothing", async () => {
  await els.say("/change morgen gesloten ziekte");
  await els.tap("Zin voor ouders");
  await els.tap("Nederlands");
  await els.say("Kanarievogel");
  expect(JSON.stringify(await everyRow(app.sql))).not.toMatch(/kanarievogel|illness/i);
  expect(JSON.stringify(app.log)).not.toMatch(/kanarie|illness/i);
});

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { joinTeam } from "../../support/team.ts";
import { answerTo, app, changes, els, newest, staf, startChanges, zandbak } from "./change-app.ts";

startChanges();

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

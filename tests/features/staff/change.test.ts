import { describe, expect, test } from "vitest";
import type { ActingParent } from "../../support/acting-parent.ts";
import { everyRow } from "../../support/every-row.ts";
import { joinTeam } from "../../support/team.ts";
import { answerTo, app, changes, els, newest, staf, startChanges, zandbak } from "./change-app.ts";

startChanges();

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

import { describe, expect, test } from "vitest";
import { examplePlaces, startTestApp } from "../../support/app.ts";
import { joinTeam } from "../../support/team.ts";
import { app, edited, els, fact, open, startEditing, stored, typeHours } from "./edited-place.ts";

startEditing();

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

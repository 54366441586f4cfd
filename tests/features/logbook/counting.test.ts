import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ActingParent } from "../../support/acting-parent.ts";
import { examplePlaces, startTestApp, type TestApp } from "../../support/app.ts";
import { joinTeam } from "../../support/team.ts";

let app: TestApp;
let els: ActingParent;

const notForYou = "Dit kan alleen het team.";

beforeAll(async () => {
  app = await startTestApp({ places: examplePlaces });
});
afterAll(() => app.stop());
beforeEach(async () => {
  await app.sql`delete from visit_counts`;
  await app.sql`delete from audit`;
  await app.sql`delete from staff`;
  await app.sql`select pg_notify('staff', '')`;
  await app.setClock("2026-11-25T12:30");
  els = await joinTeam(app, { role: "host", name: "Els", places: ["de-zandbak"] });
});

/** Opens the counts of Wednesday 25 November, when De Zandbak was open from 9 to 12. */
async function open(who: ActingParent, day = "De Zandbak, woensdag 25/11") {
  await who.say("/staff");
  await who.tap("Bezoeken en logboek");
  return who.tap(day);
}

const newest = async (who: ActingParent) => {
  const { messages } = await who.chat();
  return (
    messages.findLast(({ from, text }) => from?.is_bot === true && text?.includes("Kinderen:"))?.text ?? ""
  ).split("\n\n")[1];
};
const stored = async () =>
  (await app.sql`select children, siblings, adults, first_visits, opened from visit_counts`).map((row) =>
    Object.values(row),
  );

describe("counting a day", () => {
  test("shows what was planned, and adds what is tapped", async () => {
    const { texts } = await open(els);
    expect(texts[0]).toBe(
      "De Zandbak, woensdag 25 november\nGepland: 9.00–12.00\n\nKinderen: –\nBroers en zussen: –\nVolwassenen: –\nEerste bezoek: –\nOpen: nog niet gezegd\n\nTyp vier getallen, zoals 14 3 12 2, of tik. Nul tik je met −1.\nBroers en zussen: kinderen buiten de leeftijd van de plek. Eerste bezoek: volwassenen die dat zelf zeggen.",
    );
    await els.tap("Kind +5");
    await els.tap("Kind +1");
    await els.tap("Kind −1");
    await els.tap("Volw. +1");
    await els.tap("Eerste −1");
    await els.tap("Open zoals gepland");
    expect(await newest(els)).toBe(
      "Kinderen: 5\nBroers en zussen: –\nVolwassenen: 1\nEerste bezoek: 0\nOpen: zoals gepland",
    );
    expect(await stored()).toEqual([[5, null, 1, 0, [{ start: 540, end: 720 }]]]);
  });

  test("takes a typed line while it stands there", async () => {
    await open(els);
    await els.say("14 3 12 2");
    expect(await newest(els)).toMatch(/^Kinderen: 14\nBroers en zussen: 3\nVolwassenen: 12\nEerste bezoek: 2/);
    await els.say("15 kinderen");
    expect(await newest(els)).toMatch(/^Kinderen: 15\nBroers en zussen: 3/);
    expect((await els.say("14 3 12")).texts).toEqual([
      "Ik verwacht vier getallen: kinderen, broers en zussen, volwassenen, eerste bezoek. Bijvoorbeeld: 14 3 12 2.",
    ]);
    expect((await els.say("1400 3 12 2")).texts).toEqual(["Een getal is hoogstens 500. Typ de getallen opnieuw."]);
    expect(await stored()).toEqual([[15, 3, 12, 2, null]]);
    await els.tap("Klaar");
    await els.say("1 1 1 1");
    expect(await stored()).toEqual([[15, 3, 12, 2, null]]);
  });

  test("of two days that stand there it asks which one", async () => {
    await open(els);
    await open(els, "De Zandbak, maandag 23/11");
    const { texts } = await els.say("14 3 12 2");
    expect(texts[0]).toBe("Voor welke dag is dit?\n14 kinderen, 3 broers en zussen, 12 volwassenen, 2 eerste bezoek");
    await els.tap("De Zandbak, maandag 23/11");
    expect(await app.sql`select day::text, children from visit_counts`).toEqual([{ day: "2026-11-23", children: 14 }]);
  });

  test("asks for numbers in words of its own, goes on after a restart, and loses nothing", async () => {
    await open(els);
    await els.tap("Kind +5");
    expect((await els.tap("Typ de getallen")).texts[0]).toMatch(/^Typ vier getallen: kinderen/);
    expect((await els.say("veel")).texts[0]).toMatch(/^Ik verwacht vier getallen/);
    expect((await els.send({ sample: "photo" })).texts[0]).toMatch(/^Ik verwacht vier getallen/);
    expect((await els.say("x".repeat(4096))).texts[0]).toMatch(/^Ik verwacht vier getallen/);
    expect((await els.say("6 kinderen 2 katten")).texts[0]).toMatch(/^Zet bij elk getal een woord\./);
    await app.restart();
    await els.say("6 kinderen 2 ouders");
    expect(await stored()).toEqual([[6, null, 2, null, null]]);
  });

  test("asks when it was open, by typing or by taps, and refuses what ends before it begins", async () => {
    await open(els);
    expect((await els.tap("Andere uren")).texts[0]).toBe(
      "Wanneer was het open: De Zandbak, woensdag 25 november? Typ de uren, zoals 9.00–12.00, of tik op het begin.",
    );
    expect((await els.say("laat")).texts[0]).toMatch(/^Ik verwacht uren, zoals 9\.00–12\.00\./);
    expect((await els.say("12u-9u")).texts[0]).toMatch(/^Het einde komt na het begin\./);
    await els.tap("9.15");
    await app.restart();
    expect((await els.say("8u")).texts[0]).toMatch(/^Het einde komt na het begin\..*\n\nHet begin is 9\.15\./);
    await els.tap("12.30");
    expect(await newest(els)).toMatch(/Open: 9\.15–12\.30$/);
    await els.tap("Andere uren");
    await els.say("9u tot 10u30 en 11-12");
    expect(await newest(els)).toMatch(/Open: 9\.00–10\.30 en 11\.00–12\.00$/);
    await els.tap("Niet open geweest");
    expect(await stored()).toEqual([[null, null, null, null, []]]);
  });

  test("ends after seven days", async () => {
    await open(els);
    await app.setClock("2026-12-02T23:00");
    await els.tap("Kind +5");
    await app.setClock("2026-12-03T00:00");
    expect((await els.tap("Kind +5")).texts).toEqual([
      "Deze dag kan je niet meer tellen. Tellen kan tot zeven dagen later.",
    ]);
    expect(await stored()).toEqual([[5, null, null, null, null]]);
  });
});

describe("several colleagues", () => {
  test("see the same numbers, each in her own message and language", async () => {
    const camille = await joinTeam(app, { role: "host", name: "Camille", language: "fr" });
    await camille.say("/staff");
    await camille.tap("Visites et journal");
    await camille.tap("Le Bac à sable, mercredi 25/11");
    await open(els);
    await els.tap("Kind +5");
    const french = async () => (await camille.chat()).messages.findLast(({ text }) => text?.includes("Enfants"))?.text;
    expect(await french()).toMatch(/^Enfants\u00a0: 5$/m);
    await camille.tap("Adulte +1");
    expect(await newest(els)).toMatch(/^Kinderen: 5\nBroers en zussen: –\nVolwassenen: 1\n/);
  });

  test("who tap at once are all counted, and all read the sum", async () => {
    const team = [els, await joinTeam(app, { name: "Jan" }), await joinTeam(app, { name: "Piet" })];
    for (const one of team) await open(one);
    await Promise.all(team.flatMap((one) => [one.tap("Kind +5"), one.tap("Kind +1"), one.tap("Volw. +1")]));
    expect(await stored()).toEqual([[18, null, 3, null, null]]);
    for (const one of team) expect(await newest(one)).toMatch(/^Kinderen: 18\nBroers en zussen: –\nVolwassenen: 3\n/);
  });

  test("are shown the numbers also when one of them cannot be reached", async () => {
    const jan = await joinTeam(app, { name: "Jan" });
    const piet = await joinTeam(app, { name: "Piet" });
    for (const one of [jan, piet, els]) await open(one);
    await jan.block(true);
    await els.tap("Kind +5");
    expect(await newest(piet)).toMatch(/^Kinderen: 5\n/);
    expect(await newest(els)).toMatch(/^Kinderen: 5\n/);
  });

  test("do not see another's question drawn over", async () => {
    const jan = await joinTeam(app, { name: "Jan" });
    await open(els);
    await els.tap("Typ de getallen");
    await open(jan);
    await jan.tap("Kind +5");
    expect((await els.chat()).messages.at(-1)?.text).toMatch(/^Typ vier getallen/);
  });
});

describe("who may count", () => {
  test("a stranger, a removed colleague and a host of another place may not, and nothing changes", async () => {
    await open(els);
    const jan = await joinTeam(app, { role: "host", name: "Jan", places: ["le-petit-train"] });
    await jan.say("/staff");
    await jan.tap("Bezoeken en logboek");
    expect((await jan.buttons()).flat().filter((label) => label.startsWith("De Zandbak"))).toEqual([]);
    const { messages } = await els.chat();
    const rows = messages.findLast(({ text }) => text?.includes("Kinderen:"))?.reply_markup?.inline_keyboard ?? [];
    const data = rows.flat().flatMap((button) => ("callback_data" in button ? [button.callback_data] : []));
    expect(data.length).toBe(18);
    const stranger = await app.parent("nl");
    await stranger.say("/open");
    const said: string[] = [];
    for (const one of data) {
      expect((await stranger.tapForged(one)).notice).toBe(notForYou);
      said.push(...(await jan.tapForged(one)).texts);
    }
    expect(new Set(said)).toEqual(new Set(["Dit is geen plek van jou."]));
    expect((await stranger.say("14 3 12 2")).texts[0]).not.toMatch(/Kinderen/);
    await app.sql`delete from staff where name = 'Els'`;
    for (const one of data) expect((await els.tapForged(one)).notice).toBe(notForYou);
    expect(await stored()).toEqual([]);
  });

  test("in a group nobody may", async () => {
    const group = await app.group("Team", [els]);
    expect((await group.say(els, "/staff@inloop_bot")).texts).toEqual(["Dit kan alleen in een gesprek met mij apart."]);
  });
});

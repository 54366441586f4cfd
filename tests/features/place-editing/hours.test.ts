import { describe, expect, test } from "vitest";
import { app, edited, els, open, startEditing, stored, typeHours, usual } from "./edited-place.ts";

startEditing();

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

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ActingParent } from "../../support/acting-parent.ts";
import { examplePlaces, startTestApp, type TestApp } from "../../support/app.ts";
import { everyRow } from "../../support/every-row.ts";

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const storedRows = async (table: string) => (await everyRow(app.sql))[table]?.length ?? 0;
/** Sends data of a button again, under the newest message, as a client of Telegram's may. */
async function dataOf(parent: ActingParent, label: string): Promise<string> {
  const { messages } = await parent.chat();
  const button = messages
    .toReversed()
    .flatMap(({ reply_markup: markup }) => markup?.inline_keyboard.flat() ?? [])
    .find(({ text }) => text === label);
  if (button === undefined || !("callback_data" in button)) throw new Error(`No button says ${label}`);
  return button.callback_data;
}

describe("how it was", () => {
  test("is asked by command, and asking stores nothing", async () => {
    const parent = await app.parent("nl");
    const before = await everyRow(app.sql);
    const { texts } = await parent.say("/feedback");
    expect(texts).toEqual([
      "De Zandbak: hoe was het?\n\nAntwoorden hoeft niet. Alleen aantallen worden bewaard, nooit wie wat koos.",
    ]);
    expect(await parent.buttons()).toEqual([
      ["Het deed deugd 😊", "Het was fijn 🙂"],
      ["Het ging zo 😐", "Niet op mijn gemak 😟"],
    ]);
    expect(await everyRow(app.sql)).toEqual(before);
  });

  test("counts with one tap; themes are for who likes to, the same after every face", async () => {
    const parent = await app.parent("nl");
    await parent.say("/feedback");
    const { notice, texts } = await parent.tap("Niet op mijn gemak 😟");
    expect(notice).toBe("Geteld.");
    expect(texts[0]).toMatch(/^Dank je, je antwoord telt\. .*\n\nWat bracht het bezoek\?/);
    const brought = await parent.buttons();
    expect(brought).toContainEqual(["Het ging zo 😐", "✓ Niet op mijn gemak 😟"]);

    await parent.tap("Anderen ontmoet");
    expect((await parent.buttons()).flat()).toContain("✓ Anderen ontmoet");
    expect((await parent.tap("Wat kan beter?")).texts[0]).toContain("Wat kan beter?");
    await parent.tap("Voelde me niet welkom");
    expect((await parent.buttons()).flat()).toContain("✓ Voelde me niet welkom");
    const { texts: last } = await parent.tap("Klaar");
    expect(last).toEqual(["Dank je. Je antwoord telt mee."]);
    expect((await parent.buttons()).flat()).not.toContain("Klaar");
  });

  test("may be answered otherwise, and the newest answer stands", async () => {
    const parent = await app.parent("fr");
    await parent.say("/feedback");
    await parent.tap("C’était agréable 🙂");
    const { notice } = await parent.tap("Comme ci, comme ça 😐");
    expect(notice).toBe("C’est compté.");
    expect((await parent.buttons()).flat()).toContain("✓ Comme ci, comme ça 😐");
    expect((await parent.buttons()).flat()).not.toContain("✓ C’était agréable 🙂");
  });

  test("a tap that comes twice counts once, and an old one tells what stands", async () => {
    const parent = await app.parent("nl");
    await parent.say("/feedback");
    const good = await dataOf(parent, "Het deed deugd 😊");
    const soSo = await dataOf(parent, "Het ging zo 😐");
    const before = await storedRows("spent_ballots");
    await parent.tapForged(good);
    const after = await storedRows("spent_ballots");
    expect((await parent.tapForged(good)).notice).toBe("Geteld.");
    expect((await parent.tapForged(soSo)).notice).toBe("Je vorige tik telde al.");
    expect((await parent.buttons()).flat()).toContain("✓ Het deed deugd 😊");
    expect(await storedRows("spent_ballots")).toBe(after);
    expect(after).toBeGreaterThan(before);
  });

  test("a forged or altered ballot is an old button", async () => {
    const parent = await app.parent("nl");
    await parent.say("/feedback");
    const data = await dataOf(parent, "Het was fijn 🙂");
    const altered = `${data.slice(0, 10)}${data[10] === "A" ? "B" : "A"}${data.slice(11)}`;
    expect((await parent.tapForged(altered)).notice).toBe("Deze knop is te oud. Tik op Vandaag open?");
  });

  test("a ballot dies with its week, kindly", async () => {
    const later = await startTestApp({ now: "2026-11-29T23:00" });
    const parent = await later.parent("ar");
    await parent.say("/feedback");
    await later.setClock("2026-11-30T00:00");
    expect((await parent.tap("بين بين 😐")).texts[0]).toMatch(/^لم يعد هذا يُحسب/);
    expect((await everyRow(later.sql)).spent_ballots).toEqual([]);
    await later.stop();
  });

  test("is asked three times a day at most", async () => {
    const parent = await app.parent("nl");
    for (let time = 0; time < 3; time++) expect((await parent.say("/feedback")).texts[0]).toContain("hoe was het?");
    expect((await parent.say("/feedback")).texts).toEqual(["Dit kon vandaag drie keer. Morgen kan het weer."]);
  });

  test("is not asked in a group", async () => {
    const parent = await app.parent("nl");
    const family = await app.group("Familie", [parent]);
    expect((await family.say(parent, "/feedback@inloop_bot")).texts).toEqual([
      "Dit kan alleen in een gesprek met mij apart.",
    ]);
  });

  test("a typed remark is not read by anybody, and says whom to talk to", async () => {
    const parent = await app.parent("nl");
    const { texts } = await parent.say("het was gisteren heel fijn, bedankt");
    expect(texts[0]).toMatch(/^Dit bericht leest niemand\.\n\nDe Zandbak: hoe was het\?/);
    expect((await parent.buttons()).flat()).toEqual(
      expect.arrayContaining(["Het deed deugd 😊", "Bel het team", "Iemand buiten het team"]),
    );
    expect((await parent.tap("Iemand buiten het team")).texts[0]).toMatch(/^Buiten het team kan je terecht bij/);
  });

  test("nothing is lost silently while the database is away", async () => {
    const away = await startTestApp();
    const parent = await away.parent("nl");
    await parent.say("/feedback");
    await away.sql`alter table open_counts rename to gone`;
    expect((await parent.tap("Het was fijn 🙂")).notice).toBe("Niet geteld, tik nog eens.");
    await away.sql`alter table gone rename to open_counts`;
    expect((await parent.tap("Het was fijn 🙂")).notice).toBe("Geteld.");
    expect(JSON.stringify(away.log)).not.toMatch(/insert into|params/i);
    await away.stop();
  });
});

describe("with several places", () => {
  test("the parent says which, or the code after the visit does", async () => {
    const several = await startTestApp({ places: examplePlaces });
    const parent = await several.parent("nl");
    expect((await parent.say("/feedback")).texts).toEqual(["Hoe was het? Kies eerst de plek. Antwoorden hoeft niet."]);
    expect((await parent.tap("Het Treintje")).texts[0]).toMatch(/^Het Treintje: hoe was het\?/);
    expect((await parent.say("/start f_de-zandbak")).texts[0]).toMatch(/^De Zandbak: hoe was het\?/);
    await several.stop();
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ActingParent } from "../support/acting-parent.ts";
import { examplePlaces, startTestApp, type TestApp } from "../support/app.ts";

const nl = "Vraag hier of het nog klopt.";

describe("several places", () => {
  let app: TestApp;
  let noor: ActingParent;

  beforeAll(async () => {
    app = await startTestApp({ places: examplePlaces });
    noor = await app.parent("nl");
  });
  afterAll(() => app.stop());

  test.each([
    ["", ["De Zandbak, vandaag", "Het Treintje, vandaag"]],
    ["vrijdag", ["Het Treintje, vrijdag 27 november", "De Zandbak, vrijdag 27 november"]],
    ["volgende week", ["De Zandbak, maandag 30/11 – zondag 6/12", "Het Treintje, maandag 30/11 – zondag 6/12"]],
    ["het treintje", ["Het Treintje, vandaag", "Het Treintje, morgen", "Het Treintje, deze week"]],
    ["schaarbeek morgen", ["Het Treintje, morgen", "Het Treintje, vandaag", "Het Treintje, deze week"]],
  ])("“%s” gives a card for each place, open ones first, or all of the one that is named", async (query, titles) => {
    expect((await noor.askInline(query)).titles).toEqual(titles);
  });

  test("each card names its place and leads to it", async () => {
    const { texts, results } = await noor.askInline("vrijdag");
    expect(texts[0]).toBe(`Het Treintje, vrijdag 27 november: open 9.30–12.00.\n\n${nl}`);
    expect(JSON.stringify(results[0]?.message.entities)).toContain("?start=p_le-petit-train");
  });

  test("whoever follows the link of a card is told about that place", async () => {
    const [shown] = (await noor.askInline("vrijdag")).results;
    const link = shown?.message.entities?.find((entity) => entity.type === "text_link");
    const start = new URL(link?.url ?? "").searchParams.get("start");
    expect((await (await app.parent("fr")).say(`/start ${start}`)).texts.join("\n")).toContain("Le Petit Train");
  });

  test("the place that somebody chose comes before all others, for that person alone", async () => {
    const parent = await app.parent("nl");
    await parent.say("/language");
    await parent.tap("Nederlands");
    await app.sql`update chat_settings set place = (select number from places where slug = 'le-petit-train')`;
    for (const { code } of await app.sql`select code from chat_settings`) {
      await app.sql`select pg_notify('chat_settings', ${(code as Buffer).toString("base64")})`;
    }
    await expect
      .poll(async () => (await parent.askInline("")).titles)
      .toEqual(["Het Treintje, vandaag", "Het Treintje, morgen", "Het Treintje, deze week", "De Zandbak, vandaag"]);
    expect((await parent.askInline("de zandbak")).titles[0]).toBe("De Zandbak, vandaag");
    expect((await noor.askInline("")).titles[0]).toBe("De Zandbak, vandaag");
  });

  test("of many places twenty have a card, and any other one that is named", async () => {
    const many = Array.from(
      { length: 25 },
      (_, index) => `
  - slug: plek-${index}
    name: Huis ${String.fromCharCode(65 + index).repeat(4)}
    address: Straat ${index}
    hours: "We 09:00-12:00"
    schoolCalendar: none`,
    );
    const crowd = await startTestApp({ places: `places:${many.join("")}` });
    const parent = await crowd.parent("nl");
    expect((await parent.askInline("")).results).toHaveLength(20);
    expect((await parent.askInline("huis yyyy")).titles[0]).toBe("Huis YYYY, vandaag");
    await crowd.stop();
  });
});

test("without any place there are no cards", async () => {
  const app = await startTestApp({ places: null });
  expect((await (await app.parent("nl")).askInline("morgen")).results).toEqual([]);
  await app.stop();
});

test("cards come by webhook too", async () => {
  const app = await startTestApp({ webhook: true });
  expect((await (await app.parent("fr")).askInline("demain")).titles[0]).toBe("Le Bac à sable, demain");
  await app.stop();
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ActingParent } from "../support/acting-parent.ts";
import { startTestApp, type TestApp } from "../support/app.ts";

describe("a long list, without coordinates", () => {
  let app: TestApp;
  let noor: ActingParent;

  beforeAll(async () => {
    const many = Array.from(
      { length: 11 },
      (_, index) => `
  - slug: plek-${index}
    name: Plek ${index}
    address: Straat ${index}, ${index < 9 ? "1030 Schaarbeek" : "9000 Gent"}
    hours: "${index === 10 ? "We 09:00-12:00" : "Mo 09:00-12:00"}"
    schoolCalendar: none${index === 4 ? "\n    location: { latitude: 50.86, longitude: 4.37 }" : ""}`,
    );
    app = await startTestApp({ places: `places:${many.join("")}` });
    noor = await app.parent("nl");
  });
  afterAll(() => app.stop());

  test("what is open comes first, whichever page it would be on", async () => {
    expect((await noor.say("/open")).texts[0]).toMatch(/^Ja, Plek 10 is nu open/);
  });

  test("the choice of a place comes in parts of eight", async () => {
    await noor.say("/open");
    await noor.tap("Kies je plek");
    expect((await noor.buttons()).slice(0, 9).flat()).toEqual([
      ...Array.from({ length: 8 }, (_, index) => `Plek ${index}`),
      "Meer plekken",
    ]);
    await noor.tap("Meer plekken");
    expect((await noor.tap("Plek 9")).texts[0]).toMatch(/^Goed, voortaan eerst Plek 9\./);
    await noor.say("/open");
    await noor.tap("Alle plekken");
    expect((await noor.buttons()).flat()).toContain("Meer plekken");
  });

  test("several days ask for the place in parts of eight too, and lead back", async () => {
    const parent = await app.parent("nl");
    await parent.say("zijn jullie open van 21 tot 23 december?");
    await parent.tap("Meer plekken");
    expect((await parent.tap("Plek 10")).texts[0]).toMatch(/^Plek 10 is van maandag 21 december/);
    expect((await parent.tap("Andere plek")).texts).toEqual(["Van welke plek wil je de uren zien?"]);
  });

  test("a commune with several places asks which", async () => {
    const parent = await app.parent("nl");
    expect((await parent.say("Gent")).texts).toEqual([
      "Welke plek bedoel je?\n\nPlek 9: Straat 9, 9000 Gent\n\nPlek 10: Straat 10, 9000 Gent",
    ]);
    expect((await parent.tap("Plek 10")).texts[0]).toMatch(/^Nu open: Plek 10/);
  });

  test("places without coordinates have no map, and are listed without a distance", async () => {
    const parent = await app.parent("nl");
    await parent.say("Plek 10");
    expect((await parent.buttons()).flat()).not.toContain("Kaart");
    const { texts } = await parent.send({ location: { latitude: 50.86, longitude: 4.37 } });
    expect(texts[0]).toMatch(/^Plek 4, op 0 m: .*\n\nVan deze plekken weet de bot de afstand niet:\nPlek 0: Straat 0/s);
    expect((await parent.buttons()).flat().filter((label) => label === "Kaart")).toHaveLength(1);
  });
});

import { afterAll, beforeAll, expect, test } from "vitest";
import type { ActingParent } from "../support/acting-parent.ts";
import { startTestApp, type TestApp } from "../support/app.ts";

let app: TestApp;
let noor: ActingParent;
let camille: ActingParent;
let amina: ActingParent;

beforeAll(async () => {
  app = await startTestApp({ now: "2026-11-25T10:00" });
  noor = await app.parent("nl");
  camille = await app.parent("fr");
  amina = await app.parent("ar");
});
afterAll(() => app.stop());

const openTo = async (parent: ActingParent) => (await parent.say("/open")).texts[0];

test("a closed day is answered at once, in three languages, without the team's reason", async () => {
  await app.addChange({ kind: "closed", from: "2026-11-25", to: "2026-11-26", reason: "illness" });
  await expect
    .poll(() => openTo(noor))
    .toBe("Nee, vandaag is het uitzonderlijk gesloten. Weer open op maandag 30 november, 13.30–16.30.");
  expect(await openTo(camille)).toBe(
    "Non, fermeture exceptionnelle aujourd’hui. Prochaine ouverture\u00a0: lundi 30 novembre, 13h30–16h30.",
  );
  expect(await openTo(amina)).toBe(
    "لا، إغلاق استثنائي اليوم. يفتح المكان من جديد يوم الاثنين 30 نونبر (30/11)، من 13:30 إلى 16:30.",
  );
  expect((await noor.say("/week")).texts[0]).toContain("woensdag 25/11: uitzonderlijk gesloten");
  expect((await noor.say("blabla")).texts[0]).toMatch(/^Vandaag uitzonderlijk gesloten\. Weer open/);
});

test("a text that the team wrote for parents is the reason, in the language in which it is there", async () => {
  await app.addChange({
    kind: "closed",
    from: "2026-11-30",
    to: "2026-11-30",
    reason: "works",
    text: { nl: "werken aan de straat", fr: "travaux dans la rue", ar: "أشغال في الشارع" },
  });
  await expect
    .poll(async () => (await noor.say("maandag open?")).texts[0])
    .toBe(
      "Nee, op maandag 30 november is het dicht: werken aan de straat. Daarna open op woensdag 2 december, 9.00–12.00.",
    );
});

test("other hours are said to be other than usual", async () => {
  await app.addChange({
    kind: "hours",
    from: "2026-12-02",
    to: "2026-12-02",
    hours: [{ start: 600, end: 660 }],
    reason: "training",
  });
  await expect.poll(async () => (await noor.say("woensdag 2 december")).texts[0]).toBeDefined();
  await app.setClock("2026-12-02T08:00");
  await expect
    .poll(() => openTo(noor))
    .toBe("Ja, vandaag is het open: 10.00–11.00. Dat zijn andere uren dan gewoonlijk.");
  expect((await noor.say("/week")).texts[0]).toContain("woensdag 2/12: 10.00–11.00 (andere uren)");
  await app.setClock("2026-11-25T10:00");
});

test("any of the coming days is two taps away", async () => {
  await noor.say("/open");
  await noor.tap("Andere dag");
  const days = (await noor.buttons()).flat();
  expect(days).toHaveLength(14 + 1);
  expect(days.at(-1)).toBe("Alle vragen");
  expect(days[0]).toBe("woensdag 25/11");
  expect((await noor.tap("zaterdag 5/12")).texts).toEqual(["Ja, op zaterdag 5 december is het open: 10.00–12.30."]);
});

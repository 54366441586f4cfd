import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ActingParent } from "../support/acting-parent.ts";
import { startTestApp, type TestApp } from "../support/app.ts";

let app: TestApp;
let noor: ActingParent;
let camille: ActingParent;
let amina: ActingParent;

beforeAll(async () => {
  app = await startTestApp();
  noor = await app.parent("nl");
  camille = await app.parent("fr");
  amina = await app.parent("ar");
});
afterAll(() => app.stop());

const said = async (parent: ActingParent, text: string) => (await parent.say(text)).texts[0] ?? "";

describe("an emergency is answered with the number to call, before any word", () => {
  test.each([
    ["nl", "mijn baby ademt niet meer", /^112 \(ambulance en brandweer\): bel nu\.\nNiemand leest dit\. Bel zelf\.$/],
    [
      "nl",
      "ze heeft bleekwater gedronken",
      /^112 als je kind suf is.* Bel anders meteen 070 245 245 \(Antigifcentrum\)\./,
    ],
    ["nl", "mijn man slaat mij", /^101 \(politie\): bel nu/],
    [
      "nl",
      "ik wil niet meer leven",
      /^112 als er nu levensgevaar is\. Bel anders 1813 \(Zelfmoordlijn\)\. Daar luistert iemand naar je\./,
    ],
    [
      "fr",
      "mon bébé ne respire plus",
      /^112 \(ambulance et pompiers\)\u00a0: appelez maintenant\.\nPersonne ne lit ce message\. Appelez vous-même\.$/,
    ],
    [
      "fr",
      "mon mari me frappe",
      /^101 \(police\)\u00a0: appelez maintenant.*0800 30 030\u00a0: Écoute violences conjugales/s,
    ],
    [
      "ar",
      "ابني لا يتنفس",
      /^112 \(الإسعاف والإطفاء\): اتصلوا الآن\.\nلا أحد يقرأ هذه الرسالة\. اتصلوا أنتم بالهاتف\.$/,
    ],
    ["ar", "راجلي كيضربني", /^101 \(الشرطة\): اتصلوا الآن/],
  ])("%s: “%s”", async (language, text, expected) => {
    const parent = { nl: noor, fr: camille, ar: amina }[language] as ActingParent;
    expect(await said(parent, text)).toMatch(expected);
  });

  test("lines whose hours nobody has checked are never shown", async () => {
    expect(await said(noor, "mijn man slaat mij")).not.toContain("1712");
  });
});

test("where the language of a cry for help is unsure, the number is said in all three", async () => {
  const blocks = (await said(noor, "help")).split("\n\n");
  expect(blocks).toHaveLength(3);
  for (const block of blocks) expect(block).toMatch(/^112 \(\p{L}/u);
  expect(blocks.join()).toMatch(/bel nu.*appelez maintenant.*اتصلوا الآن/s);
});

test("a bare “help” may only have meant the bot: in private it also leads to all questions", async () => {
  const parent = await app.parent("nl");
  await parent.say("help");
  expect(await parent.buttons()).toEqual([["Alle vragen"]]);
  expect((await parent.tap("Alle vragen")).texts[0]).toMatch(/^Wat wil je weten\?/);
  // Whoever names the danger is not led away from the number.
  const inDanger = await app.parent("nl");
  await inDanger.say("mijn baby ademt niet meer");
  expect(await inDanger.buttons()).toEqual([]);

  const family = await app.group("Familie", [parent]);
  expect((await family.say(parent, "@inloop_bot help")).texts[0]).toMatch(/^112 \(/);
  expect(await family.buttons()).toEqual([]);
});

test("after violence her message and the answer can be erased with one tap", async () => {
  const parent = await app.parent("nl");
  await parent.say("/start");
  await parent.say("mijn man slaat mij");
  const before = (await parent.chat()).messages.length;
  const { notice } = await parent.tap("Wis deze berichten");
  expect(notice).toBe("De berichten zijn gewist.");
  const left = (await parent.chat()).messages;
  expect(left).toHaveLength(before - 2);
  // Texts alone: the numbers of people and messages are drawn at random.
  expect(left.map(({ text }) => text).join("\n")).not.toMatch(/slaat|101/);
});

test.each([
  [
    "nl",
    "ik kan niet meer",
    /^106 \(Tele-Onthaal\): daar luistert nu iemand naar je\.\n\nNiemand leest dit\. Bel zelf\./,
  ],
  ["nl", "ik ben bang dat ik mijn kind iets aandoe", /^106 \(Tele-Onthaal\): daar luistert nu iemand/],
  ["fr", "j'en peux plus", /^107 \(Télé-Accueil\)\u00a0: là, quelqu’un vous écoute maintenant/],
  ["fr", "j'ai peur de lui faire du mal", /^107 \(Télé-Accueil\)\u00a0: là, quelqu’un vous écoute maintenant/],
  [
    "ar",
    "خفت نضرب ولدي",
    /^106، خط للكلام والاستماع \(.*\) أو 107، خط للكلام والاستماع \(.*\): هناك من يستمع إليكم الآن/,
  ],
])(
  "despair (%s: “%s”) is answered with somebody to listen first, and the place last",
  async (language, text, expected) => {
    const parent = { nl: noor, fr: camille, ar: amina }[language] as ActingParent;
    const answer = await said(parent, text);
    expect(answer).toMatch(expected);
    expect(answer.split("\n\n").at(-1)).toMatch(/9[.:h]/);
  },
);

test("a worry gets no advice: the place, where others can be talked to, and who listens", async () => {
  const text = await said(noor, "mijn zoontje slaapt niet en ik weet niet meer wat doen");
  expect(text).toMatch(
    /^Dat is niet makkelijk, en je bent niet de enige\. Bij ons kan je er met het team en met andere ouders over praten\./,
  );
  expect(text).toContain("106: Tele-Onthaal");
  expect(text).toContain("Niemand leest dit. Bel zelf.");
  expect(text).not.toMatch(/\b(moet|probeer|zorg dat|best)\b/i);
});

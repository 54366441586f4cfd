import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApp, type TestApp } from "../support/app.ts";

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const rows = () => app.sql`select * from chat_settings`;

test("a typed question is answered in its own language, a command in Telegram's", async () => {
  const parent = await app.parent("nl");
  expect((await parent.say("c'est ouvert demain ?")).texts[0]).toMatch(/^Oui, /);
  expect((await parent.say("/open")).texts[0]).toMatch(/^Ja, /);
});

test("an answer in another language than Telegram's can be redrawn in it with one tap, which stores nothing", async () => {
  const parent = await app.parent("nl");
  await parent.say("c'est ouvert samedi ?");
  expect((await parent.buttons()).at(-1)).toEqual(["Nederlands"]);
  const before = await rows();
  const redrawn = await parent.tap("Nederlands");
  expect(redrawn.messages).toHaveLength(1);
  expect(redrawn.texts[0]).toBe(
    "Nee, op zaterdag 28 november is het dicht. Daarna open op maandag 30 november, 13.30–16.30.",
  );
  expect((await parent.buttons()).flat()).not.toContain("Nederlands");
  expect(await rows()).toEqual(before);
});

test.each(["/open", "/week", "/where", "/help", "blabla"])("the answer to %s can be redrawn", async (question) => {
  const parent = await app.parent("fr");
  await parent.say("/language");
  await parent.tap("العربية");
  const { texts } = await parent.say(question);
  expect(texts[0]).toMatch(/\p{Script=Arabic}/u);
  expect((await parent.buttons()).at(-1)).toEqual(["Français"]);
  expect((await parent.tap("Français")).texts[0]).not.toMatch(/\p{Script=Arabic}/u);
  expect((await parent.say(question)).texts).toEqual(texts);
});

test("a chosen language is kept for commands, under a code and with the month alone", async () => {
  const parent = await app.parent("nl");
  await app.sql`delete from chat_settings`;
  await parent.say("/language");
  const { texts } = await parent.tap("العربية");
  expect(texts[0]).toMatch(/^حسنًا، من الآن بالعربية/);
  expect((await parent.menu())[0]?.at(-1)).toBe("مفتوح اليوم؟");
  expect((await parent.say("/open")).texts[0]).toMatch(/^نعم/);

  const [row, ...others] = await rows();
  expect(others).toEqual([]);
  expect(row).toEqual({ code: expect.any(Buffer), language: "ar", place: null, month_chosen: "2026-11" });
  expect(row?.code).toHaveLength(16);
});

test("a sure typed language still wins over the chosen one", async () => {
  const parent = await app.parent("nl");
  await parent.say("/language");
  await parent.tap("Français");
  expect((await parent.say("morgen open?")).texts[0]).toMatch(/^Ja, morgen/);
  expect((await parent.say("zzz")).texts[0]).toMatch(/^Ouvert maintenant/);
});

test("a language chosen by another process counts at once", async () => {
  const parent = await app.parent("nl");
  await parent.say("/language");
  await parent.tap("Français");
  await app.sql`update chat_settings set language = 'ar'`;
  for (const { code } of await rows()) {
    await app.sql`select pg_notify('chat_settings', ${(code as Buffer).toString("base64")})`;
  }
  await expect.poll(async () => (await parent.say("/open")).texts[0]).toMatch(/^نعم/);
});

test("a language that cannot be kept is still spoken, and that is said", async () => {
  const other = await startTestApp();
  const parent = await other.parent("nl");
  await parent.say("/language");
  await other.sql`alter table chat_settings rename to chat_settings_away`;
  const { texts } = await parent.tap("Français");
  expect(texts[0]).toMatch(/^D’accord, en français\. Votre choix n’a pas pu être gardé\./);
  const stranger = await other.parent("fr");
  expect((await stranger.say("/open")).texts[0]).toMatch(/^Oui/);
  await other.stop();
});

test("after the language is changed, older messages go on in the new one, and typed ones in theirs", async () => {
  const parent = await app.parent("nl");
  await parent.say("/open");
  await parent.say("/language");
  await parent.tap("Français");
  expect((await parent.tap("Morgen")).texts[0]).toMatch(/^Oui, c’est ouvert demain/);

  await parent.say("هل أنتم مفتوحون غدا؟");
  expect((await parent.tap("اليوم")).texts[0]).toMatch(/^نعم/);
});

test.each([
  ["nl", "in het Frans aub", "fr", /^D’accord, on continue en français\./, "Ouvert aujourd’hui\u00a0?", /^Oui, /],
  ["nl", "in het Arabisch aub", "ar", /^حسنًا، من الآن بالعربية/, "مفتوح اليوم؟", /^نعم/],
  ["fr", "en néerlandais svp", "nl", /^Goed, voortaan in het Nederlands\./, "Vandaag open?", /^Ja, /],
  ["ar", "بالفرنسية من فضلك", "fr", /^D’accord, on continue en français\./, "Ouvert aujourd’hui\u00a0?", /^Oui, /],
])(
  "a language that is asked for by name (%s: “%s”) is spoken at once, as if its button was tapped",
  async (...given) => {
    const [own, text, language, switched, firstKey, open] = given;
    const parent = await app.parent(own);
    await parent.say("/start");
    await app.sql`delete from chat_settings`;
    const typed = await parent.say(text);
    expect(typed.texts[0]).toMatch(switched);
    expect((await parent.menu())[0]).toContain(firstKey);
    expect(await rows()).toEqual([{ code: expect.any(Buffer), language, place: null, month_chosen: "2026-11" }]);
    expect((await parent.say("/open")).texts[0]).toMatch(open);

    const tapper = await app.parent(own);
    await tapper.say("/language");
    const tapped = await tapper.tap({ nl: "Nederlands", fr: "Français", ar: "العربية" }[language] ?? "");
    expect(typed.texts).toEqual(tapped.texts);
  },
);

test.each([
  ["nl", "ik wil een andere taal", "In welke taal wil je de antwoorden?"],
  ["fr", "une autre langue", "Dans quelle langue voulez-vous les réponses\u00a0?"],
  ["ar", "أريد لغة أخرى", "بأي لغة تريدون الأجوبة؟"],
])("who names no language (%s: “%s”) is shown the choice, and nothing is kept", async (own, text, choice) => {
  const parent = await app.parent(own);
  const before = await rows();
  expect((await parent.say(text)).texts).toEqual([choice]);
  expect((await parent.buttons()).flat().toSorted()).toEqual(["Français", "Nederlands", "العربية"]);
  expect(await rows()).toEqual(before);
});

test("in a group a language that is asked for by name is spoken once, and not kept", async () => {
  const noor = await app.parent("nl");
  const family = await app.group("Familie", [noor]);
  const before = await rows();
  const { texts } = await family.say(noor, "@inloop_bot in het Frans aub");
  expect(texts[0]).toMatch(/^D’accord, en français/);
  expect((await family.chat()).replyKeyboard).toBeNull();
  expect(await rows()).toEqual(before);
  expect((await family.say(noor, "/open@inloop_bot")).texts[0]).toMatch(/^Ja, /);
});

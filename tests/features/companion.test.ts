import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApp, type TestApp } from "../support/app.ts";

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const menuNl = [
  ["Vandaag open?", "Deze week"],
  ["Waar is het?", "Eerste bezoek"],
  ["Alle vragen", "Taal"],
];

test.each([
  [
    "nl",
    /^Welkom bij De Speelboom vzw\..*vrijblijvend en anoniem, zonder inschrijving.*Niemand leest mee/s,
    "Vandaag open?",
  ],
  [
    "fr-BE",
    /^Bienvenue chez De Speelboom vzw\..*sans rendez-vous, sans inscription et sans dire son nom.*Personne ne lit vos messages/s,
    "Ouvert aujourd’hui\u00a0?",
  ],
  [
    "ar",
    /^أهلًا بكم في De Speelboom vzw\..*إن أحببتم، بلا موعد ولا تسجيل\. لا نسألكم من أنتم.*لا أحد يقرأ رسائلكم/s,
    "مفتوح اليوم؟",
  ],
])("/start welcomes in Telegram's language, %s, and brings the keyboard", async (language, welcome, firstButton) => {
  const parent = await app.parent(language);
  const { texts } = await parent.say("/start");
  expect(texts).toHaveLength(1);
  expect(texts[0]).toMatch(welcome);
  const [row = []] = await parent.menu();
  // Who reads from the right meets the first button there.
  expect(language === "ar" ? row.at(-1) : row[0]).toBe(firstButton);
});

test.each([["en"], ["tr"], [undefined]])(
  "/start with Telegram in another language (%s) is a line in each language and three buttons",
  async (language) => {
    const parent = await app.parent(language);
    const { texts } = await parent.say("/start");
    expect(texts).toEqual([
      "Welkom. Kies je taal.\nBienvenue. Choisissez votre langue.\nأهلًا بكم. اختاروا لغتكم.\nWelcome. Choose a language.",
    ]);
    expect(await parent.buttons()).toEqual([["Nederlands", "Français", "العربية"]]);
    const chosen = await parent.tap("Français");
    expect(chosen.texts[0]).toMatch(/^D’accord, on continue en français\./);
    expect(chosen.texts[1]).toMatch(/^Bienvenue chez De Speelboom vzw\./);
    expect((await parent.menu())[0]?.[0]).toBe("Ouvert aujourd’hui\u00a0?");
    expect((await parent.say("/open")).texts[0]).toMatch(/^Oui, /);
  },
);

test("every button of the keyboard is understood, in every language, whoever taps it", async () => {
  const parent = await app.parent("nl");
  await parent.say("/start");
  expect(await parent.menu()).toEqual(menuNl);
  const answers = [
    ["Vandaag open?", /^Ja, het is nu open/],
    ["Deze week", /^Deze week eerst open/],
    ["Waar is het?", /^De Zandbak: Voorbeeldstraat 12/],
    ["Taal", /^In welke taal/],
    ["Eerste bezoek", /^Je eerste bezoek, 1\/5/],
    ["Alle vragen", /^Wat wil je weten\?/],
    ["C’est où\u00a0?", /^Le Bac à sable\u00a0: Voorbeeldstraat 12/],
    ["كل الأسئلة", /^ماذا تريدون أن تعرفوا؟/],
  ] as const;
  for (const [label, expected] of answers) {
    expect((await parent.say(label)).texts[0]).toMatch(expected);
  }
});

test("what cannot be understood gets today's status, that nobody listens, and four buttons", async () => {
  const parent = await app.parent("nl");
  const expected = (hint: string) => `Nu open: 9.00–12.00.\n\nIk kan niet luisteren. In nood: 112.\n\n${hint}`;
  const notUnderstood = expected("Dit bericht begrijp ik niet. Typ het anders, of tik op een knop.");
  expect((await parent.say("qsdf wxcv")).texts).toEqual([notUnderstood]);
  for (const sample of ["photo", "voice", "sticker", "document", "video", "contact"] as const) {
    expect((await parent.send({ sample })).texts, sample).toEqual([expected("Typ je vraag, of tik op een knop.")]);
  }
  expect((await parent.say("/nonsense")).texts).toEqual([notUnderstood]);
  expect(await parent.buttons()).toEqual([
    ["Vandaag open?", "Deze week"],
    ["Waar is het?", "Alle vragen"],
  ]);
  expect((await parent.tap("Alle vragen")).texts[0]).toMatch(/^Wat wil je weten\?/);
});

test.each([
  ["nl", "dag", "Altijd welkom.\n\nNu open: 9.00–12.00."],
  ["nl", "dankjewel!", "Altijd welkom.\n\nNu open: 9.00–12.00."],
  ["fr", "bonjour", "Avec plaisir, toujours.\n\nOuvert maintenant\u00a0: 9h–12h."],
  ["fr", "merci", "Avec plaisir, toujours.\n\nOuvert maintenant\u00a0: 9h–12h."],
  ["ar", "السلام عليكم", "أهلًا وسهلًا بكم دائمًا.\n\nمفتوح الآن: من 9:00 إلى 12:00."],
  ["ar", "شكرا", "أهلًا وسهلًا بكم دائمًا.\n\nمفتوح الآن: من 9:00 إلى 12:00."],
])("hello and thanks (%s: “%s”) get a word back and how it stands today, not the whole welcome", async (...given) => {
  const [language, text, expected] = given;
  const parent = await app.parent(language);
  await parent.say("/start");
  const before = await parent.menu();
  expect((await parent.say(text)).texts).toEqual([expected]);
  expect(await parent.menu()).toEqual(before);
  const open = await parent.buttons();
  await parent.say("/open");
  expect(open).toEqual(await parent.buttons());
});

test("a shared location is answered with the nearest place, and nothing of it is kept", async () => {
  const parent = await app.parent("nl");
  const near = await parent.send({ location: { latitude: 50.8676, longitude: 4.3737 } });
  expect(near.texts[0]).toBe(
    "De Zandbak, op 3,5 km: Voorbeeldstraat 12, 1080 Sint-Jans-Molenbeek\nNu open: 9.00–12.00.\n\nAfstand in vogelvlucht. De bot bewaart je locatie niet.",
  );
  const paris = await parent.send({ location: { latitude: 48.8566, longitude: 2.3522 } });
  expect(paris.texts[0]).toMatch(/^De Zandbak, op 264 km.*\n\nOnze plekken liggen wel ver van jou\./s);
});

test("the map of a place is one tap away", async () => {
  const parent = await app.parent("ar");
  await parent.say("/where");
  const { messages } = await parent.tap("خريطة «صندوق الرمل»");
  expect(messages.map(({ venue }) => venue)).toMatchObject([
    { title: "صندوق الرمل", location: { latitude: 50.8571, longitude: 4.327 } },
  ]);
});

test("names, descriptions and commands are there in each language", async () => {
  const [nl, fr, ar, en] = await Promise.all(
    ["nl", "fr", "ar", "en"].map(async (code) => (await app.parent(code)).chat()),
  );
  await expect.poll(async () => (await (await app.parent("ar")).chat()).botShortDescription).toContain("مرشد آلي");
  const dutch = "Is het open? Vraag het gerust. Automatische gids, niemand leest mee.";
  expect(nl?.botShortDescription).toBe(dutch);
  expect(en?.botShortDescription).toBe(dutch);
  expect(fr?.botShortDescription).toMatch(/Guide automatique, personne ne lit vos messages\.$/);
  expect(nl?.botDescription).toContain("Automatische gids van De Speelboom vzw.");
  // What is asked most stands first.
  expect(ar?.commands.slice(0, 5).map(({ command }) => command)).toEqual(["open", "week", "where", "about", "help"]);
  expect(fr?.commands.find(({ command }) => command === "open")?.description).toBe("C’est ouvert aujourd’hui\u00a0?");
});

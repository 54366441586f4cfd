import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Language, languages } from "../../src/core/language.ts";
import { createWords } from "../../src/i18n/translate.ts";
import type { ActingParent } from "../support/acting-parent.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { everyFact } from "../support/places-files.ts";
import { withoutIsolates } from "../support/reaction.ts";

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ places: everyFact });
});
afterAll(() => app.stop());

const wordsIn = createWords();
const label = (language: Language, key: `topics:buttons.${ListedTopic}` | "companion:buttons.overview") =>
  withoutIsolates(wordsIn(language).plain(key));

/** How each answer begins, where the place says everything of itself. */
const begins = {
  about: [/^Een plek waar jonge kinderen spelen/, /^Un lieu où les jeunes enfants jouent/, /^مكان يلعب فيه الأطفال/],
  not: [/^Het is geen kinderopvang/, /^Ce n’est pas une garde d’enfants/, /^هذا المكان ليس حضانة/],
  first_visit: [/^Je eerste bezoek, 1\/5/, /^Votre première visite, 1\/5/, /^أول زيارة لكم، 1\/5/],
  who: [
    /^Welkom zijn jonge kinderen en wie voor hen zorgt/,
    /^Bienvenue aux jeunes enfants et à l’adulte/,
    /^نرحب بالأطفال الصغار وبمن يعتني بهم/,
  ],
  welcome: [/^Ja, je bent welkom/, /^Oui, venez comme vous êtes/, /^نعم، أهلًا بكم كما أنتم/],
  cost: [/^Het is gratis\./, /^C’est gratuit\./, /^الدخول مجاني\./],
  registration: [/^Nee, inschrijven hoeft niet/, /^Non, pas besoin d’inscription/, /^لا، لا حاجة إلى التسجيل/],
  team: [
    /^Het team luistert naar je\. Het zegt niet hoe het moet\./,
    /^L’équipe vous écoute\. Elle ne dit pas/,
    /^الفريق يستمع إليكم\. لا يقول لكم/,
  ],
  bring: [/^Meebrengen: reservekleren/, /^À apporter\u00a0: des vêtements/, /^ما تحضرونه معكم: ملابس/],
  languages: [/^Je eigen taal is welkom/, /^Votre langue a sa place/, /^نرحب بلغتكم/],
  rules: [/^Je blijft bij je kind/, /^Vous restez avec votre enfant/, /^تبقون مع طفلكم/],
  full: [/^Een plaats reserveren hoeft niet/, /^Pas besoin de réserver/, /^لا حاجة إلى حجز مكان/],
  bridge: [/^Je kind ontmoet hier andere kinderen/, /^Ici, votre enfant rencontre/, /^يلتقي طفلكم هنا بأطفال/],
  human: [
    /^Zo bereik je het team\. Hier in de chat leest niemand mee\./,
    /^Voici comment contacter l’équipe\. Ici, personne ne lit vos messages\./,
    /^هكذا تتصلون بالفريق\. هنا لا أحد يقرأ رسائلكم\./,
  ],
} as const;

type ListedTopic = keyof typeof begins;
const topics = Object.keys(begins) as ListedTopic[];

const expected = (topic: ListedTopic, language: Language) => begins[topic][languages.indexOf(language)] ?? /never/;

describe.each(languages)("in %s", (language) => {
  let parent: ActingParent;
  beforeAll(async () => {
    parent = await app.parent(language);
    await parent.say("/start");
  });

  test.each(topics)("%s is one tap from the overview, and has a way back to it", async (topic) => {
    const overview = await parent.say("/help");
    const { messages, texts } = await parent.tap(label(language, `topics:buttons.${topic}`));
    expect(messages).toHaveLength(1);
    expect(texts[0]).toMatch(expected(topic, language));
    const back = await parent.tap(label(language, "companion:buttons.overview"));
    expect(back.messages.map(({ message_id }) => message_id)).toEqual(messages.map(({ message_id }) => message_id));
    expect(back.texts).toEqual(overview.texts);
  });

  test("any topic is at most two taps from the keyboard", async () => {
    const found = await screensWithinTwoTaps(parent);
    for (const topic of topics) {
      expect(
        found.some((text) => expected(topic, language).test(text)),
        topic,
      ).toBe(true);
    }
  });

  test("the first visit is walked through forth and back, a step a tap", async () => {
    const { plain } = wordsIn(language);
    const [on, back] = [plain("topics:firstVisit.on"), plain("topics:firstVisit.back")];
    const there = [(await parent.say(plain("companion:buttons.first_visit"))).texts[0]];
    expect((await parent.buttons()).flat()).not.toContain(back);
    for (const _ of [2, 3, 4, 5]) there.push((await parent.tap(on)).texts[0]);
    for (const [index, text] of there.entries()) expect(text).toContain(`${index + 1}/5`);
    expect(new Set(there.map((text) => text?.replace(/\d\/5/, ""))).size).toBe(5);

    const last = (await parent.buttons()).flat();
    expect(last).not.toContain(on);
    expect(last).toContain(plain("companion:buttons.open"));
    expect(last).toContain(plain("companion:buttons.where"));
    expect(last).toContain(plain("companion:buttons.overview"));

    const returned: (string | undefined)[] = [];
    for (const _ of [4, 3, 2, 1]) returned.push((await parent.tap(back)).texts[0]);
    expect(returned).toEqual(there.slice(0, 4).toReversed());
  });
});

/** Every screen that opens with one or two taps, of which the first is on the keyboard. */
async function screensWithinTwoTaps(parent: ActingParent): Promise<readonly string[]> {
  const languageNames = languages.map((language) => wordsIn(language).plain("telegram:languageName"));
  const found: string[] = [];
  for (const key of (await parent.menu()).flat()) {
    found.push(...(await parent.say(key)).texts);
    const buttons = (await parent.buttons()).flat().filter((text) => !languageNames.includes(text));
    for (const button of buttons) {
      await parent.say(key);
      found.push(...(await parent.tap(button)).texts);
    }
  }
  return found;
}

test.each([
  ["nl", "wat is dat eigenlijk?", "about"],
  ["nl", "is het een crèche?", "not"],
  ["nl", "is dit een cursus?", "not"],
  ["nl", "hoe gaat het de eerste keer?", "first_visit"],
  ["nl", "mag oma mee?", "who"],
  ["nl", "moet ik papieren tonen?", "welcome"],
  ["nl", "hoeveel kost het?", "cost"],
  ["nl", "moet ik inschrijven?", "registration"],
  ["nl", "wat doet het team?", "team"],
  ["nl", "wat moet ik meebrengen?", "bring"],
  ["nl", "waar zet ik mijn kinderwagen?", "bring"],
  ["nl", "is er een verversingstafel?", "bring"],
  ["nl", "mag ik een koek geven?", "bring"],
  ["nl", "welke talen spreken jullie?", "languages"],
  ["nl", "zijn er huisregels?", "rules"],
  ["nl", "wat als het vol is?", "full"],
  ["nl", "is het een goede voorbereiding op de kleuterschool?", "bridge"],
  ["nl", "kan ik met iemand praten?", "human"],
  ["fr", "c'est quoi exactement ?", "about"],
  ["fr", "c'est une garderie ?", "not"],
  ["fr", "comment ça se passe la première fois ?", "first_visit"],
  ["fr", "les papas peuvent venir ?", "who"],
  ["fr", "vous demandez des papiers ?", "welcome"],
  ["fr", "combien ça coûte ?", "cost"],
  ["fr", "il faut s'inscrire ?", "registration"],
  ["fr", "que fait l'équipe ?", "team"],
  ["fr", "que faut-il apporter ?", "bring"],
  ["fr", "quelles langues parle l'équipe ?", "languages"],
  ["fr", "y a-t-il des règles ?", "rules"],
  ["fr", "ça prépare à l'école maternelle ?", "bridge"],
  ["fr", "je voudrais parler à quelqu'un", "human"],
  ["ar", "ما هذا المكان؟", "about"],
  ["ar", "هل هي حضانة؟", "not"],
  ["ar", "كيف تكون أول زيارة؟", "first_visit"],
  ["ar", "هل يمكن للأب أن يأتي؟", "who"],
  ["ar", "هل تطلبون أوراقا؟", "welcome"],
  ["ar", "كم الثمن؟", "cost"],
  ["ar", "هل يجب التسجيل؟", "registration"],
  ["ar", "ماذا يفعل الفريق؟", "team"],
  ["ar", "شنو نجيب معايا؟", "bring"],
  ["ar", "ماذا لو كان المكان ممتلئا؟", "full"],
  ["ar", "أريد أن أتكلم مع شخص", "human"],
] as const)("%s: “%s” is answered with %s", async (language, question, topic) => {
  const parent = await app.parent(language);
  expect((await parent.say(question)).texts[0]).toMatch(expected(topic, language));
});

test("a topic that was asked for in another language can be redrawn, and so can a step of the first visit", async () => {
  const parent = await app.parent("fr");
  for (const [question, topic] of [
    ["mag oma mee?", "who"],
    ["wat moet ik meebrengen?", "bring"],
    ["wat doet het team?", "team"],
  ] as const) {
    await parent.say(question);
    const { texts, messages } = await parent.tap("Français");
    expect(messages).toHaveLength(1);
    expect(texts[0]).toMatch(expected(topic, "fr"));
    expect((await parent.buttons()).flat()).toContain("Toutes les questions");
  }
  await parent.say("hoe gaat het de eerste keer?");
  await parent.tap("Verder");
  expect((await parent.tap("Français")).texts[0]).toMatch(/^Votre première visite, 2\/5/);
  expect((await parent.tap("Suite")).texts[0]).toMatch(/^Votre première visite, 3\/5/);
});

test("buttons of the topics of an earlier version still work", async () => {
  const parent = await app.parent("nl");
  expect((await parent.say("/about")).texts[0]).toMatch(expected("about", "nl"));
  expect((await parent.tap("Eerste bezoek")).texts[0]).toMatch(expected("first_visit", "nl"));
});

test("reading all of it writes nothing", async () => {
  const tables = ["chat_settings", "places", "hours", "schedule_changes", "organisation"];
  const stored = () => Promise.all(tables.map((name) => app.sql`select * from ${app.sql(name)}`));
  const before = await stored();
  const parent = await app.parent("fr");
  await parent.say("/start");
  await screensWithinTwoTaps(parent);
  expect(await stored()).toEqual(before);
});

test("the menu button lists the commands, whose descriptions are in each language", async () => {
  await expect.poll(() => app.call("getChatMenuButton")).toEqual({ type: "commands" });
  const chats = await Promise.all(languages.map(async (language) => (await app.parent(language)).chat()));
  expect(chats.map(({ commands }) => commands.find(({ command }) => command === "about")?.description)).toEqual([
    "Wat voor plek is dit?",
    "C’est quoi, ce lieu\u00a0?",
    "ما هذا المكان؟",
  ]);
});

import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadCalendars } from "../../../src/calendars.ts";
import { type Understood, understand } from "../../../src/core/questions/understand.ts";

const circumstances = {
  now: Temporal.ZonedDateTime.from("2026-11-25T10:00[Europe/Brussels]"),
  calendars: loadCalendars(),
  places: [],
};
const read = (text: string): Understood => understand(text, circumstances);

interface Labelled {
  readonly text: string;
  readonly variety: string;
  readonly lang: string;
  readonly intent: string;
  readonly date: string | null;
  readonly time: string | null;
}

const heldOut = new URL("../../../data/questions/held-out/", import.meta.url);
const linesOf = (file: URL): readonly Labelled[] =>
  readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

describe.each([
  ["the labelled questions", linesOf(new URL("questions.jsonl", import.meta.url))],
  [
    "the questions that nothing was learnt from",
    readdirSync(heldOut).flatMap((file) => linesOf(new URL(file, heldOut))),
  ],
])("%s", (_, labelled) => {
  const share = (questions: readonly Labelled[], isRight: (question: Labelled) => boolean) =>
    questions.filter(isRight).length / questions.length;
  const isMeant = ({ text, intent }: Labelled) => read(text).intent === intent;
  const isDated = ({ text, date, time }: Labelled) => {
    const found = read(text);
    return found.date === date && found.time === time;
  };
  const asksForHours = ({ intent }: Labelled) => intent === "hours";
  const isEmergency = ({ intent }: Labelled) => intent === "emergency";

  it.each(["nl", "fr", "msa", "darija", "arabizi"])("nine of ten in %s are understood, and their days", (variety) => {
    const questions = labelled.filter((question) => question.variety === variety);
    expect(share(questions, isMeant)).toBeGreaterThanOrEqual(0.9);
    expect(share(questions.filter(asksForHours), isDated)).toBeGreaterThanOrEqual(0.9);
  });

  it("are understood, 95 of 100, as are their days, and 99 of 100 in their language", () => {
    expect(share(labelled, isMeant)).toBeGreaterThanOrEqual(0.95);
    expect(share(labelled.filter(asksForHours), isDated)).toBeGreaterThanOrEqual(0.95);
    expect(share(labelled, ({ text, lang }) => read(text).language === lang)).toBeGreaterThanOrEqual(0.99);
  });

  it("hold no emergency that is missed, and hardly one that is none", () => {
    expect(labelled.filter(isEmergency).filter((question) => !isMeant(question))).toEqual([]);
    const calm = labelled.filter((question) => !isEmergency(question));
    expect(share(calm, ({ text }) => read(text).emergency !== null)).toBeLessThanOrEqual(1 / 200);
  });
});

describe("emergencies", () => {
  it.each([
    ["medical", "mijn baby ademt niet meer"],
    ["medical", "mon bébé respire plus"],
    ["medical", "ولدي ما كيتنفسش عتقوني"],
    ["poison", "il a avalé une pile"],
    ["poison", "بنتي شربات جافيل"],
    ["poison", "weldi chrab javel"],
    ["violence", "mijn man slaat mij"],
    ["violence", "زوجي كيضربني"],
    ["violence", "rajli kaydrebni"],
    ["violence", "mon mari ma frapper"],
    ["violence", "de buren slaan hun kind"],
    ["suicide", "j'ai envie de mourir"],
    ["suicide", "ik wil niet meer leven"],
    ["suicide", "بغيت نموت"],
    ["suicide", "bghit nmout"],
    ["unsure", "112"],
    ["unsure", "bel 112 aub"],
    ["unsure", "SOS"],
  ])("%s: %s", (kind, text) => {
    expect(read(text)).toMatchObject({ intent: "emergency", emergency: kind });
  });

  it.each([
    "ik sterf van de honger zijn jullie open",
    "je meurs de fatigue",
    "mort de rire",
    "tue-moi il a encore pas dormi",
    "ik schiet in de lach",
    "vergif voor het sociale leven",
    "hij slaat altijd zijn zusje",
    "mon fils tape sa petite soeur",
    "ولدي كيضربني",
    "wldi kaydreb khtou",
    "mag mijn man mee",
    "c ouvert là maintenant? j'ai nonante minutes à tuer",
  ])("a look-alike is none: %s", (text) => {
    expect(read(text)).toMatchObject({ emergency: null });
  });
});

describe("the language", () => {
  it.each([
    ["nl", "Bonjour, zijn jullie morgen open?"],
    ["fr", "salam khti c ouvert samedi?"],
    ["ar", "wach ouvert ghedda l matin"],
    ["ar", "antwoord in het arabisch aub, mijn schoonmoeder leest mee"],
    ["fr", "بالفرنسية لو سمحت"],
    ["nl", "ik versta geen frans, in t nederlands pls"],
    ["fr", "je comprends pas le neerlandais, en francais stp"],
    ["nl", "are you open today?"],
    ["nl", "👋"],
  ])("%s: %s", (language, text) => {
    expect(read(text).language).toBe(language);
  });

  it("of emoji alone is the fallback, and not sure", () => {
    expect(understand("👋", { ...circumstances, fallbackLanguage: "ar" })).toMatchObject({
      language: "ar",
      languageSure: false,
      intent: "greeting",
    });
  });
});

describe("any input", () => {
  const odd = fc.constantFrom(
    "\u200b",
    "\u202e",
    "😀",
    "ا",
    "ً",
    "ـ",
    " ",
    "3",
    "é",
    "\ud800",
    "niet ",
    "slaat ",
    "موت",
    "'",
    "\n",
  );

  it("gives an answer, and the same one twice", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(odd).map((parts) => parts.join("")),
        ),
        (text) => {
          const found = read(text);
          expect(found.sure).toBeGreaterThanOrEqual(0);
          expect(found.sure).toBeLessThanOrEqual(1);
          expect(read(text)).toEqual(found);
        },
      ),
    );
  });

  it.each(["a", "ا", "😀", "ab ", "و ", "\u200b", "mijn man slaat mij ", "1/", "15u "])(
    "of 4,096 characters is read: %j",
    (part) => {
      expect(read(part.repeat(4096).slice(0, 4096)).language).toMatch(/nl|fr|ar/);
    },
  );
});

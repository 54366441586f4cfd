import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Language, languages } from "../../src/core/language.ts";

const folder = new URL("../../locales/", import.meta.url);

/** `topics:firstVisit.step1` → its text, in one language. Posters are no sentences, and have their own tests. */
function textsOf(language: Language): ReadonlyMap<string, string> {
  const files = readdirSync(new URL(`${language}/`, folder)).filter((file) => file !== "posters.json");
  return new Map(
    files.flatMap((file) => {
      const content: unknown = JSON.parse(readFileSync(new URL(`${language}/${file}`, folder), "utf8"));
      return flatten(content, `${file.replace(".json", "")}:`);
    }),
  );
}

function flatten(value: unknown, path: string): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) =>
    flatten(inner, path.endsWith(":") ? `${path}${key}` : `${path}.${key}`),
  );
}

const texts = new Map(languages.map((language) => [language, textsOf(language)]));
const everyText = languages.flatMap((language) =>
  [...(texts.get(language) ?? [])].map(([key, text]) => ({ language, key, text })),
);

/** A value is one word; dashes, signs and quotation marks are none. */
function wordsIn(sentence: string): readonly string[] {
  return sentence
    .replace(/\{\{[^}]*\}\}/g, "x")
    .split(/\s+/)
    .filter((word) => /[\p{Letter}\p{Number}]/u.test(word));
}

/** A question that is quoted within a sentence does not end it. */
function sentencesIn(text: string): readonly string[] {
  return text.split(/\n|(?<=[.!؟])\s+|(?<=\?)\s+(?![”»])/u).filter((sentence) => wordsIn(sentence).length > 0);
}

/** Plain language, as DOMAIN.md has it: one idea a sentence. */
const longestSentence = 15;

test.each(everyText)("$language $key says one thing at a time", ({ text }) => {
  const longest = sentencesIn(text).toSorted((a, b) => wordsIn(b).length - wordsIn(a).length)[0] ?? "";
  expect(wordsIn(longest).length, longest).toBeLessThanOrEqual(longestSentence);
});

/** Whole words, or the beginnings of words where a `~` follows. */
function anyOf(...phrases: readonly string[]): RegExp {
  const alternatives = phrases.map((phrase) =>
    phrase.endsWith("~") ? phrase.slice(0, -1) : `${phrase}(?!\\p{Letter})`,
  );
  return new RegExp(`(?<!\\p{Letter})(?:${alternatives.join("|")})`, "iu");
}

/** Words that advise, judge or teach, and words of offices. */
const forbidden: Readonly<Record<Language, RegExp>> = {
  nl: anyOf(
    ...[
      "moet je",
      "je moet",
      "je zou",
      "zou je",
      "zorg dat",
      "zorg ervoor",
      "probeer~",
      "best",
      "het is beter",
      "kan je beter",
      "beter niet",
      "verstandig",
    ],
    ...["het is belangrijk", "belangrijk", "aanbevolen", "raden", "raad", "advies", "tips?", "opvoed~", "leer je"],
    ...["verplicht", "traject~", "doelgroep~", "aanbod", "ondersteun~", "begeleid~", "hulpverlen~", "cliënt~", "casus"],
    ...["goede ouders?", "fout", "normaal", "abnormaal", "probleem~", "ontwikkel~", "stimuler~"],
  ),
  fr: anyOf(
    ...[
      "il faut",
      "vous devez",
      "devez",
      "devriez",
      "il vaut mieux",
      "essayez",
      "veillez",
      "pensez à",
      "n’oubliez pas",
    ],
    ...[
      "conseil~",
      "recommand~",
      "il est important",
      "important~",
      "apprenez",
      "obligatoire~",
      "parcours",
      "dispositif",
    ],
    ...[
      "public cible",
      "bénéficiaire~",
      "usager~",
      "accompagnement",
      "suivi",
      "soutien à la parentalité",
      "parentalité",
    ],
    ...["bons? parents?", "erreur~", "normal", "anormal", "problème~", "développement", "stimul~", "éducati~"],
  ),
  ar: anyOf(
    ...["يجب~", "عليكم أن", "لا بد", "ينبغي~", "حاولوا", "ننصح~", "انصح~", "نصيحة", "من الأفضل", "الأفضل", "من المهم"],
    ...["تعلّموا", "إلزامي~", "واجب", "مسار", "الفئة المستهدفة", "خطأكم", "طبيعي", "غير طبيعي", "مشكلة", "تربوي~"],
  ),
};

/** Copy names buttons, not commands. */
const commands = /(?<![\p{Letter}/])\/[a-z]+|\b(?:click|settings|subscribe|unsubscribe|feedback)\b/iu;

/** What is not given is named. */
const denials = new Set(["topics:not"]);

test.each(everyText)("$language $key neither advises nor judges, and names no command", ({ language, key, text }) => {
  if (!denials.has(key)) expect(text).not.toMatch(forbidden[language]);
  expect(text.replace(/\{\{[^}]*\}\}/g, "")).not.toMatch(commands);
});

test("what the place is not is named with the words that are otherwise not said", () => {
  expect(texts.get("nl")?.get("topics:not")).toMatch(/^Het is geen (?!.*\n(?!Geen ))/s);
  expect(texts.get("fr")?.get("topics:not")).toMatch(/^Ce n’est pas une (?!.*\n(?!Pas ))/s);
  expect(texts.get("ar")?.get("topics:not")).toMatch(/^هذا المكان ليس (?!.*\n(?!لا |وليس ))/s);
});

/** In a worry or despair nothing is asked of her but to call, where she wants to. */
const imperatives: Readonly<Record<Language, RegExp>> = {
  nl: anyOf(
    "kom",
    "praat",
    "vraag",
    "zoek",
    "neem",
    "ga",
    "doe",
    "rust",
    "adem",
    "blijf",
    "kan je beter",
    "moet~",
    "mag",
  ),
  fr: anyOf(
    "venez",
    "parlez",
    "demandez",
    "cherchez",
    "prenez",
    "allez",
    "faites",
    "reposez~",
    "respirez",
    "restez",
    "doit",
  ),
  ar: anyOf("تعالوا", "تكلموا", "اسألوا", "ابحثوا", "خذوا", "اذهبوا", "افعلوا", "ارتاحوا", "تنفسوا", "ابقوا", "عليكم"),
};

describe.each(languages)("a worry and despair in %s", (language) => {
  test.each(["worry", "worryLines", "despair", "despairAlone"])("%s gives no advice", (key) => {
    const text = texts.get(language)?.get(`help-lines:${key}`) ?? "";
    expect(text).not.toBe("");
    expect(text).not.toMatch(imperatives[language]);
  });
});

const ofCharge = /gratis|kosteloos|gratuit|مجان/iu;

test.each(everyText)("$language $key calls free only what its price says is free", ({ key, text }) => {
  if (!/(?:^topics:facts\.free$|:price|Free)/.test(key)) expect(text).not.toMatch(ofCharge);
});

test.each(everyText)(
  "$language $key is calm: one exclamation mark at most, and no line begins with an emoji",
  ({ text }) => {
    expect(text.match(/!/g) ?? []).toHaveLength(Math.min(1, text.match(/!/g)?.length ?? 0));
    for (const line of text.split("\n")) expect(line).not.toMatch(/^[\s\u200e\u200f]*\p{Extended_Pictographic}/u);
  },
);

test("the three languages say the same things: the same keys, in about as many sentences", () => {
  const [dutch, ...others] = languages.map((language) => texts.get(language) ?? new Map<string, string>());
  for (const other of others) {
    expect([...other.keys()].sort()).toEqual([...(dutch?.keys() ?? [])].sort());
    for (const [key, text] of dutch ?? []) {
      const apart = sentencesIn(text).length - sentencesIn(other.get(key) ?? "").length;
      expect(Math.abs(apart), key).toBeLessThanOrEqual(1);
      const paragraphs = (copy: string) => copy.split("\n\n").length;
      expect(paragraphs(other.get(key) ?? ""), key).toBe(paragraphs(text));
    }
  }
});

test("a button says the same wherever it leads to the same", () => {
  const pairs = [
    ...["about", "first_visit", "who", "cost", "registration", "human"].map((name) => [
      `topics:buttons.${name}`,
      `questions:buttons.${name}`,
    ]),
    ["companion:buttons.first_visit", "topics:buttons.first_visit"],
  ] as const;
  for (const language of languages) {
    for (const [one = "", other = ""] of pairs) {
      expect(texts.get(language)?.get(one), `${language} ${one}`).toBe(texts.get(language)?.get(other));
    }
  }
});

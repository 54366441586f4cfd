import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Language, languages } from "../../src/core/language.ts";
import { createWords } from "../../src/i18n/translate.ts";

const folder = new URL("../../locales/", import.meta.url);

/** `hours:buttons.today` → its text, in one language. */
function textsOf(language: Language): ReadonlyMap<string, string> {
  const files = readdirSync(new URL(`${language}/`, folder));
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

const texts = Object.fromEntries(languages.map((language) => [language, textsOf(language)])) as Record<
  Language,
  ReadonlyMap<string, string>
>;

const everyText = languages.flatMap((language) => [...texts[language]].map(([key, text]) => ({ language, key, text })));

const pluralForms = {
  nl: ["one", "other"],
  fr: ["one", "many", "other"],
  ar: ["zero", "one", "two", "few", "many", "other"],
};
const plural = /_(zero|one|two|few|many|other)$/;

const placeholders = (text: string) => [...new Set(text.match(/\{\{[^}]*\}\}/g) ?? [])].sort();

describe.each(languages)("the copy in %s", (language) => {
  test("has the same keys as the Dutch, apart from plural forms", () => {
    const keys = (of: Language) => [...new Set([...texts[of].keys()].map((key) => key.replace(plural, "")))].sort();
    expect(keys(language)).toEqual(keys("nl"));
  });

  test("has every plural form that the language has", () => {
    const counted = new Set(
      [...texts[language].keys()].filter((key) => plural.test(key)).map((key) => key.replace(plural, "")),
    );
    for (const key of counted) {
      expect(pluralForms[language].filter((form) => texts[language].has(`${key}_${form}`))).toEqual(
        pluralForms[language],
      );
    }
    expect(new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted()).toEqual(
      pluralForms[language].toSorted(),
    );
  });
});

// One language may need the day on its own where another needs it in the sentence.
const interchangeable = (names: readonly string[]) =>
  names.map((name) => (name === "{{day}}" ? "{{date}}" : name)).sort();

test.each(everyText)("$language $key has the same placeholders as in Dutch", ({ key, text }) => {
  const dutch = texts.nl.get(key) ?? texts.nl.get(key.replace(plural, "_other")) ?? "";
  expect(interchangeable(placeholders(text))).toEqual(interchangeable(placeholders(dutch)));
});

test.each(everyText)(
  "$language $key is whole: no emoji at the beginning of a line, no stray blanks, no markup",
  ({ text }) => {
    expect(text).toBe(text.trim());
    expect(text).not.toBe("");
    for (const line of text.split("\n")) expect(line).not.toMatch(/^\p{Extended_Pictographic}/u);
    expect(text).not.toMatch(/ {2}|!!|<|&|\$t\(|\{\{-/);
  },
);

/** Telegram's limits, in UTF-16 units. */
const limits: readonly (readonly [RegExp, number])[] = [
  [/^telegram:name$/, 64],
  [/^telegram:description/, 512 - 100],
  [/^telegram:shortDescription$/, 120],
  [/^telegram:commands\./, 256],
  [/^companion:placeholder$/, 64],
  [/^telegram:(failed|oldButton|notAllowed\..*|stepOver)$/, 200],
  // Longer labels are cut off on a small phone with two buttons in a row.
  [/:buttons\.|^telegram:languageName$/, 24],
  [/./, 4096],
];

test.each(everyText)("$language $key fits where Telegram shows it", ({ key, text }) => {
  const [, limit = 0] = limits.find(([pattern]) => pattern.test(key)) ?? [];
  expect(text.replace(/\{\{[^}]*\}\}/g, "").length).toBeLessThanOrEqual(limit);
});

test("Dutch speaks to one person (je), French to several or politely (vous)", () => {
  for (const [key, text] of texts.nl) expect(text, key).not.toMatch(/(?<!\p{L})(u|uw|jullie)(?!\p{L})/iu);
  for (const [key, text] of texts.fr) expect(text, key).not.toMatch(/(?<!\p{L})(tu|ton|ta|tes|toi)(?!\p{L})|·/iu);
});

const foreign = /[A-Za-zÀ-ÿ0-9]/;

test.each([...texts.ar].filter(([key]) => key !== "companion:helloInEnglish"))(
  "in Arabic, %s isolates every Latin fragment and number",
  (_, text) => {
    const outside = text.replace(/\u2068[^\u2068\u2069]*\u2069/g, "").replace(/\{\{[^}]*\}\}/g, "");
    expect(outside).not.toMatch(foreign);
  },
);

const firstStrong = /\p{Script=Arabic}|[\u200fA-Za-z]/u;

test.each([...texts.ar].filter(([key]) => key !== "companion:helloInEnglish"))(
  "in Arabic, %s runs from right to left also where it begins with a value",
  (_, text) => {
    // A value is isolated, and an isolate does not count when a client looks for the direction of a line (UAX #9, P2).
    for (const line of text.split("\n").filter((each) => each !== "")) {
      const outside = line.replace(/\u2068[^\u2068\u2069]*\u2069/g, "").replace(/\{\{[^}]*\}\}/g, "");
      expect(firstStrong.exec(outside)?.[0]).toMatch(/[^A-Za-z]/);
      // Other clients look at the first letter, isolated or not.
      expect(line.replace(/[\u2068\u2069]/g, "")).toMatch(/^[\p{Script=Arabic}\u200f«]/u);
    }
  },
);

test("values are isolated in Arabic, and escaped for HTML in messages alone", () => {
  const { html, plain } = createWords()("ar");
  expect(html("places:phone", { phone: "<1>" })).toBe("بالهاتف: \u2068&lt;1&gt;\u2069");
  expect(plain("places:phone", { phone: "<1>" })).toBe("بالهاتف: \u2068<1>\u2069");
  expect(createWords()("nl").html("places:phone", { phone: "1 & 2" })).toBe("Bellen kan: 1 &amp; 2");
});

import { readdirSync, readFileSync } from "node:fs";
import i18next, { type CustomTypeOptions, type TFunction } from "i18next";
import { type Language, languages } from "../core/language.ts";
import { isolate } from "./bidi.ts";

/** The Dutch copy, by file and key. */
export type TranslationKeys = CustomTypeOptions["resources"];

type Translate = TFunction<(keyof TranslationKeys)[]>;

/** What is said in one language. */
export interface Words {
  readonly language: Language;
  /** For whole messages: values are escaped for Telegram's HTML. */
  readonly html: Translate;
  /** For buttons, pop-ups, names, and parts that go into a message through `html`. */
  readonly plain: Translate;
}

export type WordsIn = (language: Language) => Words;

const localesFolder = new URL("../../locales/", import.meta.url);

/** Reads all copy from `locales/`, once. */
export function createWords(): WordsIn {
  const words = new Map(
    languages.map((language) => [
      language,
      { language, html: translator(language, escapeHtml), plain: translator(language, (text) => text) },
    ]),
  );
  return (language) => words.get(language) as Words;
}

function translator(language: Language, escaped: (text: string) => string): Translate {
  const instance = i18next.createInstance();
  const folder = new URL(`${language}/`, localesFolder);
  const namespaces = readdirSync(folder).map((file) => file.replace(/\.json$/, ""));
  void instance.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    ns: namespaces,
    resources: {
      [language]: Object.fromEntries(
        namespaces.map((name) => [name, JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8"))]),
      ),
    },
    interpolation: { escapeValue: true, escape: (value) => isolate(language, escaped(String(value))) },
    returnNull: false,
    showSupportNotice: false,
  } as Parameters<typeof instance.init>[0]);
  return instance.t as unknown as Translate;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** The languages the bot speaks. Adding one is adding it here, a folder under `locales/`, and a lexicon for typed questions. */
export const languages = ["nl", "fr", "ar"] as const;

export type Language = (typeof languages)[number];

/** A text in each language. */
export type Localized = Readonly<Record<Language, string>>;

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

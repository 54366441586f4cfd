import { type Language, languages } from "../../core/language.ts";
import type { TypedProblem } from "../../core/opening-hours/typed/problem.ts";
import type { TranslationKeys, Words } from "../../i18n/translate.ts";

type Copy = TranslationKeys["setup"];

/** A sentence that needs nothing more. */
export function sentence({ plain }: Words, key: Exclude<keyof Copy, "organisation" | "place" | "wrong">): string {
  return plain(`setup:${key}` as "setup:welcome");
}

/** The first question, in every language at once. */
export const languageQuestion = "Nederlands: nl · Français: fr · العربية: ar";

/** What is asked, with what an empty answer means. */
export function organisationQuestion({ plain }: Words, field: keyof Copy["organisation"], otherwise?: string): string {
  return withDefault(plain(`setup:organisation.${field}`), otherwise);
}

export function placeQuestion({ plain }: Words, field: keyof Copy["place"], otherwise?: string): string {
  return withDefault(plain(`setup:place.${field}`), otherwise);
}

export function nameQuestion(words: Words, language: Language, otherwise: string): string {
  const keys = { nl: "nameInDutch", fr: "nameInFrench", ar: "nameInArabic" } as const;
  return placeQuestion(words, keys[language], otherwise);
}

function withDefault(question: string, otherwise: string | undefined): string {
  return otherwise === undefined ? question : `${question} [${otherwise}]`;
}

export function refusal({ plain }: Words, key: keyof Copy["wrong"]): string {
  return plain(`setup:wrong.${key}`);
}

export function hoursRefusal({ plain }: Words, problem: TypedProblem): string {
  return asPlainText(
    plain(`place-editing:notUnderstood.${problem.kind}`, { near: "near" in problem ? problem.near : "" }),
  );
}

export function knownBot({ plain }: Words, username: string): string {
  return plain("setup:knownBot", { username: `@${username}` });
}

export function writtenFile({ plain }: Words, file: string, how: "written" | "aside" | "poster" | "kept"): string {
  return plain(`setup:file.${how}`, { file });
}

export function four({ plain }: Words, rows: readonly string[]): string {
  return [
    plain("setup:place.weeks"),
    ...(rows.length === 0 ? [plain("setup:place.never")] : rows.map(asPlainText)),
  ].join("\n");
}

export function yesWord({ plain }: Words): string {
  return plain("setup:yes");
}

export function noWord({ plain }: Words): string {
  return plain("setup:no");
}

/** A terminal shows no HTML. */
function asPlainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

export const isChoiceOfLanguage = (text: string): text is Language => languages.some((language) => language === text);

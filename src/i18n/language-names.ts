import type { Language } from "../core/language.ts";
import { listed } from "./format.ts";

/** `Nederlands, Frans en Arabisch`. What has no name is shown as its tag. */
export function languageNames(
  language: Language,
  tags: readonly string[],
  /** Names that Unicode's list lacks or calls otherwise than families do. */
  ownNames: Readonly<Record<string, string>>,
): string {
  const unicodeNames = new Intl.DisplayNames(language, { type: "language" });
  const nameOf = (tag: string) => {
    try {
      return ownNames[tag] ?? unicodeNames.of(tag) ?? tag;
    } catch {
      // Shaped like a tag, and none.
      return tag;
    }
  };
  return listed(language, tags.map(nameOf));
}

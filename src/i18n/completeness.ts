import { readdirSync, readFileSync } from "node:fs";
import { type Language, languages } from "../core/language.ts";

const localesFolder = new URL("../../locales/", import.meta.url);

const plural = /_(zero|one|two|few|many|other)$/;

/** What a language lacks of the Dutch copy: `hours:buttons.today`. An organisation may have changed the copy. */
export function missingTexts(folder: URL = localesFolder): readonly { language: Language; keys: readonly string[] }[] {
  const dutch = [...keysOf(folder, "nl")];
  return languages
    .map((language) => {
      const there = keysOf(folder, language);
      return { language, keys: dutch.filter((key) => !there.has(key)) };
    })
    .filter(({ keys }) => keys.length > 0);
}

/** Apart from plural forms, of which languages have more or fewer. Empty texts do not count. */
function keysOf(folder: URL, language: Language): ReadonlySet<string> {
  const own = new URL(`${language}/`, folder);
  return new Set(
    readdirSync(own).flatMap((file) => {
      const content: unknown = JSON.parse(readFileSync(new URL(file, own), "utf8"));
      return textsIn(content, `${file.replace(/\.json$/, "")}:`).map((key) => key.replace(plural, ""));
    }),
  );
}

function textsIn(value: unknown, path: string): readonly string[] {
  if (typeof value === "string") {
    return value.trim() === "" ? [] : [path];
  }
  return Object.entries(value as object).flatMap(([key, inner]) =>
    textsIn(inner, path.endsWith(":") ? `${path}${key}` : `${path}.${key}`),
  );
}

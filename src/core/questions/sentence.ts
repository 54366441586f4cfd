import { dutchAliases, frenchAliases, writtenOut } from "./aliases.ts";
import { conceptsAt, type Vocabulary } from "./concepts.ts";
import type { Concept } from "./lexicons/concept.ts";
import { isArabic } from "./normalise.ts";
import { mended } from "./spelling.ts";

/** A message, word for word, with what each word stands for. */
export interface Sentence {
  readonly words: readonly string[];
  /** The same words before any was mended: what looks like a slip may be meant. */
  readonly unmended: readonly string[];
  readonly concepts: readonly ReadonlySet<Concept>[];
  readonly vocabularies: readonly Vocabulary[];
}

/** Reads words as those of the given vocabularies, the likeliest first: written out, mended, and looked up. */
export function sentenceOf(typed: readonly string[], vocabularies: readonly Vocabulary[]): Sentence {
  const [likeliest] = vocabularies;
  const full = writtenOutIn(typed, likeliest);
  const words = full.map((word) =>
    likeliest === undefined || likeliest === "arabizi" || isArabic(word) ? word : mended(word, likeliest),
  );
  const concepts = words.map((_, index) => conceptsAt(words, index, vocabularies));
  return { words, unmended: full, concepts, vocabularies };
}

function writtenOutIn(words: readonly string[], vocabulary: Vocabulary | undefined): readonly string[] {
  switch (vocabulary) {
    case "nl":
      return writtenOut(words, dutchAliases);
    case "fr":
      return writtenOut(words, frenchAliases);
    default:
      return words;
  }
}

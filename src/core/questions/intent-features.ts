import { hashOf } from "./hash.ts";
import type { Concept } from "./lexicons/concept.ts";
import { isArabic } from "./normalise.ts";
import type { Sentence } from "./sentence.ts";
import { skeletonOf } from "./skeleton.ts";

/** Concepts and their pairs first, apart from words and letters: they say most and must not be drowned. */
const conceptBuckets = 3072;
export const intentBuckets = 10240;
const wordBuckets = intentBuckets - conceptBuckets;

/** A sentence as the numbers of what was found in it; each is counted once. */
export function intentFeatures({ words, concepts, vocabularies }: Sentence): readonly number[] {
  const found = new Set<number>();
  const maghrebi = vocabularies.includes("arabizi") && !vocabularies.includes("nl");
  const word = (hash: number) => found.add(conceptBuckets + (hash % wordBuckets));
  const read = words.slice(0, 60);
  for (const text of read) {
    word(hashOf(text, 1));
    if (maghrebi || isArabic(text)) {
      word(hashOf(skeletonOf(text), 3));
    }
  }
  const named = [...new Set(concepts.slice(0, 60).flatMap((at) => [...at]))].sort();
  for (const [index, concept] of named.entries()) {
    found.add(conceptFeature(concept));
    for (const other of named.slice(index + 1, 14)) {
      found.add(hashOf(`${concept}&${other}`, 5) % conceptBuckets);
    }
  }
  found.add(hashOf(`length ${Math.min(4, Math.ceil(words.length / 3))}`, 6) % conceptBuckets);
  found.add(hashOf(named.length === 0 ? "nothing known" : "something known", 6) % conceptBuckets);
  return [...found];
}

export function conceptFeature(concept: Concept): number {
  return hashOf(concept, 4) % conceptBuckets;
}

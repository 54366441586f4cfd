import { hashOf, hashOfPair, hashOfPart } from "./hash.ts";
import type { Concept } from "./lexicons/concept.ts";
import { isArabic } from "./normalise.ts";
import type { Sentence } from "./sentence.ts";
import { skeletonOf } from "./skeleton.ts";

/** Concepts and their pairs first, apart from words and letters: they say most and must not be drowned. */
const conceptBuckets = 3072;
export const intentBuckets = 65_536;
const wordBuckets = intentBuckets - conceptBuckets;

/** Words read of a long message, from its beginning and its end, where the question stands; letters read of a long word. */
const firstWords = 25;
const lastWords = 35;
const mostLetters = 40;
/** Concepts of which pairs are read. */
const mostPaired = 14;
/** Letters in a row: what a misspelt word shares with the word that was meant, and words written together with each other. */
const lettersInARow = 4;

/** Which features were found already, while one sentence is read and never after it: a set costs several times as much. */
const seen = new Uint8Array(intentBuckets);

/** A sentence as the numbers of what was found in it; each is counted once. */
export function intentFeatures({ words, concepts, vocabularies }: Sentence): readonly number[] {
  const found: number[] = [];
  const addFeature = (feature: number) => {
    if (seen[feature] === 0) {
      seen[feature] = 1;
      found.push(feature);
    }
  };
  const add = (hash: number) => addFeature(conceptBuckets + (hash % wordBuckets));
  const maghrebi = vocabularies[0] === "arabizi";
  let before = "^";
  for (const word of ends(words)) {
    add(hashOf(word, 1));
    const sounds = maghrebi || isArabic(word) ? skeletonOf(word) : null;
    if (sounds !== null) {
      add(hashOf(sounds, 3));
    }
    const said = sounds ?? word;
    add(hashOfPair(before, " ", said, 2));
    before = said;
    const padded = ` ${word.slice(0, mostLetters)} `;
    for (let from = 0; from + lettersInARow <= padded.length; from++) {
      add(hashOfPart(padded, from, from + lettersInARow, 4));
    }
  }
  add(hashOfPair(before, " ", "$", 2));
  const named = namedIn(ends(concepts));
  for (let index = 0; index < named.length; index++) {
    const concept = named[index] as Concept;
    addFeature(conceptFeature(concept));
    for (let other = index + 1; other < named.length && other < mostPaired; other++) {
      addFeature(hashOfPair(concept, "&", named[other] as Concept, 5) % conceptBuckets);
    }
  }
  addFeature(hashOf(`length ${Math.min(4, Math.ceil(words.length / 3))}`, 6) % conceptBuckets);
  addFeature(hashOf(named.length === 0 ? "nothing known" : "something known", 6) % conceptBuckets);
  for (const feature of found) {
    seen[feature] = 0;
  }
  return found;
}

/** Each concept once, by name. They are few: each is put where it belongs. */
function namedIn(concepts: readonly ReadonlySet<Concept>[]): readonly Concept[] {
  const named: Concept[] = [];
  for (const at of concepts) {
    for (const concept of at) {
      let index = named.length;
      while (index > 0 && (named[index - 1] as Concept) > concept) {
        index--;
      }
      if (named[index - 1] !== concept) {
        named.splice(index, 0, concept);
      }
    }
  }
  return named;
}

function ends<T>(all: readonly T[]): readonly T[] {
  return all.length <= firstWords + lastWords ? all : [...all.slice(0, firstWords), ...all.slice(-lastWords)];
}

export function conceptFeature(concept: Concept): number {
  return hashOf(concept, 4) % conceptBuckets;
}

/** Fewer, since there is less to learn from. */
export const kindBuckets = 8192;

/** The same features, for telling kinds of emergencies apart. */
export function kindFeatures(features: readonly number[]): readonly number[] {
  return features.map((feature) => feature % kindBuckets);
}

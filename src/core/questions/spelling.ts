import { isKnown, type Vocabulary, wordsIn } from "./concepts.ts";

/** Shorter words have too many neighbours: "bus" is one letter from "bis", "bos" and "dus". */
const shortestMisspelt = 5;

type Neighbours = ReadonlyMap<string, string>;
const neighboursOf = new Map<Vocabulary, Neighbours>();

/** A word with one letter too many, too few, another, or two swapped becomes the word it stands for; others stay. */
export function mended(word: string, vocabulary: Vocabulary): string {
  if (word.length < shortestMisspelt || word.length > 24 || isKnown(word, vocabulary)) {
    return word;
  }
  const neighbours = neighboursIn(vocabulary);
  const meant = neighbours.get(word);
  if (meant !== undefined) {
    return meant;
  }
  for (let index = 1; index < word.length; index++) {
    const shorter = word.slice(0, index) + word.slice(index + 1);
    const found =
      isKnown(shorter, vocabulary) && shorter.length >= shortestMisspelt ? shorter : neighbours.get(shorter);
    if (found !== undefined && Math.abs(found.length - word.length) <= 1) {
      return found;
    }
  }
  return word;
}

/** Every word of the lexicon with one letter left out: where a misspelt word with one letter left out lands, both are close. */
function neighboursIn(vocabulary: Vocabulary): Neighbours {
  const known = neighboursOf.get(vocabulary);
  if (known !== undefined) {
    return known;
  }
  const neighbours = new Map<string, string>();
  for (const word of wordsIn(vocabulary)) {
    if (word.length >= shortestMisspelt && !word.includes(" ")) {
      // The first letter is seldom wrong, and tells words apart.
      for (let index = 1; index < word.length; index++) {
        const shorter = word.slice(0, index) + word.slice(index + 1);
        if (!neighbours.has(shorter)) {
          neighbours.set(shorter, word);
        }
      }
    }
  }
  neighboursOf.set(vocabulary, neighbours);
  return neighbours;
}

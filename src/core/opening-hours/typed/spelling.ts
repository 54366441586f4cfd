import { lexicon, type Meaning } from "./lexicon.ts";

/** Shorter words have too many neighbours. */
const shortest = 5;

const words = [...lexicon].filter(([word]) => !word.includes(" ") && word.length >= shortest - 1);

/**
 * What a misspelt word stands for: one letter too many, too few, another, or two swapped; of a long word twice.
 *
 * @param word as `fold` leaves it
 * @returns null where nothing is near, or several things are
 */
export function spelledRight(word: string): Meaning | null {
  if (word.length < shortest || word.length > 24) {
    return null;
  }
  for (const most of word.length >= 8 ? [1, 2] : [1]) {
    const near = words.filter(([known]) => known[0] === word[0] && distance(known, word) <= most);
    const meanings = new Set(near.map(([, meaning]) => JSON.stringify(meaning)));
    if (meanings.size > 0) {
      return meanings.size === 1 ? (near[0]?.[1] ?? null) : null;
    }
  }
  return null;
}

/** Optimal string alignment (Damerau 1964): letters added, left out, replaced, or swapped with their neighbour. */
function distance(a: string, b: string): number {
  let twoBefore: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const present = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      let least = Math.min((before[column] ?? 0) + 1, (present[column - 1] ?? 0) + 1, (before[column - 1] ?? 0) + cost);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        least = Math.min(least, (twoBefore[column - 2] ?? 0) + 1);
      }
      present.push(least);
    }
    [twoBefore, before] = [before, present];
  }
  return before[b.length] ?? 0;
}

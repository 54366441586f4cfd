import { hashOf, hashOfPart } from "./hash.ts";

export const languageBuckets = 4096;

/** What tells a Latin-letter language: its words, and up to four letters in a row. */
export function languageFeatures(words: readonly string[]): readonly number[] {
  const found: number[] = [];
  for (const word of words) {
    found.push(hashOf(word, 7) % languageBuckets, hashOf(word, 8) % languageBuckets);
    const padded = ` ${word.slice(0, 40)} `;
    for (let size = 2; size <= 4; size++) {
      for (let from = 0; from + size <= padded.length; from++) {
        found.push(hashOfPart(padded, from, from + size, size) % languageBuckets);
      }
    }
  }
  return found;
}

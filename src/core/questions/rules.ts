import { type Intent, intents } from "./intent.ts";
import type { Concept } from "./lexicons/concept.ts";
import type { Sentence } from "./sentence.ts";

/** What is certain whatever was learnt: a message without words, and one of greetings only. */
export function ruled(chances: readonly number[], { words, concepts }: Sentence, text: string): readonly number[] {
  if (words.length === 0) {
    return certainly(/\p{Extended_Pictographic}/u.test(text) ? "greeting" : "other");
  }
  if (!words.some((word) => /\p{Letter}/u.test(word))) {
    return certainly("other");
  }
  // A word or two of which nothing is known is taken for a slip of the finger, unless the classifier is certain.
  if (words.length <= 2 && concepts.every((at) => at.size === 0) && Math.max(...chances) < 0.6) {
    return certainly("other");
  }
  return concepts.every((at) => isCourtesy(at)) ? certainly("greeting") : chances;
}

function isCourtesy(concepts: ReadonlySet<Concept>): boolean {
  return concepts.has("GREETING") || concepts.has("THANKS");
}

function certainly(intent: Intent): readonly number[] {
  return intents.map((candidate) => (candidate === intent ? 1 : 0));
}

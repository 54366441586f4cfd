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
  if (words.length <= 2 && concepts.every((at) => at.size === 0) && Math.max(...chances) < 0.9) {
    return certainly("other");
  }
  return concepts.every((at) => isCourtesy(at)) ? certainly("greeting") : weighed(chances, concepts);
}

/** "I am worn out, are you open tomorrow?" asks for hours; the weather of tomorrow and the opening of a bakery do not. */
function weighed(chances: readonly number[], concepts: Sentence["concepts"]): readonly number[] {
  const said = new Set(concepts.flatMap((at) => [...at]));
  const has = (...all: readonly Concept[]) => all.some((concept) => said.has(concept));
  const asksForADay = has("OPEN", "CLOSED") && has("DAY", "NOW") && !has("NOTIFY", "AGAIN", "VISIT");
  const askedOfUs = asksForADay ? 8 : 1;
  const hours = has("ELSEWHERE") ? 0.2 : askedOfUs;
  // What holds no known greeting is none, however short.
  const greeting = has("GREETING", "THANKS") ? 1 : 0.02;
  const raised = chances.map((chance, index) => chance * ({ hours, greeting }[String(intents[index])] ?? 1));
  const sum = raised.reduce((total, chance) => total + chance, 0);
  return raised.map((chance) => chance / sum);
}

function isCourtesy(concepts: ReadonlySet<Concept>): boolean {
  return concepts.has("GREETING") || concepts.has("THANKS");
}

function certainly(intent: Intent): readonly number[] {
  return intents.map((candidate) => (candidate === intent ? 1 : 0));
}

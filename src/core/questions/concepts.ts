import { withoutClitics } from "./clitics.ts";
import { arabic, arabizi } from "./lexicons/arabic.ts";
import type { Concept, Lexicon } from "./lexicons/concept.ts";
import { dutch } from "./lexicons/dutch.ts";
import { english } from "./lexicons/english.ts";
import { french } from "./lexicons/french.ts";
import { isArabic } from "./normalise.ts";
import { skeletonOf } from "./skeleton.ts";

/** In which lexicon a word is looked up. */
export type Vocabulary = "nl" | "fr" | "en" | "arabizi" | "arabic";

interface Dictionary {
  readonly words: ReadonlyMap<string, readonly Concept[]>;
  readonly beginnings: ReadonlyMap<string, readonly Concept[]>;
  /** The first letters of beginnings, and how many letters the longest that begins so has: most words have none of them. */
  readonly firstLetters: ReadonlyMap<string, number>;
  /** First words of expressions, and how many words the longest that begins so has. */
  readonly expressions: ReadonlyMap<string, number>;
}

const shortestBeginning = 3;

const dictionaries: Readonly<Record<Vocabulary, Dictionary>> = {
  nl: dictionaryOf(dutch),
  fr: dictionaryOf(french),
  en: dictionaryOf(english),
  arabizi: dictionaryOf(arabizi),
  arabic: dictionaryOf(arabic),
};

/** Words of both scripts by their consonants; two consonants could be anything. */
const shortestSkeleton = 3;
const skeletons = skeletonsOf([arabic, arabizi]);

function* entriesOf(lexicon: Lexicon): Generator<readonly [string, Concept]> {
  for (const [concept, words] of Object.entries(lexicon)) {
    for (const word of words.split(" ")) {
      yield [word.replaceAll("_", " "), concept as Concept];
    }
  }
}

function dictionaryOf(lexicon: Lexicon): Dictionary {
  const words = new Map<string, Concept[]>();
  const beginnings = new Map<string, Concept[]>();
  const expressions = new Map<string, number>();
  for (const [entry, concept] of entriesOf(lexicon)) {
    if (entry.endsWith("*")) {
      push(beginnings, entry.slice(0, -1), concept);
      continue;
    }
    push(words, entry, concept);
    const [first = "", ...rest] = entry.split(" ");
    if (rest.length > 0) {
      expressions.set(first, Math.max(expressions.get(first) ?? 0, rest.length + 1));
    }
  }
  const firstLetters = new Map<string, number>();
  for (const beginning of beginnings.keys()) {
    const first = beginning.slice(0, shortestBeginning);
    firstLetters.set(first, Math.max(firstLetters.get(first) ?? 0, beginning.length));
  }
  return { words, beginnings, firstLetters, expressions };
}

function skeletonsOf(lexicons: readonly Lexicon[]): ReadonlyMap<string, readonly Concept[]> {
  const result = new Map<string, Concept[]>();
  for (const lexicon of lexicons) {
    for (const [entry, concept] of entriesOf(lexicon)) {
      const skeleton = entry.includes(" ") ? "" : skeletonOf(entry.replace("*", ""));
      if (skeleton.length >= shortestSkeleton) {
        push(result, skeleton, concept);
      }
    }
  }
  return result;
}

function push(map: Map<string, Concept[]>, key: string, concept: Concept): void {
  const known = map.get(key);
  if (known === undefined) {
    map.set(key, [concept]);
  } else if (!known.includes(concept)) {
    known.push(concept);
  }
}

/** Whether the word stands in the lexicon as it is, or begins as one of its beginnings. */
export function isKnown(word: string, vocabulary: Vocabulary): boolean {
  return exact(word, dictionaries[vocabulary]).length > 0;
}

/** All words of a lexicon that a misspelt one may stand for. */
export function wordsIn(vocabulary: Vocabulary): Iterable<string> {
  return dictionaries[vocabulary].words.keys();
}

/** Too grave to be found in three consonants that may be something else. */
const grave: ReadonlySet<Concept> = new Set<Concept>([
  "CHOKE",
  "DROWN",
  "BLUE",
  "BLOOD",
  "BURN",
  "CONVULSION",
  "UNCONSCIOUS",
  "THREAT",
  "WEAPON",
  "DEATH_WISH",
  "DEAD",
  "WAKE",
  "BEAT_UP",
]);
const none: readonly Concept[] = [];

/** What the word at a place in a sentence stands for, expressions that begin there included. */
export function conceptsAt(words: readonly string[], index: number, vocabularies: readonly Vocabulary[]): Set<Concept> {
  const found = new Set<Concept>();
  const word = words[index] ?? "";
  for (const vocabulary of vocabularies) {
    const dictionary = dictionaries[vocabulary];
    addAll(found, single(word, vocabulary, dictionary));
    const longest = dictionary.expressions.get(word) ?? 0;
    for (let length = 2; length <= longest && index + length <= words.length; length++) {
      addAll(found, dictionary.words.get(words.slice(index, index + length).join(" ")) ?? none);
    }
  }
  return found;
}

function addAll(found: Set<Concept>, concepts: readonly Concept[]): void {
  for (const concept of concepts) {
    found.add(concept);
  }
}

function single(word: string, vocabulary: Vocabulary, dictionary: Dictionary): readonly Concept[] {
  const known = exact(word, dictionary);
  if (known.length > 0 || (vocabulary !== "arabic" && vocabulary !== "arabizi")) {
    return known;
  }
  if ((vocabulary === "arabic") !== isArabic(word)) {
    return none;
  }
  const stems = withoutClitics(word);
  for (const stem of stems) {
    const found = exact(stem, dictionary);
    if (found.length > 0) {
      return found;
    }
  }
  for (const stem of [word, ...stems]) {
    const skeleton = skeletonOf(stem);
    const found = skeleton.length < shortestSkeleton ? none : (skeletons.get(skeleton) ?? none);
    if (found.length > 0) {
      return skeleton.length > shortestSkeleton ? found : found.filter((concept) => !grave.has(concept));
    }
  }
  return none;
}

function exact(word: string, { words, beginnings, firstLetters }: Dictionary): readonly Concept[] {
  const known = words.get(word);
  if (known !== undefined) {
    return known;
  }
  const longest = firstLetters.get(word.slice(0, shortestBeginning)) ?? 0;
  for (let length = Math.min(word.length, longest); length >= shortestBeginning; length--) {
    const begun = beginnings.get(word.slice(0, length));
    if (begun !== undefined) {
      return begun;
    }
  }
  return none;
}

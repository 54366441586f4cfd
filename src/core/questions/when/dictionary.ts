import { fold } from "./fold.ts";
import { arabizi } from "./lexicon/arabizi.ts";
import { darija } from "./lexicon/darija.ts";
import { dutch } from "./lexicon/dutch.ts";
import { english } from "./lexicon/english.ts";
import { french } from "./lexicon/french.ts";
import { standardArabic } from "./lexicon/standard-arabic.ts";
import { type Kind, type Meaning, meaningOf, spellings, type Variety, type Vocabulary } from "./meaning.ts";

export type Meanings = readonly Meaning[];

export interface Phrase {
  readonly words: readonly string[];
  readonly meanings: Meaning[];
}

export interface Dictionary {
  readonly words: ReadonlyMap<string, Meanings>;
  /** By their first word, the longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  /** Long words that mean one thing, by what is left of them without one letter. */
  readonly nearWords: ReadonlyMap<string, readonly string[]>;
}

const vocabularies: Readonly<Record<Variety, Vocabulary>> = {
  nl: dutch,
  fr: french,
  msa: standardArabic,
  darija,
  arabizi,
  en: english,
};

/** Words that people mistype and that are worth recognising all the same. */
const mistyped: ReadonlySet<Kind> = new Set<Kind>([
  "weekday",
  "day",
  "now",
  "month",
  "unit",
  "part",
  "partToday",
  "next",
  "holiday",
  "school",
  "ordinal",
  "open",
]);

const shortestMistyped = 6;
const shorterMistyped = new Set(["lundi", "mardi", "jeudi", "matin", "khmis"]);
const shortestArabic = 5;

let compiled: Dictionary | undefined;

/** Compiled at first use: starting up costs nothing. */
export function dictionary(): Dictionary {
  compiled ??= compile();
  return compiled;
}

export const wordPattern = /[a-z0-9\u00df-\u024f\u0621-\u064a\u066e-\u06d3]+/g;

function compile(): Dictionary {
  const words = new Map<string, Meaning[]>();
  const phrases = new Map<string, Phrase[]>();
  for (const variety of Object.keys(vocabularies) as Variety[]) {
    for (const [key, forms] of Object.entries(vocabularies[variety])) {
      const meaning = meaningOf(key, variety);
      for (const form of forms.split(" ").flatMap(spellings)) add(words, phrases, form, meaning);
    }
  }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);
  addGlued(words, phrases);
  return { words, phrases, nearWords: nearWordsOf(words) };
}

function add(words: Map<string, Meaning[]>, phrases: Map<string, Phrase[]>, form: string, meaning: Meaning): void {
  const parts = fold(form).match(wordPattern) ?? [];
  const [first] = parts;
  if (first === undefined) return;
  if (parts.length === 1) {
    const known = words.get(first);
    if (!known) words.set(first, [meaning]);
    else if (!known.some((other) => same(other, meaning))) known.push(meaning);
    return;
  }
  const list = phrases.get(first) ?? [];
  const known = list.find((phrase) => phrase.words.join(" ") === parts.join(" "));
  if (known) known.meanings.push(meaning);
  else list.push({ words: parts, meanings: [meaning] });
  phrases.set(first, list);
}

const glued: ReadonlySet<Kind> = new Set<Kind>(["holiday", "school", "part", "partToday", "day", "now", "minutes"]);
const shortestGlued = 6;

/** Phrases that name a day, also written as one word: `rasl3am`, `nouvelan`. */
function addGlued(words: Map<string, Meaning[]>, phrases: ReadonlyMap<string, readonly Phrase[]>): void {
  for (const list of phrases.values()) {
    for (const { words: parts, meanings } of list) {
      const word = parts.join("");
      const isDay = meanings.some(({ kind }) => glued.has(kind));
      if (isDay && word.length >= shortestGlued && !words.has(word)) words.set(word, meanings);
    }
  }
}

function same(a: Meaning, b: Meaning): boolean {
  return a.kind === b.kind && a.value === b.value && a.name === b.name;
}

function nearWordsOf(words: ReadonlyMap<string, Meanings>): ReadonlyMap<string, readonly string[]> {
  const near = new Map<string, string[]>();
  for (const [word, [meaning]] of words) {
    if (!meaning || !mistyped.has(meaning.kind)) continue;
    if (meaning.kind === "weekday" && word.length === 4 && isArabicWeekday(meaning)) addNear(near, `${article}${word}`);
    if (!isLong(word)) continue;
    addNear(near, word);
  }
  return near;
}

function addNear(near: Map<string, string[]>, word: string): void {
  for (const shorter of [word, ...withoutOneLetter(word)]) {
    const list = near.get(shorter);
    if (list) list.push(word);
    else near.set(shorter, [word]);
  }
}

export const article = "ال";

function isArabicWeekday({ variety }: Meaning): boolean {
  return variety === "msa" || variety === "darija";
}

function isLong(word: string): boolean {
  return word.length >= (word > "\u0600" ? shortestArabic : shortestMistyped) || shorterMistyped.has(word);
}

function withoutOneLetter(word: string): readonly string[] {
  return Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1));
}

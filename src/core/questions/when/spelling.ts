import { type Dictionary, type Meanings, withoutOneLetter } from "./dictionary.ts";
import { ordinaryWords } from "./known-words.ts";

/** A word as it was written out of the dictionary, with what stood glued before it: `فالعشية`, `والنصف`, `للخميس`. */
export type Spelled = readonly { readonly word: string; readonly meanings: Meanings }[];

const longestWord = 30;
const nothing: Meanings = [];
const arabicLetter = /^[\u0621-\u06d3]/;
const drawnOut = /(.)\1{2,}/g;
const doubled = /(.)\1+/g;

/** The words a written word stands for; a word that is not known stands for itself. */
export function spelled(word: string, dictionary: Dictionary): Spelled {
  const known = dictionary.words.get(word);
  if (known) return [{ word, meanings: known }];
  if (word.length > longestWord || word.length < 3 || ordinaryWords.has(word)) return [{ word, meanings: nothing }];
  return (
    withPrefix(word, dictionary, 3) ??
    shortened(word, dictionary) ??
    joined(word, dictionary) ??
    mistyped(word, dictionary) ?? [{ word, meanings: nothing }]
  );
}

/** Arabic writes `and`, `in`, `to` and the article on to the word. */
function withPrefix(word: string, dictionary: Dictionary, depth: number): Spelled | undefined {
  if (!arabicLetter.test(word) || depth === 0) return;
  for (const prefix of ["ال", "هال", "لل", "عال", "و", "ف", "ب", "ل", "ع", "م"]) {
    if (!word.startsWith(prefix) || word.length < prefix.length + 2) continue;
    const rest = word.slice(prefix.length);
    const known = dictionary.words.get(rest);
    const after = known ? [{ word: rest, meanings: known }] : withPrefix(rest, dictionary, depth - 1);
    if (!after) continue;
    const before = prefixWords[prefix];
    return before === undefined
      ? after
      : [{ word: before, meanings: dictionary.words.get(before) ?? nothing }, ...after];
  }
  return;
}

const prefixWords: Readonly<Record<string, string>> = { و: "و", لل: "ل", ل: "ل", هال: "هذا", م: "من" };

/** `vandaaaag`, `demaiiin` */
function shortened(word: string, dictionary: Dictionary): Spelled | undefined {
  if (word.search(drawnOut) === -1) return;
  for (const short of [word.replace(drawnOut, "$1$1"), word.replace(drawnOut, "$1"), word.replace(doubled, "$1")]) {
    const known = dictionary.words.get(short);
    if (known) return [{ word: short, meanings: known }];
  }
  const single = word.replace(drawnOut, "$1");
  return withPrefix(single, dictionary, 3) ?? mistyped(single, dictionary);
}

/** `zaterdagopen`, `ouvertdemain`, `morgenvoormiddag`, `غداحالين`: every part must be a known word. */
function joined(word: string, dictionary: Dictionary): Spelled | undefined {
  if (word.length < 6) return;
  for (let cut = word.length - 2; cut >= 2; cut -= 1) {
    const first = word.slice(0, cut);
    const meanings = dictionary.words.get(first);
    if (!meanings) continue;
    const rest = word.slice(cut);
    const after = gluedWord(rest, dictionary) ?? (rest.length >= 6 ? joined(rest, dictionary) : undefined);
    if (after && (isTelling(first, meanings) || after.some((part) => isTelling(part.word, part.meanings)))) {
      return [{ word: first, meanings }, ...after];
    }
  }
  return;
}

function gluedWord(word: string, dictionary: Dictionary): Spelled | undefined {
  const meanings = dictionary.words.get(word);
  if (meanings) return [{ word, meanings }];
  return word.length > 4 ? withPrefix(word, dictionary, 2) : undefined;
}

const telling = new Set(["weekday", "day", "open", "holiday", "part", "partToday", "unit", "month"]);

function isTelling(word: string, meanings: Meanings): boolean {
  return word.length >= 4 && meanings.some(({ kind }) => telling.has(kind));
}

/** One letter too many, too few or wrong, or two swapped. */
function mistyped(word: string, dictionary: Dictionary): Spelled | undefined {
  if (word.length < 5) return;
  for (const shorter of [word, ...withoutOneLetter(word)]) {
    for (const candidate of dictionary.nearWords.get(shorter) ?? []) {
      if (!isOneEdit(word, candidate)) continue;
      const meanings = dictionary.words.get(candidate);
      if (meanings) return [{ word: candidate, meanings }];
    }
  }
  return;
}

function isOneEdit(a: string, b: string): boolean {
  if (a[0] !== b[0] && a.length < 6 && a[1] !== b[0]) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const left = a.length - start - end;
  const right = b.length - start - end;
  if (left + right <= 1 || (left === 1 && right === 1)) return true;
  return left === 2 && right === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
}

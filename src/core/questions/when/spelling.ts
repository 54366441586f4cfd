import { article, type Dictionary, type Meanings } from "./dictionary.ts";
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
    mistyped(word, dictionary) ?? [{ word, meanings: nothing }]
  );
}

/** Arabic writes `and`, `in`, `to` and the article on to the word. */
export function withPrefix(word: string, dictionary: Dictionary, depth: number): Spelled | undefined {
  if (!arabicLetter.test(word) || depth === 0) return;
  for (const prefix of ["ال", "هال", "لل", "عال", "و", "ف", "ب", "ل", "ع", "م"]) {
    if (!word.startsWith(prefix) || word.length < prefix.length + 2) continue;
    const rest = word.slice(prefix.length);
    const known = (prefix === "لل" ? dictionary.words.get(article + rest) : undefined) ?? dictionary.words.get(rest);
    const after = known ? [{ word: rest, meanings: known }] : withPrefix(rest, dictionary, depth - 1);
    if (!after) continue;
    const before = prefixWords[prefix];
    return before === undefined
      ? after
      : [{ word: before, meanings: dictionary.words.get(before) ?? nothing }, ...after];
  }
  return;
}

const prefixWords: Readonly<Record<string, string>> = { و: "و", لل: "ل", ل: "ل", هال: "هذا", عال: "علي", م: "من" };

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

const telling = new Set(["weekday", "day", "open", "holiday", "school", "part", "partToday", "unit", "month", "half"]);

export function isTelling(word: string, meanings: Meanings): boolean {
  return word.length >= 4 && meanings.some(({ kind }) => telling.has(kind));
}

/** `donderdaag`: one word, although it could also be cut into known ones. */
export function isMistypedDay(word: string, dictionary: Dictionary): boolean {
  const [read] = mistyped(word, dictionary) ?? [];
  return read?.meanings.some(({ kind }) => kind === "weekday" || kind === "day") === true;
}

/** One letter too many, too few or wrong, or two swapped. */
function mistyped(word: string, dictionary: Dictionary): Spelled | undefined {
  if (word.length < 5) return;
  for (let left = -1; left < word.length; left += 1) {
    const shorter = left < 0 ? word : word.slice(0, left) + word.slice(left + 1);
    const candidates = dictionary.nearWords.get(shorter);
    if (candidates === undefined) continue;
    for (const candidate of candidates) {
      if (!isOneEdit(word, candidate)) continue;
      const meanings = dictionary.words.get(candidate);
      if (meanings) return [{ word: candidate, meanings }];
      // So short a weekday only where its letters are swapped or doubled: `الخمسي`.
      const bare = candidate.slice(article.length);
      const isMeant = hasSameLetters(word, candidate) || word.replace(doubled, "$1") === candidate;
      const short = isMeant ? dictionary.words.get(bare) : undefined;
      if (short) return [{ word: bare, meanings: short }];
    }
  }
  return;
}

function hasSameLetters(a: string, b: string): boolean {
  return a.length === b.length && [...a].sort().join("") === [...b].sort().join("");
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
  if (left !== right || left > 3 || left < 2) return false;
  const [typed, meant] = [a.slice(start, start + left), b.slice(start, start + left)];
  // `vijrdag`: a letter has moved.
  return typed.slice(1) + typed[0] === meant || meant.slice(1) + meant[0] === typed;
}

import type { Dictionary } from "./dictionary.ts";
import { ordinaryWords } from "./known-words.ts";
import { isTelling, withPrefix } from "./spelling.ts";

/**
 * Small words between which those about days stand, where a whole sentence is typed without spaces. They count only inside
 * such a word: `kanikmorgenkomen`, `estcequecestouvertdimanche`.
 */
const smallWords: ReadonlySet<string> = new Set(
  (
    "ik jij je gij ge u wij we ze jullie julie ulder gulder hier is dat da het tis er ook al in de den het op om en of voor met bij naar te dan " +
    "tijdens iets daar daarna toch weten komen kom langskomen langs langsgaan iemand vanaf tot aan van door zijn kan mag ben wil wou zou zouden moet gaan ga " +
    "vous vs tu il on ce ca cest c est esce estce que qu le la les l de du des d au aux en et ou ici pendant pour avec peut puis je nous " +
    "voudrais aimerais jaimerais voulais veux peux savoir si sera sont venir viens passer serez etes chez avant apres jusque " +
    "wach wash rakom ntouma 3ndkom li had " +
    "are you do the it can come we be will for " +
    "هل انتم انتو راكم واش في عندكم يوم من الى هاد نهار خدامين"
  ).split(" "),
);

const prefixes = ["ال", "و", "وال", "ب", "بال", "ف", "ل", "لل"] as const;

/** The first letters of what Arabic writes on to a word. */
const joining = new Set(["ا", "و", "ب", "ف", "ل"]);

const shortestRun = 6;
const longestRun = 60;
const longestPart = 18;
const shortestOwn = 3;

/** The known words of which a long unknown word is made, or nothing where any part of it is unknown. */
export function cutApart(word: string, dictionary: Dictionary): readonly string[] | undefined {
  const { words } = dictionary;
  if (word.length < shortestRun || word.length > longestRun || words.has(word)) return;
  const isArabic = word > "\u0600";
  if (beginning(word, 0, words, isArabic) === undefined) return;
  if (ordinaryWords.has(word) || (isArabic && withPrefix(word, dictionary, 3))) return;
  const parts = cutFrom(word, 0, words, isArabic, new Set());
  return parts && parts.length > 1 && parts.some((part) => isTelling(part, words.get(part) ?? [])) ? parts : undefined;
}

type Words = Dictionary["words"];

/** @param dead where no cut leads to the end: looked at once only */
function cutFrom(
  word: string,
  start: number,
  words: Words,
  isArabic: boolean,
  dead: Set<number>,
): string[] | undefined {
  if (start === word.length) return [];
  if (dead.has(start)) return;
  dead.add(start);
  const most = beginning(word, start, words, isArabic);
  if (most === undefined) return;
  for (let end = Math.min(word.length, start + most); end > start; end -= 1) {
    // A short ending is more often the ending of another word: Kerstin, Noëlle.
    if (end === word.length && end - start < shortestOwn) continue;
    const part = word.slice(start, end);
    if (!isPart(part, words, isArabic)) continue;
    const after = cutFrom(word, end, words, isArabic, dead);
    if (after) return [part, ...after];
  }
  return;
}

let known: { readonly parts: ReadonlySet<string>; readonly beginnings: ReadonlyMap<string, number> } | undefined;

/** How long a known word may be that begins here; undefined where none begins so. Most unknown words end here, unread. */
function beginning(word: string, start: number, words: Words, isArabic: boolean): number | undefined {
  known ??= knownParts(words);
  if (isArabic && joining.has(word[start] ?? "")) return longestPart;
  return (
    known.beginnings.get(word.slice(start, start + shortestOwn)) ?? known.beginnings.get(word.slice(start, start + 2))
  );
}

function knownParts(words: Words) {
  const parts = new Set(smallWords);
  for (const word of words.keys()) if (word.length >= shortestOwn && word.length <= longestPart) parts.add(word);
  const beginnings = new Map<string, number>();
  for (const part of parts) {
    const start = part.slice(0, shortestOwn);
    beginnings.set(start, Math.max(beginnings.get(start) ?? 2, part.length));
  }
  return { parts, beginnings };
}

function isPart(part: string, words: Words, isArabic: boolean): boolean {
  if (known?.parts.has(part)) return true;
  return (
    isArabic &&
    prefixes.some(
      (prefix) => part.length > prefix.length + 2 && part.startsWith(prefix) && words.has(part.slice(prefix.length)),
    )
  );
}

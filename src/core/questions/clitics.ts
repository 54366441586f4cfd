import { isArabic } from "./normalise.ts";

const arabicBefore = [
  "وال",
  "فال",
  "بال",
  "هال",
  "عال",
  "لل",
  "ال",
  "وب",
  "وف",
  "ول",
  "و",
  "ف",
  "ب",
  "ل",
  "ك",
  "ع",
  "س",
  "ما",
  "غ",
  "ت",
  "ن",
  "د",
];
const arabicAfter = [
  "كمش",
  "هاش",
  "كم",
  "نا",
  "ها",
  "هم",
  "ني",
  "تها",
  "هش",
  "ش",
  "ين",
  "ون",
  "ات",
  "تي",
  "ه",
  "ي",
  "ك",
  "و",
  "ا",
];
const latinBefore = ["wel", "fel", "bel", "ma", "el", "wl", "fl", "bl", "dl", "l", "w", "f", "b", "d", "s", "t"];
const latinAfter = ["kom", "koum", "houm", "hom", "na", "ha", "ch", "ni", "ou", "in", "at", "i", "o", "k", "h"];

/** What may be left of an Arabic word, in either script, without what is written onto it: و، ال, "my", "not". */
export function withoutClitics(word: string): readonly string[] {
  const [before, after] = isArabic(word) ? [arabicBefore, arabicAfter] : [latinBefore, latinAfter];
  const starts = [word, ...cutBefore(word, before)];
  return [...starts.slice(1), ...starts.flatMap((start) => cutAfter(start, after))];
}

/** A stem has at least three letters. */
const shortest = 3;

function cutBefore(word: string, clitics: readonly string[]): readonly string[] {
  return clitics
    .filter((clitic) => word.startsWith(clitic) && word.length - clitic.length >= shortest)
    .map((clitic) => word.slice(clitic.length));
}

function cutAfter(word: string, clitics: readonly string[]): readonly string[] {
  return clitics
    .filter((clitic) => word.endsWith(clitic) && word.length - clitic.length >= shortest)
    .map((clitic) => word.slice(0, -clitic.length));
}

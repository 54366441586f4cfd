import { isArabic } from "./normalise.ts";

/**
 * The consonants of a word of Darija or Arabic, the same for both scripts: محلولين, m7lolin and me7loulin are all `mhlln`.
 * Vowels are written in as many ways as there are writers, and letters that one script tells apart the other does not.
 */
export function skeletonOf(word: string): string {
  const consonants = isArabic(word) ? fromArabic(word) : fromLatin(word);
  return consonants.replace(/(.)\1+/g, "$1");
}

const arabicLetters: Readonly<Record<string, string>> = {
  ب: "b",
  ت: "t",
  ث: "t",
  ج: "j",
  ح: "h",
  خ: "x",
  د: "d",
  ذ: "d",
  ر: "r",
  ز: "z",
  س: "s",
  ش: "c",
  ص: "s",
  ض: "d",
  ط: "t",
  ظ: "d",
  ع: "3",
  غ: "g",
  ف: "f",
  ق: "k",
  ك: "k",
  ل: "l",
  م: "m",
  ن: "n",
  ه: "h",
};

function fromArabic(word: string): string {
  let result = "";
  const end = word.endsWith("ه") ? word.length - 1 : word.length;
  for (let index = 0; index < end; index++) {
    result += arabicLetters[word.charAt(index)] ?? "";
  }
  return result;
}

const pairs: Readonly<Record<string, string>> = { ch: "c", sh: "c", gh: "g", kh: "x", dh: "d", th: "t", ou: "" };
const latinLetters: Readonly<Record<string, string>> = {
  b: "b",
  c: "k",
  d: "d",
  f: "f",
  g: "g",
  h: "h",
  j: "j",
  k: "k",
  l: "l",
  m: "m",
  n: "n",
  p: "b",
  q: "k",
  r: "r",
  s: "s",
  t: "t",
  v: "f",
  x: "x",
  z: "z",
  3: "3",
  4: "",
  5: "x",
  6: "t",
  7: "h",
  8: "g",
  9: "k",
};

function fromLatin(word: string): string {
  let result = "";
  for (let index = 0; index < word.length; index++) {
    const pair = pairs[word.slice(index, index + 2)];
    if (pair === undefined) {
      result += latinLetters[word.charAt(index)] ?? "";
    } else {
      result += pair;
      index++;
    }
  }
  return result;
}

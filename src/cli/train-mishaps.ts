import { dice } from "./train-linear.ts";

const before: Readonly<Record<string, readonly string[]>> = {
  nl: ["hallo", "dag", "goeiemorgen", "hey", "sorry", "beste", "een vraagje", "ik vroeg mij af", "salam"],
  fr: ["bonjour", "salut", "coucou", "bjr", "excusez moi", "une petite question", "je voudrais savoir", "salam"],
  msa: ["السلام عليكم", "مرحبا", "صباح الخير", "لو سمحتم", "عفوا"],
  darija: ["سلام", "السلام عليكم", "خويا", "ختي", "الله يخليك"],
  arabizi: ["salam", "slm", "khti", "khouya", "salam alaykoum"],
  en: ["hi", "hello", "hey", "excuse me"],
};
const after: Readonly<Record<string, readonly string[]>> = {
  nl: ["aub", "alvast bedankt", "merci", "groetjes", "dank u", "eigenlijk"],
  fr: ["svp", "merci", "merci d avance", "stp", "bonne journee"],
  msa: ["من فضلكم", "شكرا", "وشكرا لكم", "لو سمحتم"],
  darija: ["عافاك", "شكرا", "الله يحفظك", "عفاكم"],
  arabizi: ["3afak", "chokran", "svp", "merci", "lah y7efdek"],
  en: ["please", "thanks", "thank you"],
};

/** A question as it was written, and as it would have been with courtesies around it or in a hurry. */
export function withMishaps(text: string, variety: string, number: number): readonly string[] {
  const roll = dice(number);
  const pick = (words: readonly string[] | undefined) => words?.[roll(words.length)] ?? "";
  return [
    text,
    `${pick(before[variety])} ${text}`,
    `${text} ${pick(after[variety])}`,
    misspelt(text, roll),
    misspelt(misspelt(text, roll), roll),
    ...writtenTogether(text, roll),
  ];
}

/** Short questions are typed without spaces now and then, whole or in part. */
function writtenTogether(text: string, roll: (sides: number) => number): readonly string[] {
  const words = text.split(" ");
  if (words.length < 2 || words.length > 6) {
    return [];
  }
  const at = 1 + roll(words.length - 1);
  const inPart = [...words.slice(0, at - 1), words.slice(at - 1, at + 1).join(""), ...words.slice(at + 1)].join(" ");
  return [roll(2) === 0 ? words.join("") : inPart];
}

function misspelt(text: string, roll: (sides: number) => number): string {
  const words = text.split(" ");
  const index = roll(words.length);
  const word = words[index] ?? "";
  if (word.length < 4) {
    return text;
  }
  const at = 1 + roll(word.length - 2);
  const mishaps = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
    word.slice(0, at) + word.charAt(at) + word.slice(at),
  ];
  return words.with(index, mishaps[roll(mishaps.length)] ?? word).join(" ");
}

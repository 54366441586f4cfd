import { type Dictionary, dictionary, type Meanings } from "./dictionary.ts";
import { fold } from "./fold.ts";
import type { Kind, Meaning } from "./meaning.ts";
import { respelled } from "./respelling.ts";
import { cutApart } from "./run-together.ts";
import { isMistypedDay, spelled } from "./spelling.ts";

export interface Token {
  readonly text: string;
  readonly meanings: Meanings;
  /** Of digits alone: their value; otherwise -1. */
  readonly digits: number;
  /** Digits with signs between, as in `5/12`, `9:30`, `2026-12-05`. */
  readonly figures: { readonly parts: readonly number[]; readonly sign: string; readonly text: string } | null;
  /** `15u30`, `9h` */
  readonly clock: { readonly hour: number; readonly minute: number } | null;
  /** A full stop, comma or question mark stands before it. */
  readonly afterPause: boolean;
  readonly asked: boolean;
}

/** A text longer than this says more than one question; the rest is not read. */
const longestText = 1500;

const pieces = /\d{1,4}(?:[/.:-]\d{1,4}){1,2}(?!\d)|[a-z0-9ß-ɏء-يٮ-ۓ]+|[^\sa-z0-9]/g;
const clockForm = /^(\d{1,2})(?:u|h|uur|hr|hrs|heures?|uurs?)(\d{2})?$/;
const ordinalForm = /^(\d{1,2})(?:de|den|ste|sten|e|er|eme|ieme|th|nd|rd|st|en)$/;
const numberThenWord = /^(\d{1,2})([a-zء-ي]{2,})$/;
const wordThenNumber = /^([a-zء-ي]{1,9})(\d{1,2}.*)$/;
const arabiziDigits = /^[0-9]*[a-z]+[0-9a-z]*$/;

const noMeanings: Meanings = [];
const plain = {
  meanings: noMeanings,
  digits: -1,
  figures: null,
  clock: null,
  afterPause: false,
  asked: false,
} as const;

/** @param language of the message, where it is known */
export function tokensOf(text: string, language?: string): readonly Token[] {
  const words = dictionary();
  const typed = fold(text.slice(0, longestText)).match(pieces) ?? [];
  const found = apart(respelled(typed, words, language), words);
  const tokens: Token[] = [];
  let afterPause = true;
  let index = 0;
  while (index < found.length) {
    const piece = found[index] ?? "";
    if (!isWord(piece)) {
      if (isPause(piece)) afterPause = true;
      if (piece === "?" || piece === "؟") askedUntilPause(tokens);
      index += 1;
      continue;
    }
    const phrase = phraseAt(found, index, words);
    const read = phrase?.tokens ?? readPiece(piece, words);
    for (const token of read) {
      tokens.push(afterPause ? { ...token, afterPause } : token);
      afterPause = false;
    }
    index += phrase?.length ?? 1;
  }
  return tokens;
}

/** The pieces, with those that were typed without spaces taken apart. */
function apart(found: readonly string[], words: Dictionary): readonly string[] {
  let result: string[] | undefined;
  for (let index = 0; index < found.length; index += 1) {
    const piece = found[index] ?? "";
    const parts = piece.length > 5 && !words.phrases.has(piece) ? cutApart(piece, words) : undefined;
    const isCut = parts !== undefined && !isMistypedDay(piece, words);
    if (isCut) {
      result ??= found.slice(0, index);
      result.push(...parts);
    } else result?.push(piece);
  }
  return result ?? found;
}

function isWord(piece: string): boolean {
  return (
    piece.length > 1 ||
    (piece >= "0" && piece <= "9") ||
    (piece >= "a" && piece <= "z") ||
    (piece >= "ء" && piece <= "ۓ" && piece !== "؟")
  );
}

function isPause(piece: string): boolean {
  return (
    piece !== "'" && piece !== "-" && piece !== "/" && piece !== ":" && piece !== "(" && piece !== ")" && piece !== '"'
  );
}

function askedUntilPause(tokens: Token[]): void {
  for (let index = tokens.length - 1; index >= 0; index -= 1) {
    const token = tokens[index];
    if (!token) return;
    tokens[index] = { ...token, asked: true };
    if (token.afterPause) return;
  }
}

/** What Arabic writes on to the first word of a phrase, and the word that it is. */
const noPrefix = { prefix: "", word: "" };
const prefixes: readonly (typeof noPrefix)[] = [
  noPrefix,
  { prefix: "ال", word: "" },
  { prefix: "و", word: "و" },
  { prefix: "وال", word: "و" },
  { prefix: "ف", word: "" },
  { prefix: "ب", word: "" },
  { prefix: "بال", word: "" },
  { prefix: "ل", word: "ل" },
];
const noPhrases: NonNullable<ReturnType<Dictionary["phrases"]["get"]>> = [];

/** A phrase of several words that starts here. */
function phraseAt(found: readonly string[], index: number, words: Dictionary) {
  const first = found[index] ?? "";
  const isArabic = first > "\u0600";
  for (let at = 0; at < (isArabic ? prefixes.length : 1); at += 1) {
    const { prefix, word } = prefixes[at] ?? noPrefix;
    if (!first.startsWith(prefix)) continue;
    for (const phrase of words.phrases.get(first.slice(prefix.length)) ?? noPhrases) {
      const end = phraseEnd(found, index, phrase);
      if (end === undefined) continue;
      const token: Token = { ...plain, text: phrase.words.join(" "), meanings: phrase.meanings };
      const before = word === "" ? [] : [{ ...plain, text: word, meanings: words.words.get(word) ?? noMeanings }];
      return { tokens: [...before, token], length: end - index };
    }
  }
  return;
}

/** An apostrophe or hyphen between the words of a phrase does not part it, nor does an Arabic article: `ras el 3am`. */
function phraseEnd(
  found: readonly string[],
  index: number,
  { words, meanings }: { readonly words: readonly string[]; readonly meanings: Meanings },
): number | undefined {
  const isMaghrebi = meanings[0]?.variety === "arabizi";
  let at = index + 1;
  for (let matched = 1; matched < words.length; matched += 1) {
    if (found[at] === "'" || found[at] === "-" || found[at] === "." || found[at] === "/") at += 1;
    const word = words[matched] ?? "";
    if (isMaghrebi && found[at] !== word && latinArticles.has(found[at] ?? "")) at += 1;
    if (found[at] !== word && !isWithArticle(found[at] ?? "", word, isMaghrebi)) return;
    at += 1;
  }
  return at;
}

const latinArticles = new Set(["l", "el", "al"]);

/** `el3am` for `3am`, `الاسبوع` for `اسبوع` */
function isWithArticle(found: string, word: string, isMaghrebi: boolean): boolean {
  if (isMaghrebi) return found.length > 2 && [...latinArticles].some((letters) => found === letters + word);
  return found === `ال${word}`;
}

function readPiece(piece: string, words: Dictionary): readonly Token[] {
  const first = piece.charCodeAt(0);
  if (first >= 48 && first <= 57) return readDigits(piece, words);
  const glued = words.words.has(piece) ? null : wordThenNumber.exec(piece);
  if (
    glued?.[1] !== undefined &&
    glued[2] !== undefined &&
    words.words.has(glued[1]) &&
    !isArabiziWord(glued[1], glued[2], words) &&
    !isArabizi(glued[2], words)
  ) {
    return [...readWord(glued[1], words), ...readDigits(glued[2], words)];
  }
  return readWord(piece, words);
}

/** In `tal9` the digit is a letter. */
function isArabiziWord(word: string, digits: string, { words }: Dictionary): boolean {
  return digits.length === 1 && words.get(word)?.every(({ variety }) => variety === "arabizi") === true;
}

function isArabizi(piece: string, words: Dictionary): boolean {
  return arabiziDigits.test(piece) && !clockForm.test(piece) && !ordinalForm.test(piece) && words.words.has(piece);
}

function readDigits(piece: string, words: Dictionary): readonly Token[] {
  const value = Number(piece);
  if (!Number.isNaN(value) && !piece.includes(".")) return [{ ...plain, text: piece, digits: value }];
  const sign = /[/.:-]/.exec(piece)?.[0];
  if (sign !== undefined) {
    return [{ ...plain, text: piece, figures: { parts: piece.split(/[/.:-]/).map(Number), sign, text: piece } }];
  }
  const clock = clockForm.exec(piece);
  if (clock) {
    return [
      {
        ...plain,
        text: piece,
        clock: { hour: Number(clock[1]), minute: clock[2] === undefined ? -1 : Number(clock[2]) },
      },
    ];
  }
  if (words.words.has(piece)) return readWord(piece, words);
  const ordinal = ordinalForm.exec(piece);
  if (ordinal) {
    return [
      { ...plain, text: piece, meanings: [{ kind: "ordinal", value: Number(ordinal[1]), name: "", variety: "nl" }] },
    ];
  }
  const glued = numberThenWord.exec(piece);
  if (glued?.[1] !== undefined && glued[2] !== undefined && words.words.has(glued[2])) {
    return [{ ...plain, text: glued[1], digits: Number(glued[1]) }, ...readWord(glued[2], words)];
  }
  return readWord(piece, words);
}

function readWord(piece: string, words: Dictionary): readonly Token[] {
  return spelled(piece, words).map(({ word, meanings }) => ({ ...plain, text: word, meanings }));
}

export function meaning(token: Token | undefined, kind: Kind): Meaning | undefined {
  if (token === undefined) return;
  for (const one of token.meanings) if (one.kind === kind) return one;
  return;
}

export function means(token: Token | undefined, kind: Kind): boolean {
  return meaning(token, kind) !== undefined;
}

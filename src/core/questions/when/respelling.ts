import type { Dictionary, Meanings } from "./dictionary.ts";
import { distance, endsAlike, heard, undoubled } from "./heard.ts";
import { ordinaryWords } from "./known-words.ts";
import type { Kind } from "./meaning.ts";

/**
 * Maghrebi in Latin letters has no spelling: vowels come and go, letters are doubled or not. The lexicon lists what is common;
 * here another spelling of a listed word is recognised by its consonants. Arabic letters are left alone: there, other vowels
 * between the same consonants are another word (السبت and السبات, الجمعة and الجامعة).
 */
export function respelled(
  pieces: readonly string[],
  dictionary: Dictionary,
  language: string | undefined,
): readonly string[] {
  spellings ??= listed(dictionary);
  if (!isMaghrebi(pieces, dictionary, language)) return pieces;
  const known = spellings;
  return pieces.flatMap((piece) => respell(piece, dictionary, known) ?? [piece]);
}

const latinWord = /^(?:[a-z][a-z0-9]*|[2379][a-z][a-z0-9]*)$/;
const digitAsLetter = /[a-z][379]|[379][a-z]{2}/;
const ordinalOrClock =
  /^\d+(?:de|den|ste|sten|eme|ieme|en|th|nd|rd|st|hr|hrs|uur|uurs|heures?)$|^[a-z]?\d+h\d*$|[a-z]\d\d/;

/** What only a Maghrebi would write, unlike `men` or `had`. */
const marking: ReadonlySet<Kind> = new Set<Kind>([
  "ask",
  "asksWhen",
  "open",
  "day",
  "weekday",
  "now",
  "still",
  "next",
  "in",
]);
const shortestMark = 4;

/** Whether the neighbours are Maghrebi, or who told the language of the message says so. */
function isMaghrebi(pieces: readonly string[], { words }: Dictionary, language: string | undefined): boolean {
  if (language !== undefined && language !== "ar") return false;
  const marks = spellings?.marks;
  let own = 0;
  for (const piece of pieces) if (marks?.has(piece) || isWithDigits(piece)) own += 1;
  if (language === undefined && own === 0) return false;
  let others = 0;
  for (const piece of pieces) {
    if (piece.length < 3 || !latinWord.test(piece)) continue;
    const meanings = words.get(piece);
    if (meanings && !isOwn(meanings)) others += 1;
  }
  return own > 0 ? language === "ar" || own >= others : others === 0;
}

const [firstDigit, lastDigit] = [0x30, 0x39];

/** `m7lol`, `9bel`: a digit that is a letter. Most words have none, which is seen at a glance. */
function isWithDigits(piece: string): boolean {
  for (let at = 0; at < piece.length; at += 1) {
    const code = piece.charCodeAt(at);
    if (code >= firstDigit && code <= lastDigit)
      return piece.length > 2 && digitAsLetter.test(piece) && !ordinalOrClock.test(piece);
  }
  return false;
}

function isOwn(meanings: Meanings | undefined): boolean {
  return meanings?.every(({ variety }) => variety === "arabizi") === true;
}

const shortestRespelt = 4;

/** What stands glued before a word, the article included, and the word that it is. */
const glued: readonly (readonly [before: string, word: string])[] = [
  ["", ""],
  ["fel", "f"],
  ["fal", "f"],
  ["fl", "f"],
  ["bel", ""],
  ["bl", ""],
  ["wel", "w"],
  ["wl", "w"],
  ["el", ""],
  ["al", ""],
  ["la", ""],
  ["le", ""],
  ["il", ""],
  ["l", ""],
  ["f", "f"],
  ["w", "w"],
];

/** The listed word that a piece is another spelling of, with what was glued before it. */
function respell(piece: string, { words }: Dictionary, known: Spellings): readonly string[] | undefined {
  if (piece.length < shortestRespelt || !latinWord.test(piece) || ordinalOrClock.test(piece)) return;
  if (words.has(piece) || known.inPhrases.has(piece) || ordinaryWords.has(piece)) return;
  for (const [before, word] of glued) {
    const rest = piece.slice(before.length);
    if (rest.length < shortestRespelt || !piece.startsWith(before)) continue;
    const found = before !== "" && known.targets.has(rest) ? rest : otherSpelling(rest, known);
    if (found === undefined) continue;
    // `lghda` is lunch; tomorrow has no article.
    if (before !== "" && words.get(found)?.some(({ kind }) => unglued.has(kind))) return;
    return word === "" ? [found] : [word, found];
  }
  return;
}

const unglued: ReadonlySet<Kind> = new Set<Kind>(["day", "now", "next", "open"]);

/** Words that change what is read. Small words such as `l` and `d` are not guessed at. */
const worthFinding: ReadonlySet<Kind> = new Set<Kind>([
  "weekday",
  "day",
  "now",
  "month",
  "number",
  "ordinal",
  "unit",
  "pair",
  "part",
  "partToday",
  "noon",
  "half",
  "quarter",
  "fraction",
  "next",
  "last",
  "holiday",
  "open",
  "still",
  "asksWhen",
]);

/** `taman` is a price, `toilet` no three: numbers are looked for only where they end or are written as numbers do. */
const numberForm = /a$|ch$|[35679]/;

function isNumber(meanings: Meanings): boolean {
  return meanings.every(({ kind }) => kind === "number");
}

interface Spellings {
  readonly marks: ReadonlySet<string>;
  readonly targets: ReadonlySet<string>;
  readonly inPhrases: ReadonlySet<string>;
  readonly single: ReadonlyMap<string, string>;
  readonly bySound: ReadonlyMap<string, readonly string[]>;
  readonly byConsonants: ReadonlyMap<string, readonly string[]>;
}

let spellings: Spellings | undefined;

function listed({ words, phrases }: Dictionary): Spellings {
  const inPhrases = partsOf(phrases);
  const single = new Map([...inPhrases].map((part) => [undoubled(part), part]));
  const marks = new Set<string>();
  const targets = new Set<string>();
  const bySound = new Map<string, string[]>();
  for (const part of inPhrases)
    if (heard(part).consonants.length >= fewestConsonants) push(bySound, heard(part).sound, part);
  const byConsonants = new Map<string, string[]>();
  for (const [word, meanings] of words) {
    if (isMark(word, meanings)) marks.add(word);
    if (!isTarget(word, meanings)) continue;
    targets.add(word);
    single.set(undoubled(word), word);
    const { sound, consonants } = heard(word);
    const isTelling = consonants.replace(/^l/, "").length >= fewestConsonants;
    if (isTelling || meanings.some(({ kind }) => tellingShort.has(kind))) push(bySound, sound, word);
    if (isTelling) push(byConsonants, consonants, word);
  }
  return { marks, targets, inPhrases, single, bySound, byConsonants };
}

function partsOf(phrases: Dictionary["phrases"]): ReadonlySet<string> {
  const own = [...phrases.values()].flat().filter(({ meanings }) => isOwn(meanings));
  return new Set(own.flatMap(({ words }) => words));
}

function isMark(word: string, meanings: Meanings): boolean {
  return word.length >= shortestMark && isOwn(meanings) && meanings.some(({ kind }) => marking.has(kind));
}

function isTarget(word: string, meanings: Meanings): boolean {
  if (!latinWord.test(word) || (isNumber(meanings) && !numberForm.test(word))) return false;
  return meanings.some(({ kind, variety }) => variety === "arabizi" && worthFinding.has(kind));
}

const fewestConsonants = 3;

/** Of two consonants there are many words: only these are worth the risk. */
const tellingShort: ReadonlySet<Kind> = new Set<Kind>(["day", "now", "weekday", "holiday"]);

function push(map: Map<string, string[]>, key: string, word: string): void {
  const list = map.get(key);
  if (list) list.push(word);
  else map.set(key, [word]);
}

function otherSpelling(typed: string, known: Spellings): string | undefined {
  const same = known.single.get(undoubled(typed));
  if (same !== undefined) return same;
  const word = silentEnd.test(typed) ? typed.slice(0, -1) : typed;
  const { sound, consonants } = heard(word);
  const alike = sound.length > 1 ? known.bySound.get(sound)?.find((other) => endsAlike(word, other)) : undefined;
  if (alike !== undefined) return alike;
  let best: string | undefined;
  let least = word.length > 6 ? 3 : 2;
  for (const other of known.byConsonants.get(consonants) ?? []) {
    if (!endsAlike(word, other)) continue;
    const far = distance(word, other);
    if (far < least || (far === least && best === undefined)) [best, least] = [other, far];
  }
  return best;
}

/** `simanah` */
const silentEnd = /[aeiou]h$/;

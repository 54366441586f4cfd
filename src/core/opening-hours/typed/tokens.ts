import type { Language } from "../../language.ts";
import { fold } from "../../questions/when/fold.ts";
import { lexicon, type Meaning, mostWords, shortIn, tellingWords } from "./lexicon.ts";
import { spelledRight } from "./spelling.ts";

/** A piece of typed hours; `at` and `end` are indexes into the text, `end` excluded. */
export type Token = (
  | Exclude<Meaning, { readonly kind: "time" | "filler" }>
  /** `isWhole`: an hour without minutes, which may be meant for the afternoon. */
  | { readonly kind: "time"; readonly minutes: number; readonly isWhole: boolean }
  | { readonly kind: "comma" | "stop" | "open-bracket" | "close-bracket" }
  /** A day of the calendar: what holds from a day on is asked apart. */
  | { readonly kind: "date" }
  | { readonly kind: "unknown" }
) & { readonly at: number; readonly end: number };

const space = /[^\S\n]+/y;
const date =
  /\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|\d{1,2}\/\d{1,2}(?!\d)|20[2-9]\d(?![\d:.])/y;
const untilAndWith = /t\/m(?!\p{L})|t\.?\s?e\.?\s?m\.?(?!\p{L})/iuy;
/** `v/d maand` */
const ofThe = /v\/d(?!\p{L})/iuy;
const ordinal = /([1-5])(?:ste|de|e|er|ere|re|eme|[eè]me|[eè]re|è|ᵉ|°|º)(?!\p{L})/iuy;
const clock =
  /(\d{1,2})\s?(?:[:.]\s?(\d{2})(?!\d)(?:\s?(?:uur|heures?|[uh])(?!\p{L}))?|(?:uur|heures?|[uh])(?!\p{L})(?:\s?(\d{2})(?!\d))?)/iuy;
const together = /([01]?\d)([0-5]\d)(?!\d)/y;
const number = /\d+/y;
const word = /\p{L}[\p{L}\p{M}]*/uy;
/** What may stand between the words of a phrase: `l’après-midi`. */
const joint = /[^\S\n]*['’‘-]?[^\S\n]*/y;
const wordOrNumber = /\p{L}[\p{L}\p{M}]*|\d+/uy;

/** Arabic writes these on to the next word. */
const arabicPrefix = /^([وفبلك])(?=\p{L}{2})/u;

/** Marks of direction say nothing, and a digit is a digit in every script. */
export function plainly(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u061c\u0640\ufeff]/g, " ")
    .replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace(/[–—−]/g, "-")
    .replace(/\r\n?/g, "\n");
}

/** @param text as `plainly` leaves it */
export function tokensOf(text: string, language: Language): readonly Token[] {
  const short = shortIn[languageOf(text, language)];
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp, from = at): RegExpExecArray | null => {
    pattern.lastIndex = from;
    return pattern.exec(text);
  };
  const push = (token: DistributedOmit<Token, "at" | "end">, length: number) => {
    tokens.push({ ...token, at, end: at + length } as Token);
    at += length;
  };
  const pushMeaning = (meaning: Meaning, length: number) => {
    if (meaning.kind === "filler") {
      at += length;
    } else {
      push(meaning.kind === "time" ? { ...meaning, isWhole: false } : meaning, length);
    }
  };

  /** The longest phrase that begins here. */
  function phrase(): { readonly meaning: Meaning; readonly length: number } | null {
    let found: { readonly meaning: Meaning; readonly length: number } | null = null;
    let end = at;
    let read = "";
    for (let count = 0; count < mostWords; count += 1) {
      const from = count === 0 ? at : end + (match(joint, end)?.[0].length ?? 0);
      const next = match(wordOrNumber, from);
      if (next === null) {
        break;
      }
      end = from + next[0].length;
      read = count === 0 ? fold(next[0]) : `${read} ${fold(next[0])}`;
      const meaning = short[read] ?? lexicon.get(read);
      found = meaning === undefined ? found : { meaning, length: end - at };
    }
    return found;
  }

  function readWord(): void {
    const known = phrase();
    if (known !== null) {
      pushMeaning(known.meaning, known.length);
      return;
    }
    const [written = ""] = match(word) ?? [];
    const prefix = arabicPrefix.exec(written)?.[1];
    if (prefix !== undefined) {
      const before = tokens.length;
      pushMeaning(prefix === "و" ? { kind: "and" } : { kind: "filler" }, 1);
      const rest = phrase() ?? spelledAs(written.slice(1));
      if (rest !== null) {
        pushMeaning(rest.meaning, rest.length);
        return;
      }
      tokens.length = before;
      at -= 1;
    }
    const parts = compound(written);
    const meant = parts === null ? spelledAs(written) : null;
    if (parts !== null) {
      push(parts.day, parts.length);
      push(parts.part, written.length - parts.length);
    } else if (meant === null) {
      push({ kind: "unknown" }, written.length);
    } else {
      pushMeaning(meant.meaning, meant.length);
    }
  }

  while (at < text.length) {
    const spaces = match(space) ?? match(ofThe);
    if (spaces !== null) {
      at += spaces[0].length;
      continue;
    }
    const until = match(untilAndWith);
    const dated = match(date);
    const nth = match(ordinal);
    const time = match(clock);
    const digits = match(number);
    if (until !== null) push({ kind: "to" }, until[0].length);
    else if (digits !== null && phrase() !== null) readWord();
    else if (dated !== null && time?.[0].length !== dated[0].length) push({ kind: "date" }, dated[0].length);
    else if (nth !== null) push({ kind: "ordinal", nth: Number(nth[1]), stands: "before" }, nth[0].length);
    else if (time !== null) push(timeOf(time[1], time[2] ?? time[3]), time[0].length);
    else if (digits !== null) push(bareNumber(digits[0], match(together)), digits[0].length);
    else if (match(word) !== null) readWord();
    else readSign(text[at] ?? "");
  }
  return tokens;

  function readSign(sign: string): void {
    switch (sign) {
      case "-":
        push({ kind: "to" }, 1);
        break;
      case "&":
      case "+":
      case "/":
        push({ kind: "and" }, 1);
        break;
      case ",":
      case "،":
        push({ kind: "comma" }, 1);
        break;
      case "(":
        push({ kind: "open-bracket" }, 1);
        break;
      case ")":
        push({ kind: "close-bracket" }, 1);
        break;
      case ";":
      case "؛":
      case "\n":
        push({ kind: "stop" }, 1);
        break;
      case ".":
        // `ma. en do.` is short for something; the end of a sentence has no letter before it that does not end a word.
        push({ kind: "comma" }, 1);
        break;
      default:
        if (/[:'’‘"“”«»*•!?؟…]/.test(sign)) {
          at += 1;
        } else {
          push({ kind: "unknown" }, sign.length);
        }
    }
  }
}

type DistributedOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

type Piece = DistributedOmit<Token, "at" | "end">;

function timeOf(hour: string | undefined, minute: string | undefined): Piece {
  const minutes = Number(hour) * 60 + Number(minute ?? 0);
  const isTime = minutes <= 1440 && Number(minute ?? 0) < 60;
  return isTime ? { kind: "time", minutes, isWhole: minute === undefined } : { kind: "unknown" };
}

function bareNumber(digits: string, apart: RegExpExecArray | null): Piece {
  if (digits.length <= 2) {
    return timeOf(digits, undefined);
  }
  // `1330-1630`
  return apart !== null && apart[0].length === digits.length ? timeOf(apart[1], apart[2]) : { kind: "unknown" };
}

function spelledAs(written: string): { readonly meaning: Meaning; readonly length: number } | null {
  const meaning = spelledRight(fold(written));
  return meaning === null ? null : { meaning, length: written.length };
}

/** `woensdagnamiddag` */
function compound(written: string): { readonly day: Piece; readonly part: Piece; readonly length: number } | null {
  const [, weekday = "", part] = /^(.+dag)((?:voor|na)?middag|ochtend|avond|morgen)s?$/.exec(fold(written)) ?? [];
  const day = lexicon.get(weekday);
  return day?.kind !== "day"
    ? null
    : {
        day,
        part: { kind: "part", part: part === "namiddag" || part === "avond" ? "afternoon" : "morning" },
        length: weekday.length,
      };
}

/** Dutch or French, by the words that only one of them has; else the language in which she reads. */
function languageOf(text: string, language: Language): "nl" | "fr" {
  const words = fold(text).match(/\p{L}+/gu) ?? [];
  const count = (of: "nl" | "fr") => words.filter((one) => tellingWords[of].has(one)).length;
  const [dutch, french] = [count("nl"), count("fr")];
  if (dutch === french) {
    return language === "fr" ? "fr" : "nl";
  }
  return french > dutch ? "fr" : "nl";
}

/** A piece of an expression; `at` and `end` are indexes into its text, `end` excluded. */
export interface Token {
  readonly kind: "number" | "word" | "symbol" | "comment" | "broken-comment" | "end";
  /** Words in lower case; a comment without its quotes. */
  readonly text: string;
  readonly at: number;
  readonly end: number;
}

const space = /\s+/y;
const number = /[0-9]+/y;
const word = /\p{L}+/uy;
const comment = /"([^"]*)"/y;

/** Cuts a text into tokens, in one pass from left to right; the last one is always `end`. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const push = (kind: Token["kind"], content: string, length: number) => {
    tokens.push({ kind, text: content, at, end: at + length });
    at += length;
  };
  while (at < text.length) {
    const found = match(space);
    if (found) {
      at += found[0].length;
      continue;
    }
    const digits = match(number);
    const letters = match(word);
    const quoted = match(comment);
    if (digits) push("number", digits[0], digits[0].length);
    else if (letters) push("word", letters[0].toLowerCase(), letters[0].length);
    else if (quoted?.[1]?.trim()) push("comment", quoted[1], quoted[0].length);
    else if (text[at] === '"') push("broken-comment", text.slice(at), quoted ? quoted[0].length : text.length - at);
    // The en dash is what a website or a word processor makes of a hyphen.
    else
      push(
        "symbol",
        text[at] === "–" ? "-" : String.fromCodePoint(text.codePointAt(at) ?? 0),
        characterLength(text, at),
      );
  }
  push("end", "", 0);
  return tokens;
}

function characterLength(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

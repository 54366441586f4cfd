import type { Token } from "./tokens.ts";

/**
 * A reader over tokens for a parser whose functions return null when they do not apply. It remembers the furthest place
 * at which something was expected, which is where a person would point at the mistake.
 */
export interface Cursor {
  /** The token `ahead` places further on; past the last one, the last one. */
  readonly peek: (ahead?: number) => Token;
  /** The next token's text when it is one of `texts`, and moves on; otherwise null, noting what was expected. */
  readonly take: (kind: Token["kind"], texts: readonly string[] | null, expected: string) => Token | null;
  /** Runs `parse` and goes back to where it began when that returns null. */
  readonly attempt: <T>(parse: () => T | null) => T | null;
  /** Notes that something was expected here. */
  readonly expect: (expected: string) => null;
  /** Ends the parse: this token is well formed, but says something impossible. */
  readonly refuse: (token: Token, expected: string) => null;
  readonly failure: () => Failure;
}

export interface Failure {
  readonly token: Token;
  readonly expected: readonly string[];
  /** The token could be read, but makes no sense. */
  readonly refused: boolean;
}

export function createCursor(tokens: readonly Token[]): Cursor {
  const last = tokens.length - 1;
  let position = 0;
  let furthest = 0;
  let expectations: string[] = [];
  let refusal: Failure | null = null;

  const tokenAt = (index: number): Token => tokens[Math.min(index, last)] as Token;

  const expect = (expected: string): null => {
    if (position > furthest) {
      furthest = position;
      expectations = [];
    }
    if (position === furthest && !expectations.includes(expected)) expectations.push(expected);
    return null;
  };

  return {
    peek: (ahead = 0) => tokenAt(position + ahead),
    take: (kind, texts, expected) => {
      const token = tokenAt(position);
      if (refusal) return null;
      if (token.kind !== kind || (texts && !texts.includes(token.text))) return expect(expected);
      if (position < last) position += 1;
      return token;
    },
    attempt: (parse) => {
      const start = position;
      const result = parse();
      if (result === null) position = start;
      return result;
    },
    expect,
    refuse: (token, expected) => {
      refusal ??= { token, expected: [expected], refused: true };
      return null;
    },
    failure: () => refusal ?? { token: tokenAt(furthest), expected: expectations, refused: false },
  };
}

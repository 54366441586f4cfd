import type { Failure } from "./cursor.ts";

/** Where and why a text is not an expression. */
export interface ExpressionError {
  /** Index into the text, in UTF-16 units as `String.slice` counts. */
  readonly at: number;
  readonly expected: readonly string[];
  /** One sentence without a full stop: `"We 9-" is not understood after "We 9"; expected a time such as 09:00-12:00` */
  readonly message: string;
}

const longestQuote = 40;

export function explainFailure(text: string, { token, expected, refused }: Failure): ExpressionError {
  const before = text.slice(0, token.at).trim();
  const upToToken = text.slice(0, token.end).trim();
  const tail = expected.length > 0 ? `; expected ${listed(expected)}` : "";
  const verdict = refused ? "is not possible" : "is not understood";
  if (token.kind === "end") {
    return {
      at: token.at,
      expected,
      message: `${before ? `${quote(before)} ends too early` : "there are no hours"}${tail}`,
    };
  }
  const place = before ? ` after ${quote(before)}` : "";
  return { at: token.at, expected, message: `${quote(upToToken)} ${verdict}${place}${tail}` };
}

/** The end of a long text, which is where the mistake is. */
function quote(text: string): string {
  return text.length > longestQuote ? `"…${text.slice(-longestQuote)}"` : `"${text}"`;
}

function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} or ${items.at(-1)}`;
}

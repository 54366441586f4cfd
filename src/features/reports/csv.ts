/** A list separator of Excel: Dutch, French and Moroccan Excel open files with semicolons as tables, programs expect commas. */
export const separators = { semicolon: ";", comma: "," } as const;

export type Separator = keyof typeof separators;
export type Field = string | number | null;

/** Otherwise Excel reads é and ص of a file in UTF-8 as two characters. */
const byteOrderMark = "\uFEFF";

/**
 * RFC 4180 with a choice of separator: lines end in CRLF, and fields are quoted where they need it. Null is an empty field,
 * and never a nought.
 */
export function csvOf(rows: readonly (readonly Field[])[], separator: Separator): string {
  const line = (row: readonly Field[]) => row.map((field) => written(field)).join(separators[separator]);
  return `${byteOrderMark}${rows.map((row) => `${line(row)}\r\n`).join("")}`;
}

function written(field: Field): string {
  if (field === null || typeof field === "number") {
    return String(field ?? "");
  }
  const safe = harmless(field);
  return /[",;\r\n\t']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A name that begins as a formula does would be run as one, also behind blanks; an apostrophe makes it a text.
 *
 * Source: https://owasp.org/www-community/attacks/CSV_Injection
 */
function harmless(text: string): string {
  return /^[\s\u200e\u200f\u2066-\u2069]*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}

/** A field, quoted or bare, and what ends it. */
const field = (separator: string) =>
  new RegExp(`(?:"((?:[^"]|"")*)"|([^"\\r\\n${separator}]*))(${separator}|\\r\\n|$)`, "y");

/** The fields of a file as RFC 4180 has it, read by a reader that is not of the code that wrote it. */
export function parseCsv(text: string, separator = ";"): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const next = field(separator);
  while (next.lastIndex < text.length) {
    const { lastIndex } = next;
    const [, quoted, bare, end] = next.exec(text) ?? [];
    if (end === undefined)
      throw new Error(`No field of a CSV: ${JSON.stringify(text.slice(lastIndex, lastIndex + 30))}`);
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? "");
    if (end === "\r\n") rows.push([]);
  }
  return rows.slice(0, -1);
}

/** Each row by the names of the first. */
export function csvRecords(text: string, separator = ";"): readonly Readonly<Record<string, string>>[] {
  const [names = [], ...rows] = parseCsv(text.replace(/^\uFEFF/, ""), separator);
  return rows.map((row) => {
    if (row.length !== names.length) throw new Error(`${row.length} fields in a row, and ${names.length} names`);
    return Object.fromEntries(names.map((name, index) => [name, row[index] ?? ""]));
  });
}

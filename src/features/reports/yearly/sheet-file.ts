import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { isLanguage, type Language, languages } from "../../../core/language.ts";
import { type Column, measures, plainColumns, readColumn } from "./columns.ts";

/** How an organisation wants its yearly sheet. */
export interface SheetFile {
  readonly language: Language;
  /** Whether a last row has all places together. */
  readonly total: boolean;
  readonly columns: readonly SheetColumn[];
}

export interface SheetColumn {
  /** As written in the file. */
  readonly name: string;
  readonly column: Column;
  /** In place of the bot's own words. */
  readonly heading: string | undefined;
}

export type SheetFileResult =
  | { readonly ok: true; readonly file: SheetFile }
  /** One sentence each, such as `yearly.yaml:7: "answer" is no column; expected one of …` */
  | { readonly ok: false; readonly problems: readonly string[] };

const columnsAllowed = `${plainColumns.join(", ")}, or a choice with a dot and one of ${measures.join(", ")}, such as did_good.share`;

/** @param name of the file, as it is shown */
export function parseSheetFile(text: string, name: string): SheetFileResult {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, logLevel: "error" });
  const problems: string[] = [];
  const refuse = (node: unknown, sentence: string) => {
    const offset = (node as Node | null | undefined)?.range?.[0] ?? 0;
    problems.push(`${name}:${lines.linePos(offset).line || 1}: ${sentence}`);
  };
  for (const { pos, message } of document.errors) {
    problems.push(`${name}:${lines.linePos(pos[0]).line || 1}: not YAML: ${message.split("\n")[0]}`);
  }
  if (problems.length > 0) {
    return { ok: false, problems };
  }
  const { contents } = document;
  if (!isMap(contents)) {
    refuse(contents, "expected language, total and columns");
    return { ok: false, problems };
  }
  for (const { key } of contents.items) {
    if (isScalar(key) && !["language", "total", "columns"].includes(String(key.value))) {
      refuse(key, `"${key.value}" is not known; expected language, total, columns`);
    }
  }
  const language = contents.get("language") ?? "nl";
  if (!isLanguage(language)) {
    refuse(contents.get("language", true), `language is one of ${languages.join(", ")}`);
  }
  const total = contents.get("total") ?? true;
  if (typeof total !== "boolean") {
    refuse(contents.get("total", true), "total is true or false");
  }
  const list = contents.get("columns", true);
  const columns = isSeq(list) ? list.items.flatMap((item) => readItem(item, refuse) ?? []) : [];
  if (!isSeq(list) || list.items.length === 0) {
    refuse(list ?? contents, `columns is a list; expected ${columnsAllowed}`);
  }
  return problems.length > 0 || !isLanguage(language) || typeof total !== "boolean"
    ? { ok: false, problems }
    : { ok: true, file: { language, total, columns } };
}

/** `answers`, or `{ column: answers, heading: Antwoorden }` */
function readItem(item: unknown, refuse: (node: unknown, sentence: string) => void): SheetColumn | null {
  const alone = isScalar(item) ? item.value : undefined;
  const name = isMap(item) ? item.get("column") : alone;
  const heading = isMap(item) ? item.get("heading") : undefined;
  const stray = isMap(item) ? item.items.find(({ key }) => !["column", "heading"].includes(String(key))) : undefined;
  const column = typeof name === "string" ? readColumn(name) : null;
  if (stray !== undefined) {
    refuse(stray.key, `"${String(stray.key)}" is not known; expected column, heading`);
    return null;
  }
  if (column === null || typeof name !== "string") {
    refuse(item, `"${String(name)}" is no column; expected ${columnsAllowed}`);
    return null;
  }
  if (heading !== undefined && typeof heading !== "string") {
    refuse(item, "heading is a text; put it between quotes");
    return null;
  }
  return { name, column, heading };
}

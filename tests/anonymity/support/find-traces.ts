import { type Canary, type Form, formsOf } from "./forms.ts";

/** Something that was kept, with the place where it was found. */
export interface Kept {
  readonly where: string;
  readonly content: Uint8Array | string;
}

/** Looks for canaries in everything that was kept. @returns where, and in which form */
export type TraceFinder = (kept: readonly Kept[]) => readonly string[];

/** Forms are looked up by their first characters, so that thousands of them cost one pass. */
const indexed = 4;

/** Forms by their first characters. Which characters those may be is asked of a table of bits first: megabytes are read. */
interface Index {
  readonly beginnings: Uint8Array;
  readonly forms: ReadonlyMap<string, readonly Form[]>;
}

/** Hexadecimal text of so many digits or more is random bytes to forms of fewer than eight: they would be met by chance. */
const noise = /[0-9a-f]{24,}/gi;
const shortForm = 8;

export function createTraceFinder(canaries: readonly Canary[]): TraceFinder {
  const forms = canaries.flatMap(formsOf);
  const exact = indexOf(forms.filter(({ anyCase }) => !anyCase));
  const folded = indexOf(
    forms.filter(({ anyCase }) => anyCase).map((form) => ({ ...form, text: form.text.toLowerCase() })),
  );
  return (kept) =>
    kept.flatMap(({ where, content }) => {
      const found = layersOf(content).flatMap((text) => [
        ...search(text, exact),
        ...search(text.toLowerCase(), folded),
      ]);
      return [...new Set(found)].map((of) => `${where} has the ${of}`);
    });
}

function indexOf(forms: readonly Form[]): Index {
  const tooShort = forms.find(({ text }) => text.length < indexed);
  if (tooShort !== undefined) throw new Error(`${tooShort.of} is too short to be looked for: "${tooShort.text}"`);
  const beginnings = new Uint8Array(2 ** 16);
  for (const { text } of forms) beginnings[shortly(firstOf(text, 0))] = 1;
  return { beginnings, forms: Map.groupBy(forms, ({ text }) => text.slice(0, indexed)) };
}

/** The characters from `at` on, a byte of a number each. */
function firstOf(text: string, at: number): number {
  let first = 0;
  for (let next = at; next < at + indexed; next += 1) first = (first << 8) | (text.charCodeAt(next) & 0xff);
  return first;
}

/** Sixteen bits of thirty-two, to which all of them add. */
function shortly(first: number): number {
  return Math.imul(first, 0x9e3779b1) >>> 16;
}

function* search(text: string, { beginnings, forms }: Index): Iterable<string> {
  let calm: string | undefined;
  let first = firstOf(text, 0);
  for (let at = 0; at + indexed <= text.length; at += 1) {
    if (beginnings[shortly(first)] === 1) {
      for (const form of forms.get(text.slice(at, at + indexed)) ?? []) {
        if (!text.startsWith(form.text, at)) continue;
        calm ??= text.replace(noise, " ");
        if (form.text.length >= shortForm || calm.includes(form.text)) yield form.of;
      }
    }
    first = (first << 8) | (text.charCodeAt(at + indexed) & 0xff);
  }
}

/** The content itself, the bytes that it holds as hexadecimal or base64 text, and what those hold. */
function layersOf(content: Uint8Array | string): readonly string[] {
  const text = Buffer.from(content as string).toString("latin1");
  const inside = decoded(text);
  return [text, inside, decoded(inside)];
}

function decoded(text: string): string {
  return [
    ...[...text.matchAll(/(?:[0-9a-f]{2}){6,}/gi)].map(([hex]) => Buffer.from(hex, "hex")),
    ...[...text.matchAll(/[\w+/-]{10,}={0,2}/g)].map(([base64]) => Buffer.from(base64, "base64")),
  ]
    .map((bytes) => bytes.toString("latin1"))
    .join("\n");
}

import { readReference } from "./html-references.ts";
import { byteOffset, cannotParse } from "./html-refusals.ts";
import { tagMeanings } from "./html-tags.ts";

export interface StartTag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** The position after its `>`. */
  readonly end: number;
}

/** Reads `<name attribute=value …>` at `start`. */
export function readStartTag(html: string, start: number): StartTag {
  const at = `at byte offset ${byteOffset(html, start)}`;
  const nameEnd = tagNameEnd(html, start + 1);
  if (nameEnd >= html.length) throw cannotParse(`Unclosed start tag ${at}`);
  const name = html.slice(start + 1, nameEnd).toLowerCase();
  if (!tagMeanings.has(name)) throw cannotParse(`Unsupported start tag "${name}" ${at}`);

  const attributes = new Map<string, string>();
  let position = skipSpace(html, nameEnd);
  while (html[position] !== ">") {
    const attribute = readAttribute(html, position, name, at);
    attributes.set(attribute.name, attribute.value);
    position = skipSpace(html, attribute.end);
  }

  if (name === "span" && attributes.get("class") !== "tg-spoiler") {
    throw cannotParse(`Tag "span" must have class "tg-spoiler" ${at}`);
  }
  if (name === "tg-emoji" && !/^[1-9][0-9]{0,18}$/.test(attributes.get("emoji-id") ?? "")) {
    throw cannotParse("Invalid custom emoji identifier specified");
  }
  return { name, attributes, end: position + 1 };
}

interface Attribute {
  readonly name: string;
  readonly value: string;
  readonly end: number;
}

function readAttribute(html: string, start: number, tagName: string, at: string): Attribute {
  let position = start;
  while (position < html.length && !/[\s=>]/.test(html[position] ?? "")) position += 1;
  const name = html.slice(start, position);
  if (position >= html.length) throw cannotParse(`Unclosed start tag "${tagName}" ${at}`);
  if (name === "") throw cannotParse(`Empty attribute name in the tag "${tagName}" ${at}`);

  const equalSign = skipSpace(html, position);
  if (html[equalSign] !== "=") {
    // The only attribute that may stand alone.
    if (tagName === "blockquote" && name === "expandable") return { name, value: "", end: position };
    throw cannotParse(`Expected equal sign in declaration of an attribute of the tag "${tagName}" ${at}`);
  }
  const valueStart = skipSpace(html, equalSign + 1);
  if (valueStart >= html.length) throw cannotParse(`Unclosed start tag "${tagName}" ${at}`);
  const { value, end } = readValue(html, valueStart);
  if (end >= html.length) throw cannotParse(`Unclosed start tag ${at}`);
  return { name, value, end };
}

export function tagNameEnd(html: string, from: number): number {
  let position = from;
  while (position < html.length && !/[\s>]/.test(html[position] ?? "")) position += 1;
  return position;
}

export function skipSpace(html: string, from: number): number {
  let position = from;
  while (position < html.length && /\s/.test(html[position] ?? "")) position += 1;
  return position;
}

function readValue(html: string, start: number): { readonly value: string; readonly end: number } {
  const quote = html[start];
  if (quote !== '"' && quote !== "'") {
    const value = /[A-Za-z0-9.-]*/y;
    value.lastIndex = start;
    const token = value.exec(html)?.[0] ?? "";
    const end = start + token.length;
    if (end < html.length && !/[\s>]/.test(html[end] ?? "")) {
      throw cannotParse(`Unexpected end of name token at byte offset ${byteOffset(html, start)}`);
    }
    return { value: token.toLowerCase(), end };
  }
  let value = "";
  let position = start + 1;
  while (position < html.length && html[position] !== quote) {
    const reference = html[position] === "&" ? readReference(html, position) : null;
    value += reference?.character ?? html[position];
    position = reference?.end ?? position + 1;
  }
  // Without its closing quote the value runs to the end, where the caller finds the tag unclosed.
  return { value, end: position < html.length ? position + 1 : position };
}

import type { MessageEntity } from "@grammyjs/types";
import { readReference } from "./html-references.ts";
import { byteOffset, cannotParse } from "./html-refusals.ts";
import { readStartTag, type StartTag, skipSpace, tagNameEnd } from "./html-start-tag.ts";
import { codeLanguage, type EntityShape, tagMeanings } from "./html-tags.ts";

export interface MarkedText {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

interface OpenTag extends StartTag {
  /** Where its text begins, in the text without tags. */
  readonly textStart: number;
}

/** An entity of which it is still open whether it names the language of a block of code. */
type FoundEntity = { shape: EntityShape; readonly offset: number; readonly length: number; language: string | null };

/**
 * Reads Telegram's HTML: https://core.telegram.org/bots/api#html-style, with the words and byte offsets of its own refusals.
 * Offsets of entities are in UTF-16 units, as JavaScript counts. Entities come in the order in which their tags close.
 */
export function parseHtml(html: string): MarkedText {
  const open: OpenTag[] = [];
  const found: FoundEntity[] = [];
  let text = "";
  let halfCharacters = false;
  let position = 0;

  while (position < html.length) {
    const character = html[position];
    if (character === "&") {
      const reference = readReference(html, position);
      text += reference?.character ?? "&";
      halfCharacters ||= reference?.halfCharacter ?? false;
      position = reference?.end ?? position + 1;
    } else if (character !== "<") {
      const next = nextSpecial(html, position);
      text += html.slice(position, next);
      position = next;
    } else if (html[position + 1] === "/") {
      const { tag, end } = readEndTag(html, position, open.at(-1));
      open.pop();
      closeTag(tag, text, found);
      position = end;
    } else {
      const tag = readStartTag(html, position);
      open.push({ ...tag, textStart: text.length });
      position = tag.end;
    }
  }

  const unclosed = open.at(-1);
  if (unclosed !== undefined) throw cannotParse(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
  if (halfCharacters) {
    throw cannotParse(
      "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units",
    );
  }
  return { text, entities: found.map(({ shape, offset, length }) => ({ ...shape, offset, length })) };
}

function nextSpecial(html: string, from: number): number {
  for (let position = from; position < html.length; position += 1) {
    const character = html[position];
    if (character === "<" || character === "&") return position;
  }
  return html.length;
}

function readEndTag(html: string, start: number, open: OpenTag | undefined): { tag: OpenTag; end: number } {
  const at = () => `at byte offset ${byteOffset(html, start)}`;
  if (open === undefined) throw cannotParse(`Unexpected end tag ${at()}`);
  const nameEnd = tagNameEnd(html, start + 2);
  const name = html.slice(start + 2, nameEnd);
  const end = skipSpace(html, nameEnd);
  if (html[end] !== ">") throw cannotParse(`Unclosed end tag ${at()}`);
  // `</>` closes whatever is open.
  if (name !== "" && name !== open.name) {
    throw cannotParse(`Unmatched end tag ${at()}, expected "</${open.name}>", found "</${name}>"`);
  }
  return { tag: open, end: end + 1 };
}

function closeTag(tag: OpenTag, text: string, found: FoundEntity[]): void {
  const offset = tag.textStart;
  const length = text.length - offset;
  if (length === 0) return;
  const shape = tagMeanings.get(tag.name)?.(tag.attributes, text.slice(offset)) ?? null;
  if (shape === null) return;

  const language = codeLanguage(tag.name, tag.attributes);
  const inner = found.at(-1);
  const block = inner !== undefined && inner.offset === offset && inner.length === length ? inner : null;
  const blockLanguage = block === null ? null : languageOfBlock(block, shape, language);
  if (block !== null && blockLanguage !== null) block.shape = { type: "pre", language: blockLanguage };
  else found.push({ shape, offset, length, language });
}

/** `<pre><code class="language-x">` and the other way round are one block, if they cover the same text. */
function languageOfBlock(inner: FoundEntity, outer: EntityShape, outerLanguage: string | null): string | null {
  if (outer.type === "pre" && inner.shape.type === "code") return inner.language;
  if (outer.type === "code" && inner.shape.type === "pre") return outerLanguage;
  return null;
}

import type { MessageEntity } from "@grammyjs/types";
import { badRequest } from "../refusal.ts";
import { isCode, nestEntities } from "./entity-order.ts";
import type { MarkedText } from "./html.ts";

/** A text as it will be shown: cleaned and trimmed, with entities that fit it. Empty when nothing is left. */
export function cleanText({ text, entities }: MarkedText): MarkedText {
  if (!text.isWellFormed()) throw badRequest("strings must be encoded in UTF-8");
  checkBounds(text, entities);
  const cleaned = isClean(text) ? { text, entities } : clean(text, entities);
  return trim(cleaned.text, nestEntities(cleaned.entities));
}

function checkBounds(text: string, entities: readonly MessageEntity[]): void {
  for (const { offset, length } of entities) {
    if (offset < 0 || offset > text.length) {
      throw badRequest(`entity begins after the end of the text at UTF-16 offset ${offset}`);
    }
    if (length < 0 || offset + length > text.length) {
      throw badRequest(
        `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${offset + length}`,
      );
    }
    if (splitsCharacter(text, offset)) throw badRequest(`entity begins in a middle of a UTF-16 symbol at ${offset}`);
    if (splitsCharacter(text, offset + length)) {
      throw badRequest(`entity beginning at UTF-16 offset ${offset} ends in a middle of a UTF-16 symbol`);
    }
  }
}

function splitsCharacter(text: string, position: number): boolean {
  return position > 0 && (text.codePointAt(position - 1) ?? 0) > 0xffff;
}

function isClean(text: string): boolean {
  for (let position = 0; position < text.length; position += 1) {
    const code = text.charCodeAt(position);
    if (isRemoved(code) || becomesSpace(code)) return false;
  }
  return true;
}

/**
 * What Telegram takes out of every text: carriage returns, U+2028–U+202E (line separators and the older marks of direction;
 * the isolates U+2066–U+2069 stay), and combining lines that would run into neighbouring lines.
 */
function isRemoved(code: number): boolean {
  return code === 0x0d || (code >= 0x2028 && code <= 0x202e) || code === 0x0333 || code === 0x033f || code === 0x030a;
}

/** Other control characters become spaces; line feeds stay. */
function becomesSpace(code: number): boolean {
  return code < 0x20 && code !== 0x0a;
}

function clean(text: string, entities: readonly MessageEntity[]): MarkedText {
  const newPositions: number[] = [];
  let cleaned = "";
  for (const unit of text.split("")) {
    newPositions.push(cleaned.length);
    const code = unit.charCodeAt(0);
    if (!isRemoved(code)) cleaned += becomesSpace(code) ? " " : unit;
  }
  const moved = (position: number) => newPositions[position] ?? cleaned.length;
  return {
    text: cleaned,
    entities: entities.map((entity) => {
      const offset = moved(entity.offset);
      return { ...entity, offset, length: moved(entity.offset + entity.length) - offset };
    }),
  };
}

/** Space at the end goes; space at the start goes up to the first entity; styles do not begin with, or consist of, space. */
function trim(text: string, entities: readonly MessageEntity[]): MarkedText {
  const end = text.trimEnd().length === 0 ? 0 : endWithoutSpace(text);
  if (end === 0) return { text: "", entities: [] };
  const kept: MessageEntity[] = [];
  for (const entity of entities) {
    const offset = hasDataOfItsOwn(entity) ? entity.offset : skipSpace(text, entity.offset);
    const length = Math.min(entity.offset + entity.length, end) - offset;
    if (length > 0) kept.push({ ...entity, offset, length });
  }
  const start = skipSpace(text, 0, kept[0]?.offset);
  return {
    text: text.slice(start, end),
    entities: nestEntities(kept.map((entity) => ({ ...entity, offset: entity.offset - start }))),
  };
}

function endWithoutSpace(text: string): number {
  let end = text.length;
  while (end > 0 && isSpace(text[end - 1])) end -= 1;
  return end;
}

function skipSpace(text: string, from: number, before = text.length): number {
  let position = from;
  while (position < before && isSpace(text[position])) position += 1;
  return position;
}

function isSpace(unit: string | undefined): boolean {
  return unit === " " || unit === "\n";
}

function hasDataOfItsOwn(entity: MessageEntity): boolean {
  return isCode(entity) || entity.type === "text_link" || entity.type === "text_mention";
}

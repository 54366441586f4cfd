import type { MessageEntity } from "@grammyjs/types";
import { compareEntities, isStyle } from "./entity-order.ts";
import type { MarkedText } from "./html.ts";

type FoundType = "bot_command" | "mention" | "hashtag" | "url" | "email";

// Telegram also finds phone numbers, cash tags and addresses without a scheme; nothing here depends on those.
const patterns: readonly (readonly [FoundType, RegExp])[] = [
  ["url", /\bhttps?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/g],
  ["email", /(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/g],
  ["bot_command", /(?<![\p{L}\p{N}_/<>])\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\p{L}\p{N}_/<>])/gu],
  ["mention", /(?<![\p{L}\p{N}_])@[A-Za-z0-9_]{3,32}(?![\p{L}\p{N}_])/gu],
  ["hashtag", /(?<![\p{L}\p{N}_])#(?=[\p{N}_]*\p{L})[\p{L}\p{N}_]{1,256}/gu],
];
const maybe = /[/@#]/;

/** Adds the entities that Telegram finds by itself, in texts of people and bots alike: commands, addresses, names and tags. */
export function withFoundEntities({ text, entities }: MarkedText): MarkedText {
  if (!maybe.test(text)) return { text, entities };
  const all: MessageEntity[] = [...entities];
  for (const [type, pattern] of patterns) {
    for (const match of text.matchAll(pattern)) {
      const candidate = { type, offset: match.index, length: match[0].length };
      if (all.every((other) => mayShare(candidate, other))) all.push(candidate);
    }
  }
  return { text, entities: all.sort(compareEntities) };
}

/** Styles and quotations may lie around a found entity; links, code and other found entities may not touch it. */
function mayShare(candidate: MessageEntity, other: MessageEntity): boolean {
  const apart = candidate.offset + candidate.length <= other.offset || other.offset + other.length <= candidate.offset;
  if (apart) return true;
  const around = other.offset <= candidate.offset && candidate.offset + candidate.length <= other.offset + other.length;
  return isStyle(other) || (around && (other.type === "blockquote" || other.type === "expandable_blockquote"));
}

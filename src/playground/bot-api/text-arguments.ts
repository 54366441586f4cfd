import type { MessageEntity } from "@grammyjs/types";
import { formatText } from "../formatting/format-text.ts";
import { badRequest } from "../refusal.ts";
import { type Arguments, isObject, json, text } from "./arguments.ts";

const longestText = 4096;
const longestCaption = 1024;
/** Other types are found by Telegram itself or need an account of another kind: it ignores them from this bot. */
const writableTypes: readonly string[] = [
  "bold",
  "italic",
  "underline",
  "strikethrough",
  "spoiler",
  "blockquote",
  "expandable_blockquote",
  "code",
  "pre",
  "text_link",
];

export interface TextContent {
  readonly text: string;
  readonly entities?: MessageEntity[];
}

export interface CaptionContent {
  readonly caption?: string;
  readonly caption_entities?: MessageEntity[];
}

export function readText(args: Arguments<"text" | "parse_mode" | "entities">): TextContent {
  const formatted = formatText(text(args, "text"), text(args, "parse_mode"), readEntities(json(args, "entities")));
  if (formatted.text === "") throw badRequest("message text is empty");
  if (formatted.text.length > longestText) throw badRequest("message is too long");
  const entities = [...formatted.entities];
  return { text: formatted.text, ...(entities.length === 0 ? {} : { entities }) };
}

export function readCaption(args: Arguments<"caption" | "parse_mode" | "caption_entities">): CaptionContent {
  const formatted = formatText(
    text(args, "caption"),
    text(args, "parse_mode"),
    readEntities(json(args, "caption_entities")),
  );
  if (formatted.text === "") return {};
  if (formatted.text.length > longestCaption) throw badRequest("message caption is too long");
  const entities = [...formatted.entities];
  return { caption: formatted.text, ...(entities.length === 0 ? {} : { caption_entities: entities }) };
}

function readEntities(value: unknown): MessageEntity[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw badRequest("can't parse message entities JSON object: expected an Array");
  return value.filter(isWritable).map(readEntity);
}

function isWritable(entity: unknown): entity is Readonly<Record<string, unknown>> {
  return isObject(entity) && writableTypes.includes(String(entity.type));
}

function readEntity(entity: Readonly<Record<string, unknown>>): MessageEntity {
  const { type, offset, length, url, language } = entity;
  if (!(Number.isInteger(offset) && Number.isInteger(length))) {
    throw badRequest("can't parse MessageEntity: offset and length must be of type Number");
  }
  const place = { offset: Number(offset), length: Number(length) };
  if (type === "text_link") {
    if (typeof url !== "string") throw badRequest("can't parse MessageEntity: Can't find field \"url\"");
    return { type, ...place, url };
  }
  if (type === "pre") return { type, ...place, ...(typeof language === "string" ? { language } : {}) };
  return { type: type as MessageEntity.CommonMessageEntity["type"], ...place };
}

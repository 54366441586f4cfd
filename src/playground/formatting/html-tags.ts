import type { MessageEntity } from "@grammyjs/types";
import { linkUrl } from "./link-url.ts";

/** What a tag of Telegram's HTML becomes; attributes are those of its start tag, `inner` is the text between the tags. */
type TagMeaning = (attributes: ReadonlyMap<string, string>, inner: string) => EntityShape | null;

/** An entity without its place in the text. */
export type EntityShape =
  | { readonly type: MessageEntity.CommonMessageEntity["type"] }
  | { readonly type: "pre"; readonly language?: string }
  | { readonly type: "text_link"; readonly url: string }
  | {
      readonly type: "date_time";
      readonly unix_time: number;
      readonly date_time_format: MessageEntity.DateTimeMessageEntity["date_time_format"];
    };

const always =
  (type: MessageEntity.CommonMessageEntity["type"]): TagMeaning =>
  () => ({ type });

const codeLanguagePrefix = "language-";

export const tagMeanings: ReadonlyMap<string, TagMeaning> = new Map<string, TagMeaning>([
  ["b", always("bold")],
  ["strong", always("bold")],
  ["i", always("italic")],
  ["em", always("italic")],
  ["u", always("underline")],
  ["ins", always("underline")],
  ["s", always("strikethrough")],
  ["strike", always("strikethrough")],
  ["del", always("strikethrough")],
  ["tg-spoiler", always("spoiler")],
  ["span", always("spoiler")],
  ["code", always("code")],
  ["pre", () => ({ type: "pre" })],
  ["blockquote", (attributes) => ({ type: attributes.has("expandable") ? "expandable_blockquote" : "blockquote" })],
  [
    "a",
    (attributes, inner) => {
      const url = linkUrl(attributes.get("href") || inner);
      return url === null ? null : { type: "text_link", url };
    },
  ],
  // Only bots that bought a user name may send custom emoji: for others the plain emoji inside stays.
  ["tg-emoji", () => null],
  ["tg-time", dateTime],
]);

/** `python` for `<code class="language-python">`, which inside or around `<pre>` names the language of the block. */
export function codeLanguage(tagName: string, attributes: ReadonlyMap<string, string>): string | null {
  const className = attributes.get("class") ?? "";
  if (tagName !== "code" || !className.startsWith(codeLanguagePrefix)) return null;
  return className.slice(codeLanguagePrefix.length) || null;
}

function dateTime(attributes: ReadonlyMap<string, string>): EntityShape | null {
  const unixTime = Number(attributes.get("unix"));
  const format = attributes.get("format") ?? "";
  if (!Number.isInteger(unixTime) || unixTime <= 0 || !isDateTimeFormat(format)) return null;
  return { type: "date_time", unix_time: unixTime, date_time_format: format };
}

function isDateTimeFormat(format: string): format is MessageEntity.DateTimeMessageEntity["date_time_format"] {
  return /^(r|w?[dD]?[tT]?)$/.test(format);
}

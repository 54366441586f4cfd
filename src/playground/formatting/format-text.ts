import type { MessageEntity } from "@grammyjs/types";
import { badRequest } from "../refusal.ts";
import { cleanText } from "./clean-text.ts";
import { withFoundEntities } from "./found-entities.ts";
import { type MarkedText, parseHtml } from "./html.ts";

/** Turns what a bot gives into what is shown, by `parse_mode` or else by explicit entities. */
export function formatText(text: string, parseMode: string, entities: readonly MessageEntity[]): MarkedText {
  return withFoundEntities(cleanText(parse(text, parseMode, entities)));
}

/** What a person typed. */
export function formatTyped(text: string): MarkedText {
  return formatText(text, "", []);
}

function parse(text: string, parseMode: string, entities: readonly MessageEntity[]): MarkedText {
  switch (parseMode.toLowerCase()) {
    case "":
    case "none":
      return { text, entities };
    case "html":
      return parseHtml(text);
    case "markdown":
    case "markdownv2":
      throw badRequest("can't parse entities: the playground only knows parse_mode HTML");
    default:
      throw badRequest("unsupported parse_mode");
  }
}

import type { InlineQueryResultsButton } from "@grammyjs/types";
import type { InlineResult } from "../protocol.ts";
import { badRequest, Refusal } from "../refusal.ts";
import { type Arguments, isObject } from "./arguments.ts";
import { readEditedKeyboard } from "./reply-markup.ts";
import { readText } from "./text-arguments.ts";

const mostResults = 50;
const longestIdBytes = 64;

/** Checks the results of an inline query, and reads the messages that they would send. */
export function readInlineResults(results: unknown): readonly InlineResult[] {
  if (!Array.isArray(results)) throw badRequest("can't parse inline query results JSON object: expected an Array");
  if (results.length > mostResults) throw badRequest("RESULTS_TOO_MUCH");
  const read = results.map(readResult);
  if (new Set(read.map(({ id }) => id)).size < read.length) throw badRequest("RESULT_ID_DUPLICATE");
  return read;
}

function readResult(result: unknown): InlineResult {
  if (!isObject(result)) throw cannotParse("Inline query result must be an object");
  const { type, id, title, description, input_message_content: content } = result;
  if (typeof id !== "string") throw cannotParse('Can\'t find field "id"');
  if (id === "" || Buffer.byteLength(id) > longestIdBytes) throw badRequest("RESULT_ID_INVALID");
  if (type !== "article") {
    throw cannotParse(`the playground only knows results of the type "article", not "${type ?? ""}"`);
  }
  if (typeof title !== "string" || title === "") throw cannotParse('Can\'t find field "title"');
  if (!isObject(content) || typeof content.message_text !== "string") {
    throw cannotParse('Can\'t find field "message_text"');
  }
  const { message_text: text, parse_mode, entities, link_preview_options: preview } = content;
  const keyboard = inResult(() => readEditedKeyboard(withValues({ reply_markup: result.reply_markup })));
  return {
    id,
    title,
    description: typeof description === "string" && description !== "" ? description : null,
    message: {
      ...inResult(() => readText(withValues({ text, parse_mode, entities }))),
      ...(isObject(preview) ? { link_preview_options: preview } : {}),
      ...(keyboard === null ? {} : { reply_markup: keyboard }),
    },
  };
}

/** The button above the results; null when there is none. */
export function readResultsButton(button: unknown): InlineQueryResultsButton | null {
  if (button === undefined) return null;
  if (!isObject(button) || typeof button.text !== "string" || button.text === "") {
    throw badRequest("can't parse inline query results button: Can't find field \"text\"");
  }
  const { text, start_parameter: parameter } = button;
  if (parameter === undefined) {
    throw badRequest("can't parse inline query results button: the playground only knows those with a start_parameter");
  }
  if (typeof parameter !== "string" || !/^[A-Za-z0-9_-]{1,64}$/.test(parameter))
    throw badRequest("START_PARAM_INVALID");
  return { text, start_parameter: parameter };
}

function withValues<Name extends string>(values: Arguments<Name>["values"]): Arguments<Name> {
  return { values, uploads: new Map() };
}

/** What is refused inside a result is refused with the words that Telegram puts before it. */
function inResult<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    const reason = cause.message.replace("Bad Request: ", "");
    throw cannotParse(reason.charAt(0).toUpperCase() + reason.slice(1), { cause });
  }
}

function cannotParse(reason: string, options?: { readonly cause: unknown }): Refusal {
  return badRequest(`can't parse inline query result: ${reason}`, options);
}

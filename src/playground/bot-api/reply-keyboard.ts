import type { KeyboardButton, ReplyKeyboardMarkup } from "@grammyjs/types";
import { badRequest } from "../refusal.ts";
import { isObject } from "./arguments.ts";
import { isListOfLists } from "./inline-keyboard.ts";

const longestPlaceholder = 64;

/** Checks a reply keyboard and keeps what Telegram knows of it. */
export function readReplyKeyboard(markup: Readonly<Record<string, unknown>>): ReplyKeyboardMarkup {
  const rows = markup.keyboard;
  if (!isListOfLists(rows)) {
    throw badRequest(
      'can\'t parse reply keyboard markup JSON object: Field "keyboard" must be of type Array of Arrays',
    );
  }
  const keyboard = rows.filter((row) => row.length > 0).map((row) => row.map(readButton));
  if (keyboard.length === 0) throw badRequest("reply keyboard has no buttons");
  const placeholder = markup.input_field_placeholder;
  if (typeof placeholder === "string" && placeholder.length > longestPlaceholder) {
    throw badRequest(`input field placeholder is longer than ${longestPlaceholder} characters`);
  }
  return {
    keyboard,
    ...(markup.is_persistent === true ? { is_persistent: true } : {}),
    ...(markup.resize_keyboard === true ? { resize_keyboard: true } : {}),
    ...(markup.one_time_keyboard === true ? { one_time_keyboard: true } : {}),
    ...(typeof placeholder === "string" && placeholder !== "" ? { input_field_placeholder: placeholder } : {}),
  };
}

function readButton(button: unknown): KeyboardButton {
  const fields = typeof button === "string" ? { text: button } : button;
  if (!isObject(fields) || typeof fields.text !== "string") {
    throw badRequest('can\'t parse keyboard button: Field "text" must be of type String');
  }
  const label = fields.text.trim();
  if (label === "") throw badRequest("keyboard button text must be non-empty");
  if (fields.request_location === true && fields.request_contact === true) {
    throw badRequest("can't parse keyboard button: a button requests a location or a contact, not both");
  }
  if (fields.request_location === true) return { text: label, request_location: true };
  if (fields.request_contact === true) return { text: label, request_contact: true };
  return { text: label };
}

import type { InlineKeyboardButton, InlineKeyboardMarkup } from "@grammyjs/types";
import { linkUrl } from "../formatting/link-url.ts";
import { badRequest } from "../refusal.ts";
import { isObject } from "./arguments.ts";

const mostButtons = 100;
const mostButtonsInRow = 8;
const longestCallbackBytes = 64;
const longestCopyText = 256;
const buttonStyles = ["danger", "success", "primary"] as const;

type ButtonAction = (value: unknown, label: string) => InlineKeyboardButton;

/** What a button can do; each has exactly one. Games, payments and log-in are not in the playground. */
const actions: Readonly<Record<string, ButtonAction>> = {
  callback_data(value, label) {
    if (typeof value !== "string" || value === "" || Buffer.byteLength(value) > longestCallbackBytes) {
      throw badRequest("BUTTON_DATA_INVALID");
    }
    return { text: label, callback_data: value };
  },
  url(value, label) {
    const url = typeof value === "string" ? linkUrl(value) : null;
    if (url === null) throw badRequest(`inline keyboard button URL '${value}' is invalid: Wrong HTTP URL`);
    return { text: label, url };
  },
  web_app(value, label) {
    const url = isObject(value) && typeof value.url === "string" ? value.url : "";
    if (!url.startsWith("https://")) {
      throw badRequest(`inline keyboard button Web App URL '${url}' is invalid: Only HTTPS links are allowed`);
    }
    return { text: label, web_app: { url } };
  },
  switch_inline_query: (value, label) => ({ text: label, switch_inline_query: String(value) }),
  switch_inline_query_current_chat: (value, label) => ({
    text: label,
    switch_inline_query_current_chat: String(value),
  }),
  copy_text(value, label) {
    const copied = isObject(value) && typeof value.text === "string" ? value.text : "";
    if (copied === "" || copied.length > longestCopyText) throw badRequest("BUTTON_COPY_TEXT_INVALID");
    return { text: label, copy_text: { text: copied } };
  },
};

/** Checks an inline keyboard and keeps what Telegram knows of it; null when it has no buttons. */
export function readInlineKeyboard(rows: unknown): InlineKeyboardMarkup | null {
  if (!isListOfLists(rows)) {
    throw badRequest(
      'can\'t parse inline keyboard markup JSON object: Field "inline_keyboard" must be of type Array of Arrays',
    );
  }
  const keyboard = rows.filter((row) => row.length > 0).map((row) => row.map(readButton));
  const count = keyboard.reduce((sum, row) => sum + row.length, 0);
  if (count > mostButtons || keyboard.some((row) => row.length > mostButtonsInRow)) {
    throw badRequest("REPLY_MARKUP_TOO_LONG");
  }
  return count === 0 ? null : { inline_keyboard: keyboard };
}

export function isListOfLists(value: unknown): value is readonly (readonly unknown[])[] {
  return Array.isArray(value) && value.every(Array.isArray);
}

function readButton(button: unknown): InlineKeyboardButton {
  if (!isObject(button)) throw cannotParse("Object expected");
  const label = button.text;
  if (typeof label !== "string") throw cannotParse('Can\'t find field "text"');
  if (label.trim() === "") throw badRequest("inline keyboard button text must be non-empty");
  const given = Object.keys(actions).filter((name) => button[name] !== undefined);
  const [name, another] = given;
  if (name === undefined) throw cannotParse("Text buttons are unallowed in the inline keyboard");
  if (another !== undefined) throw cannotParse(`A button has exactly one action, this one has ${given.join(" and ")}`);
  const action = actions[name];
  if (action === undefined) throw new Error(`No such button action: ${name}`);
  const style = buttonStyles.find((known) => known === button.style);
  return { ...action(button[name], label.trim()), ...(style === undefined ? {} : { style }) };
}

function cannotParse(reason: string) {
  return badRequest(`can't parse inline keyboard button: ${reason}`);
}

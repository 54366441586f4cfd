import { el, icon } from "./dom.js";

/**
 * @typedef {import("@grammyjs/types").InlineKeyboardButton} InlineButton
 * @typedef {import("@grammyjs/types").InlineKeyboardMarkup} InlineKeyboardMarkup
 * @typedef {import("@grammyjs/types").KeyboardButton} KeyboardButton
 * @typedef {import("@grammyjs/types").ReplyKeyboardMarkup} ReplyKeyboardMarkup
 * @typedef {import("@grammyjs/types").Message} Message
 * @typedef {import("../protocol.ts").OutgoingMessage} OutgoingMessage
 */

/**
 * @typedef {object} KeyboardActions
 * @property {(message: Message, data: string, button: HTMLButtonElement) => void} tap
 * @property {(url: string) => void} openUrl
 * @property {(text: string) => void} copy
 * @property {() => void} unsupported
 */

/**
 * @param {Message} message
 * @param {KeyboardActions} actions
 * @returns {HTMLElement | null}
 */
export function inlineKeyboard(message, actions) {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  if (rows.length === 0) return null;
  return el(
    "div",
    { class: "inline-keyboard" },
    ...rows.map((row) =>
      el("div", { class: "keyboard-row" }, ...row.map((button) => inlineButton(button, message, actions))),
    ),
  );
}

/**
 * @param {InlineButton} button
 * @param {Message} message
 * @param {KeyboardActions} actions
 */
function inlineButton(button, message, actions) {
  const url = "url" in button ? button.url : "web_app" in button ? button.web_app.url : null;
  const copied = "copy_text" in button ? button.copy_text.text : null;
  const onclick = () => {
    if ("callback_data" in button) actions.tap(message, button.callback_data, element);
    else if (url) actions.openUrl(url);
    else if (copied !== null) actions.copy(copied);
    else actions.unsupported();
  };
  const corner = url ? icon("outside") : copied !== null ? icon("copy") : null;
  const attributes = {
    type: "button",
    dir: "auto",
    "data-style": button.style,
    disabled: "disabled" in button,
    title: url,
    onclick,
  };
  const element = el("button", attributes, el("span", {}, button.text), corner);
  return element;
}

/**
 * @param {ReplyKeyboardMarkup} keyboard
 * @param {{ send: (message: OutgoingMessage) => void, chooseLocation: (button: HTMLButtonElement) => void }} actions
 * @returns {HTMLElement}
 */
export function replyKeyboard(keyboard, actions) {
  return el(
    "div",
    { class: "reply-keyboard", role: "group", "aria-label": "Keyboard of the bot" },
    ...keyboard.keyboard.map((row) =>
      el("div", { class: "keyboard-row" }, ...row.map((button) => replyButton(button, actions))),
    ),
  );
}

/**
 * @param {KeyboardButton} button
 * @param {{ send: (message: OutgoingMessage) => void, chooseLocation: (button: HTMLButtonElement) => void }} actions
 */
function replyButton(button, actions) {
  const { text, ...wish } = typeof button === "string" ? { text: button } : button;
  const onclick = () => {
    if ("request_location" in wish && wish.request_location) actions.chooseLocation(element);
    else if ("request_contact" in wish && wish.request_contact) actions.send({ sample: "contact" });
    else actions.send({ text });
  };
  const symbol = "request_location" in wish ? icon("place") : "request_contact" in wish ? icon("contact") : null;
  const element = el("button", { type: "button", dir: "auto", onclick }, symbol, el("span", {}, text));
  return element;
}

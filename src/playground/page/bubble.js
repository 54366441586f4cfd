import { el } from "./dom.js";
import { endOfLastLine, richText } from "./entities.js";
import { inlineKeyboard } from "./keyboard.js";
import { media } from "./media.js";

/**
 * @typedef {import("@grammyjs/types").Message} Message
 * @typedef {import("./entities.js").TextActions & import("./keyboard.js").KeyboardActions} BubbleActions
 */

const onlyEmoji = /^\p{RGI_Emoji}{1,3}$/v;

/**
 * @param {Message} message
 * @param {(seconds: number) => string} timeOf of a date, as the playground's clock shows it
 * @param {BubbleActions} actions
 * @returns {HTMLElement}
 */
export function bubble(message, timeOf, actions) {
  const text = message.text ?? message.caption ?? "";
  const entities = message.entities ?? message.caption_entities ?? [];
  const carried = media(message);
  const unknown = carried === null && text === "";

  const meta = el(
    "span",
    { class: "meta", "data-side": endOfLastLine(text) },
    message.edit_date !== undefined && el("span", { class: "edited" }, "edited"),
    el("time", { datetime: new Date(message.date * 1000).toISOString() }, timeOf(message.date)),
  );
  const words = el(
    "div",
    { class: "content", dir: "auto" },
    text !== "" && el("span", { class: "text" }, ...richText(text, entities, actions)),
    unknown && el("i", { class: "text" }, "A kind of message that this page cannot show"),
    meta,
  );

  return el(
    "article",
    {
      class: "message",
      "data-message-id": message.message_id,
      "data-from": message.from?.is_bot ? "bot" : "person",
      "data-kind": carried?.kind ?? (onlyEmoji.test(text) ? "emoji" : "text"),
      "data-bare": carried !== null && text === "",
    },
    el("div", { class: "bubble" }, sender(message), replied(message), carried?.element, words),
    inlineKeyboard(message, actions),
  );
}

/** Who wrote it, where many do, and by which bot's help. @param {Message} message */
function sender({ chat, from, via_bot: via }) {
  const name = chat.type === "private" || from?.is_bot ? "" : (from?.first_name ?? "");
  const words = [name, via === undefined ? "" : `via @${via.username}`].filter(Boolean).join(" ");
  return words === "" ? null : el("p", { class: "sender", dir: "auto" }, words);
}

/** @param {Message} message */
function replied({ reply_to_message: original }) {
  if (!original) return null;
  return el("p", { class: "replied", dir: "auto" }, original.text ?? original.caption ?? "A message");
}

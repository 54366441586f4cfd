import { el, icon } from "./dom.js";
import { openDialog } from "./popups.js";

/**
 * @typedef {{ kind: "start", payload: string } | { kind: "share", url: string, text: string } | { kind: "web" }} Link
 */

/**
 * What Telegram would do with a link: start this bot, share something, or open the browser.
 * @param {string} address
 * @param {string} botUsername
 * @returns {Link}
 */
export function readLink(address, botUsername) {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null) return { kind: "web" };
  const telegram = url.hostname === "t.me" || url.hostname === "telegram.me";
  const path = url.pathname.replace(/^\/+|\/+$/g, "");
  const parameters = url.searchParams;
  if ((telegram && path === "share/url") || address.startsWith("tg://msg_url"))
    return { kind: "share", url: parameters.get("url") ?? "", text: parameters.get("text") ?? "" };
  const bot = telegram ? path : address.startsWith("tg://resolve") ? parameters.get("domain") : null;
  if (bot?.toLowerCase() === botUsername.toLowerCase())
    return { kind: "start", payload: parameters.get("start") ?? "" };
  return { kind: "web" };
}

/**
 * A link that starts the bot can be opened by any of the people here: an invitation is made by one and used by another.
 * @param {string} address
 * @param {readonly { id: number, name: string, detail: string }[]} people the one who tapped first
 * @param {(personId: number) => void} openAs
 */
export function askWhoOpens(address, people, openAs) {
  const dialog = openDialog("Who opens this link?", (close) => [
    el("p", { class: "quiet address", dir: "ltr" }, address),
    el(
      "div",
      { class: "choices" },
      ...people.map(({ id, name, detail }) => {
        const onclick = () => {
          close();
          openAs(id);
        };
        return el(
          "button",
          { type: "button", class: "choice", onclick },
          el("b", { dir: "auto" }, name),
          el("span", {}, detail),
        );
      }),
    ),
    el("div", { class: "dialog-actions" }, copyButton(address), cancelButton(close)),
  ]);
  dialog.classList.add("link-dialog");
}

/** @param {{ url: string, text: string }} shared */
export function showShared({ url, text }) {
  openDialog("Share with…", (close) => [
    el("p", { class: "quiet" }, "Telegram would now let you choose a chat, and put this text into it:"),
    el("p", { class: "shared-text", dir: "auto" }, [url, text].filter(Boolean).join("\n")),
    el(
      "div",
      { class: "dialog-actions" },
      copyButton([url, text].filter(Boolean).join("\n")),
      cancelButton(close, "Close"),
    ),
  ]);
}

/** @param {string} text */
function copyButton(text) {
  const onclick = async () => {
    await navigator.clipboard?.writeText(text);
    button.lastChild?.replaceWith("Copied");
  };
  const button = el("button", { type: "button", class: "plain-button", onclick }, icon("copy"), "Copy");
  return button;
}

/**
 * @param {() => void} close
 * @param {string} [label]
 */
function cancelButton(close, label = "Cancel") {
  return el("button", { type: "button", class: "plain-button", onclick: close }, label);
}

import { el, icon } from "./dom.js";

/**
 * A modal dialog, gone when closed.
 * @param {string} title
 * @param {(close: () => void) => Node[]} content
 * @returns {HTMLDialogElement}
 */
export function openDialog(title, content) {
  const dialog = el("dialog", { class: "dialog", "aria-label": title });
  dialog.append(el("h2", { dir: "auto" }, title), ...content(() => dialog.close()));
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/**
 * A pop-up answer that waits for OK.
 * @param {string} botName
 * @param {string} personName
 * @param {string} text
 */
export function showAlert(botName, personName, text) {
  const dialog = openDialog(botName, (close) => [
    el("p", { class: "quiet" }, "To ", el("bdi", {}, personName)),
    el("p", { class: "alert-text", dir: "auto" }, text),
    el(
      "div",
      { class: "dialog-actions" },
      el("button", { type: "button", class: "main-button", autofocus: true, onclick: close }, "OK"),
    ),
  ]);
  dialog.classList.add("alert");
}

/** @returns {{ element: HTMLElement, show: (text: string, kind?: "answer" | "error") => void }} */
export function createToasts() {
  const element = el("div", { class: "toasts", role: "status" });
  return {
    element,
    show: (text, kind = "answer") => {
      const toast = el("p", { class: "toast", "data-kind": kind, dir: "auto" }, text);
      element.replaceChildren(toast);
      setTimeout(() => toast.remove(), 3000 + text.length * 60);
    },
  };
}

/**
 * @typedef {{ label: string, detail?: string, icon?: string, lang?: string | undefined, act: () => void }} MenuItem
 */

/**
 * A small list of actions that opens at a button. The browser closes it on Escape and on a tap elsewhere.
 * @param {HTMLButtonElement} button
 * @param {string} name read aloud
 * @param {() => MenuItem[]} items asked for each time it opens
 * @returns {HTMLElement}
 */
export function createMenu(button, name, items) {
  const menu = el("div", { class: "menu", popover: "auto", role: "group", "aria-label": name });
  button.popoverTargetElement = menu;
  button.setAttribute("aria-haspopup", "true");
  menu.addEventListener("beforetoggle", (event) => {
    if (event.newState !== "open") return;
    menu.replaceChildren(...items().map((item) => menuButton(item, menu)));
    placeAt(button, menu);
  });
  menu.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = /** @type {HTMLElement[]} */ ([...menu.children]);
    const next = buttons.indexOf(/** @type {HTMLElement} */ (document.activeElement)) + step;
    buttons.at(next % buttons.length)?.focus();
  });
  return menu;
}

/**
 * @param {MenuItem} item
 * @param {HTMLElement} menu
 */
function menuButton({ label, detail, icon: symbol, lang, act }, menu) {
  const onclick = () => {
    menu.hidePopover();
    act();
  };
  const words = el(
    "span",
    { class: "menu-words" },
    el("span", { dir: "auto" }, label),
    detail && el("small", { dir: "auto", lang }, detail),
  );
  return el("button", { type: "button", class: "menu-item", onclick }, symbol && icon(symbol), words);
}

/** What a popover is at most, in pixels; popups.css says the same. */
const popoverWidth = 360;
const margin = 8;

/**
 * Below a button in the upper half of the window, else above it; along its left side where there is room, else its right.
 * @param {HTMLElement} button
 * @param {HTMLElement} popover
 */
export function placeAt(button, popover) {
  const { left, right, top, bottom } = button.getBoundingClientRect();
  const below = top < innerHeight / 2;
  const fromLeft = left < innerWidth / 2 || left + popoverWidth + margin < innerWidth;
  const furthestLeft = Math.max(margin, innerWidth - popoverWidth - margin);
  popover.style.top = below ? `${bottom + 6}px` : "auto";
  popover.style.bottom = below ? "auto" : `${innerHeight - top + 6}px`;
  popover.style.maxHeight = `${(below ? innerHeight - bottom : top) - 18}px`;
  popover.style.left = fromLeft ? `${Math.min(Math.max(margin, left), furthestLeft)}px` : "auto";
  popover.style.right = fromLeft ? "auto" : `${Math.max(margin, innerWidth - right)}px`;
}

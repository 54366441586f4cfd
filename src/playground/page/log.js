import { bubble } from "./bubble.js";
import { dayOf, timeOf } from "./clock.js";
import { el, icon } from "./dom.js";

/** @typedef {import("@grammyjs/types").Message} Message */

/** A reader this close to the end, in pixels, stays at the end when something arrives. */
const nearEnd = 60;

/**
 * The messages of one chat, oldest first.
 * @param {{ name: string, lang: string | undefined, actions: import("./bubble.js").BubbleActions }} chat
 */
export function createLog({ name, lang, actions }) {
  /** @type {Map<number, { json: string, element: HTMLElement }>} */
  const shown = new Map();
  const list = el("div", { class: "log-list", lang });
  const scroller = el("div", { class: "log", role: "log", "aria-label": `Messages of ${name}`, tabindex: 0 }, list);
  const down = el(
    "button",
    { type: "button", class: "to-end", "aria-label": "To the last message", hidden: true, onclick: toEnd },
    icon("down"),
  );
  let atEnd = true;
  let heights = "";
  const currentHeights = () => `${scroller.scrollHeight}/${scroller.clientHeight}`;

  function toEnd() {
    atEnd = true;
    down.hidden = true;
    scroller.scrollTop = scroller.scrollHeight;
  }
  scroller.addEventListener("scroll", () => {
    // Something grew or shrank, nobody scrolled: the observer below comes next and keeps the end in view.
    if (currentHeights() !== heights) return;
    atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < nearEnd;
    down.hidden = atEnd;
  });
  const resized = new ResizeObserver(() => {
    heights = currentHeights();
    if (atEnd) toEnd();
  });
  resized.observe(list);
  resized.observe(scroller);

  /**
   * @param {Message} message
   * @param {boolean} arriving seen by someone who was already looking
   */
  function put(message, arriving) {
    const json = JSON.stringify(message);
    const known = shown.get(message.message_id);
    if (known?.json === json) return;
    const element = bubble(message, timeOf, actions);
    shown.set(message.message_id, { json, element });
    if (known) replace(known.element, element, arriving);
    else insert(message, element, arriving);
  }

  /**
   * @param {Message} message
   * @param {HTMLElement} element
   * @param {boolean} arriving
   */
  function insert(message, element, arriving) {
    element.dataset.day = dayOf(message.date);
    if (arriving) element.classList.add("arriving");
    const messages = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[data-day]")]);
    const before = messages.findLast((other) => Number(other.dataset.messageId) < message.message_id);
    if (before) before.after(element);
    else list.prepend(element);
    if (before?.dataset.day !== element.dataset.day)
      element.before(el("p", { class: "day", lang: "en" }, element.dataset.day));
    if (arriving && message.from?.is_bot === false) toEnd();
  }

  /**
   * @param {number} id of the message
   */
  function remove(id) {
    const known = shown.get(id);
    if (!known) return;
    shown.delete(id);
    const { day } = known.element.dataset;
    known.element.replaceWith(
      el("p", { class: "deleted-note", lang: "en", "data-day": day, "data-deleted-message-id": id }, "message deleted"),
    );
  }

  return {
    scroller,
    down,
    put,
    remove,
    has: (/** @type {number} */ id) => shown.has(id),
    isEmpty: () => shown.size === 0,
    /**
     * What the playground knows now. What it no longer has is from before it was started again.
     * @param {readonly Message[]} messages
     */
    reconcile: (messages) => {
      const kept = new Set(messages.map((message) => message.message_id));
      for (const [id, { element }] of shown) {
        if (kept.has(id)) continue;
        element.remove();
        shown.delete(id);
      }
      if (kept.size === 0) list.replaceChildren();
      for (const message of messages) put(message, false);
    },
  };
}

/**
 * An edited message takes the place of the old one, and the keyboard focus stays where it was.
 * @param {HTMLElement} old
 * @param {HTMLElement} fresh
 * @param {boolean} arriving
 */
function replace(old, fresh, arriving) {
  fresh.dataset.day = old.dataset.day;
  if (arriving) fresh.classList.add("changed");
  const { activeElement } = document;
  const focused = buttonsOf(old).indexOf(/** @type {HTMLElement} */ (activeElement));
  const byKeyboard = activeElement?.matches(":focus-visible") ?? false;
  old.replaceWith(fresh);
  if (focused < 0) return;
  const buttons = buttonsOf(fresh);
  const sameWords = buttons.find((button) => button.textContent === activeElement?.textContent);
  const target = sameWords ?? buttons[Math.min(focused, buttons.length - 1)] ?? fresh.closest(".log");
  if (target instanceof HTMLElement) target.focus({ preventScroll: !byKeyboard });
}

/**
 * @param {HTMLElement} message
 * @returns {HTMLElement[]}
 */
function buttonsOf(message) {
  return [...message.querySelectorAll(".inline-keyboard button")].filter((button) => button instanceof HTMLElement);
}

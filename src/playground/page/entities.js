import { el } from "./dom.js";

/**
 * @typedef {import("@grammyjs/types").MessageEntity} MessageEntity
 * @typedef {{ command: (text: string) => void, link: (url: string, event: Event) => void }} TextActions
 */

/**
 * The text of a message with its formatting, as nodes. Offsets and lengths count UTF-16 units, as strings do here.
 * @param {string} text
 * @param {readonly MessageEntity[]} entities
 * @param {TextActions} actions
 * @returns {Node[]}
 */
export function richText(text, entities, actions) {
  const outerFirst = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return nodesBetween(0, text.length, outerFirst);

  /**
   * @param {number} start
   * @param {number} end
   * @param {MessageEntity[]} within
   * @returns {Node[]}
   */
  function nodesBetween(start, end, within) {
    const nodes = [];
    let at = start;
    for (const [index, entity] of within.entries()) {
      const stop = Math.min(entity.offset + entity.length, end);
      if (entity.offset < at || stop <= entity.offset) continue;
      if (entity.offset > at) nodes.push(document.createTextNode(text.slice(at, entity.offset)));
      const inner = within.slice(index + 1).filter((other) => other.offset < stop);
      nodes.push(formatted(entity, text.slice(entity.offset, stop), nodesBetween(entity.offset, stop, inner), actions));
      at = stop;
      // A block begins and ends its own line, so the line break that follows it would show as an empty one.
      if (isBlock(entity) && text[at] === "\n") at += 1;
    }
    if (at < end) nodes.push(document.createTextNode(text.slice(at, end)));
    return nodes;
  }
}

/** @param {MessageEntity} entity */
function isBlock({ type }) {
  return type === "blockquote" || type === "expandable_blockquote" || type === "pre";
}

/**
 * @param {MessageEntity} entity
 * @param {string} text
 * @param {Node[]} children
 * @param {TextActions} actions
 * @returns {HTMLElement}
 */
function formatted(entity, text, children, actions) {
  switch (entity.type) {
    case "bold":
      return el("b", {}, ...children);
    case "italic":
      return el("i", {}, ...children);
    case "underline":
      return el("u", {}, ...children);
    case "strikethrough":
      return el("s", {}, ...children);
    case "code":
      return el("code", {}, ...children);
    case "pre":
      return el("pre", { dir: "auto", "data-language": entity.language }, ...children);
    case "blockquote":
      return el("blockquote", { dir: "auto" }, ...children);
    case "expandable_blockquote":
      return expandable(children);
    case "spoiler":
      return spoiler(children);
    case "bot_command":
      return tappable({ class: "command" }, () => actions.command(text), children);
    case "text_link":
      return link(entity.url, children, actions);
    case "url":
      return link(/^[a-z][a-z+.-]*:/i.test(text) ? text : `https://${text}`, children, actions);
    case "email":
      return link(`mailto:${text}`, children, actions);
    case "phone_number":
      return link(`tel:${text.replace(/[^+\d]/g, "")}`, children, actions);
    case "mention":
    case "hashtag":
    case "cashtag":
    case "text_mention":
      return el("span", { class: "mention" }, ...children);
    default:
      return el("span", {}, ...children);
  }
}

/**
 * @param {string} url
 * @param {Node[]} children
 * @param {TextActions} actions
 */
function link(url, children, actions) {
  if (!/^(https?|tg|mailto|tel):/i.test(url)) return el("span", {}, ...children);
  const onclick = (/** @type {Event} */ event) => actions.link(url, event);
  return el("a", { href: url, target: "_blank", rel: "noopener noreferrer", title: url, onclick }, ...children);
}

/** @param {Node[]} children */
function spoiler(children) {
  const reveal = () => {
    hidden.classList.add("revealed");
    for (const attribute of ["role", "tabindex", "aria-label"]) hidden.removeAttribute(attribute);
  };
  const hidden = tappable({ class: "spoiler", "aria-label": "Show hidden text" }, reveal, children);
  return hidden;
}

/**
 * Text that acts. Not a button element: that is a box of its own, around which a line of Arabic would be ordered differently.
 * @param {Record<string, unknown>} attributes
 * @param {() => void} act
 * @param {Node[]} children
 */
function tappable(attributes, act, children) {
  const onkeydown = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    act();
  };
  return el("span", { role: "button", tabindex: 0, onclick: act, onkeydown, ...attributes }, ...children);
}

/** @param {Node[]} children */
function expandable(children) {
  const toggle = el(
    "button",
    { type: "button", class: "expand", "aria-expanded": "false", onclick: () => unfold() },
    "More",
  );
  const quote = el(
    "blockquote",
    { dir: "auto", class: "expandable" },
    el("span", { class: "folded" }, ...children),
    toggle,
  );
  const unfold = () => {
    const open = quote.classList.toggle("open");
    toggle.setAttribute("aria-expanded", String(open));
    toggle.textContent = open ? "Less" : "More";
  };
  return quote;
}

const strong = /[A-Za-z\u00C0-\u02AF\u0370-\u052F]|([\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF])/u;

/**
 * Where the last line of a text ends, by its first strong letter outside isolates, as the browser decides it for each line.
 * @param {string} text
 * @returns {"left" | "right"}
 */
export function endOfLastLine(text) {
  const line = text.slice(text.lastIndexOf("\n") + 1).replace(/[\u2066-\u2068][^\u2069]*\u2069?/gu, "");
  return strong.exec(line)?.[1] ? "left" : "right";
}

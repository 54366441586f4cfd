import { sendMessage, setBlocked, tap } from "./api.js";
import { createComposer } from "./composer.js";
import { directionOf, el, iconButton } from "./dom.js";
import { createLog } from "./log.js";
import { avatar, describe } from "./people.js";
import { createMenu, createToasts, showAlert } from "./popups.js";

/**
 * @typedef {import("../protocol.ts").ChatState} ChatState
 * @typedef {import("../protocol.ts").OutgoingMessage} OutgoingMessage
 * @typedef {import("../protocol.ts").PlaygroundEvent} PlaygroundEvent
 * @typedef {ReturnType<typeof createPanel>} Panel
 */

/** Telegram stops waiting for an answer to a tap after a while. */
const tapTimeout = 20_000;

/**
 * The chat of one person with the bot.
 * @param {ChatState} initial
 * @param {(url: string, fromPersonId: number) => boolean} openLink true when the link was opened here rather than in the browser
 */
export function createPanel(initial, openLink) {
  const { id, firstName, languageCode } = initial.person;
  let chat = initial;
  /** Buttons that wait for their answer, by query id; null for an answer that came before its id was known. @type {Map<string, HTMLButtonElement | null>} */
  const taps = new Map();

  const toasts = createToasts();
  const log = createLog({
    name: firstName,
    lang: languageCode,
    actions: {
      command: (text) => send({ text }),
      link: (url, event) => openLink(url, id) && event.preventDefault(),
      tap: (message, data, button) => tapButton(message.message_id, data, button),
      openUrl: (url) => openLink(url, id) || window.open(url, "_blank", "noopener,noreferrer"),
      copy: (text) => {
        navigator.clipboard?.writeText(text);
        toasts.show("Copied");
      },
      unsupported: () => toasts.show("The playground cannot do what this button does.", "error"),
    },
  });
  const composer = createComposer({ name: firstName, send, unblock: () => block(false) });

  const botName = el("b", { dir: "auto" });
  const botWords = el("span", { dir: "auto", lang: languageCode });
  const botLine = el("span", {}, botName, " ", botWords);
  const introductionName = el("h3", { dir: "auto" });
  const introductionWords = el("p", { dir: "auto", lang: languageCode });
  const introduction = el(
    "div",
    { class: "introduction" },
    el("img", { src: "/page/logo.svg", alt: "", width: 56, height: 56 }),
    introductionName,
    introductionWords,
  );
  const more = iconButton("more", `More for ${firstName}`);
  const moreMenu = createMenu(more, `More for ${firstName}`, () => [
    chat.blocked
      ? { label: "Unblock the bot", icon: "block", act: () => block(false) }
      : { label: "Block the bot", icon: "block", act: () => block(true) },
  ]);

  const element = el(
    "section",
    { class: "panel", id: `panel-${id}`, "data-person": id, "aria-label": `Chat of ${firstName}` },
    el(
      "header",
      { class: "panel-header" },
      el(
        "div",
        { class: "who" },
        avatar(initial.person),
        el("div", { class: "who-words" }, el("h2", { dir: "auto" }, firstName), el("p", {}, describe(initial.person))),
        more,
        moreMenu,
      ),
      el("p", { class: "with-bot" }, el("img", { src: "/page/logo.svg", alt: "", width: 18, height: 18 }), botLine),
    ),
    el("div", { class: "conversation" }, introduction, log.scroller, log.down, toasts.element),
    composer.element,
  );

  /** @param {unknown} error */
  const complain = (error) => toasts.show(/** @type {Error} */ (error).message, "error");

  /** @param {OutgoingMessage} message */
  async function send(message) {
    try {
      const sent = await sendMessage(id, message);
      // Its event may have come first, and the bot may have changed the chat since.
      if (!log.has(sent.message_id)) log.put(sent, true);
      refresh();
    } catch (error) {
      complain(error);
    }
  }

  /** @param {boolean} blocked */
  async function block(blocked) {
    try {
      update(await setBlocked(id, blocked));
    } catch (error) {
      complain(error);
    }
  }

  /**
   * @param {number} messageId
   * @param {string} data
   * @param {HTMLButtonElement} button
   */
  async function tapButton(messageId, data, button) {
    if (button.ariaBusy === "true") return;
    button.ariaBusy = "true";
    try {
      const query = await tap(id, messageId, data);
      if (taps.delete(query.id)) button.ariaBusy = "false";
      else taps.set(query.id, button);
      setTimeout(() => settle(query.id), tapTimeout);
    } catch (error) {
      button.ariaBusy = "false";
      complain(error);
    }
  }

  /** @param {string} queryId */
  function settle(queryId) {
    const button = taps.get(queryId);
    if (button) button.ariaBusy = "false";
    return taps.delete(queryId);
  }

  function refresh() {
    const started = !log.isEmpty();
    element.classList.toggle("started", started);
    element.classList.toggle("is-blocked", chat.blocked);
    composer.update(chat, started);
  }

  /** @param {ChatState} next */
  function update(next) {
    chat = next;
    botName.textContent = chat.botName;
    botLine.dir = directionOf(chat.botName);
    botWords.textContent = chat.botShortDescription;
    botWords.title = chat.botShortDescription;
    introductionName.textContent = chat.botName;
    introductionWords.textContent = chat.botDescription;
    log.reconcile(chat.messages);
    refresh();
  }

  /** @param {Exclude<PlaygroundEvent, { type: "clock" | "inline-answered" }>} event */
  function receive(event) {
    switch (event.type) {
      case "message":
      case "edited":
        log.put(event.message, true);
        return refresh();
      case "deleted":
        log.remove(event.messageId);
        return refresh();
      case "chat":
        return update(event.chat);
      case "tap-answered":
        if (!settle(event.queryId)) {
          taps.set(event.queryId, null);
          setTimeout(() => taps.delete(event.queryId), tapTimeout);
        }
        if (!event.text) return;
        return event.alert ? showAlert(chat.botName, firstName, event.text) : toasts.show(event.text);
    }
  }

  update(initial);
  return { element, person: initial.person, update, receive, send };
}

import { directionOf, el, icon, iconButton } from "./dom.js";
import { replyKeyboard } from "./keyboard.js";
import { sendOwnFile } from "./own-file.js";
import { createMenu } from "./popups.js";

/**
 * @typedef {import("../protocol.ts").ChatState} ChatState
 * @typedef {import("../protocol.ts").OutgoingMessage} OutgoingMessage
 * @typedef {import("./popups.js").MenuItem} MenuItem
 */

const exampleLocations = [
  { name: "Sint-Jans-Molenbeek", latitude: 50.8571, longitude: 4.327 },
  { name: "Schaarbeek", latitude: 50.8676, longitude: 4.3737 },
  { name: "Paris", latitude: 48.8566, longitude: 2.3522 },
];
/** The borders of the field, in pixels: a scroll height does not count them. */
const borders = 2;
const samples = /** @type {const} */ (["photo", "video", "voice", "sticker", "document", "contact"]);

/**
 * What stands below the messages: the field to type in, START, or the way back from a blocked bot.
 * @param {{ name: string, send: (message: OutgoingMessage) => void, unblock: () => void }} chat
 */
export function createComposer({ name, send, unblock }) {
  /** @type {ChatState["commands"]} */
  let commands = [];
  let lang = /** @type {string | undefined} */ (undefined);
  let keyboardJson = "null";

  const input = el("textarea", {
    rows: 1,
    dir: "auto",
    "aria-label": `Message from ${name}`,
    autocomplete: "off",
    enterkeyhint: "send",
  });
  const attach = iconButton("attach", "Attach");
  const commandButton = iconButton("slash", "Commands");
  const keyboardButton = iconButton("keyboard", "Show or hide the keyboard of the bot", {
    hidden: true,
    "aria-expanded": "true",
  });
  const sendButton = el("button", { class: "send-button", "aria-label": "Send", title: "Send" }, icon("send"));
  const form = el("form", { class: "composer" }, attach, commandButton, input, keyboardButton, sendButton);
  const keyboardSlot = el("div", { class: "keyboard-slot", lang });
  const start = bigButton("START", "start-button", () => send({ text: "/start" }));
  const blocked = el(
    "div",
    { class: "blocked-bar" },
    el("span", { class: "quiet" }, "The bot is blocked."),
    bigButton("Unblock", "unblock-button", unblock),
  );

  const attachMenu = createMenu(attach, "Attach", () => [
    ...locationItems(),
    ...samples.map((sample) => ({
      label: sample[0]?.toUpperCase() + sample.slice(1),
      icon: sample,
      act: () => send({ sample }),
    })),
    { label: "Photo or voice from a file …", icon: "attach", act: () => sendOwnFile(send) },
  ]);
  const commandMenu = createMenu(commandButton, "Commands", () =>
    commands.map(({ command, description }) => {
      const text = `/${command}`;
      return { label: text, detail: description, lang, act: () => send({ text }) };
    }),
  );
  const locationMenus = el("div", { class: "location-menus" });

  /** @returns {MenuItem[]} */
  function locationItems() {
    return exampleLocations.map(({ name: place, latitude, longitude }) => ({
      label: `Location: ${place}`,
      icon: "place",
      act: () => send({ location: { latitude, longitude } }),
    }));
  }

  /** Telegram would send where the telephone is; here someone chooses. @param {HTMLButtonElement} button */
  function chooseLocation(button) {
    const menu = createMenu(button, "Which location?", locationItems);
    button.popoverTargetElement = null;
    locationMenus.replaceChildren(menu);
    menu.showPopover();
  }

  /** @param {boolean} open */
  function showKeyboard(open) {
    keyboardSlot.hidden = !open;
    keyboardButton.setAttribute("aria-expanded", String(open));
  }

  function grow() {
    input.style.height = "auto";
    input.style.height = `${Math.min(input.scrollHeight + borders, 140)}px`;
    sendButton.classList.toggle("ready", input.value.trim() !== "");
  }

  function submit() {
    const text = input.value.trim();
    if (text === "") return;
    input.value = "";
    grow();
    send({ text });
  }

  input.addEventListener("input", grow);
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  keyboardButton.addEventListener("click", () => showKeyboard(keyboardSlot.hidden !== false));

  const element = el(
    "footer",
    { class: "below" },
    form,
    keyboardSlot,
    start,
    blocked,
    attachMenu,
    commandMenu,
    locationMenus,
  );

  return {
    element,
    /**
     * @param {ChatState} chat
     * @param {boolean} started whether anything was said
     */
    update: (chat, started) => {
      commands = chat.commands;
      lang = chat.person.languageCode;
      commandButton.hidden = commands.length === 0;
      form.hidden = chat.blocked || !started;
      start.hidden = chat.blocked || started;
      blocked.hidden = !chat.blocked;
      keyboardButton.hidden = chat.replyKeyboard === null;
      input.placeholder = chat.replyKeyboard?.input_field_placeholder ?? "Message";
      // `dir="auto"` looks at what is typed; while nothing is, the hint should stand where its language begins.
      input.style.setProperty("--hint-direction", directionOf(input.placeholder));

      const json = JSON.stringify(chat.replyKeyboard);
      if (json !== keyboardJson) {
        keyboardJson = json;
        const once = chat.replyKeyboard?.one_time_keyboard ?? false;
        const sendAndHide = (/** @type {OutgoingMessage} */ message) => {
          if (once) showKeyboard(false);
          send(message);
        };
        keyboardSlot.replaceChildren(
          ...(chat.replyKeyboard ? [replyKeyboard(chat.replyKeyboard, { send: sendAndHide, chooseLocation })] : []),
        );
        showKeyboard(chat.replyKeyboard !== null);
      }
      if (form.hidden) keyboardSlot.classList.add("away");
      else keyboardSlot.classList.remove("away");
    },
  };
}

/**
 * @param {string} label
 * @param {string} name of the class
 * @param {() => void} act
 */
function bigButton(label, name, act) {
  return el("button", { type: "button", class: `main-button ${name}`, onclick: act }, label);
}

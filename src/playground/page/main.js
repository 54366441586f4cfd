import { connect } from "./api.js";
import { createClock, showClock } from "./clock.js";
import { byId, el } from "./dom.js";
import { createGroupPanel } from "./group-panel.js";
import { askWhoOpens, readLink, showShared } from "./links.js";
import { createPanel } from "./panel.js";
import { askForPerson, describe } from "./people.js";
import { createTabs } from "./tabs.js";
import { toggleTheme } from "./theme.js";

/**
 * @typedef {import("../protocol.ts").ChatState} ChatState
 * @typedef {import("../protocol.ts").GroupState} GroupState
 * @typedef {import("../protocol.ts").PlaygroundState} PlaygroundState
 * @typedef {import("../protocol.ts").PlaygroundEvent} PlaygroundEvent
 */

/** @type {Map<number, import("./panel.js").Panel>} */
const panels = new Map();
/** @type {Map<number, import("./group-panel.js").GroupPanel>} */
const groupPanels = new Map();
const holder = byId("panels");
const banner = byId("banner");
const tabs = createTabs(byId("tabs"), holder);
let botUsername = "";

/** @param {PlaygroundState} state */
function showState({ bot, chats, groups, clock }) {
  botUsername = bot.username;
  // First, since messages show their time in its zone.
  showClock(clock);
  forgetOthers(panels, new Set(chats.map((chat) => chat.person.id)));
  forgetOthers(groupPanels, new Set(groups.map(({ id }) => id)));
  for (const chat of chats) showChat(chat);
  for (const group of groups) showGroup(group);
  document.getElementById("opening")?.remove();
}

/**
 * @param {Map<number, { element: HTMLElement }>} shown
 * @param {Set<number>} present
 */
function forgetOthers(shown, present) {
  for (const [id, { element }] of shown) {
    if (present.has(id)) continue;
    element.remove();
    shown.delete(id);
    tabs.remove(id);
  }
}

/** @param {GroupState} group */
function showGroup(group) {
  const known = groupPanels.get(group.id);
  if (known) return known.update(group);
  const panel = createGroupPanel(group, openLink);
  groupPanels.set(group.id, panel);
  holder.append(panel.element);
  tabs.add({ id: group.id, firstName: group.title });
}

/** @param {ChatState} chat */
function showChat(chat) {
  const known = panels.get(chat.person.id);
  if (known) return known.update(chat);
  const panel = createPanel(chat, openLink);
  panels.set(chat.person.id, panel);
  holder.append(panel.element);
  tabs.add(chat.person);
}

/** @param {PlaygroundEvent} event */
function onEvent(event) {
  if (event.type === "clock") return showClock(event.clock);
  // Inline mode is for tests: the page has no field that asks in it.
  if (event.type === "inline-answered") return;
  const panel = panels.get(event.chatId) ?? groupPanels.get(event.chatId);
  if (panel) {
    panel.receive(event);
    if (event.type === "message" && event.message.from?.is_bot) tabs.notify(event.chatId);
  } else if (event.type === "chat") showChat(event.chat);
  else if (event.type === "group") showGroup(event.group);
}

/**
 * @param {string} url
 * @param {number} fromPersonId
 */
function openLink(url, fromPersonId) {
  const link = readLink(url, botUsername);
  if (link.kind === "web") return false;
  if (link.kind === "share") {
    showShared(link);
    return true;
  }
  const people = [...panels.values()].map(({ person }) => ({
    id: person.id,
    name: person.firstName,
    detail: describe(person),
  }));
  people.sort((a, b) => Number(b.id === fromPersonId) - Number(a.id === fromPersonId));
  askWhoOpens(url, people, (id) => {
    tabs.select(id);
    panels.get(id)?.send({ text: `/start ${link.payload}`.trim() });
  });
  return true;
}

/** @param {string} message */
function showProblem(message) {
  banner.replaceChildren(
    el("span", {}, message),
    el("button", { type: "button", onclick: () => showBanner(null) }, "Close"),
  );
  banner.hidden = false;
}

/** @param {string | null} text */
function showBanner(text) {
  banner.textContent = text;
  banner.hidden = text === null;
}

byId("theme-button").addEventListener("click", toggleTheme);
byId("add-person").addEventListener("click", () =>
  askForPerson((chat) => {
    showChat(chat);
    tabs.select(chat.person.id);
  }),
);
createClock(showProblem);

connect({
  onState: showState,
  onEvent,
  onConnected: (connected) =>
    showBanner(connected ? null : "The playground has stopped. Start it again with npm start."),
});

import { el } from "./dom.js";
import { avatar } from "./people.js";

/** @typedef {import("../protocol.ts").Person} Person */

/**
 * On a phone one chat is shown at a time, chosen here; on a wide screen the tabs are hidden and choosing scrolls to the chat.
 * @param {HTMLElement} bar
 * @param {HTMLElement} holder of the panels
 */
export function createTabs(bar, holder) {
  /** @type {Map<number, { tab: HTMLButtonElement, badge: HTMLElement, unread: number }>} */
  const tabs = new Map();
  let selected = /** @type {number | null} */ (null);

  /** @param {number} id */
  function select(id) {
    selected = id;
    for (const [other, entry] of tabs) {
      const chosen = other === id;
      entry.tab.ariaSelected = String(chosen);
      entry.tab.tabIndex = chosen ? 0 : -1;
      if (chosen) showUnread(entry, 0);
    }
    for (const panel of holder.children) panel.toggleAttribute("data-selected", panel.id === `panel-${id}`);
    document.getElementById(`panel-${id}`)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /**
   * @param {{ badge: HTMLElement, unread: number }} entry
   * @param {number} count
   */
  function showUnread(entry, count) {
    entry.unread = count;
    entry.badge.textContent = count === 0 ? "" : String(count);
    entry.badge.setAttribute("aria-label", count === 0 ? "" : `${count} new`);
  }

  bar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined || selected === null) return;
    event.preventDefault();
    const ids = [...tabs.keys()];
    const next = ids.at((ids.indexOf(selected) + step) % ids.length);
    if (next === undefined) return;
    select(next);
    tabs.get(next)?.tab.focus();
  });

  return {
    select,
    /** @param {Pick<Person, "id" | "firstName">} person or a group */
    add: (person) => {
      const badge = el("span", { class: "badge" });
      const attributes = {
        type: "button",
        role: "tab",
        tabindex: -1,
        "aria-controls": `panel-${person.id}`,
        onclick: () => select(person.id),
      };
      const tab = el(
        "button",
        attributes,
        avatar(person),
        el("span", { class: "tab-name", dir: "auto" }, person.firstName),
        badge,
      );
      tabs.set(person.id, { tab, badge, unread: 0 });
      bar.append(tab);
      if (selected === null) select(person.id);
    },
    /** @param {number} id */
    remove: (id) => {
      tabs.get(id)?.tab.remove();
      tabs.delete(id);
      if (selected !== id) return;
      selected = null;
      const [first] = tabs.keys();
      if (first !== undefined) select(first);
    },
    /** @param {number} id of the person or group to whom the bot wrote */
    notify: (id) => {
      const entry = tabs.get(id);
      if (entry && id !== selected) showUnread(entry, entry.unread + 1);
    },
  };
}

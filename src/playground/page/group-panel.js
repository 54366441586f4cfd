import { el } from "./dom.js";
import { createLog } from "./log.js";
import { avatar } from "./people.js";
import { createToasts } from "./popups.js";

/**
 * @typedef {import("../protocol.ts").GroupState} GroupState
 * @typedef {import("../protocol.ts").PlaygroundEvent} PlaygroundEvent
 * @typedef {ReturnType<typeof createGroupPanel>} GroupPanel
 */

const onlyReading = "Groups can only be read here";

/**
 * A group as anybody in it sees it. Writing and tapping would need to be told who does it; tests do so over HTTP.
 * @param {GroupState} initial
 * @param {(url: string, fromPersonId: number) => boolean} openLink true when the link was opened here rather than in the browser
 */
export function createGroupPanel(initial, openLink) {
  const { id, title } = initial;
  const someone = initial.members[0]?.id ?? id;
  const toasts = createToasts();
  const refuse = () => toasts.show(onlyReading, "error");
  const log = createLog({
    name: title,
    lang: undefined,
    actions: {
      command: refuse,
      link: (url, event) => openLink(url, someone) && event.preventDefault(),
      tap: refuse,
      openUrl: (url) => openLink(url, someone) || window.open(url, "_blank", "noopener,noreferrer"),
      copy: (text) => {
        navigator.clipboard?.writeText(text);
        toasts.show("Copied");
      },
      unsupported: refuse,
    },
  });
  const members = el("p", { dir: "auto" });
  const composer = el(
    "div",
    { class: "composer" },
    el("textarea", { rows: 1, disabled: true, placeholder: onlyReading, "aria-label": `Message in ${title}` }),
  );
  const element = el(
    "section",
    { class: "panel started", id: `panel-${id}`, "data-group": id, "aria-label": `Group ${title}` },
    el(
      "header",
      { class: "panel-header" },
      el(
        "div",
        { class: "who" },
        avatar({ id, firstName: title }),
        el("div", { class: "who-words" }, el("h2", { dir: "auto" }, title), members),
      ),
    ),
    el("div", { class: "conversation" }, log.scroller, log.down, toasts.element),
    el("footer", { class: "below" }, composer),
  );

  /** @param {GroupState} next */
  function update(next) {
    members.textContent = `Group · ${next.members.map(({ firstName }) => firstName).join(", ")}`;
    log.reconcile(next.messages);
  }

  /** @param {Exclude<PlaygroundEvent, { type: "clock" | "inline-answered" }>} event */
  function receive(event) {
    if (event.type === "message" || event.type === "edited") log.put(event.message, true);
    else if (event.type === "deleted") log.remove(event.messageId);
    else if (event.type === "group") update(event.group);
    else if (event.type === "tap-answered" && event.text) toasts.show(event.text);
  }

  update(initial);
  return { element, update, receive };
}

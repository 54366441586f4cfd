import { setClock } from "./api.js";
import { byId, el } from "./dom.js";
import { placeAt } from "./popups.js";

/** @typedef {import("../protocol.ts").ClockState} ClockState */

const presets = [
  { label: "Now (real time)", at: null },
  { label: "Wed 25 Nov 2026, 10:00", at: "2026-11-25T10:00" },
  { label: "Wed 11 Nov 2026, 10:00 (public holiday)", at: "2026-11-11T10:00" },
  { label: "Fri 25 Dec 2026, 10:00 (Christmas)", at: "2026-12-25T10:00" },
];
const steps = [
  { label: "+1 hour", milliseconds: 3_600_000 },
  { label: "+1 day", milliseconds: 86_400_000 },
  { label: "+1 week", milliseconds: 604_800_000 },
];

const narrow = matchMedia("(max-width: 640px)");

let zone = "Europe/Brussels";
/** Milliseconds between the playground's clock and this computer's, while it runs; the moment itself while it stands still. */
let offset = 0;
let fixedAt = /** @type {number | null} */ (null);

/**
 * @param {number} milliseconds
 * @param {Intl.DateTimeFormatOptions} options
 */
function parts(milliseconds, options) {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hourCycle: "h23", ...options });
  return Object.fromEntries(format.formatToParts(milliseconds).map(({ type, value }) => [type, value]));
}

/** @type {(seconds: number) => string} "10:05" in the playground's time zone */
export const timeOf = (seconds) => {
  const { hour, minute } = parts(seconds * 1000, { hour: "2-digit", minute: "2-digit" });
  return `${hour}:${minute}`;
};

/** @type {(seconds: number, length?: "long" | "short") => string} "Wednesday 25 November 2026", or "Wed 25 Nov 2026" */
export const dayOf = (seconds, length = "long") => {
  const { weekday, day, month, year } = parts(seconds * 1000, {
    weekday: length,
    day: "numeric",
    month: length,
    year: "numeric",
  });
  return `${weekday} ${day} ${month} ${year}`;
};

/** @type {(milliseconds: number) => string} "2026-11-25T10:00", as an input of the kind datetime-local holds it */
const localText = (milliseconds) => {
  const numeric = /** @type {const} */ ({
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  const { year, month, day, hour, minute } = parts(milliseconds, numeric);
  return `${year}-${month}-${day}T${hour}:${minute}`;
};

const currentTime = () => fixedAt ?? Date.now() + offset;

/** @param {ClockState} clock */
export function showClock({ now, fixed }) {
  const [instant = "", named] = now.split(/[[\]]/);
  zone = named || zone;
  const milliseconds = Date.parse(instant);
  fixedAt = fixed ? milliseconds : null;
  offset = milliseconds - Date.now();
  draw();
}

function draw() {
  const seconds = currentTime() / 1000;
  const words = byId("clock-words");
  words.textContent = `${dayOf(seconds, narrow.matches ? "short" : "long")}, ${timeOf(seconds)}`;
  words.setAttribute("datetime", new Date(seconds * 1000).toISOString());
  byId("clock-state").textContent = fixedAt === null ? "real time" : "set";
  byId("clock-button").dataset.fixed = String(fixedAt !== null);
}

/** @param {(message: string) => void} onProblem */
export function createClock(onProblem) {
  const button = /** @type {HTMLButtonElement} */ (byId("clock-button"));
  const input = el("input", { type: "datetime-local", name: "now", required: true, id: "clock-input" });
  const form = el(
    "form",
    { class: "clock-form" },
    el("label", { for: "clock-input" }, "Date and time in the playground"),
    el("div", { class: "clock-entry" }, input, el("button", { class: "main-button" }, "Set")),
  );
  /** @param {string | null} local wall-clock time, or null for real time */
  const set = async (local) => {
    try {
      showClock(await setClock(local === null ? null : `${local}[${zone}]`));
      popover.hidePopover();
    } catch (error) {
      onProblem(/** @type {Error} */ (error).message);
    }
  };
  const stepBy = (/** @type {number} */ milliseconds) => {
    // On the wall clock: a day later is the same time of day, also when the clocks change.
    const later = Date.parse(`${localText(currentTime())}Z`) + milliseconds;
    return set(new Date(later).toISOString().slice(0, 16));
  };
  const popover = el(
    "div",
    { class: "clock-popover", popover: "auto", role: "group", "aria-label": "Clock" },
    form,
    el(
      "div",
      { class: "clock-steps" },
      ...steps.map(({ label, milliseconds }) =>
        el("button", { type: "button", onclick: () => stepBy(milliseconds) }, label),
      ),
    ),
    el(
      "div",
      { class: "clock-presets" },
      ...presets.map(({ label, at }) => el("button", { type: "button", onclick: () => set(at) }, label)),
    ),
    el("p", { class: "quiet" }, "The bot answers as if it were this time. Waiting and sending go on in real time."),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void set(input.value);
  });
  popover.addEventListener("beforetoggle", (event) => {
    if (event.newState !== "open") return;
    input.value = localText(currentTime());
    placeAt(button, popover);
  });
  button.popoverTargetElement = popover;
  document.body.append(popover);
  setInterval(draw, 1000);
}

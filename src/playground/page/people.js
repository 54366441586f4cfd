import { addPerson } from "./api.js";
import { el } from "./dom.js";
import { openDialog } from "./popups.js";

/**
 * @typedef {import("../protocol.ts").Person} Person
 * @typedef {import("../protocol.ts").NewPerson} NewPerson
 */

const languageNames = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });
const offered = ["nl", "fr", "ar", "en", "tr", "de", "es", "pl", "ro", "ps", "uk"];
const hues = 6;

/** @type {(person: Person) => string} "Parent · Dutch" */
export function describe({ role, languageCode }) {
  return `${role === "staff" ? "Staff" : "Parent"} · ${languageName(languageCode)}`;
}

/** @param {string | undefined} code */
function languageName(code) {
  if (!code) return "no language";
  try {
    return languageNames.of(code) ?? code;
  } catch {
    return code;
  }
}

/** @param {Pick<Person, "id" | "firstName">} person or a group, whose id is below zero */
export function avatar({ id, firstName }) {
  const initial = [...new Intl.Segmenter().segment(firstName)][0]?.segment ?? "?";
  return el("span", { class: "avatar", "data-hue": Math.abs(id) % hues, "aria-hidden": "true" }, initial.toUpperCase());
}

/** @param {(chat: import("../protocol.ts").ChatState) => void} onAdded */
export function askForPerson(onAdded) {
  openDialog("Add a person", (close) => {
    const problem = el("p", { class: "problem", role: "alert" });
    const form = el(
      "form",
      { class: "person-form" },
      el(
        "label",
        {},
        "First name",
        el("input", {
          name: "firstName",
          required: true,
          maxlength: 64,
          dir: "auto",
          autofocus: true,
          autocomplete: "off",
        }),
      ),
      el(
        "label",
        {},
        "Language of their Telegram",
        el("input", {
          name: "languageCode",
          list: "languages",
          maxlength: 35,
          placeholder: "a code such as en, tr, de; empty for none",
          autocomplete: "off",
        }),
        el(
          "datalist",
          { id: "languages" },
          ...offered.map((code) => el("option", { value: code }, languageName(code))),
        ),
      ),
      el(
        "fieldset",
        {},
        el("legend", {}, "This person is"),
        el("label", {}, el("input", { type: "radio", name: "role", value: "parent", checked: true }), "a parent"),
        el("label", {}, el("input", { type: "radio", name: "role", value: "staff" }), "a member of staff"),
      ),
      problem,
      el(
        "div",
        { class: "dialog-actions" },
        el("button", { type: "button", class: "plain-button", onclick: close }, "Cancel"),
        el("button", { class: "main-button" }, "Add"),
      ),
    );
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const values = new FormData(form);
      const text = (/** @type {string} */ name) => String(values.get(name) ?? "").trim();
      const languageCode = text("languageCode");
      /** @type {NewPerson} */
      const person = {
        firstName: text("firstName"),
        role: text("role") === "staff" ? "staff" : "parent",
        ...(languageCode === "" || languageCode === "none" ? {} : { languageCode }),
      };
      try {
        const chat = await addPerson(person);
        close();
        onAdded(chat);
      } catch (error) {
        problem.textContent = /** @type {Error} */ (error).message;
      }
    });
    return [form];
  });
}

import type { Organisation } from "../../core/places/place.ts";
import { days } from "../../i18n/format.ts";
import type { Words } from "../../i18n/translate.ts";
import type { Answer, Button } from "../../telegram/answer.ts";
import { forgetButton, type PrivacyScreen, privacyButton } from "./buttons.ts";

/** In short, with a way to each of the rest. */
export function overview(words: Words, isGroup: boolean): Answer {
  const { html } = words;
  return {
    text: [html("privacy:overview"), html(isGroup ? "privacy:group" : "privacy:choices")].join("\n\n"),
    buttons: [
      [screenButton(words, "stored"), screenButton(words, "telegram")],
      [screenButton(words, "access"), screenButton(words, "who")],
      ...(isGroup ? [] : [[forgetLink(words)]]),
    ],
    view: privacyButton.tap("overview"),
  };
}

/** What is stored about one chat: each feature's own drawing of it, or that it cannot be looked up. */
export type StoredHere = readonly string[] | "unreachable" | "group";

export function stored(words: Words, here: StoredHere): Answer {
  const { html } = words;
  const general = [
    html("privacy:stored"),
    html("privacy:storedNot"),
    html("privacy:storedUntil"),
    html("privacy:storedMessages"),
  ];
  return {
    text: [...general, storedHere(words, here)].join("\n\n"),
    buttons: [[back(words), ...(here === "group" ? [] : [forgetLink(words)])]],
    view: privacyButton.tap("stored"),
  };
}

function storedHere({ html }: Words, here: StoredHere): string {
  switch (here) {
    case "group":
      return html("privacy:group");
    case "unreachable":
      return html("privacy:rowUnreachable");
    default:
      return here.length === 0 ? html("privacy:noRow") : [html("privacy:row"), ...here].join("\n");
  }
}

export function telegram(words: Words): Answer {
  const { html } = words;
  return screen(words, "telegram", [html("privacy:telegram"), html("privacy:telegramChat")]);
}

/** What whoever holds the server, the database or the key could see. */
export function access(words: Words): Answer {
  const { html } = words;
  return screen(words, "access", [
    html("privacy:accessServer"),
    html("privacy:accessDatabase"),
    html("privacy:accessKey"),
    html("privacy:accessLaw"),
  ]);
}

export function who(words: Words, organisation: Organisation | undefined): Answer {
  const { html } = words;
  if (organisation === undefined) {
    return screen(words, "who", [html("privacy:whoNobody"), html("privacy:authority")]);
  }
  const { name, address, email, privacyContact, complaintsContact } = organisation;
  const contacts = [
    html("privacy:address", { address }),
    html("privacy:email", { email }),
    html("privacy:questions", { contact: privacyContact }),
    html("privacy:complaints", { contact: complaintsContact }),
  ];
  return screen(words, "who", [
    html("privacy:who", { organisation: name }),
    contacts.join("\n"),
    html("privacy:authority"),
  ]);
}

/**
 * The only question that is asked before everything is erased.
 *
 * @param besides what else that means for who asks
 */
export function askToForget({ html, plain }: Words, besides: readonly string[]): Answer {
  return {
    text: [html("privacy:forget"), ...besides].join("\n\n"),
    buttons: [
      [
        { label: plain("privacy:buttons.yes"), tap: forgetButton.tap("yes") },
        { label: plain("privacy:buttons.no"), tap: forgetButton.tap("no") },
      ],
    ],
    view: forgetButton.tap("ask"),
  };
}

/** @param erased what was erased, each feature's in its own words */
export function forgotten(words: Words, erased: readonly string[], organisation: Organisation | undefined): Answer {
  const lines =
    erased.length === 0 ? [words.html("privacy:forgetNothing")] : [...erased, ...backups(words, organisation)];
  return { text: lines.join("\n\n"), buttons: [[privacyLink(words)]] };
}

export function notForgotten(words: Words, outcome: "kept" | "failed" | "group"): Answer {
  const again = { label: words.plain("privacy:buttons.yes"), tap: forgetButton.tap("yes") };
  switch (outcome) {
    case "kept":
      return { text: words.html("privacy:forgetKept"), buttons: [[privacyLink(words)]] };
    case "failed":
      return { text: words.html("privacy:forgetFailed"), buttons: [[again, privacyLink(words)]] };
    case "group":
      return { text: words.html("privacy:forgetGroup"), buttons: [[privacyLink(words)]] };
  }
}

/** What is erased here may live on in back-ups for a while. */
function backups({ html, language }: Words, organisation: Organisation | undefined): readonly string[] {
  if (organisation === undefined) {
    return [];
  }
  const { name, privacyContact, backupDays } = organisation;
  switch (backupDays) {
    case null:
      return [html("privacy:backupsUnknown", { organisation: name, contact: privacyContact })];
    case 0:
      return [html("privacy:noBackups")];
    default:
      return [html("privacy:backups", { days: days(language, backupDays) })];
  }
}

function screen(words: Words, name: PrivacyScreen, paragraphs: readonly string[]): Answer {
  return { text: paragraphs.join("\n\n"), buttons: [[back(words)]], view: privacyButton.tap(name) };
}

function screenButton({ plain }: Words, name: Exclude<PrivacyScreen, "overview">): Button {
  return { label: plain(`privacy:buttons.${name}`), tap: privacyButton.tap(name) };
}

function back({ plain }: Words): Button {
  return { label: plain("privacy:buttons.back"), tap: privacyButton.tap("overview") };
}

/** What is stored now: to see for oneself. */
function privacyLink(words: Words): Button {
  return screenButton(words, "stored");
}

function forgetLink({ plain }: Words): Button {
  return { label: plain("privacy:buttons.forget"), tap: forgetButton.tap("ask") };
}

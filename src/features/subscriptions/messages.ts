import type { Place } from "../../core/places/place.ts";
import type { Words } from "../../i18n/translate.ts";
import type { Answer, Button, ButtonRows } from "../../telegram/answer.ts";
import { placesInButton, stopButton, subscribeButton, type Wish } from "./buttons.ts";
import type { Subscription } from "./repository.ts";

/** What was asked for holds; what is stored for it, and one tap to undo it. */
export function subscribed(words: Words, places: readonly Place[], isNew: boolean): Answer {
  const { html, plain, language } = words;
  const [place] = places;
  const one = place !== undefined && places.length === 1 ? place : undefined;
  const told =
    one === undefined
      ? html("subscriptions:subscribedAgain")
      : html(isNew ? "subscriptions:subscribed" : "subscriptions:already", { place: one.name[language] });
  const stop = stopButton.tap({ place: one?.number ?? "all", keep: false });
  return {
    text: [told, html("subscriptions:stored")].join("\n\n"),
    buttons: [[{ label: plain(isNew ? "subscriptions:buttons.undo" : "subscriptions:buttons.stop"), tap: stop }]],
    view: subscribeButton.tap({ places: places.map(({ number }) => number) }),
  };
}

export interface PlaceChoice {
  /** Those of one page. */
  readonly places: readonly Place[];
  readonly page: number;
  readonly more: boolean;
  /** Those about which messages come already. */
  readonly subscribed: ReadonlySet<number>;
  /** Whether the place of an old button is no longer there. */
  readonly gone: boolean;
}

export function whichPlace(words: Words, { places, page, more, subscribed: known, gone }: PlaceChoice): Answer {
  const { html, plain, language } = words;
  const button = ({ number, name }: Place): Button => ({
    label: known.has(number) ? plain("subscriptions:chosen", { place: name[language] }) : name[language],
    tap: subscribeButton.tap({ places: [number] }),
  });
  const next = { label: plain("subscriptions:buttons.more"), tap: subscribeButton.tap({ page: page + 1 }) };
  return {
    text: [...(gone ? [html("subscriptions:placeGone")] : []), html("subscriptions:whichPlace")].join("\n\n"),
    buttons: [
      ...places.map((place) => [button(place)]),
      ...(more ? [[next]] : []),
      ...(known.size > 0 ? [[stopAll(words)]] : []),
    ],
    view: subscribeButton.tap({ page }),
  };
}

/** @param place the one of which it was asked; nothing for all */
export function stopped({ html, plain, language }: Words, erased: readonly number[], place: Place | undefined): Answer {
  if (erased.length === 0) {
    return { text: html("subscriptions:nothingToStop") };
  }
  const again = { label: plain("subscriptions:buttons.undo"), tap: subscribeButton.tap({ places: erased }) };
  return {
    text:
      place === undefined
        ? html("subscriptions:stoppedAll")
        : html("subscriptions:stopped", { place: place.name[language] }),
    buttons: erased.length > placesInButton ? [] : [[again]],
  };
}

export type Obstacle = "group" | "nowhere";

export function notPossible({ html }: Words, obstacle: Obstacle): Answer {
  return { text: html(`subscriptions:notPossible.${obstacle}`) };
}

/** With the button that tries it once more. */
export function failed({ html, plain }: Words, wish: Wish | "stop"): Answer {
  const again: Button =
    wish === "stop"
      ? { label: plain("subscriptions:buttons.stop"), tap: stopButton.tap({ place: "all", keep: false }) }
      : { label: plain("subscriptions:buttons.subscribe"), tap: subscribeButton.tap(wish) };
  return { text: html("subscriptions:failed"), buttons: [[again]] };
}

/** Under every message that tells something. */
export function stopRow({ plain }: Words, place: number | "all"): ButtonRows {
  return [[{ label: plain("subscriptions:buttons.stop"), tap: stopButton.tap({ place, keep: true }) }]];
}

function stopAll({ plain }: Words): Button {
  return { label: plain("subscriptions:buttons.stop"), tap: stopButton.tap({ place: "all", keep: false }) };
}

/** Enough to see that it is the same each time. */
const shownOfBytes = 8;

/** The rows as they stand in the database, long values shortened; in letters of one width. */
export function storedRows(
  words: Words,
  rows: readonly Subscription[],
  placeOf: (number: number) => Place | undefined,
): string {
  const { html, plain } = words;
  const short = (bytes: Buffer) => `${bytes.toString("hex").slice(0, shownOfBytes)}…`;
  const blocks = rows.map(({ code, place: number, chat, language }) => {
    const place = placeOf(number);
    const named =
      place === undefined ? number : plain("subscriptions:row.named", { number, name: place.name[words.language] });
    return [
      html("subscriptions:row.code", { code: short(code) }),
      html("subscriptions:row.chat", { chat: short(chat) }),
      html("subscriptions:row.place", { place: named }),
      html("subscriptions:row.language", { language }),
    ].join("\n");
  });
  return `<pre>${blocks.join("\n\n")}</pre>`;
}

export function erasedRows({ html }: Words): string {
  return html("subscriptions:erased");
}

import type { Language } from "../../core/language.ts";
import { addressIn, type PartlyLocalized, type Place } from "../../core/places/place.ts";
import { distance } from "../../i18n/format.ts";
import type { Words } from "../../i18n/translate.ts";
import type { Answer, Button, Venue } from "../../telegram/answer.ts";
import type { Tap } from "../../telegram/buttons.ts";
import { mapButton, whereButton } from "./buttons.ts";

/** Metres beyond which nobody walks in. */
const farAway = 50_000;

/** One place with all that helps to get in; several with their addresses. */
export function whereAnswer(
  words: Words,
  places: readonly Place[],
  page: number,
  { more, openToday }: { readonly more: boolean; readonly openToday: Tap },
): Answer {
  const view = whereButton.tap({ page });
  const [only] = places;
  if (only === undefined) {
    return { text: words.html("places:noPlaces"), view };
  }
  const text =
    places.length === 1
      ? placeLines(words, only).join("\n")
      : places.map((place) => addressLine(words, place)).join("\n\n");
  const next: Button = { label: words.plain("places:buttons.more"), tap: whereButton.tap({ page: page + 1 }) };
  return {
    text,
    buttons: [...mapButtons(words, places), ...(more ? [[next]] : []), [openButton(words, openToday)]],
    view,
  };
}

export interface NearPlace {
  readonly place: Place;
  readonly metres: number;
}

/** The nearest first. The parent's location goes no further than this. */
export function nearestAnswer(
  words: Words,
  near: readonly NearPlace[],
  withoutLocation: readonly Place[],
  openToday: Tap,
): Answer {
  const [nearest] = near;
  if (nearest === undefined) {
    const addresses = withoutLocation.map((place) => addressLine(words, place));
    return {
      text:
        addresses.length === 0
          ? words.html("places:noPlaces")
          : [words.html("places:noLocation"), ...addresses].join("\n"),
    };
  }
  const lines = near.map(({ place, metres }) =>
    words.html("places:distance", {
      place: place.name[words.language],
      distance: distance(words, metres),
      address: addressIn(words.language, place),
    }),
  );
  const far = nearest.metres > farAway ? [words.html("places:far")] : [];
  return {
    text: [...lines, [...far, words.html("places:notKept")].join(" ")].join("\n\n"),
    buttons: [
      ...mapButtons(
        words,
        near.map(({ place }) => place),
      ),
      [openButton(words, openToday)],
    ],
  };
}

export function venueOf(language: Language, place: Place): Venue | undefined {
  const { location } = place.facts;
  return location === undefined
    ? undefined
    : { location, title: place.name[language], address: addressIn(language, place) };
}

function openButton(words: Words, tap: Tap): Button {
  return { label: words.plain("places:buttons.open"), tap };
}

function mapButtons(words: Words, places: readonly Place[]): readonly (readonly Button[])[] {
  return places
    .filter(({ facts }) => facts.location !== undefined)
    .map(({ number, name }) => [
      {
        label: words.plain("places:buttons.map", { place: name[words.language] }),
        tap: mapButton.tap({ place: number }),
      },
    ]);
}

function addressLine(words: Words, place: Place): string {
  return words.html("places:where", { place: place.name[words.language], address: addressIn(words.language, place) });
}

function placeLines(words: Words, place: Place): string[] {
  const { entrance, transport, prams, wheelchair, phone } = place.facts;
  const line = (key: "entrance" | "transport" | "prams" | "wheelchair", value: PartlyLocalized | undefined) => {
    const text = value?.[words.language];
    return text === undefined ? [] : [words.html(`places:${key}`, { text })];
  };
  return [
    addressLine(words, place),
    ...line("entrance", entrance),
    ...line("transport", transport),
    ...line("prams", prams),
    ...(typeof wheelchair === "boolean"
      ? [words.html(wheelchair ? "places:wheelchairYes" : "places:wheelchairNo")]
      : line("wheelchair", wheelchair)),
    ...(phone === undefined ? [] : [words.html("places:phone", { phone })]),
  ];
}

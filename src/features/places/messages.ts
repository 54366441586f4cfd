import type { Language } from "../../core/language.ts";
import { addressIn, type PartlyLocalized, type Place } from "../../core/places/place.ts";
import { distance } from "../../i18n/format.ts";
import type { Words } from "../../i18n/translate.ts";
import type { Answer, Button, ButtonRows, Photo, Venue } from "../../telegram/answer.ts";
import type { Tap } from "../../telegram/buttons.ts";
import { mapButton, placeButton, whereButton } from "./buttons.ts";

/** Metres beyond which nobody walks in. */
const farAway = 50_000;

/** What other features answer, as taps. */
export interface OtherAnswers {
  /** Whether it is open today: at the chosen place, or at all of them. */
  readonly openToday: Tap;
  readonly today: (place: number) => Tap;
  readonly tomorrow: (place: number) => Tap;
  readonly thisWeek: (place: number) => Tap;
  /** Makes a place the chosen one. */
  readonly choosePlace: (place: number) => Tap;
  /** Opens the choice of a place. */
  readonly choosePlaces: Tap;
}

/** What shows and says where a parent arrives. */
export interface PlaceFace {
  readonly above?: Photo;
  readonly buttons: ButtonRows;
}

interface Offers {
  readonly face: PlaceFace;
  readonly taps: OtherAnswers;
  readonly isOnlyPlace: boolean;
  /** Whether the parent may make it the chosen one. */
  readonly mayChoose: boolean;
}

/** One place with all that helps to get in. */
export function wayAnswer(words: Words, place: Place, { face, taps, isOnlyPlace }: Omit<Offers, "mayChoose">): Answer {
  const { number, name } = place;
  const map = mapTap(place, words.plain("places:buttons.map", { place: name[words.language] }));
  const open: Button = { label: words.plain("places:buttons.open"), tap: taps.today(number) };
  return {
    text: wayLines(words, place).join("\n"),
    ...aboveOf(face),
    buttons: [
      ...rowOf(map),
      ...face.buttons,
      [open],
      ...(isOnlyPlace ? [] : [[aboutPlace(words, place), allPlacesButton(words)]]),
    ],
    view: whereButton.tap({ place: number }),
  };
}

/** Several places with their addresses. */
export function whereAnswer(
  words: Words,
  places: readonly Place[],
  page: number,
  { more, taps, mayChoose }: { readonly more: boolean; readonly taps: OtherAnswers; readonly mayChoose: boolean },
): Answer {
  const view = whereButton.tap({ page });
  if (places.length === 0) {
    return { text: words.html("places:noPlaces"), view };
  }
  const next: Button = { label: words.plain("places:buttons.more"), tap: whereButton.tap({ page: page + 1 }) };
  const choose: Button = { label: words.plain("places:buttons.choosePlace"), tap: taps.choosePlaces };
  return {
    text: places.map((place) => addressLine(words, place)).join("\n\n"),
    buttons: [
      ...placeRows(words, places),
      ...(more ? [[next]] : []),
      [...(mayChoose ? [choose] : []), openButton(words, taps.openToday)],
    ],
    view,
  };
}

/** How it stands there today, the address, and everything else one tap away. */
export function placeCard(words: Words, place: Place, status: Answer, offers: Offers): Answer {
  const { face, taps, isOnlyPlace, mayChoose } = offers;
  const { number } = place;
  const { plain } = words;
  const mine: Button = { label: plain("places:buttons.mine"), tap: taps.choosePlace(number) };
  const way: Button = { label: plain("places:buttons.way"), tap: whereButton.tap({ place: number }) };
  return {
    text: [status.text, words.html("places:address", { address: addressIn(words.language, place) })].join("\n\n"),
    ...aboveOf(face),
    buttons: [
      ...(mayChoose ? [[mine]] : []),
      [
        { label: plain("places:buttons.tomorrow"), tap: taps.tomorrow(number) },
        { label: plain("places:buttons.thisWeek"), tap: taps.thisWeek(number) },
      ],
      [...mapTap(place, plain("places:buttons.mapHere")), way],
      ...face.buttons,
      ...(isOnlyPlace ? [] : [[allPlacesButton(words)]]),
    ],
    view: placeButton.tap({ place: number }),
  };
}

/** A name or a commune that stands for several places. */
export function whichPlace(words: Words, places: readonly Place[]): Answer {
  const lines = places.map((place) => addressLine(words, place));
  return {
    text: [words.html("places:whichPlace"), ...lines].join("\n\n"),
    buttons: [...places.map((place) => [aboutPlace(words, place)]), [allPlacesButton(words)]],
  };
}

/** An old button's place that is no longer there; then those that are. */
export function withoutPlace({ html }: Words, answer: Answer): Answer {
  return { ...answer, text: [html("places:gone"), answer.text].join("\n\n") };
}

export interface NearPlace {
  readonly place: Place;
  readonly metres: number;
  readonly status: Answer;
}

/**
 * The nearest first. The parent's location goes no further than this.
 *
 * @param elsewhere places of which nobody knows where exactly they are
 */
export function nearestAnswer(
  words: Words,
  near: readonly NearPlace[],
  elsewhere: readonly Place[],
  taps: OtherAnswers,
): Answer {
  const [nearest] = near;
  const addresses = elsewhere.map((place) => addressLine(words, place));
  if (nearest === undefined) {
    return addresses.length === 0
      ? { text: words.html("places:noPlaces") }
      : {
          text: [words.html("places:noLocation"), ...addresses].join("\n"),
          buttons: [...placeRows(words, elsewhere), [openButton(words, taps.openToday)]],
        };
  }
  const lines = near.map(({ place, metres, status }) =>
    [
      words.html("places:distance", {
        place: place.name[words.language],
        distance: distance(words, metres),
        address: addressIn(words.language, place),
      }),
      status.text,
    ].join("\n"),
  );
  const far = nearest.metres > farAway ? [words.html("places:far")] : [];
  const unknown = addresses.length === 0 ? [] : [[words.html("places:elsewhere"), ...addresses].join("\n")];
  return {
    text: [...lines, ...unknown, [...far, words.html("places:notKept")].join(" ")].join("\n\n"),
    buttons: [
      ...placeRows(words, [...near.map(({ place }) => place), ...elsewhere]),
      [openButton(words, taps.openToday)],
    ],
  };
}

export function venueOf(language: Language, place: Place): Venue | undefined {
  const { location } = place.facts;
  return location === undefined
    ? undefined
    : { location, title: place.name[language], address: addressIn(language, place) };
}

export function allPlacesButton({ plain }: Words): Button {
  return { label: plain("places:buttons.allPlaces"), tap: whereButton.tap({ page: 0 }) };
}

function openButton(words: Words, tap: Tap): Button {
  return { label: words.plain("places:buttons.open"), tap };
}

/** A row for each place: its name, and its map where it is known. */
function placeRows(words: Words, places: readonly Place[]): ButtonRows {
  const label = words.plain("places:buttons.mapHere");
  return places.map((place) => [aboutPlace(words, place), ...mapTap(place, label)]);
}

function aboutPlace({ language }: Words, { name, number }: Place): Button {
  return { label: name[language], tap: placeButton.tap({ place: number }) };
}

function mapTap({ facts, number }: Place, label: string): readonly Button[] {
  return facts.location === undefined ? [] : [{ label, tap: mapButton.tap({ place: number }) }];
}

function rowOf(buttons: readonly Button[]): ButtonRows {
  return buttons.length === 0 ? [] : [buttons];
}

function aboveOf({ above }: PlaceFace): Pick<Answer, "above"> {
  return above === undefined ? {} : { above };
}

function addressLine(words: Words, place: Place): string {
  return words.html("places:where", { place: place.name[words.language], address: addressIn(words.language, place) });
}

/** All that helps to get in, a line each. */
export function wayLines(words: Words, place: Place): string[] {
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

/** A link to a place that is not there: said before the welcome, which comes all the same. */
export function unknownLink({ html }: Words): string {
  return html("places:unknownLink");
}

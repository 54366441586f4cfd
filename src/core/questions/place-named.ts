import { languages } from "../language.ts";
import { addressIn, type Place } from "../places/place.ts";
import { wordsOf } from "./normalise.ts";

/** The communes of Brussels as they are written in all three languages, for places whose address has one spelling. */
const communes: readonly (readonly string[])[] = [
  ["molenbeek", "مولنبيك", "مولنبيك", "molenbik"],
  ["schaarbeek", "schaerbeek", "سخاربيك", "شاربيك", "skharbeek", "scharbeek"],
  ["anderlecht", "اندرلخت", "اندرلخت"],
  ["jette", "جيت", "يت"],
  ["vorst", "forest", "فورست", "فوريست"],
  ["elsene", "ixelles", "اكسيل", "ايكسل"],
  ["ukkel", "uccle", "اوكل"],
  ["etterbeek", "ايتربيك"],
  ["evere", "ايفير"],
  ["laken", "laeken", "لاكن"],
  ["koekelberg", "كوكلبيرغ"],
  ["ganshoren", "غانشورن"],
  ["gillis", "gilles", "سان_جيل"],
  ["vilvoorde", "vilvorde"],
];

/** What can be typed of a place, read once for as long as the place lives: each question looks at all of them. */
interface TypedOf {
  /** Its name in each language, with a blank around. */
  readonly names: readonly string[];
  /** The same without words that ask nothing. */
  readonly shortNames: readonly string[];
  /** The communes of its address, each as all ways to write it. */
  readonly addressed: readonly (readonly string[])[];
  /** Every word of the commune, in any language. */
  readonly commune: ReadonlySet<string>;
}

const typedOfPlaces = new WeakMap<Place, TypedOf>();

function typedOf(place: Place): TypedOf {
  const known = typedOfPlaces.get(place);
  if (known !== undefined) {
    return known;
  }
  const names = languages.map((language) => wordsOf(place.name[language]));
  const addresses = languages.map((language) => wordsOf(addressIn(language, place)));
  const address = new Set(addresses.flat());
  const own = new Set(addresses.flatMap(communeWords));
  const typed = {
    names: names.map((words) => ` ${words.join(" ")} `),
    shortNames: names.map((words) => withoutSmallWords(words).join(" ")),
    addressed: communes.filter((ways) => ways.some((way) => address.has(way))),
    commune: own.union(new Set(communes.filter((ways) => ways.some((way) => own.has(way))).flat())),
  };
  typedOfPlaces.set(place, typed);
  return typed;
}

/** The number of the one place that the words name, by its name or its commune; null where none or several are meant. */
export function placeNamed(words: readonly string[], places: readonly Place[]): number | null {
  if (places.length === 0) {
    return null;
  }
  const text = ` ${words.join(" ")} `;
  const named = places.filter((place) => typedOf(place).names.some((name) => text.includes(name)));
  const meant = named.length > 0 ? named : places.filter((place) => isInCommuneOf(words, place));
  return meant.length === 1 ? (meant[0]?.number ?? null) : null;
}

/** Words that may stand around a name or a commune without asking anything. */
const around = new Set(["de", "het", "le", "la", "l", "in", "te", "a", "au", "en", "في", "ب", "نواحي"]);

/**
 * The places that are meant where nothing is typed but a name, a commune or a postal code: all those of a commune. Empty
 * where anything else is said.
 */
export function placesTyped(text: string, places: readonly Place[]): readonly Place[] {
  const words = withoutSmallWords(wordsOf(text));
  if (words.length === 0) {
    return [];
  }
  const typed = words.join(" ");
  const named = places.filter((place) => typedOf(place).shortNames.includes(typed));
  return named.length > 0 ? named : places.filter((place) => isCommuneOf(words, place));
}

function withoutSmallWords(words: readonly string[]): readonly string[] {
  return words.filter((word) => !around.has(word));
}

/** Whether all words are those of the commune, in any language. */
function isCommuneOf(words: readonly string[], place: Place): boolean {
  const { commune } = typedOf(place);
  return words.every((word) => commune.has(word)) && words.some((word) => word.length >= 3);
}

/** From the postal code on: `1080 sint jans molenbeek`. Without one nobody knows where the street ends. */
function communeWords(address: readonly string[]): readonly string[] {
  const code = address.findIndex((word) => /^\d{4}$/.test(word));
  return code < 0 ? [] : address.slice(code);
}

function isInCommuneOf(words: readonly string[], place: Place): boolean {
  return typedOf(place).addressed.some((names) =>
    words.some((word) =>
      names.some((name) => word === name || (word.endsWith(name) && word.length <= name.length + 3)),
    ),
  );
}

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

/** The number of the one place that the words name, by its name or its commune; null where none or several are meant. */
export function placeNamed(words: readonly string[], places: readonly Place[]): number | null {
  if (places.length === 0) {
    return null;
  }
  const text = ` ${words.join(" ")} `;
  const named = places.filter((place) =>
    languages.some((language) => text.includes(` ${wordsOf(place.name[language]).join(" ")} `)),
  );
  const meant = named.length > 0 ? named : places.filter((place) => isInCommuneOf(words, place));
  return meant.length === 1 ? (meant[0]?.number ?? null) : null;
}

function isInCommuneOf(words: readonly string[], place: Place): boolean {
  const address = new Set(languages.flatMap((language) => wordsOf(addressIn(language, place))));
  return communes
    .filter((names) => names.some((name) => address.has(name)))
    .some((names) =>
      words.some((word) =>
        names.some((name) => word === name || (word.endsWith(name) && word.length <= name.length + 3)),
      ),
    );
}

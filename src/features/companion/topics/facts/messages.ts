import type { PartlyLocalized, Place } from "../../../../core/places/place.ts";
import { languageNames } from "../../../../i18n/language-names.ts";
import type { Words } from "../../../../i18n/translate.ts";
import type { Topic } from "../topic.ts";

/** Topics on which each place has something of its own to say. */
export type TopicWithFacts = Extract<Topic, "who" | "cost" | "bring" | "languages" | "rules" | "full" | "human">;

type Lines = readonly string[];

/** Spoken at home in Brussels, and without a good name in Unicode's list: Moroccan Arabic, Berber languages, sign languages. */
const namedOurselves = ["ary", "ber", "zgh", "rif", "vgt", "sfb"] as const;

/** What a place says of itself on a topic. What is not known is left out, or is for the team to say. */
export function factsOf(words: Words, topic: TopicWithFacts, place: Place): Lines {
  switch (topic) {
    case "who":
      return agesLines(words, place);
    case "cost":
      return [costLine(words, place)];
    case "bring":
      return bringLines(words, place);
    case "languages":
      return [languagesLine(words, place)];
    case "rules":
      return [textOr(words, place.facts.houseRules, "topics:facts.moreRules", place)];
    case "full":
      return [textOr(words, place.facts.whenFull, "topics:facts.isFull", place)];
    case "human":
      return contactLines(words, place);
  }
}

/** Whom to ask, by telephone where there is one. */
export function ask({ plain }: Words, place: Place | undefined): string {
  const phone = place?.facts.phone;
  return phone === undefined ? plain("topics:ask") : plain("topics:ask", { context: "phone", phone });
}

function agesLines(words: Words, place: Place): Lines {
  const { html, language } = words;
  const ages = place.facts.ages?.[language];
  const adults = place.facts.whoMayCome?.[language];
  return [
    ages === undefined
      ? html("topics:facts.whichAges", { ask: ask(words, place) })
      : html("topics:facts.ages", { text: ages }),
    ...(adults === undefined ? [] : [html("topics:facts.adults", { text: adults })]),
  ];
}

function costLine(words: Words, place: Place): string {
  const { price } = place.facts;
  if (price === "free" || price === "free-contribution") {
    return words.html(price === "free" ? "topics:facts.free" : "topics:facts.freeContribution");
  }
  return textOr(words, price, "topics:facts.noPrice", place);
}

function bringLines(words: Words, place: Place): Lines {
  const { whatToBring, snacks, prams, changingTable } = place.facts;
  const { html, language } = words;
  const line = (key: "bring" | "snacks" | "prams" | "changingTable", fact: PartlyLocalized | undefined) => {
    const text = fact?.[language];
    return text === undefined ? [] : [html(`topics:facts.${key}`, { text })];
  };
  const known = [
    ...line("bring", whatToBring),
    ...line("snacks", snacks),
    ...line("prams", prams),
    ...(typeof changingTable === "boolean"
      ? [html(changingTable ? "topics:facts.changingTableYes" : "topics:facts.changingTableNo")]
      : line("changingTable", changingTable)),
  ];
  switch (known.length) {
    case 0:
      return [html("topics:facts.whatToBring", { ask: ask(words, place) })];
    case 4:
      return known;
    default:
      return [...known, html("topics:facts.more", { ask: ask(words, place) })];
  }
}

function languagesLine(words: Words, place: Place): string {
  const { languages } = place.facts;
  if (languages === undefined || languages.length === 0) {
    return words.html("topics:facts.whichLanguages", { ask: ask(words, place) });
  }
  const ownNames = Object.fromEntries(namedOurselves.map((tag) => [tag, words.plain(`topics:languageNames.${tag}`)]));
  return words.html("topics:facts.spoken", { languages: languageNames(words.language, languages, ownNames) });
}

function contactLines({ html }: Words, { facts: { phone, email, website } }: Place): Lines {
  const known = [
    ...(phone === undefined ? [] : [html("topics:facts.phone", { phone })]),
    ...(email === undefined ? [] : [html("topics:facts.email", { email })]),
    ...(website === undefined ? [] : [html("topics:facts.website", { website })]),
  ];
  return [...known, html(known.length === 0 ? "topics:facts.onlyThere" : "topics:facts.alsoThere")];
}

function textOr(
  words: Words,
  fact: PartlyLocalized | undefined,
  unknown: "topics:facts.moreRules" | "topics:facts.isFull" | "topics:facts.noPrice",
  place: Place,
): string {
  const text = fact?.[words.language];
  return text === undefined
    ? words.html(unknown, { ask: ask(words, place) })
    : words.html("topics:facts.text", { text });
}

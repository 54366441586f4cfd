import type { PartlyLocalized, Place } from "../../../core/places/place.ts";
import type { Words } from "../../../i18n/translate.ts";
import type { Answer, ButtonRows } from "../../../telegram/answer.ts";
import { topicButton } from "./buttons.ts";
import type { Topic } from "./topic.ts";

/** Places in one message. */
const mostPlaces = 8;

/** What holds everywhere, joined with what each place says of itself. */
export function topicAnswer(words: Words, topic: Topic, all: readonly Place[], buttons: ButtonRows): Answer {
  const places = all.slice(0, mostPlaces);
  return { text: linesOf(words, topic, places).join("\n\n"), buttons, view: topicButton.tap(topic) };
}

function linesOf(words: Words, topic: Topic, places: readonly Place[]): readonly string[] {
  const { html, language } = words;
  const perPlace = (key: "bring" | "ages", fact: (place: Place) => PartlyLocalized | undefined) =>
    places.flatMap((place) => {
      const text = fact(place)?.[language];
      return text === undefined ? [] : [html(`topics:${key}`, { place: place.name[language], text })];
    });
  switch (topic) {
    case "cost":
      return [places.map((place) => costLine(words, place)).join("\n")];
    case "human":
      return [html("topics:human"), places.map((place) => phoneLine(words, place)).join("\n")];
    case "who":
      return [html("topics:who"), ...perPlace("ages", ({ facts }) => facts.ages)];
    case "first_visit":
      return [html("topics:first_visit"), ...perPlace("bring", ({ facts }) => facts.whatToBring)];
    default:
      return [html(`topics:${topic}`)];
  }
}

function costLine({ html, language }: Words, { name, facts: { price } }: Place): string {
  const place = name[language];
  if (price === "free" || price === "free-contribution") {
    return html(`topics:cost_${price}`, { place });
  }
  const text = price?.[language];
  return text === undefined ? html("topics:cost_unknown", { place }) : html("topics:cost_text", { place, text });
}

function phoneLine({ html, language }: Words, { name, facts: { phone } }: Place): string {
  const place = name[language];
  return phone === undefined ? html("topics:human_unknown", { place }) : html("topics:human_phone", { place, phone });
}

import type { Place } from "../../../core/places/place.ts";
import type { Words } from "../../../i18n/translate.ts";
import type { Answer, Button, ButtonRows } from "../../../telegram/answer.ts";
import { topicAtButton, topicButton } from "./buttons.ts";
import { ask, factsOf, type TopicWithFacts } from "./facts/messages.ts";
import { related } from "./related.ts";
import type { PlainTopic, Topic } from "./topic.ts";

/** Places in one message. */
const mostPlaces = 8;
/** UTF-16 units of one message that places may fill: well below Telegram's 4096. */
const mostText = 3400;

/** The places of which the facts are shown, and whether they need their names: there are others. */
export interface AskedPlaces {
  readonly places: readonly Place[];
  readonly named: boolean;
  /** The number of the one that the question named, if it did. */
  readonly only: number | null;
}

/** What holds everywhere, joined with what each place says of itself. */
export function topicAnswer(words: Words, topic: PlainTopic, asked: AskedPlaces, below: ButtonRows): Answer {
  return {
    text: textOf(words, topic, asked),
    buttons: [related[topic].map((next) => listedButton(words, next)), ...below],
    view: asked.only === null ? topicButton.tap(topic) : topicAtButton.tap({ topic, place: asked.only }),
  };
}

export function listedButton({ plain }: Words, topic: Topic): Button {
  return { label: plain(`topics:buttons.${topic}`), tap: topicButton.tap(topic) };
}

function textOf(words: Words, topic: PlainTopic, asked: AskedPlaces): string {
  switch (topic) {
    case "cost":
    case "bring":
      return placesText(words, topic, asked);
    case "who":
    case "languages":
    case "rules":
    case "full":
    case "human":
      return [words.html(`topics:${topic}`), placesText(words, topic, asked)].join("\n\n");
    default:
      return words.html(`topics:${topic}`);
  }
}

function placesText(words: Words, topic: TopicWithFacts, { places, named }: AskedPlaces): string {
  const blocks = places.slice(0, mostPlaces).map((place) => {
    const facts = factsOf(words, topic, place);
    const name = words.html("topics:place", { place: place.name[words.language] });
    return [...(named ? [name] : []), ...facts].join("\n");
  });
  if (blocks.length === 0) {
    return ask(words, undefined);
  }
  const shown = blocks.filter((_, index) => blocks.slice(0, index + 1).join("\n\n").length <= mostText);
  const rest = shown.length < places.length ? [words.html("topics:otherPlaces")] : [];
  return [...shown, ...rest].join("\n\n");
}

import { defineButton } from "../../../telegram/buttons.ts";
import { type Topic, topics } from "./topic.ts";

/** What is known where the bot answers for all places, or for the chosen one. */
export const topicButton = defineButton<Topic>({
  code: "to",
  write: (topic) => topic,
  read: (payload) => topics.find((topic) => topic === payload) ?? null,
});

export interface TopicAt {
  readonly topic: Topic;
  /** By its number. */
  readonly place: number;
}

/** `cost-3`: a topic at the place that a question named. */
export const topicAtButton = defineButton<TopicAt>({
  code: "tp",
  write: ({ topic, place }) => `${topic}-${place}`,
  read(payload) {
    const [, name, place] = /^([a-z_]+)-(\d{1,5})$/.exec(payload) ?? [];
    const topic = topics.find((each) => each === name);
    return topic === undefined ? null : { topic, place: Number(place) };
  },
});

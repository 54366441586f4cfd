import { defineButton } from "../../../telegram/buttons.ts";
import { type Topic, topics } from "./topic.ts";

export const topicButton = defineButton<Topic>({
  code: "to",
  write: (topic) => topic,
  read: (payload) => topics.find((topic) => topic === payload) ?? null,
});

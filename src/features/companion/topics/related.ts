import type { PlainTopic, Topic } from "./topic.ts";

/** What is asked next, most of the time: two to a topic, as many as fit beside each other. */
export const related: Readonly<Record<PlainTopic, readonly Topic[]>> = {
  about: ["not", "first_visit"],
  not: ["team", "first_visit"],
  who: ["welcome", "cost"],
  welcome: ["languages", "registration"],
  cost: ["registration", "bring"],
  registration: ["welcome", "first_visit"],
  team: ["languages", "human"],
  bring: ["rules", "first_visit"],
  languages: ["welcome", "team"],
  rules: ["full", "bring"],
  full: ["registration", "rules"],
  bridge: ["team", "first_visit"],
  human: ["team", "languages"],
};

import type { ListedTopic, PlainTopic } from "./topic.ts";

/** What is asked next, most of the time: two to a topic, as many as fit beside each other. */
export const related: Readonly<Record<PlainTopic, readonly ListedTopic[]>> = {
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
  subscribe: ["human", "privacy"],
  unsubscribe: ["human", "privacy"],
};

/** What a parent may want to know beside hours and address. Those that are intents of typed questions are named as these. */
export const topics = [
  "about",
  "not",
  "first_visit",
  "who",
  "welcome",
  "cost",
  "registration",
  "team",
  "bring",
  "languages",
  "rules",
  "full",
  "bridge",
  "human",
  "privacy",
] as const;

export type Topic = (typeof topics)[number];

/** Topics that are one message; the first visit has steps, and privacy screens of its own. */
export type PlainTopic = Exclude<Topic, "first_visit" | "privacy">;

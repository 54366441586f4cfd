/** What a parent may want to know beside hours and address. Named as the intents of typed questions. */
export const topics = [
  "about",
  "first_visit",
  "who",
  "cost",
  "registration",
  "privacy",
  "human",
  "feedback",
  "subscribe",
  "unsubscribe",
] as const;

export type Topic = (typeof topics)[number];

/** What a parent wants; `data/questions/README.md` says where one ends and the next begins. */
export const intents = [
  "hours",
  "next_open",
  "where",
  "about",
  "first_visit",
  "who",
  "cost",
  "registration",
  "privacy",
  "feedback",
  "subscribe",
  "unsubscribe",
  "language",
  "human",
  "worry",
  "emergency",
  "greeting",
  "other",
] as const;

export type Intent = (typeof intents)[number];

/** Each has its own number to call. */
export const emergencyKinds = ["medical", "poison", "violence", "suicide", "unsure"] as const;

export type EmergencyKind = (typeof emergencyKinds)[number];

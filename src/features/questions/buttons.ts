import { defineButton } from "../../telegram/buttons.ts";

/** What was not understood: a text, or anything else, such as a voice or a photo. */
export type Sent = "text" | "other";

/** Redraws the answer to what the bot does not understand. */
export const notUnderstoodButton = defineButton<Sent>({
  code: "q",
  write: (sent) => sent,
  read: (payload) => (payload === "text" || payload === "other" ? payload : null),
});

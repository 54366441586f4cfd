import { defineButton } from "../../telegram/buttons.ts";

/** Erases the message that was answered, by its number, and the answer itself. */
export const eraseButton = defineButton<{ readonly message: number }>({
  code: "e",
  write: ({ message }) => String(message),
  read: (payload) => (/^\d{1,15}$/.test(payload) ? { message: Number(payload) } : null),
});

/** Redraws what is said to a worry, or to despair. */
export const listenersButton = defineButton<"worry" | "despair">({
  code: "hl",
  write: (need) => need,
  read: (payload) => (payload === "worry" || payload === "despair" ? payload : null),
});

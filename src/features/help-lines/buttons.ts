import { defineButton } from "../../telegram/buttons.ts";

/** Erases the message that was answered, by its number, and the answer itself. */
export const eraseButton = defineButton<{ readonly message: number }>({
  code: "e",
  write: ({ message }) => String(message),
  read: (payload) => (/^\d{1,15}$/.test(payload) ? { message: Number(payload) } : null),
});

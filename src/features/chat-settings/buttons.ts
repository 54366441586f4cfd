import { defineBareButton, defineButton } from "../../telegram/buttons.ts";

/** Opens the choice of a language. */
export const languagesButton = defineBareButton("l");

/** Chooses the language that the button itself carries: at the very start, or later on. */
export const chooseLanguageButton = defineButton<"start" | "later">({
  code: "lc",
  write: (moment) => moment,
  read: (payload) => (payload === "start" || payload === "later" ? payload : null),
});

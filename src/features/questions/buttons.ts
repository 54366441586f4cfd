import { defineBareButton } from "../../telegram/buttons.ts";

/** Redraws the answer to what the bot does not understand. */
export const notUnderstoodButton = defineBareButton("q");

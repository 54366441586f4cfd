import { defineBareButton } from "../../../telegram/buttons.ts";
import { definePlaceButton, defineWelcomeButton } from "../buttons.ts";

/** The photo that this message replies to is that of a place's door. */
export const keepDoorButton = definePlaceButton("fkd");

/** The voice that this message replies to is the welcome of a place, in a language that is asked next. */
export const welcomeOfButton = definePlaceButton("fko");

/** It is the welcome of a place in this language. */
export const keepWelcomeButton = defineWelcomeButton("fkw");

/** It is nothing to keep. */
export const nothingButton = defineBareButton("fkn");

/** How to give a place a face. */
export const howToButton = defineBareButton("fkh");

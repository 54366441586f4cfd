import { defineBareButton } from "../../telegram/buttons.ts";

/** All that can be asked. Its code is that of the help, which it was called at first. */
export const overviewButton = defineBareButton("h");

/** A word back, and how it stands. */
export const greetingButton = defineBareButton("hg");

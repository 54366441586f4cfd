import { defineBareButton } from "../../telegram/buttons.ts";

export const helpButton = defineBareButton("h");

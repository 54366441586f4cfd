import { defineBareButton } from "../../../telegram/buttons.ts";

/** Begins to edit the regular hours and the facts of a place. */
export const editButton = defineBareButton("pe");

import type { Words } from "../../../i18n/translate.ts";
import type { Button } from "../../../telegram/answer.ts";
import { type Feature, onTap } from "../../../telegram/feature.ts";
import { editButton } from "./buttons.ts";
import { createEditing, type EditingParts, editing } from "./conversation.ts";
import { editLink } from "./messages.ts";

export interface PlaceEditingFeature extends Feature {
  /** [Uren en info van de plek], for coordinators. */
  readonly link: (words: Words) => Button;
}

export function createPlaceEditingFeature(parts: EditingParts): PlaceEditingFeature {
  return {
    link: editLink,
    commands: [],
    taps: [onTap(editButton, "coordinator", () => ({ begin: { conversation: editing, with: null } }))],
    conversations: [createEditing(parts)],
  };
}

import type { Trouble } from "../../../core/delivery/delivery.ts";
import type { Place } from "../../../core/places/place.ts";
import type { Words } from "../../../i18n/translate.ts";
import type { Answer } from "../../../telegram/answer.ts";
import { titleOf } from "../messages.ts";
import type { Troubled } from "./repository.ts";

/** What coordinators read when not all goes well. It still holds when it is read late. */
export function troubleTold(words: Words, trouble: Trouble, troubled: Troubled, place: Place | undefined): Answer {
  return { text: [titleOf(words, troubled, place), words.html(`broadcasts:trouble.${trouble}`)].join(" ") };
}

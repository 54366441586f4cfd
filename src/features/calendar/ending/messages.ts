import { numericDate } from "../../../i18n/format.ts";
import type { Words } from "../../../i18n/translate.ts";
import type { Answer } from "../../../telegram/answer.ts";

/** @param last the last day that the calendar knows */
export function calendarEnds(words: Words, calendar: "nl" | "fr", last: Temporal.PlainDate): Answer {
  const date = numericDate(last);
  return {
    text: [
      words.html(`calendar:ending.${calendar}`, { date }),
      words.html("calendar:ending.then"),
      words.html("calendar:ending.mend"),
    ].join("\n"),
    buttons: [],
  };
}

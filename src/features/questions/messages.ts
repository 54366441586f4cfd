import type { Words } from "../../i18n/translate.ts";
import type { Answer, ButtonRows } from "../../telegram/answer.ts";
import { notUnderstoodButton } from "./buttons.ts";

/** Where the bot does not understand, today's status is the likeliest answer; then that nobody listens, and the number to call. */
export function notUnderstood({ html }: Words, today: Answer, buttons: ButtonRows): Answer {
  return {
    text: [today.text, html("questions:cannotListen")].join("\n\n"),
    buttons,
    view: notUnderstoodButton.tap(""),
  };
}

import type { Words } from "../../i18n/translate.ts";
import type { Answer, ButtonRows } from "../../telegram/answer.ts";
import { notUnderstoodButton, type Sent } from "./buttons.ts";

/** Where the bot does not understand, today's status is the likeliest answer; then that nobody listens, and the number to call. */
export function notUnderstood({ html }: Words, sent: Sent, status: Answer, buttons: ButtonRows): Answer {
  const hint = html(sent === "text" ? "questions:notUnderstood" : "questions:typeInstead");
  return {
    text: [status.text, html("questions:cannotListen"), hint].join("\n\n"),
    buttons,
    view: notUnderstoodButton.tap(sent),
  };
}

import type { Intent } from "../../core/questions/intent.ts";
import type { TranslationKeys, Words } from "../../i18n/translate.ts";
import type { Answer, ButtonRows } from "../../telegram/answer.ts";
import type { Tap } from "../../telegram/buttons.ts";
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

/** Intents that a tap can answer. Danger and worry are not asked about. */
export type IntentTaps = Readonly<Partial<Record<keyof TranslationKeys["questions"]["buttons"], Tap>>>;

/** One short question rather than a guess; nothing where a tap could not answer both. */
export function askWhich({ html, plain }: Words, taps: IntentTaps, close: readonly [Intent, Intent]): Answer | null {
  const buttons = close.flatMap((intent) => {
    if (!isAsked(intent, taps)) {
      return [];
    }
    const tap = taps[intent];
    return tap === undefined ? [] : [{ label: plain(`questions:buttons.${intent}`), tap }];
  });
  return buttons.length < close.length ? null : { text: html("questions:ask"), buttons: [buttons] };
}

function isAsked(intent: Intent, taps: IntentTaps): intent is Intent & keyof IntentTaps {
  return intent in taps;
}

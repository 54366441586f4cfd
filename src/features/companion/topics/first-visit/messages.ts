import type { Words } from "../../../../i18n/translate.ts";
import type { Answer, Button, ButtonRows } from "../../../../telegram/answer.ts";
import { type Step, stepButton, steps } from "./buttons.ts";

/**
 * A first visit, told in five short steps.
 *
 * @param atTheEnd where to go from the last step: the hours and the address
 * @param below the way on to what else can be asked
 */
export function stepAnswer(words: Words, step: Step, atTheEnd: ButtonRows, below: ButtonRows): Answer {
  const { html } = words;
  const isLast = step === steps.length;
  return {
    text: [
      html("topics:firstVisit.count", { step: `${step}/${steps.length}` }),
      html(`topics:firstVisit.step${step}`),
    ].join("\n\n"),
    buttons: [...(isLast ? atTheEnd : []), paces(words, step), ...below],
    view: stepButton.tap(step),
  };
}

function paces({ plain }: Words, step: Step): readonly Button[] {
  const back = steps.find((other) => other === step - 1);
  const on = steps.find((other) => other === step + 1);
  return [
    ...(back === undefined ? [] : [{ label: plain("topics:firstVisit.back"), tap: stepButton.tap(back) }]),
    ...(on === undefined ? [] : [{ label: plain("topics:firstVisit.on"), tap: stepButton.tap(on) }]),
  ];
}

import type { HelpLine, Need } from "../../core/help-lines/help-line.ts";
import type { Words } from "../../i18n/translate.ts";
import type { Answer, ButtonRows, Card } from "../../telegram/answer.ts";
import { eraseButton, listenersButton } from "./buttons.ts";

/** What is in danger; `despair` and `worry` have answers of their own. */
export type Danger = Exclude<Need, "despair" | "worry">;

/** One language, and the lines that are open now for who speaks it; the first is the one to call. */
interface Spoken {
  readonly words: Words;
  readonly lines: readonly HelpLine[];
}

/** The number to call comes first, before any word. */
export function emergencyAnswer(spoken: readonly Spoken[], danger: Danger, buttons: ButtonRows): Answer {
  const text = spoken.map((each) => emergencyText(each, danger)).join("\n\n");
  return buttons.length === 0 ? { text } : { text, buttons };
}

function emergencyText(spoken: Spoken, danger: Danger): string {
  const callYourself = spoken.words.html("help-lines:callYourself");
  const [call, ...others] = callLines(spoken, danger);
  return call === undefined ? callYourself : [call, callYourself, ...others].join("\n");
}

/**
 * The number to call, in sight before anything is chosen. Who does send it speaks to people who read it, so that nobody
 * does is said in the description alone; nor does it name the place, whose hours would grow old.
 */
export function helpCard(words: Words, spoken: readonly Spoken[], need: Danger | "despair"): Card {
  const callYourself = words.plain("help-lines:callYourself");
  const texts = spoken.flatMap((each) => callLines(each, need));
  const [title = callYourself] = spoken.flatMap((each) =>
    callLines({ ...each, words: { ...each.words, html: each.words.plain } }, need),
  );
  return { id: "help", title, description: callYourself, text: texts.join("\n") || callYourself };
}

/** First whom to call, then who else there is. */
function callLines({ words, lines }: Spoken, need: Danger | "despair"): readonly string[] {
  const [first, ...others] = lines;
  if (first === undefined) {
    return [];
  }
  if (need === "despair") {
    return [words.html("help-lines:despair", { others: named(words, lines) })];
  }
  const rest = need === "violence" ? others.map((line) => lineText(words, line)) : [];
  const call = { number: first.number, name: first.name[words.language], others: named(words, others) };
  return [callText(words, need, call), ...rest];
}

type Call = { readonly number: string; readonly name: string; readonly others: string };

function callText(words: Words, danger: Danger, call: Call): string {
  const context = call.others === "" ? { context: "alone" as const } : {};
  switch (danger) {
    case "medical":
      return words.html("help-lines:medical", call);
    case "unsure":
      return words.html("help-lines:unsure", call);
    case "violence":
      return words.html("help-lines:violence", call);
    case "poison":
      return words.html("help-lines:poison", { ...call, ...context });
    case "suicide":
      return words.html("help-lines:suicide", { ...call, ...context });
  }
}

/** `1813 (Zelfmoordlijn) of 0800 32 123 (…)` */
function named({ language, plain }: Words, lines: readonly HelpLine[]): string {
  const [first, ...rest] = lines.map(({ number, name }) => plain("help-lines:named", { number, name: name[language] }));
  return rest.reduce((text, next) => plain("help-lines:or", { first: text, last: next }), first ?? "");
}

function lineText({ language, html }: Words, { number, name }: HelpLine): string {
  return html("help-lines:line", { number, name: name[language] });
}

/** @param message number of the parent's message, which she may want to erase */
export function eraseButtons({ plain }: Words, message: number): ButtonRows {
  return [[{ label: plain("help-lines:buttons.erase"), tap: eraseButton.tap({ message }) }]];
}

/** Somebody to listen first, and the place last. */
export function despairAnswer(words: Words, lines: readonly HelpLine[], place: Answer): Answer {
  const call = lines.length === 0 ? [] : [words.html("help-lines:despair", { others: named(words, lines) })];
  const own = [words.html("help-lines:callYourself"), words.html("help-lines:despairAlone")].join(" ");
  return { ...place, text: [...call, own, place.text].join("\n\n"), view: listenersButton.tap("despair") };
}

/** No advice: the place, where others can be talked to, and who listens now. */
export function worryAnswer(words: Words, lines: readonly HelpLine[], place: Answer): Answer {
  const call = [
    words.html("help-lines:worryLines"),
    ...lines.map((line) => lineText(words, line)),
    words.html("help-lines:callYourself"),
  ].join("\n");
  return {
    ...place,
    text: [words.html("help-lines:worry"), place.text, call].join("\n\n"),
    view: listenersButton.tap("worry"),
  };
}

export function erased({ plain }: Words, whole: boolean): string {
  return plain(whole ? "help-lines:erased" : "help-lines:notErased");
}

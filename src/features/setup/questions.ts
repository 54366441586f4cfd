import type { Language } from "../../core/language.ts";
import type { Words, WordsIn } from "../../i18n/translate.ts";
import { isChoiceOfLanguage, languageQuestion, noWord, refusal, yesWord } from "./messages.ts";
import type { Talk } from "./talk.ts";

const yes = new Set(["j", "ja", "y", "yes", "o", "oui", "نعم", "ن"]);
const no = new Set(["n", "nee", "no", "non", "لا", "ل"]);

/** Asks until the answer can be read; what cannot be is answered with one sentence. An empty answer is `otherwise`, where there is one. */
export async function askUntil<T>(
  talk: Talk,
  question: string,
  read: (answer: string) => { readonly value: T } | { readonly wrong: string },
  otherwise?: string,
): Promise<T> {
  for (;;) {
    const typed = (await talk.ask(question)).trim();
    const outcome = read(typed === "" && otherwise !== undefined ? otherwise : typed);
    if ("value" in outcome) {
      return outcome.value;
    }
    talk.say(outcome.wrong);
  }
}

export function askYesOrNo(words: Words, talk: Talk, question: string, otherwise: boolean): Promise<boolean> {
  const word = otherwise ? yesWord(words) : noWord(words);
  return askUntil(
    talk,
    `${question} [${word}]`,
    (answer) => {
      const said = answer.toLowerCase();
      return yes.has(said) || no.has(said) ? { value: yes.has(said) } : { wrong: refusal(words, "yesOrNo") };
    },
    word,
  );
}

export function askLanguage(wordsIn: WordsIn, talk: Talk): Promise<Language> {
  return askUntil(talk, languageQuestion, (answer) =>
    isChoiceOfLanguage(answer.toLowerCase())
      ? { value: answer.toLowerCase() as Language }
      : { wrong: (["nl", "fr", "ar"] as const).map((one) => refusal(wordsIn(one), "language")).join(" · ") },
  );
}

import type { Language } from "../language.ts";

const names: Readonly<Record<Language, RegExp>> = {
  nl: /^(?:nederlands|nederlans|neerlandais|nerlandais|vlaams|flamand|dutch|ne?d?erland\w*|hollandi?a?y?a?|hollandais|holandia|flaman\w*|.*(?:هولندي|فلامان|فلامنك|نيرلاند|فلامون).*)$/u,
  fr: /^(?:frans|francais|francai|french|fransawiya|l?frans\w*|fransi|.*(?:فرنسي|فرونسي|فرنساوي|فرانسي).*)$/u,
  ar: /^(?:arabisch|arabies|arabe|arabic|b?e?l?3a?rb?i\w*|b?el3arb\w*|l?3arab\w*|darija|marokkaans|b?d+arija|marocain|.*(?:عربي|دارج).*)$/u,
};

/** "Not", "don't understand": the language that follows is not the one that is wanted. */
const refusal =
  /^(?:niet|geen|versta|begrijp|spreek|pas|comprends|comprend|parle|ne|لا|ما|افهم|اتكلم|كنفهم\p{Letter}*|كنهضر\p{Letter}*|ma|mafhem\w*|makanfhem\w*|kanfhem\w*|fhemt\w*|understand|not|don|نفهم|بفهم)$/u;

/** The language that is asked for by name, the last one that is not refused. */
export function languageAskedFor(words: readonly string[]): Language | null {
  let asked: Language | null = null;
  for (const [index, word] of words.entries()) {
    const language = (["nl", "fr", "ar"] as const).find((candidate) => names[candidate].test(word));
    if (language !== undefined && !isRefused(words, index)) {
      asked = language;
    }
  }
  return asked;
}

function isRefused(words: readonly string[], index: number): boolean {
  const before = words.slice(Math.max(0, index - 4), index);
  const turn = before.findLastIndex((word) => /^(?:in|en|naar|liever|plutot|mais|maar|b|be)$/u.test(word));
  return (
    before.slice(turn + 1).filter((word) => refusal.test(word)).length >= (turn >= 0 ? 1 : 2) ||
    (turn < 0 &&
      /^(?:geen|niet|pas|le|ما|لا)$/u.test(before.at(-1) ?? "") &&
      before.some((word) => refusal.test(word)) &&
      before.some((word) => /^(?:geen|niet|pas|لا|ما|ne)$/u.test(word)))
  );
}

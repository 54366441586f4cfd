import { type Language, languages } from "../language.ts";
import { type Lexicon, lexicons } from "./lexicon.ts";
import { wordsOf } from "./normalise.ts";

export type Intent = "hours" | "where" | "help" | "greeting" | "other";

export interface Question {
  readonly intent: Intent;
  /** The language in which it was typed; absent where that is not sure. */
  readonly language: Language | undefined;
  /** What `hours` asks about; absent where no day is named. */
  readonly asked: { readonly date: Temporal.PlainDate } | { readonly week: 0 | 1 } | undefined;
}

/** Reads what a parent typed. Pure: the same text on the same day is always understood the same way. */
export function understand(text: string, today: Temporal.PlainDate): Question {
  const words = wordsOf(text);
  const [best, second] = languages
    .map((language) => ({ language, known: knownWords(words, lexicons[language]) }))
    .sort((a, b) => b.known - a.known);
  if (best === undefined || best.known === 0) {
    return { intent: "other", language: undefined, asked: undefined };
  }
  const { intent, asked } = read(words, lexicons[best.language], today);
  return { intent, asked, language: best.known === second?.known ? undefined : best.language };
}

function knownWords(words: readonly string[], lexicon: Lexicon): number {
  const all = new Set([
    ...lexicon.open,
    ...lexicon.today,
    ...lexicon.tomorrow,
    ...lexicon.week,
    ...lexicon.weekdays.flat(),
    ...lexicon.where,
    ...lexicon.help,
    ...lexicon.greeting,
  ]);
  return words.filter((word) => all.has(word)).length;
}

function read(
  words: readonly string[],
  lexicon: Lexicon,
  today: Temporal.PlainDate,
): Pick<Question, "intent" | "asked"> {
  const has = (known: readonly string[]) => words.some((word) => known.includes(word));
  const asked = dayAsked(has, lexicon, today);
  if (asked !== undefined || has(lexicon.open)) {
    return { intent: "hours", asked };
  }
  for (const intent of ["where", "help", "greeting"] as const) {
    if (has(lexicon[intent])) {
      return { intent, asked: undefined };
    }
  }
  return { intent: "other", asked: undefined };
}

function dayAsked(
  has: (known: readonly string[]) => boolean,
  lexicon: Lexicon,
  today: Temporal.PlainDate,
): Question["asked"] {
  const weekday = lexicon.weekdays.findIndex((names) => has(names)) + 1;
  if (weekday > 0) {
    return { date: today.add({ days: (weekday - today.dayOfWeek + 7) % 7 }) };
  }
  if (has(lexicon.tomorrow)) {
    return { date: today.add({ days: 1 }) };
  }
  if (has(lexicon.today)) {
    return { date: today };
  }
  return has(lexicon.week) ? { week: 0 } : undefined;
}

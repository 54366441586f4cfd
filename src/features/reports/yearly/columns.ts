import { type Choice, choices, choicesOf, type Question, questions } from "../../../core/feedback/choices.ts";
import { visitFigures } from "../visits/messages.ts";

/** What is known of a place's year as a whole, and what nobody can know. */
export const plainColumns = [
  "place",
  "slug",
  "year",
  "from",
  "to",
  "answers",
  "blocks",
  "faces_answers",
  "left_out",
  "not_yet",
  ...visitFigures,
  "distinct_families",
  "return_rate",
] as const;

/** What is known of a choice: `did_good.share`, or of several faces together: `so_so+not_at_ease.count`. */
export const measures = ["count", "base", "share", "low", "high", "blocks"] as const;

export type PlainColumn = (typeof plainColumns)[number];
export type Measure = (typeof measures)[number];

export type Column =
  | { readonly kind: "plain"; readonly column: PlainColumn }
  | { readonly kind: "choice"; readonly choices: readonly number[]; readonly measure: Measure };

/** Null where there is no such column. */
export function readColumn(text: string): Column | null {
  const plain = plainColumns.find((column) => column === text);
  if (plain !== undefined) {
    return { kind: "plain", column: plain };
  }
  const [names = "", named, ...rest] = text.split(".");
  const measure = measures.find((each) => each === named);
  const numbers = names.split("+").map((name) => choices.indexOf(name as Choice));
  const isKnown = numbers.every((number) => number >= 0) && new Set(numbers).size === numbers.length;
  const isOneQuestion = numbers.length === 1 || numbers.every((number) => questionOf(number) === "face");
  return measure === undefined || rest.length > 0 || !isKnown || !isOneQuestion
    ? null
    : { kind: "choice", choices: numbers, measure };
}

export function questionOf(number: number): Question | undefined {
  return questions.find((question) => choicesOf(question).some((choice) => choice.number === number));
}

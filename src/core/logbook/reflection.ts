import { dayNumberOfDate } from "../opening-hours/day-number.ts";

/** What supervision asks about. A question is a theme and its place among those of that theme, from 1. */
export const reflectionThemes = [
  "wishes",
  "images",
  "norms",
  "emotions",
  "resistances",
  "respect",
  "nearness",
] as const;

export type ReflectionTheme = (typeof reflectionThemes)[number];

export const questionsOfTheme = 3;

export interface ReflectionQuestion {
  readonly theme: ReflectionTheme;
  readonly number: 1 | 2 | 3;
}

const questions: readonly ReflectionQuestion[] = ([1, 2, 3] as const).flatMap((number) =>
  reflectionThemes.map((theme) => ({ theme, number })),
);

/** The same for everybody on one day, another theme each day, and all of them before one comes back. */
export function questionOf(day: Temporal.PlainDate): ReflectionQuestion {
  return questions[dayNumberOfDate(day) % questions.length] as ReflectionQuestion;
}

/** How it was, as an experience and not a mark. The order is that of the buttons, and of what is stored: add at the end only. */
export const faces = ["did_good", "pleasant", "so_so", "not_at_ease"] as const;

/** What a visit may bring; hoped for, experienced or found by those who studied such places (see the themes' sources in CONTRIBUTING.md). */
export const broughtThemes = [
  "not_alone",
  "perspective",
  "saw_child_differently",
  "child_felt_safe",
  "met_others",
  "letting_go",
  "step_to_school",
] as const;

/** What could be better. */
export const betterThemes = ["too_busy", "hours", "not_welcome", "language", "hygiene", "place_itself"] as const;

export type Face = (typeof faces)[number];
export type BroughtTheme = (typeof broughtThemes)[number];
export type BetterTheme = (typeof betterThemes)[number];
export type Choice = Face | BroughtTheme | BetterTheme;

/** Everything that can be tapped, by its number: faces first, then what it brought, then what could be better. */
export const choices: readonly Choice[] = [...faces, ...broughtThemes, ...betterThemes];

export const questions = ["face", "brought", "better"] as const;
export type Question = (typeof questions)[number];

/** The choices of a question, with the numbers under which they are counted. */
export function choicesOf(question: Question): readonly { readonly choice: Choice; readonly number: number }[] {
  const start = { face: 0, brought: faces.length, better: faces.length + broughtThemes.length }[question];
  const of = { face: faces, brought: broughtThemes, better: betterThemes }[question];
  return of.map((choice, index) => ({ choice, number: start + index }));
}

export function isFace(number: number): boolean {
  return number < faces.length;
}

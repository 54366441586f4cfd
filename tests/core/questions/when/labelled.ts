import { readFileSync } from "node:fs";
import { loadCalendars } from "../../../../src/calendars.ts";
import { printWhen, readWhen } from "../../../../src/core/questions/when/read-when.ts";

export interface Labelled {
  readonly text: string;
  readonly variety: string;
  readonly intent?: string;
  readonly date: string | null;
  readonly time: string | null;
}

export const calendars = loadCalendars();

/** The moment at which every labelled question was asked. */
export const reference = Temporal.ZonedDateTime.from("2026-11-25T10:00[Europe/Brussels]");

export function labelled(file: string): readonly Labelled[] {
  const lines = readFileSync(new URL(file, import.meta.url), "utf8")
    .trim()
    .split("\n");
  return lines.map((line) => JSON.parse(line) as Labelled);
}

/** `2026-11-28 15:00`, `- 09:00`, `2026-11-30/2026-12-06 -` */
export function answered(text: string, now = reference): string {
  return said(printWhen(readWhen(text, now, calendars)));
}

export function said({ date, time }: Pick<Labelled, "date" | "time">): string {
  return `${date ?? "-"} ${time ?? "-"}`;
}

/** The part of the questions whose day and time are both exactly right. */
export function rightPart(questions: readonly Labelled[]): number {
  return questions.filter((question) => answered(question.text) === said(question)).length / questions.length;
}

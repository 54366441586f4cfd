import type { Language, Localized } from "../language.ts";
import type { Calendars } from "../opening-hours/calendars.ts";
import { statusAt } from "../opening-hours/evaluate/status.ts";
import type { Schedule } from "../opening-hours/schedule.ts";

/** `unsure`: danger of a kind that is not clear. `despair`: at the end of one's strength, or afraid to hurt the child. */
export const needs = ["medical", "unsure", "poison", "violence", "suicide", "despair", "worry"] as const;

export type Need = (typeof needs)[number];

export interface HelpLine {
  /** As it is dialled, with blanks: `070 245 245`. */
  readonly number: string;
  readonly name: Localized;
  readonly needs: readonly Need[];
  /** In which somebody answers. */
  readonly languages: readonly Language[];
  /** Absent until somebody has checked its hours. */
  readonly schedule: Schedule | undefined;
}

/**
 * The lines for a need that are open now, in the order of the list: those that speak the parent's language, or all where
 * none does. Arabic is spoken by few, so who reads it is shown both others.
 */
export function linesFor(
  lines: readonly HelpLine[],
  need: Need,
  language: Language,
  now: Temporal.Instant,
  calendars: Calendars,
): readonly HelpLine[] {
  const open = lines.filter(
    ({ needs, schedule }) => needs.includes(need) && schedule !== undefined && statusAt(schedule, now, calendars).open,
  );
  const spoken = open.filter(({ languages }) => languages.includes(language));
  return language === "ar" || spoken.length === 0 ? open : spoken;
}

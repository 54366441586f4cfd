import type { Localized } from "../../core/language.ts";
import type { Place } from "../../core/places/place.ts";
import type { Words } from "../../i18n/translate.ts";
import type { OpeningState } from "./day-openings.ts";

/** What a calendar shows for one opening. */
export interface EventText {
  readonly title: string;
  readonly description: string | null;
}

export function calendarTitle(words: Words, place: Place): string {
  return words.plain("calendar:title", { place: place.name[words.language] });
}

/** @param reason what parents may read about the day; null when there is nothing to tell */
export function eventText(words: Words, place: Place, state: OpeningState, reason: Localized | null): EventText {
  const lines = [...(state === "not-confirmed" ? [notConfirmed(words, place)] : []), reason?.[words.language] ?? ""];
  return {
    title: words.plain(`calendar:${titleKey(state)}`, { place: place.name[words.language] }),
    description: lines.filter((line) => line !== "").join("\n") || null,
  };
}

function titleKey(state: OpeningState) {
  switch (state) {
    case "usual":
      return "open";
    case "other-hours":
      return "otherHours";
    case "extra":
      return "extra";
    case "cancelled":
      return "cancelled";
    case "not-confirmed":
      return "notConfirmed";
  }
}

function notConfirmed(words: Words, { facts: { phone } }: Place): string {
  return phone === undefined ? words.plain("calendar:askTeam") : words.plain("calendar:askTeamByPhone", { phone });
}

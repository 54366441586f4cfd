import { calendarsInUse } from "../../../core/opening-hours/calendar-end.ts";
import type { Calendars } from "../../../core/opening-hours/calendars.ts";
import type { Place } from "../../../core/places/place.ts";
import { isWithin, type Member } from "../../../core/staff/member.ts";
import type { WordsIn } from "../../../i18n/translate.ts";
import type { Telling } from "../../../telegram/telling.ts";
import { calendarEnds } from "./messages.ts";

/** Days before its end from which coordinators are told. */
const daysBefore = 60;

/** Days in which they are told once. */
const daysBetween = 30;

export interface CalendarWarningParts {
  readonly calendars: Calendars;
  readonly places: () => readonly Place[];
  readonly members: () => readonly Member[];
  readonly chatOf: (member: Pick<Member, "code">) => number | undefined;
  readonly telling: Telling;
  readonly wordsIn: WordsIn;
  readonly timeZone: string;
  /** Takes a name until a moment. @returns whether it was free: no other process, and no earlier look, does the same until then */
  readonly claim: (name: string, until: Temporal.Instant, now: Temporal.Instant) => Promise<boolean>;
  readonly onFailure: (cause: unknown) => void;
}

/**
 * Tells the coordinators of the places whose hours depend on it that a school calendar ends soon, once a month at most. That they were
 * told is stored before it is said: with a crash in between they are told a month later, rather than twice.
 */
export function createCalendarWarning(parts: CalendarWarningParts): (now: Temporal.Instant) => Promise<void> {
  async function warn(calendar: "nl" | "fr", last: Temporal.PlainDate): Promise<void> {
    const concerned = parts
      .places()
      .filter(({ schedule: { schoolCalendar } }) => schoolCalendar === calendar || schoolCalendar === "both");
    for (const member of parts.members()) {
      const chat = parts.chatOf(member);
      const isHers = concerned.some(({ number }) => isWithin(member.places, number));
      if (member.role === "coordinator" && isHers && chat !== undefined) {
        const { language } = member;
        const answer = calendarEnds(parts.wordsIn(language), calendar, last);
        await parts.telling.tell({ chat, language, answer }).catch(parts.onFailure);
      }
    }
  }

  return async (now) => {
    const today = now.toZonedDateTimeISO(parts.timeZone).toPlainDate();
    // Before anybody could hear of it, it must not count as told.
    if (!parts.members().some(({ role }) => role === "coordinator")) {
      return;
    }
    for (const { calendar, last } of calendarsInUse(parts.calendars, parts.places(), today)) {
      const isNear = last !== null && Temporal.PlainDate.compare(last, today.add({ days: daysBefore })) <= 0;
      if ((calendar === "nl" || calendar === "fr") && isNear) {
        const until = now.add({ hours: daysBetween * 24 });
        if (await parts.claim(`school calendar ${calendar} ends`, until, now)) {
          await warn(calendar, last);
        }
      }
    }
  };
}

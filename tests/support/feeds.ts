import fc from "fast-check";
import type { Language } from "../../src/core/language.ts";
import { changeKinds, type Schedule } from "../../src/core/opening-hours/schedule.ts";
import type { Place } from "../../src/core/places/place.ts";
import { createFeeds, type Feeds } from "../../src/features/calendar/feeds.ts";
import { createWords } from "../../src/i18n/translate.ts";
import { expressions } from "../core/opening-hours/arbitrary-expressions.ts";
import { brussels, calendars, changeOf, date, scheduleOf } from "../core/opening-hours/fixtures.ts";

const wordsIn = createWords();

export const usualHours = "Mo,Th 13:30-16:30; We 09:00-12:00,13:00-16:00; PH off; SH off";
export const wednesday = "2026-11-25";

export function placeOf(schedule: Schedule, more: Partial<Place> = {}): Place {
  const name = { nl: "De Zandbak", fr: "Le Bac à sable", ar: "صندوق الرمل" };
  return { number: 1, slug: "de-zandbak", name, facts: { address: "Voorbeeldstraat 12" }, schedule, ...more };
}

const feedsOf = (place: Place): Feeds => createFeeds({ all: () => [place], byNumber: () => place }, calendars, wordsIn);

export const icsText = (place: Place, now = `${wednesday}T10:00`, language: Language = "nl"): string =>
  feedsOf(place).ics(place.slug, language, brussels(now).toInstant()) ?? "";

export const placeJson = (place: Place, now = `${wednesday}T10:00`, language: Language = "nl"): object | null =>
  feedsOf(place).placeJson(place.slug, language, brussels(now).toInstant());

/** Any hours, with changes in the months after that Wednesday. */
export const schedules = fc
  .record({
    hours: expressions(),
    schoolCalendar: fc.constantFrom("nl" as const, "fr" as const, "both" as const, "none" as const),
    from: fc.constantFrom("2020-01-01", "2026-12-01"),
    changes: fc.array(
      fc.record({
        kind: fc.constantFrom(...changeKinds),
        first: fc.nat(180),
        length: fc.nat(20),
        start: fc.nat(1439),
        minutes: fc.integer({ min: 1, max: 1440 }),
        withdrawn: fc.boolean(),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ hours, schoolCalendar, from, changes }) =>
    scheduleOf(hours, {
      schoolCalendar,
      regular: [{ from, expression: hours }],
      changes: changes.map(({ kind, first, length, start, minutes, withdrawn }, index) =>
        changeOf({
          kind,
          from: date(wednesday).add({ days: first }).toString(),
          to: date(wednesday)
            .add({ days: first + length })
            .toString(),
          hours: kind === "closed" ? [] : [{ start, end: start + minutes }],
          createdOrder: index + 1,
          withdrawn,
        }),
      ),
    }),
  );

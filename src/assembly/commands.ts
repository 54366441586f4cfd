import type { Clock } from "../core/clock.ts";
import { type Localized, languages } from "../core/language.ts";
import type { Calendars } from "../core/opening-hours/calendars.ts";
import type { Day } from "../core/opening-hours/evaluate/day.ts";
import type { Database } from "../database/client.ts";
import { reasonOf } from "../features/hours/messages.ts";
import { createPlacesAdministration, type PlacesAdministration } from "../features/places/import.ts";
import { createPlacesRepository } from "../features/places/repository.ts";
import type { Posters } from "../features/posters/posters.ts";
import {
  createScheduleChangesAdministration,
  type ScheduleChangesAdministration,
} from "../features/schedule-changes/administration.ts";
import { createScheduleChangesRepository } from "../features/schedule-changes/repository.ts";
import { createWords } from "../i18n/translate.ts";
import { timeZone } from "./foundation.ts";

/** The assembly for the command line: the same features, without a bot around them. */

/** Places for the command line and the first run, without a bot around them. */
export function administerPlaces(database: Database, clock: Clock): PlacesAdministration {
  const today = () => clock().toZonedDateTimeISO(timeZone).toPlainDate();
  return createPlacesAdministration(database, createPlacesRepository(database), today);
}

/** Schedule changes for the command line. */
export function administerScheduleChanges(database: Database): ScheduleChangesAdministration {
  const places = createPlacesRepository(database);
  return createScheduleChangesAdministration(
    database,
    createScheduleChangesRepository(),
    async () => (await places.readAll()).places,
  );
}

/** Why a day is not as usual, in every language, for the command line. */
export function explainDays(): (day: Omit<Day, "date">) => Localized | null {
  const wordsIn = createWords();
  return (day) => {
    const [nl, fr, ar] = languages.map((language) => reasonOf(wordsIn(language), day));
    return nl === undefined || fr === undefined || ar === undefined ? null : { nl, fr, ar };
  };
}

/** Posters for the command line. Loaded when one is drawn: the bot's memory has no room for fonts, pictures and PDF. */
export async function openPosters(calendars: Calendars): Promise<Posters> {
  const { createPosters } = await import("../features/posters/posters.ts");
  return createPosters(calendars, createWords());
}

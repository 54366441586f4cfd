import type { Language } from "../../core/language.ts";
import type { Calendars } from "../../core/opening-hours/calendars.ts";
import type { Place, PlaceDirectory } from "../../core/places/place.ts";
import type { WordsIn } from "../../i18n/translate.ts";
import { comingMonths } from "./coming-months.ts";
import { icsOf } from "./ics.ts";
import { placeJsonOf } from "./schema-org.ts";

/** The opening hours of a place for calendars, websites and search engines. Null where no place has the slug. */
export interface Feeds {
  ics(slug: string, language: Language, now: Temporal.Instant): string | null;
  placeJson(slug: string, language: Language, now: Temporal.Instant): object | null;
}

export function createFeeds(directory: PlaceDirectory, calendars: Calendars, wordsIn: WordsIn): Feeds {
  const bySlug = (slug: string) => directory.all().find((place) => place.slug === slug);
  const ics = remembering((place, language, now) => icsOf(place, wordsIn(language), now, calendars));
  return {
    ics(slug, language, now) {
      const place = bySlug(slug);
      return place === undefined ? null : ics(place, language, now);
    },
    placeJson(slug, language, now) {
      const place = bySlug(slug);
      return place === undefined ? null : placeJsonOf(place, language, now, calendars);
    },
  };
}

/** Some 35 kB each. */
const rememberedCalendars = 50;

type MakeIcs = (place: Place, language: Language, now: Temporal.Instant) => string;

/**
 * Writing a calendar takes 10 to 20 ms, in which the bot answers nobody, and calendars ask again every hour. It stays
 * the same until the day is over or the directory has read its places again, which makes them new objects.
 */
function remembering(make: MakeIcs): MakeIcs {
  const memory = new Map<string, { readonly place: Place; readonly ics: string }>();
  return (place, language, now) => {
    const key = `${place.slug} ${language} ${comingMonths(place.schedule, now).first}`;
    const known = memory.get(key);
    if (known?.place === place) {
      return known.ics;
    }
    if (memory.size >= rememberedCalendars) {
      memory.clear();
    }
    const ics = make(place, language, now);
    memory.set(key, { place, ics });
    return ics;
  };
}

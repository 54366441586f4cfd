import { languages } from "../../core/language.ts";
import type { Calendars } from "../../core/opening-hours/calendars.ts";
import { weeklyPattern } from "../../core/opening-hours/weekly-pattern.ts";
import type { Place } from "../../core/places/place.ts";
import type { WordsIn } from "../../i18n/translate.ts";
import { createMeasure, pdfOf, pngOf } from "../../pictures/draw.ts";
import { qrModules } from "./code.ts";
import { type PosterKind, posterText } from "./messages.ts";
import { posterSvg } from "./poster.ts";

export type PosterFormat = "pdf" | "png";

export interface PosterOrder {
  readonly place: Place;
  readonly kind: PosterKind;
  readonly format: PosterFormat;
  /** The bot's, at Telegram, without @. */
  readonly botUsername: string;
  /** Where the place is. */
  readonly today: Temporal.PlainDate;
}

export interface Poster {
  readonly bytes: Uint8Array;
  /** What its code holds. */
  readonly link: string;
}

export interface Posters {
  /** A sheet of A4 in the three languages. */
  draw(order: PosterOrder): Promise<Poster>;
}

export function createPosters(calendars: Calendars, wordsIn: WordsIn): Posters {
  return {
    async draw({ place, kind, format, botUsername, today }) {
      const pattern = weeklyPattern(place.schedule, today, calendars);
      const link = posterLink(botUsername, place.slug, kind);
      const texts = languages.map((language) => posterText(wordsIn(language), place, kind, pattern));
      const content = { kind, texts, code: qrModules(link), address: `t.me/${botUsername}` };
      const png = pngOf(posterSvg(content, createMeasure()));
      return { bytes: format === "png" ? png : await pdfOf([png], place.name.nl), link };
    },
  };
}

/** Opens the bot at one place (`p_`), or at the question how a visit was (`f_`). */
function posterLink(botUsername: string, slug: string, kind: PosterKind): string {
  return `https://t.me/${botUsername}?start=${kind === "door" ? "p" : "f"}_${slug}`;
}

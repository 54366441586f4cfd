import { defineBareButton, defineButton } from "../../telegram/buttons.ts";

/** Opens the choice of a language. */
export const languagesButton = defineBareButton("l");

/** When a language is chosen: at the very start, perhaps on the way to a place whose number is given, or later on. */
export type Moment = "start" | "later" | { readonly startAt: number };

/** Chooses the language that the button itself carries. */
export const chooseLanguageButton = defineButton<Moment>({
  code: "lc",
  write: (moment) => (typeof moment === "string" ? moment : `start-${moment.startAt}`),
  read(payload) {
    if (payload === "start" || payload === "later") {
      return payload;
    }
    const [, place] = /^start-(\d{1,5})$/.exec(payload) ?? [];
    return place === undefined ? null : { startAt: Number(place) };
  },
});

/** Opens the choice of a place: which part of a long list, from 0. */
export const placesButton = defineButton<{ readonly page: number }>({
  code: "pc",
  write: ({ page }) => String(page),
  read: (payload) => (/^\d{1,3}$/.test(payload) ? { page: Number(payload) } : null),
});

/** Chooses a place by its number, or none. */
export const choosePlaceButton = defineButton<{ readonly place: number | null }>({
  code: "pk",
  write: ({ place }) => (place === null ? "none" : String(place)),
  read(payload) {
    if (payload === "none") {
      return { place: null };
    }
    return /^\d{1,5}$/.test(payload) ? { place: Number(payload) } : null;
  },
});

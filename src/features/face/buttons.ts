import { isWelcomeLanguage, type WelcomeLanguage } from "../../core/face/face.ts";
import { defineButton } from "../../telegram/buttons.ts";

/** Shows the photo of a place's door, by its number. */
export const doorButton = definePlaceButton("fd");

/** Plays a place's welcome in a language: `3-ary`. */
export const listenButton = defineWelcomeButton("fl");

/** For a place, by its number. */
export function definePlaceButton(code: string) {
  return defineButton<{ readonly place: number }>({
    code,
    write: ({ place }) => String(place),
    read: (payload) => (/^\d{1,5}$/.test(payload) ? { place: Number(payload) } : null),
  });
}

/** For a place and a language of its welcome. */
export function defineWelcomeButton(code: string) {
  return defineButton<{ readonly place: number; readonly language: WelcomeLanguage }>({
    code,
    write: ({ place, language }) => `${place}-${language}`,
    read(payload) {
      const [, place, language] = /^(\d{1,5})-([a-z]{2,3})$/.exec(payload) ?? [];
      return isWelcomeLanguage(language) ? { place: Number(place), language } : null;
    },
  });
}

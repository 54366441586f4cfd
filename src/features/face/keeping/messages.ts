import { type RefusedFile, welcomeLanguages } from "../../../core/face/face.ts";
import type { Place } from "../../../core/places/place.ts";
import type { Words } from "../../../i18n/translate.ts";
import type { Answer, Button } from "../../../telegram/answer.ts";
import { howToButton, keepDoorButton, keepWelcomeButton, nothingButton, welcomeOfButton } from "./buttons.ts";

/** Telegram shows a hundred buttons at most. */
const mostPlaces = 90;

/** Whether a photo is that of a door, and of which. */
export function askWhichDoor(words: Words, places: readonly Place[]): Answer {
  const label = (place: Place) => words.plain("face:buttons.doorOf", { place: place.name[words.language] });
  return {
    text: words.html("face:askDoor"),
    buttons: [
      ...places
        .slice(0, mostPlaces)
        .map((place) => [{ label: label(place), tap: keepDoorButton.tap({ place: place.number }) }]),
      [nothing(words)],
    ],
    inReply: true,
  };
}

/** Whether a voice is a welcome: in which language, or first of which place. */
export function askWhichWelcome(words: Words, places: readonly Place[]): Answer {
  const [place] = places;
  return place !== undefined && places.length === 1
    ? askWhichLanguage(words, place)
    : {
        text: words.html("face:askWelcomeOf"),
        buttons: [
          ...places
            .slice(0, mostPlaces)
            .map(({ number, name }) => [{ label: name[words.language], tap: welcomeOfButton.tap({ place: number }) }]),
          [nothing(words)],
        ],
        inReply: true,
      };
}

export function askWhichLanguage(words: Words, { number, name }: Place): Answer {
  return {
    text: words.html("face:askWelcome", { place: name[words.language] }),
    buttons: [
      ...welcomeLanguages.map((language) => [
        {
          label: words.plain(`face:buttons.welcome.${language}`),
          tap: keepWelcomeButton.tap({ place: number, language }),
        },
      ]),
      [nothing(words)],
    ],
    inReply: true,
  };
}

export function keptAnswer({ html, language }: Words, part: "photo" | "welcome", { name }: Place): Answer {
  return { text: html(part === "photo" ? "face:keptDoor" : "face:keptWelcome", { place: name[language] }) };
}

/** What was not kept, and why: nothing was meant, the file may not be, or is not there any more. */
export function notKeptAnswer({ html }: Words, why: RefusedFile["status"] | "nothing" | "gone"): Answer {
  return { text: html(`face:notKept.${why}`) };
}

/** A pop-up, so that the button stays for another try. */
export function notFetched({ plain }: Words): string {
  return plain("face:notKept.failed");
}

export function howToAnswer({ html }: Words): Answer {
  return { text: html("face:howTo"), view: howToButton.tap("") };
}

/** For the first screen of the team. */
export function howToLink({ plain }: Words): Button {
  return { label: plain("face:buttons.howTo"), tap: howToButton.tap("") };
}

function nothing({ plain }: Words): Button {
  return { label: plain("face:buttons.nothing"), tap: nothingButton.tap("") };
}

import type { FaceMediaType, WelcomeLanguage } from "../../core/face/face.ts";
import type { Place } from "../../core/places/place.ts";
import type { Words } from "../../i18n/translate.ts";
import type { Button, ButtonRows, Photo, StoredFile, Voice } from "../../telegram/answer.ts";
import { doorButton, listenButton } from "./buttons.ts";

/** Buttons that fit side by side on a small telephone. */
const sideBySide = 2;

export function doorPhoto({ html, language }: Words, place: Place, photo: StoredFile): Photo {
  return { photo, caption: html("face:door", { place: place.name[language] }), otherwise: html("face:doorAway") };
}

export function spokenWelcome({ html, language }: Words, place: Place, voice: StoredFile): Voice {
  return { voice, caption: html("face:welcome", { place: place.name[language] }), otherwise: html("face:welcomeAway") };
}

export function faceButtons(
  { plain }: Words,
  place: number,
  { door, welcomes }: { readonly door: boolean; readonly welcomes: readonly WelcomeLanguage[] },
): ButtonRows {
  const toDoor: Button = { label: plain("face:buttons.door"), tap: doorButton.tap({ place }) };
  const buttons = [
    ...welcomes.map((language) => ({
      label: plain(language === "ary" ? "face:buttons.listenDarija" : "face:buttons.listen"),
      tap: listenButton.tap({ place, language }),
    })),
    ...(door ? [toDoor] : []),
  ];
  return [buttons.slice(0, sideBySide), buttons.slice(sideBySide)].filter((row) => row.length > 0);
}

/** Said where an old button leads to what was taken away since. */
export function goneText({ html }: Words, part: "photo" | "welcome"): string {
  return html(part === "photo" ? "face:doorAway" : "face:welcomeAway");
}

/** Telegram looks at the ending. */
export function fileName(mediaType: FaceMediaType): string {
  switch (mediaType) {
    case "image/jpeg":
      return "door.jpg";
    case "image/png":
      return "door.png";
    case "audio/ogg":
      return "welcome.ogg";
  }
}

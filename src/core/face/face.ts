import { readImage } from "./image.ts";
import { opusSeconds } from "./ogg-opus.ts";

/** Languages in which the team may say welcome: those that the bot writes, and Darija, which is spoken (ISO 639-3: `ary`). */
export const welcomeLanguages = ["nl", "fr", "ar", "ary"] as const;

export type WelcomeLanguage = (typeof welcomeLanguages)[number];

/** What shows or says where a parent arrives: the photo of the door, or a spoken welcome. */
export type FacePart = "photo" | WelcomeLanguage;

export type FaceMediaType = "image/jpeg" | "image/png" | "audio/ogg";

export const mebibyte = 1024 * 1024;

/** Bytes. A telephone's photo as Telegram sends it has a tenth of this, half a minute of Opus a quarter. */
export const largest = { photo: 2 * mebibyte, welcome: mebibyte } as const;

/** Seconds. */
export const longestWelcome = 30;

/** https://core.telegram.org/bots/api#sendphoto */
const longestSides = 10_000;
const steepestSides = 20;

export type CheckedFile =
  | { readonly status: "accepted"; readonly mediaType: FaceMediaType }
  | { readonly status: "too-big" }
  /** No JPEG or PNG; or no Opus in Ogg. */
  | { readonly status: "wrong-kind" }
  /** A photo that Telegram would refuse: far too wide, high or narrow. */
  | { readonly status: "wrong-shape" }
  | { readonly status: "silent" }
  | { readonly status: "too-long"; readonly seconds: number };

export type RefusedFile = Exclude<CheckedFile, { readonly status: "accepted" }>;

export function isWelcomeLanguage(value: unknown): value is WelcomeLanguage {
  return welcomeLanguages.some((language) => language === value);
}

/** Whether bytes may be kept as this part; what they are is read from themselves, whatever their name says. */
export function checkFile(part: FacePart, bytes: Uint8Array): CheckedFile {
  if (bytes.length > largest[part === "photo" ? "photo" : "welcome"]) {
    return { status: "too-big" };
  }
  return part === "photo" ? checkPhoto(bytes) : checkWelcome(bytes);
}

function checkPhoto(bytes: Uint8Array): CheckedFile {
  const image = readImage(bytes);
  if (image === null) {
    return { status: "wrong-kind" };
  }
  const { mediaType, width, height } = image;
  const fits = width + height <= longestSides && Math.max(width, height) <= steepestSides * Math.min(width, height);
  return fits ? { status: "accepted", mediaType } : { status: "wrong-shape" };
}

function checkWelcome(bytes: Uint8Array): CheckedFile {
  const seconds = opusSeconds(bytes);
  if (seconds === null) {
    return { status: "wrong-kind" };
  }
  if (seconds <= 0) {
    return { status: "silent" };
  }
  // Telegram shows whole seconds: what it shows as 0:30 is not too long.
  return Math.floor(seconds) > longestWelcome
    ? { status: "too-long", seconds }
    : { status: "accepted", mediaType: "audio/ogg" };
}

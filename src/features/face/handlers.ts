import type { FacePart, WelcomeLanguage } from "../../core/face/face.ts";
import { opusSeconds } from "../../core/face/ogg-opus.ts";
import type { Language } from "../../core/language.ts";
import type { Place, PlaceDirectory } from "../../core/places/place.ts";
import type { ButtonRows, Outgoing, Photo, Reply, StoredFile } from "../../telegram/answer.ts";
import { type Feature, onTap, type Request } from "../../telegram/feature.ts";
import { doorButton, listenButton } from "./buttons.ts";
import type { Faces } from "./faces.ts";
import type { Keeping } from "./keeping/handlers.ts";
import { doorPhoto, faceButtons, fileName, goneText, spokenWelcome } from "./messages.ts";
import type { FaceEntry, FaceRepository } from "./repository.ts";

export interface FaceParts {
  readonly directory: PlaceDirectory;
  readonly faces: Faces;
  readonly repository: Pick<FaceRepository, "readBytes">;
  readonly keeping: Keeping;
}

/** What shows and says where a parent arrives. */
export interface PlaceFace {
  /** The door, where the answer is a new message in private; otherwise a button shows it. */
  readonly above?: Photo;
  readonly buttons: ButtonRows;
}

export interface FaceFeature extends Feature {
  readonly faceOf: (request: Request, place: Place) => PlaceFace;
  /** What to do with a photo or voice of somebody of the team; null where it is anything else, or anybody else's. */
  readonly answerAttached: (request: Request) => Reply | null;
}

/** What who reads a language may want to hear. Many who read Arabic speak Darija. */
const heardBy: Readonly<Record<Language, readonly WelcomeLanguage[]>> = { nl: ["nl"], fr: ["fr"], ar: ["ar", "ary"] };

export function createFaceFeature({ directory, faces, repository, keeping }: FaceParts): FaceFeature {
  function storedFile(entry: FaceEntry): StoredFile {
    return {
      digest: entry.digest,
      name: fileName(entry.mediaType),
      async read() {
        const bytes = await repository.readBytes(entry);
        if (bytes === undefined) {
          return;
        }
        return entry.part === "photo" ? { bytes } : { bytes, seconds: Math.round(opusSeconds(bytes) ?? 0) };
      },
    };
  }

  function find(number: number, part: FacePart): { readonly place: Place; readonly file: StoredFile } | undefined {
    const place = directory.byNumber(number);
    const entry = faces.find(number, part);
    return place === undefined || entry === undefined ? undefined : { place, file: storedFile(entry) };
  }

  function answerDoor({ words }: Request, number: number): Outgoing {
    const found = find(number, "photo");
    return found === undefined ? { text: goneText(words, "photo") } : doorPhoto(words, found.place, found.file);
  }

  function answerWelcome({ words }: Request, number: number, language: WelcomeLanguage): Outgoing {
    const found = find(number, language);
    return found === undefined ? { text: goneText(words, "welcome") } : spokenWelcome(words, found.place, found.file);
  }

  return {
    faceOf(request, place) {
      const { words, chat, message } = request;
      const door = faces.find(place.number, "photo");
      // What takes the place of another answer leaves a photo behind that belongs to none; a group has not asked for one.
      const isShown = door !== undefined && chat.private && message !== undefined;
      const buttons = faceButtons(words, place.number, {
        door: door !== undefined && !isShown,
        welcomes: heardBy[words.language].filter((language) => faces.find(place.number, language) !== undefined),
      });
      return isShown ? { above: doorPhoto(words, place, storedFile(door)), buttons } : { buttons };
    },
    answerAttached: keeping.ask,
    commands: [],
    taps: [
      ...keeping.taps,
      onTap(doorButton, "anyone", (request, { place }) => ({ send: [answerDoor(request, place)] })),
      onTap(listenButton, "anyone", (request, { place, language }) => ({
        send: [answerWelcome(request, place, language)],
      })),
    ],
  };
}

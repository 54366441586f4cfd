import { noMeter } from "../core/metering/meter.ts";
import { deriveKey } from "../database/keys.ts";
import { openSettings, type Settings } from "../features/chat-settings/settings.ts";
import { type Faces, openFaces } from "../features/face/faces.ts";
import { createFaceRepository, type FaceRepository } from "../features/face/repository.ts";
import { type LivePlaceDirectory, openPlaceDirectory } from "../features/places/directory.ts";
import { createPlacesRepository } from "../features/places/repository.ts";
import { type Members, openMembers, type StaffKeys } from "../features/staff/members.ts";
import { createStaffRepository } from "../features/staff/repository.ts";
import { createTurnsRepository } from "../features/staff/turns/repository.ts";
import { createTurns, type Turns } from "../features/staff/turns.ts";
import type { Subscriptions } from "../features/subscriptions/subscriptions.ts";
import { createWords, type WordsIn } from "../i18n/translate.ts";
import { failureOf } from "../telegram/errors.ts";
import type { AppParts } from "./parts.ts";
import { openSubscriptions } from "./subscriptions.ts";

/** What every feature stands on. */
export interface Foundation {
  readonly wordsIn: WordsIn;
  /** All places, kept in memory and up to date. */
  readonly directory: LivePlaceDirectory;
  /** Which places show their door and say welcome. */
  readonly faces: Faces;
  readonly faceRepository: FaceRepository;
  /** What parents chose. */
  readonly settings: Settings;
  /** Who asked to be told. */
  readonly subscriptions: Subscriptions;
  /** Who belongs to the team, kept in memory and up to date. */
  readonly members: Members;
  /** What members do, one update at a time. */
  readonly turns: Turns;
  /** Where "today" turns, for questions about no place in particular. */
  readonly timeZone: string;
  /** Logs a failure by its kind: nothing of what was said, or by whom. */
  readonly warn: (cause: unknown, message: string) => void;
}

/** All places lie in Belgium. */
export const timeZone = "Europe/Brussels";

export async function openFoundation(parts: AppParts): Promise<Foundation> {
  const { database, log, secretKey, meter = noMeter } = parts;
  const warn = (cause: unknown, message: string) => {
    const failure = failureOf(cause);
    meter.failed(failure.kind);
    log.warn(failure, message);
  };
  const directory = await openPlaceDirectory(createPlacesRepository(database), (cause) =>
    warn(cause, "places could not be read again"),
  );
  const faceRepository = createFaceRepository(database);
  const faces = await openFaces(faceRepository, (cause) => warn(cause, "photos and welcomes could not be read again"));
  const subscriptions = openSubscriptions(parts);
  const settings = await openSettings(database, deriveKey(secretKey, "chat-settings"), {
    timeZone,
    isPlace: (number) => directory.byNumber(number) !== undefined,
    onLanguage: subscriptions.speak,
    onFailure: (cause) => warn(cause, "what was chosen could not be read"),
  });
  const staff = createStaffRepository(database);
  const members = await openMembers(staff, staffKeys(secretKey), (cause) =>
    warn(cause, "the team could not be read again"),
  );
  const turns = createTurns(
    database,
    staff,
    createTurnsRepository(database),
    deriveKey(secretKey, "staff-conversations"),
  );
  return {
    wordsIn: createWords(),
    directory,
    faces,
    faceRepository,
    settings,
    subscriptions,
    members,
    turns,
    timeZone,
    warn,
  };
}

export function staffKeys(secretKey: Uint8Array): StaffKeys {
  return { codes: deriveKey(secretKey, "staff"), chats: deriveKey(secretKey, "staff-chats") };
}

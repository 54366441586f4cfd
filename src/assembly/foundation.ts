import { deriveKey } from "../database/keys.ts";
import { openSettings, type Settings } from "../features/chat-settings/settings.ts";
import { type LivePlaceDirectory, openPlaceDirectory } from "../features/places/directory.ts";
import { createPlacesRepository } from "../features/places/repository.ts";
import { createWords, type WordsIn } from "../i18n/translate.ts";
import { failureOf } from "../telegram/errors.ts";
import type { AppParts } from "./parts.ts";

/** What every feature stands on. */
export interface Foundation {
  readonly wordsIn: WordsIn;
  /** All places, kept in memory and up to date. */
  readonly directory: LivePlaceDirectory;
  /** What parents chose. */
  readonly settings: Settings;
  /** Where "today" turns, for questions about no place in particular. */
  readonly timeZone: string;
  /** Logs a failure by its kind: nothing of what was said, or by whom. */
  readonly warn: (cause: unknown, message: string) => void;
}

/** All places lie in Belgium. */
export const timeZone = "Europe/Brussels";

export async function openFoundation({ database, log, secretKey }: AppParts): Promise<Foundation> {
  const warn = (cause: unknown, message: string) => log.warn(failureOf(cause), message);
  const directory = await openPlaceDirectory(createPlacesRepository(database), (cause) =>
    warn(cause, "places could not be read again"),
  );
  const settings = await openSettings(database, deriveKey(secretKey, "chat-settings"), {
    timeZone,
    isPlace: (number) => directory.byNumber(number) !== undefined,
    onFailure: (cause) => warn(cause, "what was chosen could not be read"),
  });
  return { wordsIn: createWords(), directory, settings, timeZone, warn };
}

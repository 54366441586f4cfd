import { claim } from "../database/claims.ts";
import { deriveKey } from "../database/keys.ts";
import { createCalendarWarning } from "../features/calendar/ending/warning.ts";
import { createButtonSigner } from "../telegram/buttons.ts";
import { createTelling } from "../telegram/telling.ts";
import type { Foundation } from "./foundation.ts";
import type { AppParts } from "./parts.ts";

/** Tells coordinators in time that a school calendar ends; to be done every day. */
export function openCalendarWarning(
  { calendars, database, token, apiRoot, secretKey }: AppParts,
  { directory, members, wordsIn, timeZone, warn }: Foundation,
): (now: Temporal.Instant) => Promise<void> {
  return createCalendarWarning({
    calendars,
    places: directory.all,
    members: members.all,
    chatOf: members.chatOf,
    telling: createTelling(token, apiRoot, createButtonSigner(deriveKey(secretKey, "buttons"))),
    wordsIn,
    timeZone,
    claim: (name, until, now) => claim(database, name, until, now),
    onFailure: (cause) => warn(cause, "a coordinator could not be told that a school calendar ends"),
  });
}

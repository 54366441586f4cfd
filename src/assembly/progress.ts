import { randomBytes } from "node:crypto";
import { deriveKey } from "../database/keys.ts";
import type { SealFollower } from "../features/broadcasts/announcing.ts";
import { createProgressFeature } from "../features/broadcasts/progress/handlers.ts";
import { openPlace, type ProgressPlace, sealPlace } from "../features/broadcasts/progress/place.ts";
import { createReporter, type Reporter } from "../features/broadcasts/progress/reporter.ts";
import { createProgressRepository } from "../features/broadcasts/progress/repository.ts";
import type { BroadcastsRepository } from "../features/broadcasts/repository.ts";
import { type Alarm, createAlarm } from "../features/broadcasts/trouble/alarm.ts";
import { createTroubleRepository } from "../features/broadcasts/trouble/repository.ts";
import { createAuditRepository } from "../features/staff/audit/repository.ts";
import type { AnswersWatch } from "../telegram/bulk.ts";
import type { ButtonSigner } from "../telegram/buttons.ts";
import type { Feature } from "../telegram/feature.ts";
import { createTelling } from "../telegram/telling.ts";
import type { Foundation } from "./foundation.ts";
import type { AppParts } from "./parts.ts";

/** Milliseconds between two drawings of a progress message: Telegram allows a second, and parents go first. */
export const usualEvery = 5000;

/** How the team follows what parents are told. */
export interface BroadcastProgress {
  readonly feature: Feature;
  readonly reporter: Reporter;
  readonly alarm: Alarm;
  readonly sealFollower: SealFollower;
}

export function openProgress(
  parts: AppParts,
  { directory, members, turns, wordsIn, warn }: Foundation,
  signer: ButtonSigner,
  turn: BroadcastsRepository["turn"],
  answers: AnswersWatch,
): BroadcastProgress {
  const { database, random = randomBytes } = parts;
  const key = deriveKey(parts.secretKey, "progress");
  const repository = createProgressRepository(database);
  const audit = createAuditRepository(database);
  const telling = createTelling(parts.token, parts.apiRoot, signer, answers);
  const seal = (broadcast: number, place: ProgressPlace) => sealPlace(key, broadcast, place, random);
  const open = (broadcast: number, sealed: Buffer) => openPlace(key, broadcast, sealed);
  const placeOf = (number: number | null) => (number === null ? undefined : directory.byNumber(number));
  return {
    feature: createProgressFeature({ repository, turn, open, placeOf, takeTurn: turns.take, audit: audit.add }),
    reporter: createReporter({
      inTransaction: database.inTransaction,
      repository,
      telling,
      seal,
      open,
      memberIn: members.in,
      placeOf,
      wordsIn,
      now: parts.clock,
      every: parts.progressEvery ?? usualEvery,
      onFailure: (cause) => warn(cause, "the team could not be shown how telling parents goes"),
    }),
    alarm: createAlarm({
      inTransaction: database.inTransaction,
      repository: createTroubleRepository(database),
      telling,
      members: members.all,
      chatOf: members.chatOf,
      placeOf,
      wordsIn,
      onFailure: (cause) => warn(cause, "coordinators could not be told of a broadcast that fails or stalls"),
    }),
    sealFollower(member) {
      const chat = members.chatOf(member);
      return chat === undefined ? null : (broadcast) => seal(broadcast, { chat, message: null });
    },
  };
}

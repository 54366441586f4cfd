import { setTimeout as delay } from "node:timers/promises";
import type { Language } from "../core/language.ts";
import { noMeter } from "../core/metering/meter.ts";
import type { Calendars } from "../core/opening-hours/calendars.ts";
import { workOften } from "../daily.ts";
import { type Announcing, createAnnouncing, type SealFollower } from "../features/broadcasts/announcing.ts";
import { type BroadcastsRepository, createBroadcastsRepository } from "../features/broadcasts/repository.ts";
import { createSender, type Sender } from "../features/broadcasts/sender.ts";
import { type Claimed, createSendingRepository, type Job } from "../features/broadcasts/sending/repository.ts";
import { nextSentence } from "../features/hours/messages.ts";
import { dayRow } from "../features/hours/week/messages.ts";
import { stopRow } from "../features/subscriptions/messages.ts";
import type { WordsIn } from "../i18n/translate.ts";
import type { ButtonRows } from "../telegram/answer.ts";
import { type AnswersWatch, type BulkSend, createBulkSend } from "../telegram/bulk.ts";
import type { ButtonSigner } from "../telegram/buttons.ts";
import type { Feature } from "../telegram/feature.ts";
import { type Foundation, timeZone } from "./foundation.ts";
import type { AppParts } from "./parts.ts";
import { openProgress, usualEvery } from "./progress.ts";

/** Puts what parents are told on its way. */
export function openAnnouncing(
  repository: BroadcastsRepository,
  wordsIn: WordsIn,
  calendars: Calendars,
  sealFollower?: SealFollower,
): Announcing {
  return createAnnouncing({
    repository,
    wordsIn,
    calendars,
    hours: { row: dayRow, next: (words, next) => nextSentence(words, next, "next") },
    timeZone,
    ...(sealFollower === undefined ? {} : { sealFollower }),
  });
}

/** Messages a second that Telegram sends for nothing. */
const usualRate = 30;

/** Milliseconds for which one process may send, or poll, without saying that it still does. */
export const usualLease = 9000;

/** Milliseconds without success after which sending is said to stall. */
const usualStall = 120_000;

/** Deliveries and texts are erased so long after a broadcast ended; its counts stay. */
const kept = Temporal.Duration.from({ hours: 7 * 24 });

/** Times that a progress message may be drawn between two looks whether something is over of which the team was not told. */
const drawingsBetweenLooks = 6;

/** Milliseconds that a stop waits for what the team is being told: Telegram may not answer, and another process will tell it. */
const stopPatience = 2000;

/** Everything about messages to those who asked to be told. */
export interface Broadcasting {
  readonly announcing: Announcing;
  /** What the team can do while one is under way. */
  readonly feature: Feature;
  readonly answers: AnswersWatch;
  /** Erases what is no longer needed. */
  sweep(now: Temporal.Instant): Promise<void>;
  /** Begins to send. */
  start(): Promise<{ stop(): Promise<void> }>;
}

export function openBroadcasting(parts: AppParts, foundation: Foundation, signer: ButtonSigner): Broadcasting {
  const { database, calendars, token, apiRoot, broadcastRate: rate = usualRate } = parts;
  const repository = createBroadcastsRepository(database);
  let sender: Sender | undefined;
  const answers: AnswersWatch = { sent: () => sender?.noteAnswer(), tooMany: (seconds) => sender?.hold(seconds) };
  const { feature, reporter, alarm, sealFollower } = openProgress(parts, foundation, signer, repository.turn, answers);

  return {
    announcing: openAnnouncing(repository, foundation.wordsIn, calendars, sealFollower),
    feature,
    answers,
    sweep: (now) => repository.sweep(now.subtract(kept)),
    async start() {
      const sending = createSender({
        ...senderParts(parts, foundation, createBulkSend(token, apiRoot, signer, rate)),
        rate,
        events: {
          onCounts: reporter.noteCounts,
          onEnded: ({ number }) => reporter.noteEnded(number),
          onStalled(broadcast) {
            parts.log.warn({ broadcast }, "a broadcast stalls: nothing could be sent for two minutes");
            alarm.noteStalled(broadcast);
          },
        },
      });
      sender = sending;
      await repository.watch(sending.wake);
      const every = drawingsBetweenLooks * (parts.progressEvery ?? usualEvery);
      const onFailure = (cause: unknown) =>
        foundation.warn(cause, "the team could not be told how telling parents goes");
      const looking = [reporter.close, alarm.look].map((look) => workOften(look, { every, onFailure }));
      return {
        async stop() {
          await sending.stop();
          const quiet = Promise.all([...looking, reporter].map((running) => running.stop()));
          await Promise.race([quiet, delay(stopPatience, undefined, { ref: false })]);
        },
      };
    },
  };
}

/** What of an attempt is counted. */
const outcomes = {
  sent: "sent",
  gone: "gone",
  refused: "failed",
  "too-many": "again",
  unavailable: "again",
  lost: "again",
} as const;

function senderParts(parts: AppParts, { subscriptions, wordsIn, warn }: Foundation, bulkSend: BulkSend) {
  const { database, clock, meter = noMeter } = parts;
  const rows = new Map<string, ButtonRows>();
  function buttonsOf(place: number | "all", language: Language): ButtonRows {
    const key = `${place} ${language}`;
    const buttons = rows.get(key) ?? stopRow(wordsIn(language), place);
    rows.set(key, buttons);
    return buttons;
  }
  return {
    database,
    repository: createSendingRepository(database),
    send: async ({ text, place }: Job, to: NonNullable<Claimed["to"]>, code: Buffer) => {
      const attempt = await bulkSend({
        chatId: subscriptions.chatOf({ code, ...to }),
        text: text[to.language],
        buttons: buttonsOf(place ?? "all", to.language),
        language: to.language,
      });
      meter.delivered(outcomes[attempt.kind]);
      return attempt;
    },
    eraseGone: subscriptions.eraseAll,
    clock,
    timeZone,
    holder: database.session,
    leaseLength: parts.leaseLength ?? usualLease,
    stalledAfter: parts.stalledAfter ?? usualStall,
    lookEvery: parts.newDayEvery ?? 1000,
    onFailure: (cause: unknown) => warn(cause, "messages to parents could not be sent for now"),
  };
}

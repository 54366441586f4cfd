/**
 * The life of one delivery:
 *
 * waiting → sending → sent, gone or failed. What could not be sent waits again; where the answer was lost it is `doubtful`: it may have
 * arrived, and is sent once more, since a parent who reads something twice is better off than one who stands before a closed door.
 */
export const deliveryStates = ["waiting", "doubtful", "sending", "sent", "gone", "failed"] as const;

export type DeliveryState = (typeof deliveryStates)[number];

/** `under-way` until every delivery has an outcome; `stopped` by staff until it is resumed; `withdrawn`: what had not gone out was dropped. */
export type BroadcastState = "under-way" | "stopped" | "withdrawn" | "ended";

/** What coordinators are told of a broadcast: some messages cannot be delivered, or nothing could be sent for minutes. */
export type Trouble = "failed" | "stalled";

/** What became of one attempt. */
export type Attempt =
  | { readonly kind: "sent" }
  /** The chat blocked the bot, or is no more. */
  | { readonly kind: "gone" }
  /** Telegram asks for patience: for the whole bot, whichever message it was. */
  | { readonly kind: "too-many"; readonly seconds: number }
  /** Telegram has trouble of its own (5xx), and did not take the message. */
  | { readonly kind: "unavailable" }
  /** No answer: it may have arrived. */
  | { readonly kind: "lost" }
  /** Telegram will not take this message however often it is sent. */
  | { readonly kind: "refused" };

/** Seconds before each further try: seven of them, over four hours. */
const pauses = [1, 10, 60, 300, 1200, 3600, 9000] as const;

export type AfterAttempt =
  | { readonly state: "sent" | "gone" | "failed"; readonly tries: number }
  /** @param seconds before it is tried again */
  | { readonly state: "waiting" | "doubtful"; readonly tries: number; readonly seconds: number };

/**
 * @param tries that failed before
 * @param isDoubtful whether one of those may have arrived
 */
export function afterAttempt(attempt: Attempt, tries: number, isDoubtful: boolean): AfterAttempt {
  switch (attempt.kind) {
    case "sent":
    case "gone":
      return { state: attempt.kind, tries };
    case "refused":
      return { state: "failed", tries: tries + 1 };
    case "too-many":
      return { state: isDoubtful ? "doubtful" : "waiting", tries, seconds: attempt.seconds };
    case "unavailable":
    case "lost": {
      const seconds = pauses[tries];
      return seconds === undefined
        ? { state: "failed", tries: tries + 1 }
        : { state: isDoubtful || attempt.kind === "lost" ? "doubtful" : "waiting", tries: tries + 1, seconds };
    }
  }
}

/** Failures in a row after which not a chat but Telegram or the line to it must be the trouble. */
const troubling = 8;

/** Seconds for which all sending pauses after so many failures in a row: more each time, a minute at most. */
export function pauseAfter(failuresInARow: number): number {
  return failuresInARow < troubling ? 0 : Math.min(60, 2 ** (failuresInARow - troubling));
}

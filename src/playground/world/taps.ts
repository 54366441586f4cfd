import { randomBytes } from "node:crypto";
import type { Clock } from "../../core/clock.ts";
import { unixSeconds } from "./clock.ts";

/** Telegram does not publish how long a tap waits for its answer; bots see it expire after about this long. */
const secondsToAnswer = 60;
/** More than a bot leaves unanswered in that time; the oldest are given up first. */
const openTapsKept = 10_000;

/** Taps on inline buttons that the bot has not answered yet. */
export interface Taps {
  /** Answers the id of the callback query. */
  open(chatId: number): string;
  /** The chat of a tap that may still be answered; each is handed out once. */
  close(queryId: string): { readonly chatId: number } | null;
}

export function createTaps(clock: Clock): Taps {
  const open = new Map<string, { readonly chatId: number; readonly since: number }>();
  return {
    open(chatId) {
      // As long as Telegram's own, which are 64-bit numbers.
      const queryId = randomBytes(8).readBigUInt64BE().toString();
      open.set(queryId, { chatId, since: unixSeconds(clock) });
      if (open.size > openTapsKept) {
        const oldest = open.keys().next();
        if (!oldest.done) open.delete(oldest.value);
      }
      return queryId;
    },
    close(queryId) {
      const tap = open.get(queryId);
      if (tap === undefined) return null;
      open.delete(queryId);
      return unixSeconds(clock) - tap.since > secondsToAnswer ? null : { chatId: tap.chatId };
    },
  };
}

import { setTimeout as delay } from "node:timers/promises";
import type { Bot } from "grammy";
import type { Update } from "grammy/types";
import type { Lease } from "../database/lease.ts";
import type { Handling } from "./handling.ts";
import { insist, type ReceivingLog, waitUnlessAborted } from "./insist.ts";
import { allowedUpdates, type Receiving } from "./receiving.ts";

/** Seconds that Telegram holds the line when there is nothing new. */
const patience = 30;

/** Milliseconds between two looks whether another process still polls; it has gone at most nine seconds before. */
const lookEvery = 500;

/** Milliseconds after which what is still being handled is left behind for new updates. */
const slow = 500;

/** Milliseconds that a stop waits for what is being handled; what takes longer comes again. */
const stopPatience = 5000;

export interface PollingParts {
  readonly bot: Bot;
  readonly handling: Handling;
  /** @param onLost another process polls from now on */
  readonly lease: (onLost: () => void) => Lease;
  readonly log: ReceivingLog;
  /** Ends trying again what could not be handled. */
  readonly stopping: AbortController;
}

/**
 * Long polling, by one process at a time. What came together is handled side by side across chats and in order within one. It is
 * acknowledged when all before it is done; until then Telegram gives it out again, and it is known to be under way.
 */
export function receiveByPolling({ bot, handling, lease: createLease, log, stopping }: PollingParts): Receiving {
  let lost = new AbortController();
  const lease = createLease(() => lost.abort());
  let isMine = false;
  let isDatabaseAway = false;
  let offset = 0;

  /** With the database away nobody can take over, and whoever polled last goes on. */
  async function mayPoll(): Promise<boolean> {
    try {
      isMine = (await lease.take()) !== "held";
      isDatabaseAway = false;
    } catch {
      if (!isDatabaseAway) {
        log.warn(
          { kind: "database" },
          isMine ? "polling goes on without the database" : "polling waits for the database",
        );
      }
      isDatabaseAway = true;
    }
    return isMine;
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      if (await mayPoll()) {
        lost = new AbortController();
        offset = 0;
        await poll(AbortSignal.any([stopping.signal, lost.signal]));
      } else {
        await waitUnlessAborted(lookEvery, stopping.signal);
      }
    }
  }

  async function poll(until: AbortSignal): Promise<void> {
    await insist((signal) => bot.api.deleteWebhook({}, signal), log, until);
    while (!until.aborted) {
      const question = { offset, timeout: patience, allowed_updates: allowedUpdates };
      const updates = (await insist((signal) => bot.api.getUpdates(question, signal), log, until)) ?? [];
      if (updates.length > 0) {
        offset = await handleAll(updates, until);
      }
    }
  }

  /** @returns the first that is not done: what comes before it is acknowledged by the next call */
  async function handleAll(updates: readonly Update[], until: AbortSignal): Promise<number> {
    const done = new Set<number>();
    const all = Promise.all(
      updates.map(async (update) => {
        if ((await handling.handle(update)) === "done") {
          done.add(update.update_id);
        }
      }),
    );
    // Where all is slow, no faster than this: Telegram would give out the same again at once.
    await inTime(all, slow);
    if (until.aborted) {
      await inTime(all, stopPatience);
    }
    const last = updates.at(-1)?.update_id ?? offset;
    return updates.find(({ update_id: number }) => !done.has(number))?.update_id ?? last + 1;
  }

  const ended = run();
  return {
    ended,
    async stop() {
      stopping.abort();
      await ended.catch(() => undefined);
      // Without this Telegram would deliver the last batch once more.
      if (isMine && offset > 0) {
        await bot.api.getUpdates({ offset, limit: 1, timeout: 0 }).catch(() => undefined);
      }
      await lease.release().catch(() => undefined);
    },
  };
}

/** Until it is done, and no longer than that. */
async function inTime(work: Promise<unknown>, milliseconds: number): Promise<void> {
  const over = new AbortController();
  const late = delay(milliseconds, undefined, { signal: over.signal }).catch(() => undefined);
  await Promise.race([work, late]).finally(() => over.abort());
}

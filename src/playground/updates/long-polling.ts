import type { Update } from "@grammyjs/types";
import { conflict } from "../refusal.ts";
import type { UpdateQueue } from "./update-queue.ts";

export interface LongPolling {
  /** Waits up to `timeout` seconds while there is nothing to answer. Only one call waits: a second one ends the first. */
  poll(limit: number, timeout: number, callerGone: () => AbortSignal): Promise<Update[]>;
  endWith(reason: string): void;
  close(): void;
}

interface Waiting {
  answer(): void;
  refuse(reason: string): void;
}

export function createLongPolling(queue: UpdateQueue): LongPolling {
  let waiting: Waiting | null = null;
  queue.onPush(() => waiting?.answer());

  const endWith = (reason: string) => waiting?.refuse(reason);

  return {
    async poll(limit, timeout, callerGone) {
      endWith("terminated by other getUpdates request; make sure that only one bot instance is running");
      if (queue.size > 0 || timeout === 0) return queue.oldest(limit);
      const signal = callerGone();
      if (signal.aborted) return [];

      return new Promise((resolve, reject) => {
        const settle = (finish: () => void) => {
          if (waiting !== own) return;
          waiting = null;
          clearTimeout(timer);
          signal.removeEventListener("abort", own.answer);
          finish();
        };
        const own: Waiting = {
          answer: () => settle(() => resolve(queue.oldest(limit))),
          refuse: (reason) => settle(() => reject(conflict(reason))),
        };
        const timer = setTimeout(own.answer, timeout * 1000);
        signal.addEventListener("abort", own.answer, { once: true });
        waiting = own;
      });
    },
    endWith,
    close: () => waiting?.answer(),
  };
}

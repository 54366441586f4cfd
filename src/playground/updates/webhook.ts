import { setTimeout as delay } from "node:timers/promises";
import type { WebhookInfo } from "@grammyjs/types";
import type { Clock } from "../../core/clock.ts";
import { unixSeconds } from "../world/clock.ts";
import type { UpdateQueue } from "./update-queue.ts";

// Telegram retries for hours; here a bot under test should not be waited for, nor a stopped one be flooded.
const firstRetryMilliseconds = 50;
const longestRetryMilliseconds = 3_000;
/** Telegram gives a bot about a minute to answer. */
const answerTimeoutMilliseconds = 60_000;

export interface WebhookTarget {
  readonly url: string;
  readonly secretToken: string;
  readonly maxConnections: number;
}

export interface Webhook {
  readonly target: WebhookTarget | null;
  set(target: WebhookTarget | null): void;
  lastError(): Pick<WebhookInfo, "last_error_date" | "last_error_message">;
  close(): void;
}

/** Delivers updates one after another, each until the bot took it. `onReply` gets a method call that the bot put in its answer. */
export function createWebhook(queue: UpdateQueue, clock: Clock, onReply: (reply: unknown) => void): Webhook {
  let target: WebhookTarget | null = null;
  let stop = new AbortController();
  let lastError: { readonly last_error_date?: number; readonly last_error_message?: string } = {};
  let wake: (() => void) | null = null;
  queue.onPush(() => wake?.());

  const deliverAll = async (to: WebhookTarget, stopped: AbortSignal) => {
    let failures = 0;
    while (!stopped.aborted) {
      const [update] = queue.oldest(1);
      if (update === undefined) {
        await nextPush();
        continue;
      }
      const error = await deliver(to, update, stopped);
      if (stopped.aborted) return;
      if (error === null) {
        failures = 0;
        queue.confirmBefore(update.update_id + 1);
        continue;
      }
      lastError = { last_error_date: unixSeconds(clock), last_error_message: error };
      await pause(Math.min(longestRetryMilliseconds, firstRetryMilliseconds * 2 ** failures), stopped);
      failures += 1;
    }
  };

  const deliver = async (to: WebhookTarget, update: object, stopped: AbortSignal): Promise<string | null> => {
    try {
      const response = await fetch(to.url, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...(to.secretToken === "" ? {} : { "x-telegram-bot-api-secret-token": to.secretToken }),
        },
        body: JSON.stringify(update),
        redirect: "manual",
        signal: AbortSignal.any([stopped, AbortSignal.timeout(answerTimeoutMilliseconds)]),
      });
      const body = await response.text();
      if (!response.ok) return `Wrong response from the webhook: ${response.status} ${response.statusText}`.trim();
      if (body.startsWith("{")) onReply(parseOrNull(body));
      return null;
    } catch (error) {
      return error instanceof Error && error.name === "TimeoutError" ? "Read timeout expired" : "Connection failed";
    }
  };

  const nextPush = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
    });

  const set = (next: WebhookTarget | null) => {
    stop.abort();
    stop = new AbortController();
    target = next;
    lastError = {};
    if (next === null) return;
    stop.signal.addEventListener("abort", () => wake?.(), { once: true });
    void deliverAll(next, stop.signal);
  };

  return {
    get target() {
      return target;
    },
    set,
    lastError: () => lastError,
    close: () => stop.abort(),
  };
}

async function pause(milliseconds: number, stopped: AbortSignal): Promise<void> {
  try {
    await delay(milliseconds, undefined, { signal: stopped });
  } catch (error) {
    if (!stopped.aborted) throw error;
  }
}

function parseOrNull(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

import type { Clock } from "../../core/clock.ts";
import { createLongPolling, type LongPolling } from "./long-polling.ts";
import { createUpdateQueue, type UpdateQueue } from "./update-queue.ts";
import { createWebhook, type Webhook } from "./webhook.ts";

/** What waits for the bot, and the two ways by which it leaves. */
export interface Updates {
  readonly queue: UpdateQueue;
  readonly polling: LongPolling;
  readonly webhook: Webhook;
}

export function createUpdates(clock: Clock, onWebhookReply: (reply: unknown) => void): Updates {
  const queue = createUpdateQueue();
  return { queue, polling: createLongPolling(queue), webhook: createWebhook(queue, clock, onWebhookReply) };
}

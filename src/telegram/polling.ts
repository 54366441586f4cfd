import { type Bot, GrammyError } from "grammy";
import type { Update } from "grammy/types";
import { failureOf, tokenRefused } from "./errors.ts";
import { allowedUpdates, type Receiving, type ReceivingLog } from "./receiving.ts";

/** Seconds that Telegram holds the line when there is nothing new. */
const patience = 30;

/** Milliseconds before asking again after a failure; doubled each time up to the last. */
const firstPause = 250;
const lastPause = 15_000;

/** Long polling. A batch is handled in order within a chat and side by side across chats, and acknowledged when it is done. */
export async function receiveByPolling(bot: Bot, log: ReceivingLog): Promise<Receiving> {
  await bot.api.deleteWebhook();
  const stopping = new AbortController();
  let offset = 0;

  async function poll(): Promise<void> {
    let pause = firstPause;
    while (!stopping.signal.aborted) {
      try {
        const updates = await bot.api.getUpdates(
          { offset, timeout: patience, allowed_updates: allowedUpdates },
          // grammY's type is that of a ponyfill; the signal itself is the standard one.
          stopping.signal as unknown as NonNullable<Parameters<Bot["api"]["getUpdates"]>[1]>,
        );
        await Promise.all(inOrderOfChats(updates).map((chat) => handleInOrder(bot, chat, log)));
        offset = updates.reduce((next, update) => Math.max(next, update.update_id + 1), offset);
        pause = firstPause;
      } catch (error) {
        if (stopping.signal.aborted) {
          return;
        }
        const refused = tokenRefused(error);
        if (refused !== undefined) {
          throw refused;
        }
        const isTaken = error instanceof GrammyError && error.error_code === 409;
        log.warn(failureOf(error), isTaken ? "another process polls with this token" : "Telegram could not be asked");
        await waitUnlessAborted(pause, stopping.signal);
        pause = Math.min(pause * 2, lastPause);
      }
    }
  }

  const ended = poll();
  return {
    ended,
    async stop() {
      stopping.abort();
      await ended.catch(() => undefined);
      // Without this Telegram would deliver the last batch once more.
      if (offset > 0) {
        await bot.api.getUpdates({ offset, limit: 1, timeout: 0 }).catch(() => undefined);
      }
    },
  };
}

async function handleInOrder(bot: Bot, updates: readonly Update[], log: ReceivingLog): Promise<void> {
  for (const update of updates) {
    // One update that cannot be handled must not come back for ever and keep all others waiting.
    await bot
      .handleUpdate(update)
      .catch((cause) => log.error({ update: update.update_id, ...failureOf(cause) }, "an update was dropped"));
  }
}

function inOrderOfChats(updates: readonly Update[]): readonly (readonly Update[])[] {
  const chatOf = (update: Update) => update.message?.chat.id ?? update.callback_query?.message?.chat.id;
  return [...Map.groupBy(updates, chatOf).values()];
}

function waitUnlessAborted(milliseconds: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  signal.addEventListener("abort", () => resolve(), { once: true });
  return promise.finally(() => clearTimeout(timer));
}

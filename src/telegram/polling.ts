import type { Bot } from "grammy";
import type { Update } from "grammy/types";
import { failureOf } from "./errors.ts";
import { insist, type ReceivingLog } from "./insist.ts";
import { allowedUpdates, type Receiving } from "./receiving.ts";

/** Seconds that Telegram holds the line when there is nothing new. */
const patience = 30;

/** Long polling. A batch is handled in order within a chat and side by side across chats, and acknowledged when it is done. */
export function receiveByPolling(bot: Bot, log: ReceivingLog): Receiving {
  const stopping = new AbortController();
  let offset = 0;

  async function poll(): Promise<void> {
    await insist((signal) => bot.api.deleteWebhook({}, signal), log, stopping.signal);
    while (!stopping.signal.aborted) {
      const question = { offset, timeout: patience, allowed_updates: allowedUpdates };
      const updates = (await insist((signal) => bot.api.getUpdates(question, signal), log, stopping.signal)) ?? [];
      await Promise.all(inOrderOfChats(updates).map((chat) => handleInOrder(bot, chat, log)));
      offset = updates.reduce((next, update) => Math.max(next, update.update_id + 1), offset);
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
  // Who asks inline has the number of the private chat in which she may just have chosen a language.
  const chatOf = ({ message, callback_query: tap, inline_query: asked, my_chat_member: member }: Update) =>
    message?.chat.id ?? tap?.message?.chat.id ?? asked?.from.id ?? member?.chat.id;
  return [...Map.groupBy(updates, chatOf).values()];
}

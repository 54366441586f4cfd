import type { Bot } from "grammy";
import type { Handling } from "./handling.ts";
import { insist, type ReceivingLog } from "./insist.ts";

/** The kinds of updates that the bot asks Telegram for. */
export const allowedUpdates = ["message", "callback_query", "inline_query", "my_chat_member"] as const;

/** A bot that receives updates. */
export interface Receiving {
  /** Ends when the bot has ended: by `stop()`, or with a `Problem` when Telegram refuses the token. */
  readonly ended: Promise<void>;
  /** Answers what was received, and ends. */
  stop(): Promise<void>;
}

/**
 * Learns from Telegram who the bot is; waits for as long as Telegram cannot be reached.
 *
 * @throws Problem where Telegram refuses the token
 */
export async function introduce(bot: Bot, log: ReceivingLog, signal: AbortSignal): Promise<void> {
  const me = await insist((asking) => bot.api.getMe(asking), log, signal);
  if (me !== undefined) {
    bot.botInfo = me;
  }
}

/** Has Telegram deliver to `url`. Stopping leaves it so: another process may take over. */
export async function receiveByWebhook(
  bot: Bot,
  url: string,
  secret: string,
  handling: Handling,
  log: ReceivingLog,
  signal: AbortSignal,
): Promise<Receiving> {
  const options = { secret_token: secret, allowed_updates: allowedUpdates };
  await insist((asking) => bot.api.setWebhook(url, options, asking), log, signal);
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  return {
    ended,
    async stop() {
      await handling.settled();
      resolve();
    },
  };
}

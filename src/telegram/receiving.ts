import type { Bot } from "grammy";
import { failureOf, tokenRefused } from "./errors.ts";

/** The kinds of updates that the bot asks Telegram for. */
export const allowedUpdates = ["message", "callback_query"] as const;

/** A bot that receives updates. */
export interface Receiving {
  /** Ends when the bot has ended: by `stop()`, or with a `Problem` when Telegram refuses the token. */
  readonly ended: Promise<void>;
  /** Answers what was received, and ends. */
  stop(): Promise<void>;
}

export interface ReceivingLog {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/**
 * Learns from Telegram who the bot is; waits for as long as Telegram cannot be reached.
 *
 * @throws Problem where Telegram refuses the token
 */
export async function introduce(bot: Bot, log: ReceivingLog, signal: AbortSignal): Promise<void> {
  try {
    bot.botInfo = await bot.api.getMe();
  } catch (cause) {
    const refused = tokenRefused(cause);
    if (refused !== undefined) {
      throw refused;
    }
    log.warn(failureOf(cause), "Telegram cannot be reached yet; trying again until it can");
    await bot.init(signal as unknown as Parameters<Bot["init"]>[0]);
  }
}

/** Has Telegram deliver to `url`. Stopping leaves it so: another process may take over. */
export async function receiveByWebhook(bot: Bot, url: string, secret: string): Promise<Receiving> {
  await bot.api.setWebhook(url, { secret_token: secret, allowed_updates: allowedUpdates });
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  return { ended, stop: async () => resolve() };
}

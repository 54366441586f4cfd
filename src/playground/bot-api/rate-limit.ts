import { Refusal } from "../refusal.ts";

/** Methods that count as sending; edits, answers and chat actions have limits of their own, which are not published. */
const sendingMethod = /^(send(?!ChatAction$)|copyMessage|forwardMessage)/;

export interface RateLimit {
  set(messagesPerSecond: number | null): void;
  /** Counts a call; refuses it when it is one too many. */
  check(method: string): void;
}

/** Tokens fill at the rate and a second's worth can be saved up. After a refusal all sending waits, as Telegram's limit holds for the bot. */
export function createRateLimit(): RateLimit {
  let rate: number | null = null;
  let tokens = 0;
  let filledAt = 0;
  let closedUntil = 0;

  return {
    set(messagesPerSecond) {
      rate = messagesPerSecond;
      tokens = Math.max(1, messagesPerSecond ?? 0);
      filledAt = performance.now();
      closedUntil = 0;
    },
    check(method) {
      if (rate === null || !sendingMethod.test(method)) return;
      const now = performance.now();
      if (now < closedUntil) throw tooManyRequests(Math.ceil((closedUntil - now) / 1000));
      tokens = Math.min(Math.max(1, rate), tokens + ((now - filledAt) / 1000) * rate);
      filledAt = now;
      if (tokens >= 1) {
        tokens -= 1;
        return;
      }
      const seconds = Math.max(1, Math.ceil((1 - tokens) / rate));
      closedUntil = now + seconds * 1000;
      throw tooManyRequests(seconds);
    },
  };
}

export function tooManyRequests(seconds: number): Refusal {
  return new Refusal(429, `Too Many Requests: retry after ${seconds}`, { retryAfter: seconds });
}

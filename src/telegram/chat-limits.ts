import { createChatMemory } from "./chat-memory.ts";

/** Where somebody asks; each has an allowance of its own. */
export type Asking = "private" | "group" | "inline";

/** How much of one chat is answered. No chat's number is kept: see `createChatMemory`. */
export interface ChatLimits {
  /** Whether one more may be answered now; counts it if so. */
  admits(asking: Asking, chatId: number, now: Temporal.Instant): boolean;
  /** Whether to say that it was too fast: once, until the chat has its whole allowance again. */
  tells(asking: Asking, chatId: number, now: Temporal.Instant): boolean;
}

export interface Allowance {
  /** Milliseconds in which one more is allowed. */
  readonly every: number;
  readonly atOnce: number;
}

/**
 * A minute's worth at once, and then as fast as Telegram lets a bot write: one message a second into a chat, 20 a minute into a
 * group (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this). Faster than that the answers would
 * not arrive, and Telegram would ask the whole bot for patience. Inline, each letter that is typed asks.
 */
const allowances: Readonly<Record<Asking, Allowance>> = {
  private: { every: 1000, atOnce: 60 },
  group: { every: 3000, atOnce: 20 },
  inline: { every: 250, atOnce: 240 },
};

/** What one chat has used up. */
interface Used {
  /** When it has its whole allowance again, on the clock of `elapsed`. */
  readonly wholeAt: number;
  readonly isTold: boolean;
}

/** Chats remembered at most: about 2 MB. More than this many in one minute are a crowd, or a flood that no limit on a chat can slow. */
const capacity = 10_000;

/**
 * @param elapsed milliseconds on a clock that only goes forward: one that is set must let no flood through, nor keep anybody waiting
 */
export function createChatLimits(
  random: (length: number) => Uint8Array,
  elapsed: () => number = () => performance.now(),
  allowed: Readonly<Record<Asking, Allowance>> = allowances,
): ChatLimits {
  const memory = createChatMemory<Used>(random, capacity);

  function usedBy(asking: Asking, chatId: number, now: Temporal.Instant) {
    // A day of UTC: any midnight will do.
    const day = String(Math.floor(now.epochMilliseconds / 86_400_000));
    const { remembered, keep } = memory.of(`${asking} ${chatId}`, day);
    const at = elapsed();
    return remembered === undefined || remembered.wholeAt <= at
      ? { at, wholeAt: at, isTold: false, keep }
      : { at, ...remembered, keep };
  }

  return {
    admits(asking, chatId, now) {
      const { every, atOnce } = allowed[asking];
      const { at, wholeAt, isTold, keep } = usedBy(asking, chatId, now);
      const isAdmitted = wholeAt + every - at <= every * atOnce;
      if (isAdmitted) {
        keep({ wholeAt: wholeAt + every, isTold });
      }
      return isAdmitted;
    },
    tells(asking, chatId, now) {
      const { wholeAt, isTold, keep } = usedBy(asking, chatId, now);
      keep({ wholeAt, isTold: true });
      return !isTold;
    },
  };
}

/** For trying out and for measuring, where one person does what many would. */
export const noChatLimits: ChatLimits = { admits: () => true, tells: () => false };

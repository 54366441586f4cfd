import type { Bot } from "grammy";
import type { Update } from "grammy/types";
import { failureOf, isPassing } from "./errors.ts";
import { type ReceivingLog, waitUnlessAborted } from "./insist.ts";

/** What became of an update: its effects are safe, or it was given up; or it has to come again. */
export type Handled = "done" | "again";

/** Every update goes through here, however it came. */
export interface Handling {
  /** Never rejects. Updates of one chat are handled in the order in which they are given, others side by side. */
  handle(update: Update): Promise<Handled>;
  /** Until nothing is under way. */
  settled(): Promise<void>;
}

/** Of updates that were handled, so that one that comes twice is answered once: at least the minute of a busy bot. */
const remembered = 5000;

/** How often an update is tried of which nobody could be told anything. Then it is given up: others wait behind it. */
const mostTries = 3;
/** The same while Telegram is away or in trouble, which passes: about a minute, where it is tried again here. */
const mostTriesWhileAway = 8;

/** Milliseconds that one try may take. Telegram gives up after a minute, and what hangs must not hold up its chat. */
const usualPatience = 25_000;

/** Milliseconds before another try; doubled each time up to the last. */
const usualPause = 500;
const lastPause = 15_000;

export interface HandlingOptions {
  /** Tries again by itself, until this says that the process stops; absent: whoever delivers does. */
  readonly tryAgainUntil?: AbortSignal;
  /** Milliseconds before it does for the first time. */
  readonly pause?: number;
  /** Milliseconds for one try. */
  readonly patience?: number;
}

export function createHandling(
  bot: Pick<Bot, "handleUpdate">,
  log: ReceivingLog,
  { tryAgainUntil: stopping, pause = usualPause, patience = usualPatience }: HandlingOptions = {},
): Handling {
  const recent = createRecent<Promise<Handled>>(remembered);
  const tries = createRecent<number>(remembered);
  /** The last update of each chat that has one under way. */
  const chats = new Map<number, Promise<Handled>>();
  const underWay = new Set<Promise<Handled>>();

  async function attempt(update: Update): Promise<Handled> {
    try {
      await inTime(bot.handleUpdate(update), patience);
      return "done";
    } catch (cause) {
      return failed(update, inner(cause));
    }
  }

  async function failed(update: Update, cause: unknown): Promise<Handled> {
    const number = update.update_id;
    const count = (tries.get(number) ?? 0) + 1;
    const failure = { update: number, holds: kindOf(update), ...failureOf(cause) };
    if (count >= (isPassing(cause) ? mostTriesWhileAway : mostTries)) {
      log.error(failure, "an update was dropped");
      return "done";
    }
    tries.set(number, count);
    log.warn(failure, "an update could not be handled and is tried again");
    if (stopping?.aborted === false) {
      await waitUnlessAborted(Math.min(pause * 2 ** (count - 1), lastPause), stopping);
      if (!stopping.aborted) {
        return attempt(update);
      }
    }
    recent.delete(number);
    return "again";
  }

  function afterOthers(update: Update): Promise<Handled> {
    const chat = chatOf(update);
    if (chat === undefined) {
      return attempt(update);
    }
    const before = chats.get(chat);
    const handled = before === undefined ? attempt(update) : before.then(() => attempt(update));
    chats.set(chat, handled);
    void handled.then(() => {
      if (chats.get(chat) === handled) {
        chats.delete(chat);
      }
    });
    return handled;
  }

  return {
    handle(update) {
      const known = recent.get(update.update_id);
      if (known !== undefined) {
        return known;
      }
      const handled = afterOthers(update);
      recent.set(update.update_id, handled);
      underWay.add(handled);
      void handled.then(() => underWay.delete(handled));
      return handled;
    },
    async settled() {
      await Promise.all(underWay);
    },
  };
}

/** Who asks inline has the number of the private chat in which she may just have chosen a language. */
function chatOf(update: Update): number | undefined {
  const { message, callback_query: tap, inline_query: asked, my_chat_member: member } = update;
  // What comes is not always what Telegram promises.
  return message?.chat?.id ?? tap?.message?.chat?.id ?? tap?.from?.id ?? asked?.from?.id ?? member?.chat?.id;
}

/** The name of what an update holds: `message`. */
function kindOf(update: Update): string {
  return Object.keys(update).find((name) => name !== "update_id" && /^[a-z_]{1,40}$/.test(name)) ?? "none";
}

/** grammY wraps what a handler throws together with the whole update. */
function inner(cause: unknown): unknown {
  return cause instanceof Error && cause.name === "BotError" && "error" in cause ? cause.error : cause;
}

function inTime<T>(work: Promise<T>, patience: number): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(Object.assign(new Error("It took too long"), { code: "TOO_LONG" })), patience);
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

interface Recent<Value> {
  get(number: number): Value | undefined;
  set(number: number, value: Value): void;
  delete(number: number): void;
}

/**
 * By the numbers of updates; of those beyond the capacity the older half goes as a whole: one Map that loses its first entry again and
 * again takes ever longer to find it.
 */
function createRecent<Value>(capacity: number): Recent<Value> {
  let newer = new Map<number, Value>();
  let older: typeof newer = new Map();
  return {
    get: (number) => newer.get(number) ?? older.get(number),
    set(number, value) {
      if (newer.size >= capacity) {
        older = newer;
        newer = new Map();
      }
      newer.set(number, value);
    },
    delete(number) {
      newer.delete(number);
      older.delete(number);
    },
  };
}

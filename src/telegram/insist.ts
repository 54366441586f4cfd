import { type Bot, GrammyError } from "grammy";
import { failureOf, tokenRefused } from "./errors.ts";

export interface ReceivingLog {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** Milliseconds before asking again after a failure; doubled each time up to the last. */
const firstPause = 250;
const lastPause = 15_000;

/**
 * Asks Telegram until it answers, however long it is away.
 *
 * @returns nothing where `signal` ended it
 * @throws Problem where Telegram refuses the token, and GrammyError where it finds the question itself wrong (400)
 */
export async function insist<T>(
  ask: (signal: GrammySignal) => Promise<T>,
  log: ReceivingLog,
  signal: AbortSignal,
): Promise<T | undefined> {
  for (let pause = firstPause; !signal.aborted; pause = Math.min(pause * 2, lastPause)) {
    try {
      // grammY's type is that of a ponyfill; the signal itself is the standard one.
      return await ask(signal as unknown as GrammySignal);
    } catch (error) {
      if (signal.aborted) {
        break;
      }
      const code = error instanceof GrammyError ? error.error_code : undefined;
      if (tokenRefused(error) !== undefined || code === 400) {
        throw tokenRefused(error) ?? error;
      }
      log.warn(failureOf(error), code === 409 ? "another process polls with this token" : "Telegram does not answer");
      await waitUnlessAborted(pause, signal);
    }
  }
  return;
}

type GrammySignal = NonNullable<Parameters<Bot["init"]>[0]>;

export function waitUnlessAborted(milliseconds: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  const stop = () => resolve();
  signal.addEventListener("abort", stop, { once: true });
  return promise.finally(() => {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  });
}

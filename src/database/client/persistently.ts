import { setTimeout as delay } from "node:timers/promises";

/** Milliseconds before reading again what could not be read; doubled each time up to the last. */
const firstPause = 250;
const lastPause = 15_000;

/**
 * Reads whenever it is called, and again for as long as that fails: whoever missed a change would answer wrongly until the next.
 *
 * @param onFailure each time
 * @param closing ends it
 */
export function persistently(
  read: () => Promise<void>,
  onFailure: (cause: unknown) => void,
  closing: AbortSignal,
): () => void {
  let isWaiting = false;

  async function attempt(pause: number): Promise<void> {
    try {
      await read();
    } catch (cause) {
      onFailure(cause);
      if (!isWaiting) {
        isWaiting = true;
        await delay(pause, undefined, { ref: false, signal: closing }).catch(() => undefined);
        isWaiting = false;
        if (!closing.aborted) {
          void attempt(Math.min(pause * 2, lastPause));
        }
      }
    }
  }

  return () => void attempt(firstPause);
}

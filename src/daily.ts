import type { Clock } from "./core/clock.ts";

/** What is done at once and then once on every new day. */
export interface DailyWork {
  /** Ends what is under way; nothing begins any more. */
  stop(): Promise<void>;
}

/** Milliseconds between two looks at the clock. */
export const lookingEvery = 10 * 60_000;

/**
 * Looks at the clock rather than waiting for a day: a machine sleeps, and a clock can be set. What failed is tried again at
 * the next look.
 */
export function workDaily(
  work: (now: Temporal.Instant) => Promise<void>,
  {
    clock,
    timeZone,
    every,
    onFailure,
  }: {
    readonly clock: Clock;
    readonly timeZone: string;
    /** Milliseconds between two looks at the clock. */
    readonly every: number;
    readonly onFailure: (cause: unknown) => void;
  },
): DailyWork {
  let doneOn: string | undefined;
  let underWay: Promise<void> | undefined;

  async function look(): Promise<void> {
    const now = clock();
    const today = now.toZonedDateTimeISO(timeZone).toPlainDate().toString();
    if (today !== doneOn) {
      await work(now);
      doneOn = today;
    }
  }

  function begin(): void {
    underWay ??= look()
      .catch(onFailure)
      .finally(() => {
        underWay = undefined;
      });
  }

  begin();
  const timer = setInterval(begin, every);
  return {
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}

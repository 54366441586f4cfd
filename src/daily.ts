import type { Clock } from "./core/clock.ts";

/** What is done at once and then again and again. */
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

  async function look(): Promise<void> {
    const now = clock();
    const today = now.toZonedDateTimeISO(timeZone).toPlainDate().toString();
    if (today !== doneOn) {
      await work(now);
      doneOn = today;
    }
  }

  return workOften(look, { every, onFailure });
}

/** One after the other: what takes longer than `every` is not begun a second time. */
export function workOften(
  work: () => Promise<void>,
  {
    every,
    onFailure,
  }: {
    /** Milliseconds. */
    readonly every: number;
    readonly onFailure: (cause: unknown) => void;
  },
): DailyWork {
  let underWay: Promise<void> | undefined;

  function begin(): void {
    underWay ??= work()
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

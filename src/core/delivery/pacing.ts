/** Milliseconds on a clock that only goes forward. */
export type Milliseconds = number;

/** Spreads messages evenly over time. What parents are answered counts too: Telegram's limit is one for the whole bot. */
export interface Pacing {
  /** Takes the right to send one message. @returns 0, or how long to wait before asking again */
  take(now: Milliseconds): Milliseconds;
  /** Counts a message that was sent whatever the pace. */
  spend(now: Milliseconds): void;
  /** Nothing is sent until then. */
  hold(until: Milliseconds): void;
  /** Until when nothing is sent; in the past where nothing holds. */
  heldUntil(): Milliseconds;
}

/** Share of a second's messages that may go at once after a timer came late: enough to catch up, too little to be a burst. */
const saved = 0.1;

/** Sums of fractions may miss a whole by so much. */
const rounding = 1e-6;

/** @param rate messages a second; `Infinity` for no limit */
export function createPacing(rate: number, start: Milliseconds): Pacing {
  const perMillisecond = rate / 1000;
  const most = Math.max(1, rate * saved);
  let tokens = 1;
  let filledAt = start;
  let held = start;

  function fill(now: Milliseconds): void {
    const since = Math.max(0, now - filledAt);
    tokens = since === 0 ? tokens : Math.min(most, tokens + since * perMillisecond);
    filledAt = Math.max(filledAt, now);
  }

  return {
    take(now) {
      if (now < held) {
        return held - now;
      }
      if (rate === Number.POSITIVE_INFINITY) {
        return 0;
      }
      fill(now);
      if (tokens < 1 - rounding) {
        return (1 - tokens) / perMillisecond;
      }
      tokens -= 1;
      return 0;
    },
    spend(now) {
      if (rate !== Number.POSITIVE_INFINITY) {
        fill(now);
        // Below nothing: what went first is made up for, a second's worth at most.
        tokens = Math.max(-rate, tokens - 1);
      }
    },
    hold(until) {
      held = Math.max(held, until);
      // What was saved up before would be a burst afterwards.
      tokens = Math.min(tokens, 1);
      filledAt = Math.max(filledAt, until);
    },
    heldUntil: () => held,
  };
}

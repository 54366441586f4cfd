/** How many messages may be under way at once: sent, with no outcome recorded yet. A crash repeats these, and no others. */
export interface InFlight {
  limit(): number;
  /** @param milliseconds from sending until the outcome was recorded */
  took(milliseconds: number): void;
}

const least = 4;
const most = 128;
/** At the default rate, however slow the line: so that a crash repeats few. */
const mostWhenSlow = 32;

/** Weight of the newest measurement. */
const newest = 0.1;

/** Twice as many as rate and latency ask for: answers do not come evenly. */
const room = 2;

/** By Little's law: as many are under way as are sent in the time that one takes. @param rate messages a second */
export function createInFlight(rate: number): InFlight {
  const ceiling = Math.min(most, Math.max(mostWhenSlow, Math.ceil(rate / 4)));
  let latency: number | undefined;

  return {
    limit() {
      // Before anything was measured: as for an answer in 200 ms.
      const wanted = Math.ceil((rate * (latency ?? 200) * room) / 1000);
      return Math.max(least, Math.min(ceiling, wanted));
    },
    took(milliseconds) {
      latency = latency === undefined ? milliseconds : latency + newest * (milliseconds - latency);
    },
  };
}

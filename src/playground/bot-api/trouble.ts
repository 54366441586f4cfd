import type { Fault, Faults } from "../protocol.ts";
import { createRateLimit, type RateLimit } from "./rate-limit.ts";

/** The trouble that was asked for: faults still to come, the limit on sending, and a slow line. */
export interface Trouble {
  readonly rateLimit: RateLimit;
  readonly latencyMilliseconds: number;
  set(faults: Faults): void;
  /** What is left of it. */
  current(): Faults;
  /** Uses up the first fault in the script that is for this method; null when there is none. */
  next(method: string): Fault["kind"] | null;
}

export function createTrouble(): Trouble {
  const rateLimit = createRateLimit();
  let script: readonly Fault[] = [];
  let messagesPerSecond: number | null = null;
  let latencyMilliseconds = 0;

  return {
    rateLimit,
    get latencyMilliseconds() {
      return latencyMilliseconds;
    },
    set(faults) {
      script = faults.script.filter(({ times }) => times > 0);
      ({ messagesPerSecond, latencyMilliseconds } = faults);
      rateLimit.set(messagesPerSecond);
    },
    current: () => ({ script, messagesPerSecond, latencyMilliseconds }),
    next(method) {
      const fault = script.find((candidate) => concerns(candidate, method));
      if (fault === undefined) return null;
      script = script.flatMap((other) => {
        if (other !== fault) return [other];
        return fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [];
      });
      return fault.kind;
    },
  };
}

function concerns(fault: Fault, method: string): boolean {
  return fault.method === "*" || fault.method.toLowerCase() === method.toLowerCase();
}

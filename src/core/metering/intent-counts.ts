import type { Intent } from "../questions/intent.ts";

/** As few could be known to those who were there. */
const fewest = 5;

/** How often each intent was asked since the day began: in memory, told only when it is over, and never of few. */
export interface IntentCounts {
  note(intent: Intent): void;
  /** Ends the day. @returns what was asked at least five times in it */
  turn(): ReadonlyMap<Intent, number>;
}

export function createIntentCounts(): IntentCounts {
  let counts = new Map<Intent, number>();
  return {
    note(intent) {
      // Who wants to say how it was is nobody's business.
      if (intent !== "feedback") {
        counts.set(intent, (counts.get(intent) ?? 0) + 1);
      }
    },
    turn() {
      const told = new Map([...counts].filter(([, count]) => count >= fewest));
      counts = new Map();
      return told;
    },
  };
}

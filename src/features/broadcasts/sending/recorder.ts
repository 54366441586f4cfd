import { setTimeout as delay } from "node:timers/promises";
import type { Counts, Outcome } from "./repository.ts";

/** Writes outcomes down in batches: while one is written the next gathers. Nothing is dropped while the database is away. */
export interface Recorder {
  /** @param onRecorded once it is safe */
  add(number: number, outcome: Outcome, onRecorded: () => void): void;
}

export interface RecorderParts {
  readonly record: (number: number, outcomes: readonly Outcome[]) => Promise<Counts | undefined>;
  readonly onCounts: (counts: Counts) => void;
  readonly onFailure: (cause: unknown) => void;
}

interface Entry {
  readonly number: number;
  readonly outcome: Outcome;
  readonly onRecorded: () => void;
}

/** Milliseconds before a batch that could not be written is written again; doubled each time up to the last. */
const firstPause = 100;
const lastPause = 3000;

export function createRecorder({ record, onCounts, onFailure }: RecorderParts): Recorder {
  let gathered: Entry[] = [];
  let writing = false;

  async function write(number: number, entries: readonly Entry[]): Promise<void> {
    const outcomes = entries.map(({ outcome }) => outcome);
    for (let pause = firstPause; ; pause = Math.min(pause * 2, lastPause)) {
      try {
        const counts = await record(number, outcomes);
        for (const { onRecorded } of entries) {
          onRecorded();
        }
        if (counts !== undefined) {
          onCounts(counts);
        }
        return;
      } catch (cause) {
        // Also where the answer was lost and all is written: what was noted once is not noted again.
        onFailure(cause);
        await delay(pause, undefined, { ref: false });
      }
    }
  }

  async function writeAll(): Promise<void> {
    while (gathered.length > 0) {
      const batch = gathered;
      gathered = [];
      for (const [number, entries] of Map.groupBy(batch, (entry) => entry.number)) {
        await write(number, entries);
      }
    }
    writing = false;
  }

  return {
    add(number, outcome, onRecorded) {
      gathered.push({ number, outcome, onRecorded });
      if (!writing) {
        writing = true;
        void writeAll();
      }
    },
  };
}

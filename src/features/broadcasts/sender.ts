import { createInFlight } from "../../core/delivery/in-flight.ts";
import { createPacing } from "../../core/delivery/pacing.ts";
import { createLease } from "../../database/lease.ts";
import { createBell } from "./sending/bell.ts";
import { sendingLease } from "./sending/repository.ts";
import { createRun, isDue, type SenderParts } from "./sending/run.ts";

export interface Sender {
  /** Looks at once whether there is something to send, or no longer. */
  wake(): void;
  /** An answer to somebody who asks went first. */
  noteAnswer(): void;
  /** Telegram asks for patience. */
  hold(seconds: number): void;
  /** Sends nothing more, and waits for what is under way: a few seconds at most. */
  stop(): Promise<void>;
}

/** Milliseconds to wait with nothing to do, in case word of something was lost. */
const idle = 60_000;
/** Milliseconds to wait after something failed. */
const afterFailure = 500;
/** How often another process's lease is looked at in its length: when that process dies, sending moves on hardly later than it must. */
const looksInLease = 20;

export function createSender(parts: SenderParts): Sender {
  const bell = createBell();
  const pacing = createPacing(parts.rate, performance.now());
  const inFlight = createInFlight(parts.rate);
  const lease = createLease(parts.database, { ...parts, name: sendingLease, length: parts.leaseLength });
  const stopping = new AbortController();
  let isDirty = true;
  /** Whether nothing is marked as being sent that is not. */
  let leftInOrder = true;

  async function work(): Promise<void> {
    while (!stopping.signal.aborted) {
      let wait = afterFailure;
      try {
        wait = await turn();
      } catch (cause) {
        parts.onFailure(cause);
      }
      if (!stopping.signal.aborted) {
        await bell.wait(wait);
      }
    }
  }

  /** @returns milliseconds until the next one */
  async function turn(): Promise<number> {
    isDirty = false;
    const jobs = await parts.repository.jobs();
    if (jobs.length === 0) {
      return idle;
    }
    if (!jobs.some(isDue(parts))) {
      return parts.lookEvery;
    }
    const outcome = await lease.take();
    if (outcome === "held") {
      return parts.leaseLength / looksInLease;
    }
    if (outcome === "taken" || !leftInOrder) {
      await parts.repository.recover();
    }
    leftInOrder = false;
    const run = createRun({ ...parts, bell, pacing, inFlight, lease, stop: stopping.signal, isDirty: takeDirty });
    try {
      return await run.all();
    } finally {
      leftInOrder = await run.settle();
      // Otherwise it runs out, and whoever takes it next sees to what was under way.
      if (leftInOrder) {
        await lease.release();
      }
    }
  }

  function takeDirty(): boolean {
    const was = isDirty;
    isDirty = false;
    return was;
  }

  const ended = work();
  return {
    wake() {
      isDirty = true;
      bell.ring();
    },
    noteAnswer: () => pacing.spend(performance.now()),
    hold: (seconds) => pacing.hold(performance.now() + seconds * 1000),
    async stop() {
      stopping.abort();
      bell.ring();
      await ended;
    },
  };
}

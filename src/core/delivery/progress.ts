import type { BroadcastState } from "./delivery.ts";

/** How many deliveries of a broadcast have which outcome. */
export interface Outcomes {
  readonly total: number;
  readonly sent: number;
  readonly gone: number;
  readonly failed: number;
}

/** How far a broadcast is, in numbers that tell nothing of one parent. */
export interface Progress {
  /** From 0 to 10. */
  readonly tenths: number;
  /** By `roughly`; 0 is a few, or nobody. */
  readonly sent: number;
  readonly gone: number;
  readonly failed: number;
  /** Whether any failed at all, which says nothing of who asked to be told. */
  readonly hasFailed: boolean;
  /** Rounded up; null where it is not known. */
  readonly minutesLeft: number | null;
}

/**
 * A number of parents as the team reads it: to tens, and to hundreds beyond a thousand, so that from one message to the next it never
 * tells that one more asked, or left. 0 is a few, or nobody.
 */
export function roughly(count: number): number {
  const step = count < 1000 ? 10 : 100;
  return Math.round(count / step) * step;
}

/** @param speed outcomes a second; null before it was measured */
export function progressOf({ total, sent, gone, failed }: Outcomes, speed: number | null): Progress {
  const done = sent + gone + failed;
  return {
    tenths: total === 0 ? 10 : Math.floor((10 * done) / total),
    sent: roughly(sent),
    gone: roughly(gone),
    failed: roughly(failed),
    hasFailed: failed > 0,
    minutesLeft: speed === null || speed <= 0 ? null : Math.ceil((total - done) / speed / 60),
  };
}

/** Whether nothing more is sent of it, ever. */
export function isOver(state: BroadcastState): boolean {
  return state === "ended" || state === "withdrawn";
}

import type { Movement } from "./ballot.ts";
import { faces } from "./choices.ts";

/** What was tapped at one place since its last block. */
export interface OpenCounts {
  /** The first week that is counted, and the last; the last one may be under way. */
  readonly firstWeek: number;
  readonly lastWeek: number;
  /** How often each choice stands, by its number. */
  readonly counts: readonly number[];
}

/** Room for more choices than there are, so that a new one changes no size. */
const slots = 32;
const lengthWritten = 4 + slots * 4;

export function emptyCounts(week: number): OpenCounts {
  return { firstWeek: week, lastWeek: week, counts: Array(slots).fill(0) };
}

export function answersIn({ counts }: OpenCounts): number {
  return counts.slice(0, faces.length).reduce((sum, count) => sum + count, 0);
}

export function moved(open: OpenCounts, movements: readonly Movement[]): OpenCounts {
  const counts = [...open.counts];
  for (const { number, by } of movements) {
    counts[number] = Math.max(0, (counts[number] ?? 0) + by);
  }
  return { ...open, counts };
}

/** Always as long, whatever was counted. */
export function writeCounts({ firstWeek, lastWeek, counts }: OpenCounts): Uint8Array {
  const bytes = new Uint8Array(lengthWritten);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, firstWeek);
  view.setUint16(2, lastWeek);
  for (const [index, count] of counts.entries()) {
    view.setUint32(4 + index * 4, count);
  }
  return bytes;
}

/** @throws RangeError where the bytes are no counts */
export function readCounts(bytes: Uint8Array): OpenCounts {
  if (bytes.length !== lengthWritten) {
    throw new RangeError("Open counts of another length");
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return {
    firstWeek: view.getUint16(0),
    lastWeek: view.getUint16(2),
    counts: Array.from({ length: slots }, (_, index) => view.getUint32(4 + index * 4)),
  };
}

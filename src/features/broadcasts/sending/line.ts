import type { Claimed, Job, SendingRepository } from "./repository.ts";

/** The deliveries of one broadcast, in the order in which they are claimed. */
export interface Line {
  readonly job: Job;
  /** What can be sent now; nothing for the moment, or for good. */
  claim(count: number, now: number): Promise<readonly Claimed[]>;
  /** One that failed comes again. @param at milliseconds */
  again(code: Buffer, at: number): void;
  /** Whether everything was claimed once, and nothing comes again by itself. */
  isThrough(): boolean;
  /** Begins once more from the front, for what was passed over. */
  restart(now: number): void;
  /** Milliseconds until there is something to claim; 0 where there may be, or where it is through. */
  wait(now: number): number;
}

/** What failed is remembered with its time; what is too much for the memory comes when the line begins anew. */
const mostRemembered = 10_000;

/** Milliseconds between two beginnings. */
const betweenBeginnings = 1000;

export function createLine(job: Job, holder: string, repository: SendingRepository): Line {
  let after: Buffer | null = null;
  let isAtEnd = false;
  let beginsAt = 0;
  const remembered = new Map<string, number>();

  const dueAt = (now: number) => [...remembered].filter(([, at]) => at <= now).map(([hex]) => hex);

  async function claimNext(count: number): Promise<readonly Claimed[]> {
    const claimed = await repository.claim(holder, job, after, count);
    after = claimed.at(-1)?.code ?? after;
    isAtEnd = claimed.length < count;
    return claimed;
  }

  return {
    job,
    async claim(count, now) {
      const due = dueAt(now).slice(0, count);
      if (due.length > 0) {
        for (const hex of due) {
          remembered.delete(hex);
        }
        return repository.claimAgain(
          holder,
          job,
          due.map((hex) => Buffer.from(hex, "hex")),
        );
      }
      return isAtEnd || now < beginsAt ? [] : claimNext(count);
    },
    again(code, at) {
      if (remembered.size < mostRemembered) {
        remembered.set(code.toString("hex"), at);
      }
    },
    isThrough: () => isAtEnd && remembered.size === 0,
    restart(now) {
      after = null;
      isAtEnd = false;
      beginsAt = now + betweenBeginnings;
    },
    wait(now) {
      const begins = isAtEnd && remembered.size > 0 ? Number.POSITIVE_INFINITY : beginsAt;
      const next = Math.min(...remembered.values(), begins);
      return Math.max(0, next - now);
    },
  };
}

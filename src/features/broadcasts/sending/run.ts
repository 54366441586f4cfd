import type { Clock } from "../../../core/clock.ts";
import { type Attempt, afterAttempt, pauseAfter } from "../../../core/delivery/delivery.ts";
import type { InFlight } from "../../../core/delivery/in-flight.ts";
import type { Pacing } from "../../../core/delivery/pacing.ts";
import { mayGoOut } from "../../../core/delivery/quiet-hours.ts";
import type { Database, Transaction } from "../../../database/client.ts";
import type { Lease } from "../../../database/lease.ts";
import type { Bell } from "./bell.ts";
import { createLine, type Line } from "./line.ts";
import { createRecorder } from "./recorder.ts";
import type { Claimed, Counts, Job, SendingRepository } from "./repository.ts";

export interface SenderParts {
  readonly database: Database;
  readonly repository: SendingRepository;
  /** Sends one message, once. */
  readonly send: (job: Job, to: NonNullable<Claimed["to"]>, code: Buffer) => Promise<Attempt>;
  /** Erases the subscriptions of chats that are gone. */
  readonly eraseGone: (transaction: Transaction, codes: readonly Buffer[]) => Promise<void>;
  readonly events: SenderEvents;
  /** The calendar clock, for quiet hours; waiting goes by real time. */
  readonly clock: Clock;
  /** For what is about no place in particular. */
  readonly timeZone: string;
  /** Messages a second; `Infinity` for no limit. */
  readonly rate: number;
  /** A random value of this process. */
  readonly holder: string;
  /** Milliseconds for which the right to send is valid without being renewed. */
  readonly leaseLength: number;
  /** Milliseconds without success after which sending is said to stall. */
  readonly stalledAfter: number;
  /** Milliseconds between two looks at what waits for its time. */
  readonly lookEvery: number;
  readonly onFailure: (cause: unknown) => void;
}

/** What others may want to know. */
export interface SenderEvents {
  readonly onCounts: (counts: Counts) => void;
  readonly onEnded: (counts: Counts) => void;
  /** Nothing could be sent for a while, though something waits. */
  readonly onStalled: (broadcast: number) => void;
}

/** Milliseconds that a stop waits for answers: the process has ten seconds in all. */
const stopPatience = 5000;

/** Whether a broadcast may be sent now, as its undoing and the quiet hours allow. */
export function isDue({ clock, timeZone }: Pick<SenderParts, "clock" | "timeZone">) {
  return (job: Job): boolean => {
    const now = clock();
    const at = mayGoOut(now, job.opening, job.timeZone ?? timeZone);
    return Temporal.Instant.compare(job.notBefore, now) <= 0 && Temporal.Instant.compare(at, now) <= 0;
  };
}

interface RunParts extends SenderParts {
  readonly bell: Bell;
  readonly pacing: Pacing;
  readonly inFlight: InFlight;
  readonly lease: Lease;
  readonly stop: AbortSignal;
  /** Whether something changed since it was last asked. */
  readonly isDirty: () => boolean;
}

interface Next {
  readonly line: Line;
  readonly claimed: Claimed;
}

/** Sending, for as long as there is something to send and the lease is held. */
export function createRun(parts: RunParts) {
  const { repository, bell, pacing, inFlight, lease, stop } = parts;
  const batch = Math.min(256, Math.max(8, Math.ceil(Math.min(parts.rate, 1000) / 4)));
  let lines: readonly Line[] = [];
  let ready: Next[] = [];
  let fetching: Promise<void> | undefined;
  let failure: unknown;
  /** Sent, with no outcome recorded yet. */
  let unsettled = 0;
  let failuresInARow = 0;
  let succeededAt = performance.now();
  let saidToStall = false;

  const recorder = createRecorder({
    record(number, outcomes) {
      const gone = outcomes.filter(({ state }) => state === "gone").map(({ code }) => code);
      return gone.length === 0
        ? repository.record(null, number, outcomes)
        : parts.database.inTransaction(async (transaction) => {
            await parts.eraseGone(transaction, gone);
            return repository.record(transaction, number, outcomes);
          });
    },
    onCounts: parts.events.onCounts,
    onFailure: parts.onFailure,
  });

  /** @returns milliseconds until the next run */
  async function all(): Promise<number> {
    await refresh();
    return sendAll();
  }

  async function sendAll(): Promise<number> {
    while (!stop.aborted && lease.isHeld()) {
      if (failure !== undefined) {
        throw failure;
      }
      if (parts.isDirty()) {
        await refresh();
      }
      prefetch();
      const wait = blocked();
      if (wait === "done") {
        return parts.lookEvery;
      }
      if (wait > 0) {
        await bell.wait(wait);
        continue;
      }
      const next = ready.shift();
      if (next !== undefined) {
        void start(next);
      }
    }
    return 0;
  }

  /** Milliseconds before the next message may go; anything that happens meanwhile rings. */
  function blocked(): number | "done" {
    const now = performance.now();
    watchForStall(now);
    if (ready.length === 0) {
      if (fetching !== undefined || unsettled > 0) {
        return parts.lookEvery;
      }
      const due = lines.filter(({ job }) => isDue(parts)(job));
      return due.length === 0 ? "done" : Math.max(1, Math.min(parts.lookEvery, ...due.map((line) => line.wait(now))));
    }
    return unsettled >= inFlight.limit() ? parts.lookEvery : pacing.take(now);
  }

  /** Claims what comes next while there is still something to send. */
  function prefetch(): void {
    if (fetching !== undefined || ready.length > batch / 2) {
      return;
    }
    const now = performance.now();
    // A line that is through is looked at once more, to be ended, when the last outcome is known.
    const isReady = (each: Line) => each.wait(now) === 0 && !(each.isThrough() && isUnderWay(each));
    const line = lines.find((each) => isReady(each) && isDue(parts)(each.job));
    if (line === undefined) {
      return;
    }
    fetching = fetch(line, now)
      .catch((cause) => {
        failure = cause;
      })
      .finally(() => {
        fetching = undefined;
        bell.ring();
      });
  }

  async function fetch(line: Line, now: number): Promise<void> {
    const claimed = await line.claim(batch, now);
    ready.push(...claimed.map((each) => ({ line, claimed: each })));
    if (claimed.length === 0 && line.isThrough() && !isUnderWay(line)) {
      await end(line, now);
    }
  }

  const underWay = new Map<number, number>();
  const isUnderWay = ({ job }: Line) =>
    (underWay.get(job.number) ?? 0) > 0 || ready.some(({ line }) => line.job.number === job.number);

  async function end(line: Line, now: number): Promise<void> {
    const counts = await repository.end(line.job.number, parts.clock());
    if (counts === undefined) {
      line.restart(now);
      return;
    }
    lines = lines.filter((each) => each !== line);
    parts.events.onEnded(counts);
  }

  /** What is no longer under way is given back; what is new joins. */
  async function refresh(): Promise<void> {
    const jobs = await repository.jobs();
    const numbers = new Set(jobs.map(({ number }) => number));
    await fetching;
    const [kept, dropped] = [true, false].map((isKept) =>
      ready.filter(({ line }) => numbers.has(line.job.number) === isKept),
    );
    ready = kept ?? [];
    lines = jobs.map(
      (job) => lines.find((line) => line.job.number === job.number) ?? createLine(job, parts.holder, repository),
    );
    await giveBack(dropped ?? []);
  }

  async function giveBack(given: readonly Next[]): Promise<void> {
    for (const [number, ofOne] of Map.groupBy(given, ({ line }) => line.job.number)) {
      const claimed = ofOne.map((each) => each.claimed);
      await parts.database.inTransaction((transaction) => repository.giveBack(transaction, number, claimed));
    }
  }

  async function start({ line, claimed }: Next): Promise<void> {
    const { number } = line.job;
    const sentAt = performance.now();
    unsettled += 1;
    underWay.set(number, (underWay.get(number) ?? 0) + 1);
    const attempt: Attempt =
      claimed.to === undefined ? { kind: "gone" } : await parts.send(line.job, claimed.to, claimed.code);
    const settled = () => {
      unsettled -= 1;
      underWay.set(number, (underWay.get(number) ?? 1) - 1);
      bell.ring();
    };
    if (attempt.kind === "too-many") {
      // The message is as good as before, and waits with all others.
      pacing.hold(performance.now() + attempt.seconds * 1000);
      ready.unshift({ line, claimed });
      settled();
      return;
    }
    noteTrouble(attempt);
    const after = afterAttempt(attempt, claimed.tries, claimed.isDoubtful);
    recorder.add(number, { code: claimed.code, state: after.state, tries: after.tries }, () => {
      if ("seconds" in after) {
        line.again(claimed.code, performance.now() + after.seconds * 1000);
      }
      inFlight.took(performance.now() - sentAt);
      settled();
    });
  }

  function noteTrouble({ kind }: Attempt): void {
    const now = performance.now();
    failuresInARow = kind === "unavailable" || kind === "lost" ? failuresInARow + 1 : 0;
    if (failuresInARow === 0) {
      succeededAt = now;
      saidToStall = false;
    }
    const pause = pauseAfter(failuresInARow);
    if (pause > 0) {
      pacing.hold(now + pause * 1000);
    }
  }

  function watchForStall(now: number): void {
    if (saidToStall || now - succeededAt <= parts.stalledAfter) {
      return;
    }
    // What failed a few times waits for its next try, and is not ready.
    const line = ready[0]?.line ?? lines.find((each) => !each.isThrough() && isDue(parts)(each.job));
    if (line !== undefined) {
      saidToStall = true;
      parts.events.onStalled(line.job.number);
    }
  }

  /**
   * Waits until the outcome of all that was sent is recorded, however long the database is away, or for a while where the process is to
   * stop; what was claimed and not sent is given back.
   *
   * @returns whether all of that was done
   */
  async function settle(): Promise<boolean> {
    let deadline = Number.POSITIVE_INFINITY;
    await fetching;
    while (unsettled > 0 && performance.now() < deadline) {
      deadline = stop.aborted ? Math.min(deadline, performance.now() + stopPatience) : deadline;
      await bell.wait(Math.min(1000, Math.max(1, deadline - performance.now())));
    }
    try {
      await giveBack(ready.splice(0));
      return unsettled === 0;
    } catch (cause) {
      parts.onFailure(cause);
      return false;
    }
  }

  return { all, settle };
}

import { and, eq, sql } from "drizzle-orm";
import type { Database } from "./client.ts";
import { leases } from "./schema.ts";

/** The right to do what only one process may do at a time. It is a row that its holder renews. */
export interface Lease {
  take(): Promise<Taking>;
  /** Whether it is still this process's, as far as its own clock knows: it is over here before it is over for others. */
  isHeld(): boolean;
  release(): Promise<void>;
}

/** `held` by another process; `free` before; `kept` from the last time on; `taken` from one that did not give it back. */
export type Taking = "held" | "free" | "kept" | "taken";

export interface LeaseOptions {
  /** What it is the right to do. */
  readonly name: string;
  /** Milliseconds for which it is valid without being renewed. */
  readonly length: number;
  /**
   * It is free at once when the last connection of its holder is gone, as after a crash. Not where a holder whose database is away
   * must be sure that nobody else began.
   */
  readonly endsWithSession?: boolean;
  /** Somebody else has it now. */
  readonly onLost?: () => void;
  readonly onFailure: (cause: unknown) => void;
}

/** Of its length: clocks run apart, and a request takes its time. */
const trusted = 0.9;

/** It is renewed three times in its length, so that one failure loses nothing. */
export function createLease(database: Database, options: LeaseOptions): Lease {
  const { name, length, endsWithSession = false, onLost, onFailure } = options;
  const { queries, session: holder } = database;
  const isDead = endsWithSession
    ? sql`not exists (select from pg_stat_activity where application_name = ${leases.holder})`
    : sql`false`;
  let validUntil = 0;
  let renewing: NodeJS.Timeout | undefined;
  let renewal: Promise<void> | undefined;

  async function take(): Promise<Taking> {
    const asked = performance.now();
    const outcome = await takeRow();
    validUntil = outcome === "held" ? 0 : asked + length * trusted;
    return outcome;
  }

  async function takeRow(): Promise<Taking> {
    // By the clock of the database, which all processes share and nobody sets.
    const expires = sql`clock_timestamp() + make_interval(secs => ${length / 1000})`;
    const [taken] = await queries.execute<{ was: string | null }>(sql`
      with before as (select holder from ${leases} where name = ${name})
      insert into ${leases} (name, holder, expires) values (${name}, ${holder}, ${expires})
      on conflict (name) do update set holder = excluded.holder, expires = excluded.expires
        where ${leases.holder} = excluded.holder or ${leases.expires} < clock_timestamp() or ${isDead}
      returning (select holder from before) as was`);
    if (taken === undefined) {
      return "held";
    }
    if (taken.was === null) {
      return "free";
    }
    return taken.was === holder ? "kept" : "taken";
  }

  function renew(): void {
    renewal = take()
      .then((outcome) => {
        // Taken back: somebody else had it in between, and may be doing what was begun here.
        if (outcome === "held" || outcome === "taken") {
          validUntil = 0;
          clearInterval(renewing);
          onLost?.();
        }
      })
      .catch(onFailure);
  }

  return {
    async take() {
      const outcome = await take();
      if (outcome !== "held") {
        clearInterval(renewing);
        renewing = setInterval(renew, length / 3);
      }
      return outcome;
    },
    isHeld: () => performance.now() < validUntil,
    async release() {
      clearInterval(renewing);
      // One that is under way would have it back.
      await renewal;
      validUntil = 0;
      await queries.delete(leases).where(and(eq(leases.name, name), eq(leases.holder, holder)));
    },
  };
}

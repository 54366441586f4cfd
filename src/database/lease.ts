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

/** Until when another process has it, and since when that was not put off. */
interface Seen {
  readonly until: string;
  /** Milliseconds, by this process's own clock. */
  readonly since: number;
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
  let seen: Seen | undefined;
  let renewing: NodeJS.Timeout | undefined;
  let renewal: Promise<void> | undefined;

  async function take(): Promise<Taking> {
    const asked = performance.now();
    const outcome = await takeRow();
    validUntil = outcome === "held" ? 0 : asked + length * trusted;
    return outcome;
  }

  async function takeRow(): Promise<Taking> {
    // By the clock of the database, which all processes share.
    const expires = sql`clock_timestamp() + make_interval(secs => ${length / 1000})`;
    const [found] = await queries.execute<{ was: string | null; expires: string | null; isMine: boolean }>(sql`
      with before as (select holder, expires from ${leases} where name = ${name}),
      taken as (
        insert into ${leases} (name, holder, expires) values (${name}, ${holder}, ${expires})
        on conflict (name) do update set holder = excluded.holder, expires = excluded.expires
          where ${leases.holder} = excluded.holder or ${leases.expires} < clock_timestamp() or ${isDead}
            or ${leases.expires}::text = ${forsaken() ?? ""}
        returning 1)
      select before.holder as was, before.expires::text as expires, exists (select from taken) as "isMine"
      from (values (1)) always left join before on true`);
    const { was = null, expires: until = null, isMine = false } = found ?? {};
    seen =
      isMine || until === null ? undefined : { until, since: seen?.until === until ? seen.since : performance.now() };
    if (!isMine) {
      return "held";
    }
    if (was === null) {
      return "free";
    }
    return was === holder ? "kept" : "taken";
  }

  /** What nobody renewed for as long as it is valid is over, though the clock of the database was set back and says otherwise. */
  function forsaken(): string | undefined {
    return seen !== undefined && performance.now() - seen.since > length ? seen.until : undefined;
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

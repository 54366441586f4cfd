import { and, asc, eq, inArray, isNotNull, lte, type SQL, sql } from "drizzle-orm";
import type { BroadcastState } from "../../../core/delivery/delivery.ts";
import type { Outcomes } from "../../../core/delivery/progress.ts";
import { type Database, queriesOf, type Transaction } from "../../../database/client.ts";
import { broadcasts } from "../../../database/schema.ts";

/** A broadcast that a member of the team follows. */
export interface Followed extends Outcomes {
  readonly number: number;
  /** By its number; null: all places. */
  readonly place: number | null;
  readonly state: BroadcastState;
  readonly isCorrection: boolean;
  /** Where she follows it, sealed. */
  readonly progress: Buffer;
}

export interface ProgressRepository {
  /** One process at a time says how far things are, until the end of the transaction. */
  waitForTurn(transaction: Transaction): Promise<void>;
  /** Nothing where nobody follows it, or not any more. */
  read(transaction: Transaction, broadcast: number): Promise<Followed | undefined>;
  /** Those that are over, though that was not said yet. */
  over(transaction: Transaction, now: Temporal.Instant): Promise<readonly Followed[]>;
  isAnyOver(now: Temporal.Instant): Promise<boolean>;
  /** @param progress null: all is said */
  keep(transaction: Transaction, broadcast: number, progress: Buffer | null): Promise<void>;
}

/** Any number will do, as long as no other lock has it. */
const progressLock = 3_607_001;

export function createProgressRepository(database: Database): ProgressRepository {
  const isSaidToBeOver = (now: Temporal.Instant): SQL | undefined =>
    and(
      isNotNull(broadcasts.progress),
      inArray(broadcasts.state, ["ended", "withdrawn"]),
      lte(broadcasts.ended, now.toString()),
    );

  const select = async (transaction: Transaction, which: SQL | undefined): Promise<readonly Followed[]> => {
    const rows = await queriesOf(transaction).select().from(broadcasts).where(which).orderBy(asc(broadcasts.number));
    return rows.flatMap(({ progress, corrects, ...row }) =>
      progress === null ? [] : [{ ...row, isCorrection: corrects !== null, progress }],
    );
  };

  return {
    async waitForTurn(transaction) {
      await queriesOf(transaction).execute(sql`select pg_advisory_xact_lock(${progressLock})`);
    },
    read: async (transaction, broadcast) => (await select(transaction, eq(broadcasts.number, broadcast)))[0],
    over: (transaction, now) => select(transaction, isSaidToBeOver(now)),
    async isAnyOver(now) {
      const found = await database.queries
        .select({ number: broadcasts.number })
        .from(broadcasts)
        .where(isSaidToBeOver(now))
        .limit(1);
      return found.length > 0;
    },
    async keep(transaction, broadcast, progress) {
      await queriesOf(transaction).update(broadcasts).set({ progress }).where(eq(broadcasts.number, broadcast));
    },
  };
}

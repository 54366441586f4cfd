import { and, arrayContains, gt, inArray, isNotNull, not, or, type SQL, sql } from "drizzle-orm";
import type { Trouble } from "../../../core/delivery/delivery.ts";
import { type Database, queriesOf, type Transaction } from "../../../database/client.ts";
import { broadcasts } from "../../../database/schema.ts";

/** A broadcast with which something is wrong. */
export interface Troubled {
  readonly number: number;
  /** By its number; null: all places. */
  readonly place: number | null;
  readonly isCorrection: boolean;
  /** Of which the coordinators were not told yet. */
  readonly troubles: readonly Trouble[];
}

export interface TroubleRepository {
  /** One process at a time tells, until the end of the transaction. */
  waitForTurn(transaction: Transaction): Promise<void>;
  /** Those of which the coordinators are still to be told. @param stalled those with which nothing could be sent for minutes */
  untold(transaction: Transaction, stalled: readonly number[]): Promise<readonly Troubled[]>;
  isAnyUntold(stalled: readonly number[]): Promise<boolean>;
  noteTold(transaction: Transaction, broadcast: number, troubles: readonly Trouble[]): Promise<void>;
}

/** Any number will do, as long as no other lock has it. */
const troubleLock = 3_607_002;

export function createTroubleRepository(database: Database): TroubleRepository {
  const unknown = (trouble: Trouble) => not(arrayContains(broadcasts.warned, [trouble]));

  // What lies weeks back is no news.
  const isUntold = (stalled: readonly number[]): SQL | undefined =>
    and(
      isNotNull(broadcasts.text),
      or(
        and(gt(broadcasts.failed, 0), unknown("failed")),
        ...(stalled.length === 0 ? [] : [and(inArray(broadcasts.number, [...stalled]), unknown("stalled"))]),
      ),
    );

  return {
    async waitForTurn(transaction) {
      await queriesOf(transaction).execute(sql`select pg_advisory_xact_lock(${troubleLock})`);
    },
    async untold(transaction, stalled) {
      const rows = await queriesOf(transaction).select().from(broadcasts).where(isUntold(stalled));
      return rows.map(({ number, place, corrects, failed, warned }) => {
        const there: readonly Trouble[] = [
          ...(failed > 0 ? (["failed"] as const) : []),
          ...(stalled.includes(number) ? (["stalled"] as const) : []),
        ];
        const troubles = there.filter((trouble) => !warned.includes(trouble));
        return { number, place, isCorrection: corrects !== null, troubles };
      });
    },
    async isAnyUntold(stalled) {
      const query = database.queries.select({ number: broadcasts.number }).from(broadcasts);
      return (await query.where(isUntold(stalled)).limit(1)).length > 0;
    },
    async noteTold(transaction, broadcast, troubles) {
      await queriesOf(transaction)
        .update(broadcasts)
        .set({ warned: sql`${broadcasts.warned} || ${sql.param([...troubles], broadcasts.warned)}` })
        .where(sql`${broadcasts.number} = ${broadcast}`);
    },
  };
}

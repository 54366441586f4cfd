import { and, eq, gte, lt } from "drizzle-orm";
import { type Database, queriesOf, type Transaction } from "../../../database/client.ts";
import { staffConversations, staffUpdates } from "../../../database/schema/staff.ts";

export interface TurnsRepository {
  /** Remembers an update. @returns whether it is new */
  begin(transaction: Transaction, update: number, now: Temporal.Instant): Promise<boolean>;
  /** As if it had not come yet. */
  forget(transaction: Transaction, update: number): Promise<void>;
  /** The sealed conversation of a member, unless it is too old. */
  read(transaction: Transaction, code: Buffer, now: Temporal.Instant): Promise<Buffer | undefined>;
  keep(transaction: Transaction, code: Buffer, sealed: Buffer, until: Temporal.Instant): Promise<void>;
  erase(transaction: Transaction, code: Buffer): Promise<void>;
  /** Erases conversations that ended before `now`, and updates from before `oldest`. */
  sweep(now: Temporal.Instant, oldest: Temporal.Instant): Promise<void>;
}

export function createTurnsRepository(database: Database): TurnsRepository {
  return {
    async begin(transaction, number, now) {
      const inserted = await queriesOf(transaction)
        .insert(staffUpdates)
        .values({ number, at: now.toString() })
        .onConflictDoNothing()
        .returning({ number: staffUpdates.number });
      return inserted.length > 0;
    },
    async forget(transaction, number) {
      await queriesOf(transaction).delete(staffUpdates).where(eq(staffUpdates.number, number));
    },
    async read(transaction, code, now) {
      const [row] = await queriesOf(transaction)
        .select({ sealed: staffConversations.sealed })
        .from(staffConversations)
        .where(and(eq(staffConversations.code, code), gte(staffConversations.until, now.toString())));
      return row?.sealed;
    },
    async keep(transaction, code, sealed, until) {
      const values = { sealed, until: until.toString() };
      await queriesOf(transaction)
        .insert(staffConversations)
        .values({ code, ...values })
        .onConflictDoUpdate({ target: staffConversations.code, set: values });
    },
    async erase(transaction, code) {
      await queriesOf(transaction).delete(staffConversations).where(eq(staffConversations.code, code));
    },
    async sweep(now, oldest) {
      await database.queries.delete(staffConversations).where(lt(staffConversations.until, now.toString()));
      await database.queries.delete(staffUpdates).where(lt(staffUpdates.at, oldest.toString()));
    },
  };
}

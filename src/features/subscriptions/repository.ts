import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Language } from "../../core/language.ts";
import { type Database, queriesOf, type Transaction } from "../../database/client.ts";
import { subscriptions } from "../../database/schema.ts";

/** A row as it stands in the database. */
export interface Subscription {
  /** Of the chat, 16 bytes. */
  readonly code: Buffer;
  /** By its number. */
  readonly place: number;
  /** The chat, sealed for this row. */
  readonly chat: Buffer;
  readonly language: Language;
}

export interface SubscriptionsRepository {
  /** Until the transaction ends, nothing else changes for this chat, on whatever replica: what is asked first is done first. */
  hold(transaction: Transaction, code: Buffer): Promise<void>;
  /** Those of one chat, by place. */
  read(code: Buffer): Promise<readonly Subscription[]>;
  /** Whoever asks twice has one row, in the newest language. @returns whether it is new */
  add(transaction: Transaction, subscription: Subscription): Promise<boolean>;
  speak(transaction: Transaction, code: Buffer, language: Language): Promise<void>;
  /** @returns the places of the rows that were erased */
  erase(transaction: Transaction, code: Buffer, place: number | "all"): Promise<readonly number[]>;
  /** Erases all rows of these chats. */
  eraseAll(transaction: Transaction, codes: readonly Buffer[]): Promise<void>;
}

export function createSubscriptionsRepository(database: Database): SubscriptionsRepository {
  return {
    async hold(transaction, code) {
      // A part of the code, which nobody can tell a chat from.
      await queriesOf(transaction).execute(sql`select pg_advisory_xact_lock(${code.readBigInt64BE().toString()})`);
    },
    read: (code) =>
      database.queries
        .select()
        .from(subscriptions)
        .where(eq(subscriptions.code, code))
        .orderBy(asc(subscriptions.place)),
    async add(transaction, { code, place, chat, language }) {
      const queries = queriesOf(transaction);
      const added = await queries
        .insert(subscriptions)
        .values({ code, place, chat, language })
        .onConflictDoNothing()
        .returning({ place: subscriptions.place });
      if (added.length === 0) {
        await queries
          .update(subscriptions)
          .set({ language })
          .where(and(eq(subscriptions.code, code), eq(subscriptions.place, place)));
      }
      return added.length > 0;
    },
    async speak(transaction, code, language) {
      await queriesOf(transaction).update(subscriptions).set({ language }).where(eq(subscriptions.code, code));
    },
    async erase(transaction, code, place) {
      const erased = await queriesOf(transaction)
        .delete(subscriptions)
        .where(and(eq(subscriptions.code, code), place === "all" ? undefined : eq(subscriptions.place, place)))
        .returning({ place: subscriptions.place });
      return erased.map((row) => row.place);
    },
    async eraseAll(transaction, codes) {
      await queriesOf(transaction)
        .delete(subscriptions)
        .where(inArray(subscriptions.code, [...codes]));
    },
  };
}

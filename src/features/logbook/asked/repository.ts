import { and, desc, eq, gte, isNotNull, lt, lte, ne, or } from "drizzle-orm";
import { type Database, type Queries, queriesOf, type Transaction } from "../../../database/client.ts";
import { countMessages } from "../../../database/schema/staff.ts";
import type { PlaceDay } from "../repository.ts";

/** A day that a member was asked to count. */
export interface Asked extends PlaceDay {
  /** That of the member. */
  readonly code: string;
}

export interface AskedRepository {
  /** @returns whether she was not asked before */
  claim(asked: Asked): Promise<boolean>;
  /** She could not be asked: it is tried again. */
  release(asked: Asked): Promise<void>;
  /** Those who said "later" and wait for this day. */
  waiting(today: string): Promise<readonly Asked[]>;
  /** @returns whether she still waited */
  claimAgain(asked: Asked, today: string): Promise<boolean>;
  /** @param again the day on which she is asked again */
  putOff(transaction: Transaction, asked: Asked, again: string): Promise<void>;
  /** Which message in her chat shows the counts of that day, and no others. */
  showsIn(asked: Asked, message: number): Promise<void>;
  /** None does any more. */
  showsNoMore(transaction: Transaction, asked: Asked): Promise<void>;
  /** All the messages that show the counts of a day. */
  showing(of: PlaceDay): Promise<readonly { readonly code: string; readonly message: number }[]>;
  /** The days whose counts a member has before her, the newest first. */
  open(code: string, from: string): Promise<readonly PlaceDay[]>;
  sweep(before: string): Promise<void>;
}

const bytesOf = (code: string): Buffer => Buffer.from(code, "base64url");

export function createAskedRepository(database: Database): AskedRepository {
  const isOf = ({ code, place, day }: Asked) =>
    and(eq(countMessages.code, bytesOf(code)), eq(countMessages.place, place), eq(countMessages.day, day));

  async function upsert(
    queries: Queries,
    { code, place, day }: Asked,
    changed: { readonly message?: number | null; readonly again?: string | null },
  ): Promise<void> {
    await queries
      .insert(countMessages)
      .values({ code: bytesOf(code), place, day, ...changed })
      .onConflictDoUpdate({ target: [countMessages.code, countMessages.place, countMessages.day], set: changed });
  }

  return {
    async claim({ code, place, day }) {
      const claimed = await database.queries
        .insert(countMessages)
        .values({ code: bytesOf(code), place, day })
        .onConflictDoNothing()
        .returning({ day: countMessages.day });
      return claimed.length > 0;
    },
    async release(asked) {
      await database.queries.delete(countMessages).where(isOf(asked));
    },
    async waiting(today) {
      const rows = await database.queries.select().from(countMessages).where(lte(countMessages.again, today));
      return rows.map(({ code, place, day }) => ({ code: code.toString("base64url"), place, day }));
    },
    async claimAgain(asked, today) {
      const claimed = await database.queries
        .update(countMessages)
        .set({ again: null })
        .where(and(isOf(asked), lte(countMessages.again, today)))
        .returning({ day: countMessages.day });
      return claimed.length > 0;
    },
    putOff: (transaction, asked, again) => upsert(queriesOf(transaction), asked, { message: null, again }),
    showsIn: (asked, message) =>
      database.inTransaction(async (transaction) => {
        const queries = queriesOf(transaction);
        const isOther = or(ne(countMessages.place, asked.place), ne(countMessages.day, asked.day));
        await queries
          .update(countMessages)
          .set({ message: null })
          .where(and(eq(countMessages.code, bytesOf(asked.code)), eq(countMessages.message, message), isOther));
        await upsert(queries, asked, { message, again: null });
      }),
    async showsNoMore(transaction, asked) {
      await queriesOf(transaction).update(countMessages).set({ message: null }).where(isOf(asked));
    },
    async showing({ place, day }) {
      const rows = await database.queries
        .select({ code: countMessages.code, message: countMessages.message })
        .from(countMessages)
        .where(and(eq(countMessages.place, place), eq(countMessages.day, day)));
      return rows.flatMap(({ code, message }) =>
        message === null ? [] : { code: code.toString("base64url"), message },
      );
    },
    open: (code, from) =>
      database.queries
        .select({ place: countMessages.place, day: countMessages.day })
        .from(countMessages)
        .where(
          and(eq(countMessages.code, bytesOf(code)), isNotNull(countMessages.message), gte(countMessages.day, from)),
        )
        .orderBy(desc(countMessages.day)),
    async sweep(before) {
      await database.queries.delete(countMessages).where(lt(countMessages.day, before));
    },
  };
}

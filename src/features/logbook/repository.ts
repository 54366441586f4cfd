import { and, asc, desc, eq, gte, inArray, lt, lte, type SQL, sql } from "drizzle-orm";
import { type CountKind, type Counts, mostCounted, nothingCounted } from "../../core/logbook/counts.ts";
import type { Interval } from "../../core/opening-hours/schedule.ts";
import type { PlaceRange } from "../../core/staff/member.ts";
import { type Database, queriesOf, type Transaction } from "../../database/client.ts";
import { logbook, visitCounts } from "../../database/schema/staff.ts";

/** One day of one place. */
export interface PlaceDay {
  readonly place: number;
  /** ISO */
  readonly day: string;
}

/** What the team noted of a day. */
export interface Noted extends Counts {
  /** Empty where it was not open; null where nobody said it. */
  readonly opened: readonly Interval[] | null;
}

export interface LogbookLine extends PlaceDay {
  readonly id: string;
  readonly text: string;
}

export interface LogbookRepository {
  read(of: PlaceDay): Promise<Noted>;
  /** Of several who tap at once, each tap counts. Never under nought. */
  add(transaction: Transaction, to: PlaceDay, kind: CountKind, by: number): Promise<Noted>;
  /** Puts these in the place of what was noted, and leaves the rest. */
  set(transaction: Transaction, of: PlaceDay, noted: Partial<Noted>): Promise<Noted>;
  /** Both days included. */
  notedBetween(places: readonly number[], from: string, to: string): Promise<readonly (PlaceDay & Noted)[]>;
  /** @param id by chance */
  write(transaction: Transaction, line: LogbookLine): Promise<void>;
  /** The newest days first. */
  newestLines(place: number, page: { readonly from: number; readonly count: number }): Promise<readonly LogbookLine[]>;
  linesBetween(places: readonly number[], from: string, to: string): Promise<readonly LogbookLine[]>;
  line(id: string): Promise<LogbookLine | undefined>;
  erase(transaction: Transaction, id: string, places: PlaceRange): Promise<void>;
  /** Erases what was written of days before this one. */
  sweep(before: string): Promise<void>;
}

const counts = {
  children: visitCounts.children,
  siblings: visitCounts.siblings,
  adults: visitCounts.adults,
  firstVisits: visitCounts.firstVisits,
  opened: visitCounts.opened,
};

export const idBytes = (id: string): Buffer => Buffer.from(id, "base64url");

const lineOf = ({ id, ...row }: typeof logbook.$inferSelect): LogbookLine => ({ id: id.toString("base64url"), ...row });

export function createLogbookRepository(database: Database): LogbookRepository {
  const isOf = ({ place, day }: PlaceDay) => and(eq(visitCounts.place, place), eq(visitCounts.day, day));

  async function upsert(
    transaction: Transaction,
    { place, day }: PlaceDay,
    values: Partial<Noted>,
    changed: Record<string, unknown>,
  ): Promise<Noted> {
    const [row] = await queriesOf(transaction)
      .insert(visitCounts)
      .values({ place, day, ...values })
      .onConflictDoUpdate({ target: [visitCounts.place, visitCounts.day], set: changed })
      .returning(counts);
    return row ?? { ...nothingCounted, opened: null };
  }

  const linesWhere = async (which: SQL | undefined, from = 0, count = 10_000) =>
    (
      await database.queries
        .select()
        .from(logbook)
        .where(which)
        .orderBy(desc(logbook.day), asc(logbook.id))
        .offset(from)
        .limit(count)
    ).map(lineOf);

  return {
    async read(of) {
      const [row] = await database.queries.select(counts).from(visitCounts).where(isOf(of));
      return row ?? { ...nothingCounted, opened: null };
    },
    add(transaction, to, kind, by) {
      const sum = sql`greatest(0, least(${mostCounted}, coalesce(${visitCounts[kind]}, 0) + ${by}))`;
      return upsert(transaction, to, { [kind]: Math.max(0, by) }, { [kind]: sum });
    },
    set: (transaction, of, noted) => upsert(transaction, of, noted, noted),
    notedBetween: (places, from, to) =>
      database.queries
        .select({ place: visitCounts.place, day: visitCounts.day, ...counts })
        .from(visitCounts)
        .where(and(inArray(visitCounts.place, [...places]), gte(visitCounts.day, from), lte(visitCounts.day, to)))
        .orderBy(asc(visitCounts.day), asc(visitCounts.place)),
    async write(transaction, { id, ...line }) {
      await queriesOf(transaction)
        .insert(logbook)
        .values({ id: idBytes(id), ...line });
    },
    newestLines: (place, { from, count }) => linesWhere(eq(logbook.place, place), from, count),
    linesBetween: (places, from, to) =>
      linesWhere(and(inArray(logbook.place, [...places]), gte(logbook.day, from), lte(logbook.day, to))),
    async line(id) {
      const [line] = await linesWhere(eq(logbook.id, idBytes(id)));
      return line;
    },
    async erase(transaction, id, places) {
      const hers = places === null ? undefined : inArray(logbook.place, [...places]);
      await queriesOf(transaction)
        .delete(logbook)
        .where(and(eq(logbook.id, idBytes(id)), hers));
    },
    async sweep(before) {
      await database.queries.delete(logbook).where(lt(logbook.day, before));
    },
  };
}

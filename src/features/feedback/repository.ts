import { asc, inArray, lt, sql } from "drizzle-orm";
import { choices, choicesOf, questions } from "../../core/feedback/choices.ts";
import { emptyCounts, type OpenCounts, readCounts, writeCounts } from "../../core/feedback/counts.ts";
import type { Block } from "../../core/feedback/publication.ts";
import { type Database, type Queries, queriesOf, type Transaction } from "../../database/client.ts";
import { blocks, openCounts, spentBallots } from "../../database/schema.ts";
import { seal, unseal } from "../../database/sealing.ts";

/** A tap to be counted, by the values that it spends and leaves. 12 bytes each. */
export interface Spending {
  /** Of a prompt: must never have been stored. */
  readonly first?: Uint8Array;
  /** Of an answer that stands: must be stored, and is erased. */
  readonly standing?: Uint8Array;
  /** Stored in its place, for what stands then. */
  readonly leaves: Uint8Array;
}

export interface FeedbackRepository {
  /**
   * The open counts of places, locked until the transaction ends; those of an empty week where there are none.
   *
   * @param weeks by place: of which they are where nothing was counted yet
   */
  lock(transaction: Transaction, weeks: ReadonlyMap<number, number>): Promise<ReadonlyMap<number, OpenCounts>>;
  keep(transaction: Transaction, opens: ReadonlyMap<number, OpenCounts>): Promise<void>;
  /** Spends what can be spent. @returns those of `spendings` that could be */
  spend(transaction: Transaction, week: number, spendings: readonly Spending[]): Promise<ReadonlySet<Spending>>;
  /** Those of the values that are stored. */
  stored(values: readonly Uint8Array[]): Promise<ReadonlySet<string>>;
  publish(transaction: Transaction, place: number, block: Block): Promise<void>;
  /** The places that have open counts. */
  placesCounted(): Promise<readonly number[]>;
  /** Erases the values of ballots from before `week`. */
  sweep(week: number): Promise<void>;
}

/** What sealed counts are bound to. */
export const countsIdentity = (place: number) => `open counts of place ${place}`;

/** @param random chance, for what is sealed; absent: the system's */
export function createFeedbackRepository(
  database: Database,
  key: Uint8Array,
  random?: (length: number) => Uint8Array,
): FeedbackRepository {
  const sealed = (place: number, open: OpenCounts) => seal(key, countsIdentity(place), writeCounts(open), random);

  /** Places that have a row, as far as this process has seen. */
  const known = new Set<number>();

  return {
    async lock(transaction, weeks) {
      const queries = queriesOf(transaction);
      const places = [...weeks.keys()].sort((a, b) => a - b);
      const insertMissing = async (missing: readonly number[]) => {
        if (missing.length > 0) {
          await queries
            .insert(openCounts)
            .values(missing.map((place) => ({ place, sealed: sealed(place, emptyCounts(weeks.get(place) ?? 0)) })))
            .onConflictDoNothing();
        }
      };
      // In one order for everybody, so that nobody waits for who waits for her.
      const read = () =>
        queries
          .select()
          .from(openCounts)
          .where(inArray(openCounts.place, places))
          .orderBy(asc(openCounts.place))
          .for("update");
      // Rows are made before any is locked, and in the same order, or two processes that begin together would wait for each other.
      await insertMissing(places.filter((place) => !known.has(place)));
      let rows = await read();
      if (rows.length < places.length) {
        await insertMissing(places);
        rows = await read();
      }
      for (const { place } of rows) known.add(place);
      return new Map(rows.map((row) => [row.place, readCounts(unseal(key, countsIdentity(row.place), row.sealed))]));
    },
    async keep(transaction, opens) {
      await queriesOf(transaction)
        .insert(openCounts)
        .values([...opens].map(([place, open]) => ({ place, sealed: sealed(place, open) })))
        .onConflictDoUpdate({ target: openCounts.place, set: { sealed: sql`excluded.sealed` } });
    },
    async spend(transaction, week, spendings) {
      const queries = queriesOf(transaction);
      const spent = new Set([
        ...(await insertFirsts(queries, week, spendings)),
        ...(await eraseStanding(queries, spendings)),
      ]);
      if (spent.size > 0) {
        await queries
          .insert(spentBallots)
          .values([...spent].map(({ leaves }) => ({ value: Buffer.from(leaves), week })));
      }
      return spent;
    },
    async stored(values) {
      const rows = await database.queries
        .select({ value: spentBallots.value })
        .from(spentBallots)
        .where(inArray(spentBallots.value, values.map(Buffer.from)));
      return new Set(rows.map(({ value }) => value.toString("hex")));
    },
    async publish(transaction, place, { firstWeek, lastWeek, total, cells }) {
      const rows = cells.map(({ of, count }) => ({
        question: questions.find((question) => choicesOf(question).some(({ number }) => number === of[0])) ?? "face",
        choice: of.map((number) => choices[number]).join("+"),
        count,
      }));
      await queriesOf(transaction)
        .insert(blocks)
        .values(
          [{ question: "answers" as const, choice: "all", count: total }, ...rows].map((row) => ({
            ...row,
            place,
            firstWeek,
            lastWeek,
            total,
          })),
        );
    },
    async placesCounted() {
      const rows = await database.queries
        .select({ place: openCounts.place })
        .from(openCounts)
        .orderBy(asc(openCounts.place));
      return rows.map(({ place }) => place);
    },
    async sweep(week) {
      await database.queries.delete(spentBallots).where(lt(spentBallots.week, week));
    },
  };
}

async function insertFirsts(queries: Queries, week: number, spendings: readonly Spending[]): Promise<Spending[]> {
  const byValue = keyed(spendings, ({ first }) => first);
  if (byValue.size === 0) {
    return [];
  }
  const inserted = await queries
    .insert(spentBallots)
    .values([...byValue.keys()].map((value) => ({ value: Buffer.from(value, "hex"), week })))
    .onConflictDoNothing()
    .returning({ value: spentBallots.value });
  return among(byValue, inserted);
}

async function eraseStanding(queries: Queries, spendings: readonly Spending[]): Promise<Spending[]> {
  const byValue = keyed(spendings, ({ standing }) => standing);
  if (byValue.size === 0) {
    return [];
  }
  const values = [...byValue.keys()].map((value) => Buffer.from(value, "hex"));
  const erased = await queries
    .delete(spentBallots)
    .where(inArray(spentBallots.value, values))
    .returning({ value: spentBallots.value });
  return among(byValue, erased);
}

/** By value, the first of those with the same. */
function keyed(
  spendings: readonly Spending[],
  spentBy: (spending: Spending) => Uint8Array | undefined,
): ReadonlyMap<string, Spending> {
  const byValue = new Map<string, Spending>();
  for (const spending of spendings) {
    const value = spentBy(spending);
    const hex = value === undefined ? undefined : Buffer.from(value).toString("hex");
    if (hex !== undefined && !byValue.has(hex)) {
      byValue.set(hex, spending);
    }
  }
  return byValue;
}

function among(byValue: ReadonlyMap<string, Spending>, rows: readonly { readonly value: Buffer }[]): Spending[] {
  return rows.flatMap(({ value }) => byValue.get(value.toString("hex")) ?? []);
}

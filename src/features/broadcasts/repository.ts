import { and, asc, eq, inArray, isNotNull, lte, ne, type SQL, sql } from "drizzle-orm";
import type { BroadcastState } from "../../core/delivery/delivery.ts";
import type { Localized } from "../../core/language.ts";
import { type Database, type Queries, queriesOf, type Transaction } from "../../database/client.ts";
import { broadcastsChanged } from "../../database/notifications.ts";
import { broadcasts, deliveries, subscriptions } from "../../database/schema.ts";

/** What is to be said, and to whom. */
export interface NewBroadcast {
  /** By its number; null: all places. */
  readonly place: number | null;
  /** The number of the schedule change that it tells of. */
  readonly change: number | null;
  /** In Telegram's HTML. */
  readonly text: Localized;
  readonly notBefore: Temporal.Instant;
  /** When the first opening that it concerns begins. */
  readonly opening: Temporal.Instant | null;
  /** Seals where a member of the team follows it, for the broadcast of this number; null: nobody does. */
  readonly progress: ((broadcast: number) => Buffer) | null;
}

/** How far a broadcast is. */
export interface BroadcastStatus {
  readonly number: number;
  readonly state: BroadcastState;
  readonly total: number;
  readonly sent: number;
  readonly pending: number;
  readonly gone: number;
  readonly failed: number;
}

export interface BroadcastsRepository {
  /** To everybody who asked to be told, but for those who are told by one of `except`. All deliveries are made by one statement. */
  announce(transaction: Transaction, broadcast: NewBroadcast, except: readonly number[]): Promise<BroadcastStatus>;
  /** To exactly those who may have read one of `wrong`. @returns nothing where nobody did */
  correct(
    transaction: Transaction,
    broadcast: NewBroadcast,
    wrong: readonly number[],
  ): Promise<BroadcastStatus | undefined>;
  /** Drops what did not go out yet of all that tells of a change. @returns the numbers of those broadcasts */
  withdraw(transaction: Transaction, change: number, now: Temporal.Instant): Promise<readonly number[]>;
  /** Whether something of what tells of a change is still to go out. */
  isUnderWay(transaction: Transaction, change: number): Promise<boolean>;
  /** @returns those of which somebody may have read something */
  begun(transaction: Transaction, numbers: readonly number[]): Promise<readonly number[]>;
  /** Drops everything under way to a chat, about one place or all; what it was sent is forgotten as well. */
  drop(transaction: Transaction, code: Buffer, place: number | "all"): Promise<void>;
  /** The newest last. */
  all(): Promise<readonly BroadcastStatus[]>;
  read(number: number): Promise<BroadcastStatus | undefined>;
  /** Stops one under way, or resumes one that was stopped. @returns whether it could be */
  turn(transaction: Transaction, number: number, to: "stopped" | "under-way"): Promise<boolean>;
  /**
   * Erases texts and deliveries of what ended at `until` or before; the counts stay. What was stopped and has not gone on since then is
   * over as well.
   */
  sweep(until: Temporal.Instant): Promise<void>;
  /** Calls `onChange` when something may have to be sent, or must no longer be, and after every reconnection. */
  watch(onChange: () => void): Promise<void>;
}

const status = {
  number: broadcasts.number,
  state: broadcasts.state,
  total: broadcasts.total,
  sent: broadcasts.sent,
  pending: sql<number>`${broadcasts.total} - ${broadcasts.sent} - ${broadcasts.gone} - ${broadcasts.failed}`,
  gone: broadcasts.gone,
  failed: broadcasts.failed,
};

/**
 * Who may have read one of these: what was sent, what is being sent at this moment, and what was lost on the way. And everybody to whom
 * it was to be a correction: they read what it corrects.
 */
function mayHaveRead(wrong: readonly number[]): SQL {
  const corrections = sql`(select ${broadcasts.number} from ${broadcasts} where ${isNotNull(broadcasts.corrects)})`;
  return sql`${inArray(deliveries.broadcast, wrong.length === 0 ? [0] : [...wrong])} and (
    ${inArray(deliveries.state, ["sending", "sent", "doubtful"])}
    or ${deliveries.state} = 'waiting' and ${deliveries.broadcast} in ${corrections})`;
}

export function createBroadcastsRepository(database: Database): BroadcastsRepository {
  return {
    async announce(transaction, broadcast, except) {
      const queries = queriesOf(transaction);
      const number = await insert(queries, broadcast, null);
      const told = broadcast.place === null ? sql`true` : eq(subscriptions.place, broadcast.place);
      const others =
        except.length === 0
          ? sql`true`
          : sql`not exists (select from ${deliveries} where ${deliveries.code} = ${subscriptions.code} and ${mayHaveRead(except)})`;
      // In the order of the index, so that what is sent together lies together.
      const codes = sql`select distinct ${number}::int, ${subscriptions.code} from ${subscriptions} where ${told} and ${others} order by 2`;
      return fill(queries, number, codes, broadcast.progress);
    },
    async correct(transaction, broadcast, wrong) {
      const queries = queriesOf(transaction);
      const readers = sql`select distinct ${deliveries.code} from ${deliveries} where ${mayHaveRead(wrong)}
        and exists (select from ${subscriptions} where ${subscriptions.code} = ${deliveries.code})`;
      const [anybody] = await queries.execute(sql`${readers} limit 1`);
      if (anybody === undefined) {
        return;
      }
      const number = await insert(queries, broadcast, Math.max(...wrong));
      const codes = sql`select ${number}::int, code from (${readers}) as readers order by 2`;
      return fill(queries, number, codes, broadcast.progress);
    },
    async withdraw(transaction, change, now) {
      const queries = queriesOf(transaction);
      const told = await queries
        .select({ number: broadcasts.number, corrects: broadcasts.corrects })
        .from(broadcasts)
        .where(and(eq(broadcasts.change, change), ne(broadcasts.state, "withdrawn")))
        .orderBy(asc(broadcasts.number))
        .for("update");
      for (const { number, corrects } of told) {
        await dropWaiting(queries, number, corrects !== null, now);
      }
      await notify(queries);
      return told.map(({ number }) => number);
    },
    async isUnderWay(transaction, change) {
      const [one] = await queriesOf(transaction)
        .select({ number: broadcasts.number })
        .from(broadcasts)
        .where(and(eq(broadcasts.change, change), inArray(broadcasts.state, ["under-way", "stopped"])))
        .limit(1);
      return one !== undefined;
    },
    async begun(transaction, numbers) {
      const rows = await queriesOf(transaction)
        .select({ number: deliveries.broadcast })
        .from(deliveries)
        .where(
          and(inArray(deliveries.broadcast, [...numbers]), inArray(deliveries.state, ["sending", "sent", "doubtful"])),
        );
      return rows.map(({ number }) => number);
    },
    async drop(transaction, code, place) {
      const about = place === "all" ? sql`true` : sql`${broadcasts.place} = ${place}`;
      // Few have deliveries at a time, and each is looked up by its key.
      await queriesOf(transaction).execute(sql`
        with dropped as (
          delete from ${deliveries} where ${deliveries.code} = ${code} and ${deliveries.broadcast} = any(array(
            select ${broadcasts.number} from ${broadcasts} where ${isNotNull(broadcasts.text)} and ${about}))
          returning broadcast, state
        )
        update ${broadcasts} set gone = gone + 1 from dropped
        where ${broadcasts.number} = dropped.broadcast and dropped.state in ('waiting', 'doubtful', 'sending')`);
    },
    all: () => database.queries.select(status).from(broadcasts).orderBy(asc(broadcasts.number)),
    async read(number) {
      const [row] = await database.queries.select(status).from(broadcasts).where(eq(broadcasts.number, number));
      return row;
    },
    async turn(transaction, number, to) {
      const queries = queriesOf(transaction);
      const turned = await queries
        .update(broadcasts)
        .set({ state: to })
        .where(and(eq(broadcasts.number, number), eq(broadcasts.state, to === "stopped" ? "under-way" : "stopped")))
        .returning({ number: broadcasts.number });
      await notify(queries);
      return turned.length > 0;
    },
    async sweep(until) {
      await database.inTransaction(async (transaction) => {
        const queries = queriesOf(transaction);
        const stopped = await queries
          .select({ number: broadcasts.number, corrects: broadcasts.corrects })
          .from(broadcasts)
          .where(and(eq(broadcasts.state, "stopped"), lte(broadcasts.notBefore, until.toString())))
          .for("update");
        for (const { number, corrects } of stopped) {
          await dropWaiting(queries, number, corrects !== null, until);
        }
      });
      await database.queries.execute(sql`
        with old as (
          update ${broadcasts} set text = null, progress = null where ${isNotNull(broadcasts.text)} and ${lte(broadcasts.ended, until.toString())}
          returning number
        )
        delete from ${deliveries} using old where ${deliveries.broadcast} = old.number`);
    },
    watch: (onChange) => database.listen(broadcastsChanged, onChange, onChange),
  };
}

async function insert(
  queries: Queries,
  { place, change, text, notBefore, opening }: NewBroadcast,
  corrects: number | null,
): Promise<number> {
  const [added] = await queries
    .insert(broadcasts)
    .values({
      place,
      change,
      corrects,
      text,
      notBefore: notBefore.toString(),
      opening: opening?.toString() ?? null,
      total: 0,
    })
    .returning({ number: broadcasts.number });
  if (added === undefined) {
    throw new Error("PostgreSQL returned no row for an inserted broadcast");
  }
  return added.number;
}

/** Makes all deliveries of a broadcast, by one statement. */
async function fill(
  queries: Queries,
  number: number,
  codes: SQL,
  progress: NewBroadcast["progress"],
): Promise<BroadcastStatus> {
  const made = await queries.execute(sql`insert into ${deliveries} (broadcast, code) ${codes}`);
  // Without knowing how many there are now, the planner would read and sort all of them for each batch that is claimed.
  await queries.execute(sql`analyze ${deliveries}`);
  const [filled] = await queries
    .update(broadcasts)
    .set({
      total: made.count,
      progress: progress?.(number) ?? null,
      // With nobody to tell it is over at once.
      ...(made.count > 0 ? {} : { state: "ended" as const, ended: sql`${broadcasts.notBefore}` }),
    })
    .where(eq(broadcasts.number, number))
    .returning(status);
  if (filled === undefined) {
    throw new Error("A broadcast is gone as soon as it is there");
  }
  await notify(queries);
  return filled;
}

/** What is being sent at this moment stays until its outcome is known. */
async function dropWaiting(queries: Queries, number: number, isCorrection: boolean, now: Temporal.Instant) {
  // Rows of a correction say who read something wrong: they are needed for the next correction.
  const dropped = isCorrection
    ? sql`select from ${deliveries} where ${deliveries.broadcast} = ${number} and ${deliveries.state} = 'waiting'`
    : sql`delete from ${deliveries} where ${deliveries.broadcast} = ${number} and ${deliveries.state} = 'waiting' returning 1`;
  await queries.execute(sql`
    with dropped as (${dropped})
    update ${broadcasts} set state = 'withdrawn', ended = ${now.toString()}, total = total - (select count(*) from dropped)
      - (select count(*) from ${deliveries} where ${deliveries.broadcast} = ${number} and ${deliveries.state} = 'doubtful')
    where ${broadcasts.number} = ${number}`);
}

function notify(queries: Queries) {
  return queries.execute(sql`select pg_notify(${broadcastsChanged}, '')`);
}

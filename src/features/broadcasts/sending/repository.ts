import { and, eq, type SQL, sql } from "drizzle-orm";
import type { DeliveryState } from "../../../core/delivery/delivery.ts";
import type { Language, Localized } from "../../../core/language.ts";
import { type Database, type Queries, queriesOf, type Transaction } from "../../../database/client.ts";
import { broadcasts, deliveries, leases, places, subscriptions } from "../../../database/schema.ts";

/** A broadcast under way. */
export interface Job {
  readonly number: number;
  /** By its number; null: all places. */
  readonly place: number | null;
  readonly text: Localized;
  readonly corrects: number | null;
  readonly notBefore: Temporal.Instant;
  readonly opening: Temporal.Instant | null;
  /** Of the place. */
  readonly timeZone: string | null;
}

/** A delivery that is this process's to send. */
export interface Claimed {
  readonly code: Buffer;
  readonly tries: number;
  /** Whether an earlier try may have arrived. */
  readonly isDoubtful: boolean;
  /** Nothing where the parent stopped meanwhile. */
  readonly to: { readonly place: number; readonly chat: Buffer; readonly language: Language } | undefined;
}

export interface Outcome {
  readonly code: Buffer;
  readonly state: DeliveryState;
  readonly tries: number;
}

export interface Counts {
  readonly number: number;
  readonly total: number;
  readonly sent: number;
  readonly gone: number;
  readonly failed: number;
}

export interface SendingRepository {
  /** What another process was sending when it died may have arrived. */
  recover(): Promise<void>;
  /** All under way, the most urgent first. */
  jobs(): Promise<readonly Job[]>;
  /** Those of a broadcast that come after a code, in order. Nothing without the lease. */
  claim(holder: string, job: Job, after: Buffer | null, count: number): Promise<readonly Claimed[]>;
  /** Exactly these, where they still wait. */
  claimAgain(holder: string, job: Job, codes: readonly Buffer[]): Promise<readonly Claimed[]>;
  /** Notes what became of deliveries, once, by one statement: counts nothing that was noted before. */
  record(transaction: Transaction | null, number: number, outcomes: readonly Outcome[]): Promise<Counts | undefined>;
  /** What was claimed and not sent. Of a broadcast that was withdrawn nobody needs to hear, nor of its correction. */
  giveBack(transaction: Transaction, number: number, given: readonly Claimed[]): Promise<void>;
  /** Ends a broadcast of which every delivery has an outcome. @returns its counts, where it ended */
  end(number: number, now: Temporal.Instant): Promise<Counts | undefined>;
}

/** The right to send, which one process has at a time: Telegram's limit is one for the whole bot. */
export const sendingLease = "broadcasts";

const counts = {
  number: broadcasts.number,
  total: broadcasts.total,
  sent: broadcasts.sent,
  gone: broadcasts.gone,
  failed: broadcasts.failed,
};

const waits = sql`${deliveries.state} in ('waiting', 'doubtful')`;

export function createSendingRepository(database: Database): SendingRepository {
  const { queries } = database;

  async function claimWhere(holder: string, { number, place, corrects }: Job, which: SQL): Promise<readonly Claimed[]> {
    // The message that is corrected must not arrive after its correction.
    const isFirst =
      corrects === null
        ? sql`true`
        : sql`not exists (select from ${deliveries} wrong where wrong.broadcast = ${corrects}
            and wrong.code = ${deliveries.code} and wrong.state = 'sending')`;
    const rows = await queries.execute<{
      code: Buffer;
      tries: number;
      doubtful: boolean;
      place: number | null;
      chat: Buffer | null;
      language: Language | null;
    }>(sql`
      with next as (
        select ${deliveries}.ctid as row, ${deliveries.state} = 'doubtful' as doubtful from ${deliveries}
        where ${deliveries.broadcast} = ${number} and ${waits} and ${isFirst}
          and exists (select from ${broadcasts} where ${broadcasts.number} = ${number} and ${broadcasts.state} = 'under-way')
          and (select ${leases.expires} > clock_timestamp() from ${leases} where ${leases.name} = ${sendingLease} and ${leases.holder} = ${holder})
          and ${which}
        for update of ${deliveries} skip locked
      ), claimed as (
        update ${deliveries} set state = 'sending' from next
        where ${deliveries}.ctid = next.row
        returning ${deliveries.code} as code, ${deliveries.tries} as tries, next.doubtful
      )
      select claimed.*, asked.place, asked.chat, asked.language from claimed left join lateral (
        select place, chat, language from ${subscriptions}
        where ${subscriptions.code} = claimed.code and ${place === null ? sql`true` : eq(subscriptions.place, place)}
        order by place limit 1
      ) asked on true order by claimed.code`);
    return rows.map(({ code, tries, doubtful: isDoubtful, place: about, chat, language }) => ({
      code,
      tries,
      isDoubtful,
      to: about === null || chat === null || language === null ? undefined : { place: about, chat, language },
    }));
  }

  return {
    async recover() {
      await queries.execute(sql`
        with doubtful as (
          update ${deliveries} set state = 'doubtful' where ${deliveries.state} = 'sending'
            and ${deliveries.broadcast} = any(array(select ${broadcasts.number} from ${broadcasts} where text is not null))
          returning broadcast
        ), dropped as (select broadcast, count(*) as number from doubtful group by broadcast)
        update ${broadcasts} set total = total - dropped.number from dropped
        where ${broadcasts.number} = dropped.broadcast and ${broadcasts.state} = 'withdrawn'`);
    },
    async jobs() {
      const rows = await queries
        .select({
          number: broadcasts.number,
          place: broadcasts.place,
          text: broadcasts.text,
          corrects: broadcasts.corrects,
          notBefore: broadcasts.notBefore,
          opening: broadcasts.opening,
          timeZone: places.timeZone,
        })
        .from(broadcasts)
        .leftJoin(places, eq(places.number, broadcasts.place))
        .where(eq(broadcasts.state, "under-way"))
        .orderBy(sql`${broadcasts.opening} nulls last, ${broadcasts.number}`);
      return rows.flatMap(({ text, notBefore, opening, ...row }) =>
        text === null
          ? []
          : [{ ...row, text, notBefore: instantOf(notBefore), opening: opening === null ? null : instantOf(opening) }],
      );
    },
    claim: (holder, job, after, count) =>
      claimWhere(
        holder,
        job,
        sql`${after === null ? sql`true` : sql`${deliveries.code} > ${after}`} order by ${deliveries.code} limit ${count}`,
      ),
    claimAgain: (holder, job, codes) => claimWhere(holder, job, sql`${deliveries.code} = any(${bytesOf(codes)})`),
    async record(transaction, number, outcomes) {
      const states = outcomes.map(({ state }) => state).join();
      const tries = outcomes.map((outcome) => outcome.tries).join();
      const [counted] = await (transaction === null ? queries : queriesOf(transaction)).execute<
        Counts & Record<string, unknown>
      >(sql`
        with outcome as (
          select * from unnest(${bytesOf(outcomes.map(({ code }) => code))},
            string_to_array(${states}, ','), string_to_array(${tries}, ',')::smallint[]) as t (code, state, tries)
        ), noted as (
          update ${deliveries} set state = outcome.state, tries = outcome.tries from outcome
          where ${deliveries.broadcast} = ${number} and ${deliveries.code} = outcome.code and ${deliveries.state} = 'sending'
          returning outcome.state
        )
        update ${broadcasts} set
          sent = sent + (select count(*) from noted where state = 'sent'),
          gone = gone + (select count(*) from noted where state = 'gone'),
          failed = failed + (select count(*) from noted where state = 'failed'),
          total = total - case when ${broadcasts.state} = 'withdrawn'
            then (select count(*) from noted where state in ('waiting', 'doubtful')) else 0 end
        where ${broadcasts.number} = ${number}
        returning number, total, sent, gone, failed`);
      return counted;
    },
    async giveBack(transaction, number, given) {
      const inside = queriesOf(transaction);
      const [broadcast] = await inside
        .select({ state: broadcasts.state })
        .from(broadcasts)
        .where(eq(broadcasts.number, number))
        .for("update");
      const isDropped = broadcast?.state === "withdrawn";
      const fresh = given.filter(({ isDoubtful }) => !isDoubtful).map(({ code }) => code);
      const doubtful = given.filter(({ isDoubtful }) => isDoubtful).map(({ code }) => code);
      await turnBack(inside, number, doubtful, "doubtful");
      if (isDropped) {
        await dropAltogether(inside, number, fresh);
        await inside.execute(
          sql`update ${broadcasts} set total = total - ${doubtful.length} where ${broadcasts.number} = ${number}`,
        );
      } else {
        await turnBack(inside, number, fresh, "waiting");
      }
    },
    async end(number, now) {
      const [ended] = await queries
        .update(broadcasts)
        .set({ state: "ended", ended: now.toString() })
        .where(
          and(
            eq(broadcasts.number, number),
            eq(broadcasts.state, "under-way"),
            sql`${broadcasts.total} = ${broadcasts.sent} + ${broadcasts.gone} + ${broadcasts.failed}`,
          ),
        )
        .returning(counts);
      return ended;
    },
  };
}

async function turnBack(queries: Queries, number: number, codes: readonly Buffer[], state: DeliveryState) {
  await queries.execute(sql`
    update ${deliveries} set state = ${state}
    where ${deliveries.broadcast} = ${number} and ${deliveries.code} = any(${bytesOf(codes)}) and ${deliveries.state} = 'sending'`);
}

/** Nobody read it: so nobody needs its correction, unless that tells something new. */
async function dropAltogether(queries: Queries, number: number, codes: readonly Buffer[]): Promise<void> {
  await queries.execute(sql`
    with dropped as (
      delete from ${deliveries} where ${deliveries.code} = any(${bytesOf(codes)}) and (
        ${deliveries.broadcast} = ${number} and ${deliveries.state} = 'sending'
        or ${deliveries.state} = 'waiting' and ${deliveries.broadcast} in (
          select ${broadcasts.number} from ${broadcasts} where ${broadcasts.corrects} = ${number} and ${broadcasts.change} is null))
      returning broadcast
    ), counted as (select broadcast, count(*) as number from dropped group by broadcast)
    update ${broadcasts} set total = total - counted.number from counted where ${broadcasts.number} = counted.broadcast`);
}

/** As one text: the client would send a list one by one. */
function bytesOf(codes: readonly Buffer[]): SQL {
  const hex = codes.map((code) => code.toString("hex")).join();
  return sql`array(select decode(hex, 'hex') from unnest(string_to_array(${hex}, ',')) with ordinality as t (hex, place) order by place)`;
}

/** As PostgreSQL writes them: `2026-11-25 10:00:00+01`. */
function instantOf(text: string): Temporal.Instant {
  return Temporal.Instant.from(text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00"));
}

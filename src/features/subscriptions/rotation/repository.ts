import { sql } from "drizzle-orm";
import { type Queries, queriesOf, type Transaction } from "../../../database/client.ts";
import { chatCode } from "../../../database/keys.ts";
import {
  asRows,
  counted,
  inBatches,
  type KeyPair,
  nothingRotated,
  opens,
  openWithEither,
  type Rotated,
} from "../../../database/rotation.ts";
import { deliveries, subscriptions } from "../../../database/schema.ts";
import { seal } from "../../../database/sealing.ts";
import { identityOf } from "../subscriptions.ts";

export interface SubscriptionKeyPairs {
  readonly codes: KeyPair;
  readonly chats: KeyPair;
}

type Row = { readonly code: Buffer; readonly place: number; readonly chat: Buffer };

/**
 * Seals every chat anew and gives it its new code, in the transaction that is given; what is under way to it follows.
 *
 * @param onBatch told of the chats of some rows more, each by its number, and how many rows there were
 */
export async function rotateSubscriptions(
  transaction: Transaction,
  { codes, chats }: SubscriptionKeyPairs,
  onBatch: (chats: readonly number[], rows: number) => Promise<void>,
): Promise<Rotated> {
  const queries = queriesOf(transaction);
  await queries.execute(sql`lock table ${subscriptions}, ${deliveries} in share row exclusive mode`);
  await queries.execute(
    sql`create temporary table rotated_codes (old bytea primary key, new bytea not null) on commit drop`,
  );
  let rotated = nothingRotated;
  const all = sql`select ${subscriptions.code} as code, ${subscriptions.place} as place, ${subscriptions.chat} as chat from ${subscriptions}`;
  for await (const rows of inBatches<Row>(queries, all)) {
    const known: number[] = [];
    const moved: { old: Buffer; new: Buffer; place: number; chat: Buffer }[] = [];
    for (const { code, place, chat } of rows) {
      const opened = openWithEither(chats, identityOf(code, place), chat);
      rotated = counted(rotated, opened);
      if (opened.with === "neither") {
        continue;
      }
      const chatId = Number(opened.content.readBigInt64BE());
      known.push(chatId);
      if (opened.with === "previous") {
        const coded = chatCode(codes.current, chatId);
        moved.push({
          old: code,
          new: coded,
          place,
          chat: seal(chats.current, identityOf(coded, place), opened.content),
        });
      }
    }
    const batch = asRows(moved, "old bytea, new bytea, place smallint, chat bytea");
    // Whoever asked again under the new key has a row already.
    await queries.execute(sql`
      delete from ${subscriptions} using ${batch} where ${subscriptions.code} = batch.old and ${subscriptions.place} = batch.place
        and exists (select from ${subscriptions} again where again.code = batch.new and again.place = batch.place)`);
    await queries.execute(sql`
      update ${subscriptions} set code = batch.new, chat = batch.chat from ${batch}
      where ${subscriptions.code} = batch.old and ${subscriptions.place} = batch.place`);
    await queries.execute(sql`
      insert into rotated_codes select distinct old, new from ${batch} on conflict do nothing`);
    await onBatch(known, rows.length);
  }
  await queries.execute(sql`
    delete from ${deliveries} using rotated_codes where ${deliveries.code} = rotated_codes.old
      and exists (select from ${deliveries} again where again.broadcast = ${deliveries.broadcast} and again.code = rotated_codes.new)`);
  await queries.execute(sql`
    update ${deliveries} set code = rotated_codes.new from rotated_codes where ${deliveries.code} = rotated_codes.old`);
  return rotated;
}

/** Whether one of a few rows opens with a key. */
export async function opensWith(queries: Queries, key: Uint8Array): Promise<boolean> {
  const rows = await queries
    .select({ code: subscriptions.code, place: subscriptions.place, chat: subscriptions.chat })
    .from(subscriptions)
    .limit(sampled);
  return rows.length === 0 || rows.some(({ code, place, chat }) => opens(key, identityOf(code, place), chat));
}

/** Rows that are tried: one that was altered says nothing of the key. */
const sampled = 10;

export async function countSubscriptions(transaction: Transaction): Promise<number> {
  const [row] = await queriesOf(transaction).execute<{ count: number }>(
    sql`select count(*)::int as count from ${subscriptions}`,
  );
  return row?.count ?? 0;
}

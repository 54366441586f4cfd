import { sql } from "drizzle-orm";
import { queriesOf, type Transaction } from "../../../database/client.ts";
import { chatCode } from "../../../database/keys.ts";
import { asRows, type KeyPair } from "../../../database/rotation.ts";
import { chatSettings } from "../../../database/schema.ts";

/** Of a chat that only chose a language or a place nothing is stored but its code, which leads back to no chat. */
export interface SettingsRotation {
  /** Takes along what these chats chose, under their new codes. */
  carry(chats: readonly number[]): Promise<void>;
  /** Erases what could not be taken along: no chat could find it any more, nor erase it. @returns how many rows that was */
  end(): Promise<number>;
}

export async function beginSettingsRotation(transaction: Transaction, keys: KeyPair): Promise<SettingsRotation> {
  const queries = queriesOf(transaction);
  await queries.execute(sql`lock table ${chatSettings} in share row exclusive mode`);
  await queries.execute(sql`create temporary table carried_settings (like chat_settings including all) on commit drop`);
  return {
    async carry(chats) {
      const codes = chats.map((chat) => ({ old: chatCode(keys.previous, chat), new: chatCode(keys.current, chat) }));
      const batch = asRows(codes, "old bytea, new bytea");
      // What was chosen under the new key is newer.
      for (const code of ["new", "old"]) {
        await queries.execute(sql`
          insert into carried_settings (code, language, place, month_chosen)
          select batch.new, language, place, month_chosen from ${chatSettings}, ${batch}
          where ${chatSettings.code} = batch.${sql.identifier(code)} on conflict do nothing`);
      }
    },
    async end() {
      const erased = await queries.execute(sql`delete from ${chatSettings}`);
      const kept = await queries.execute(sql`insert into ${chatSettings} (code, language, place, month_chosen)
        select code, language, place, month_chosen from carried_settings`);
      return erased.count - kept.count;
    },
  };
}

import { and, eq, isNull, lte, sql } from "drizzle-orm";
import type { Language } from "../../core/language.ts";
import { type Database, queriesOf, type Transaction } from "../../database/client.ts";
import { chatSettings } from "../../database/schema.ts";

export interface ChatSettings {
  readonly language: Language | null;
  /** By its number; it may be gone by now. */
  readonly place: number | null;
  /** `2026-11` */
  readonly monthChosen: string;
}

/** What a parent chooses; null takes a choice back. */
export type Choice = { readonly language: Language } | { readonly place: number | null };

export interface ChatSettingsRepository {
  /** @param code of the chat, 16 bytes */
  read(code: Buffer): Promise<ChatSettings | undefined>;
  /** @param month in which it is chosen, such as `2026-11` */
  choose(transaction: Transaction, code: Buffer, choice: Choice, month: string): Promise<void>;
  /** @returns what was erased */
  erase(transaction: Transaction, code: Buffer): Promise<ChatSettings | undefined>;
  /** Erases, in one statement, the rows that were last chosen in `month` or before. */
  sweep(month: string): Promise<void>;
  /** Calls `onChange` with the code of each chat whose settings changed, and `onGap` when changes may have been missed. */
  watch(onChange: (code: Buffer) => void, onGap: () => void): Promise<void>;
}

const channel = "chat_settings";

const settings = {
  language: chatSettings.language,
  place: chatSettings.place,
  monthChosen: chatSettings.monthChosen,
};

export function createChatSettingsRepository(database: Database): ChatSettingsRepository {
  return {
    async read(code) {
      const [row] = await database.queries.select(settings).from(chatSettings).where(eq(chatSettings.code, code));
      return row;
    },
    async choose(transaction, code, choice, monthChosen) {
      const queries = queriesOf(transaction);
      await queries
        .insert(chatSettings)
        .values({ code, ...choice, monthChosen })
        .onConflictDoUpdate({ target: chatSettings.code, set: { ...choice, monthChosen } });
      // A row that says nothing any more would still say that this chat once chose.
      await queries
        .delete(chatSettings)
        .where(and(eq(chatSettings.code, code), isNull(chatSettings.language), isNull(chatSettings.place)));
      await queries.execute(sql`select pg_notify(${channel}, ${code.toString("base64")})`);
    },
    async erase(transaction, code) {
      const queries = queriesOf(transaction);
      const [erased] = await queries.delete(chatSettings).where(eq(chatSettings.code, code)).returning(settings);
      if (erased !== undefined) {
        await queries.execute(sql`select pg_notify(${channel}, ${code.toString("base64")})`);
      }
      return erased;
    },
    async sweep(month) {
      await database.queries.execute(sql`
        with old as (delete from ${chatSettings} where ${lte(chatSettings.monthChosen, month)} returning code)
        select pg_notify(${channel}, encode(code, 'base64')) from old`);
    },
    watch: (onChange, onGap) => database.listen(channel, (payload) => onChange(Buffer.from(payload, "base64")), onGap),
  };
}

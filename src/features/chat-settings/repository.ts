import { eq, sql } from "drizzle-orm";
import type { Language } from "../../core/language.ts";
import { type Database, queriesOf, type Transaction } from "../../database/client.ts";
import { chatSettings } from "../../database/schema.ts";

export interface ChatSettings {
  readonly language: Language | null;
}

export interface ChatSettingsRepository {
  /** @param code of the chat, 16 bytes */
  read(code: Buffer): Promise<ChatSettings | undefined>;
  /** @param month in which it is chosen, such as `2026-11` */
  chooseLanguage(transaction: Transaction, code: Buffer, language: Language, month: string): Promise<void>;
  /** Calls `onChange` with the code of each chat whose settings changed, and `onGap` when changes may have been missed. */
  watch(onChange: (code: Buffer) => void, onGap: () => void): Promise<void>;
}

const channel = "chat_settings";

export function createChatSettingsRepository(database: Database): ChatSettingsRepository {
  return {
    async read(code) {
      const [row] = await database.queries
        .select({ language: chatSettings.language })
        .from(chatSettings)
        .where(eq(chatSettings.code, code));
      return row;
    },
    async chooseLanguage(transaction, code, language, monthChosen) {
      const queries = queriesOf(transaction);
      await queries
        .insert(chatSettings)
        .values({ code, language, monthChosen })
        .onConflictDoUpdate({ target: chatSettings.code, set: { language, monthChosen } });
      await queries.execute(sql`select pg_notify(${channel}, ${code.toString("base64")})`);
    },
    watch: (onChange, onGap) => database.listen(channel, (payload) => onChange(Buffer.from(payload, "base64")), onGap),
  };
}

import type { Language } from "../../core/language.ts";
import type { Database, Transaction } from "../../database/client.ts";
import { chatCode } from "../../database/keys.ts";
import type { Chosen } from "../../telegram/feature.ts";
import { createChatSettingsMemory } from "./memory.ts";
import { type ChatSettings, type Choice, createChatSettingsRepository } from "./repository.ts";

/** The row of a chat, as it stands in the database. */
export interface StoredChatSettings extends ChatSettings {
  /** 16 bytes. */
  readonly code: Buffer;
}

/** What parents chose, by their chats: coded before it is looked up or stored. */
export interface Settings {
  /** Through the memory; nothing with the database away. */
  chosenIn(chatId: number): Promise<Chosen>;
  /** From the database itself. */
  read(chatId: number): Promise<StoredChatSettings | undefined>;
  keep(chatId: number, choice: Choice, now: Temporal.Instant): Promise<void>;
  /** @returns what was erased */
  erase(transaction: Transaction, chatId: number): Promise<ChatSettings | undefined>;
  /** Erases what is too old to be kept. */
  sweep(now: Temporal.Instant): Promise<void>;
}

/** Months after the month of the choice. At most: a choice of the last day of a month goes as that of its first. */
const monthsKept = 6;

/** Milliseconds that the database may take: an answer must not wait for it. */
const patience = 1000;

export interface SettingsParts {
  /** Where a month begins. */
  readonly timeZone: string;
  readonly isPlace: (number: number) => boolean;
  /** Tells what else is stored about the chat, in the same transaction. */
  readonly onLanguage: (transaction: Transaction, chatId: number, language: Language) => Promise<void>;
  readonly onFailure: (cause: unknown) => void;
}

export async function openSettings(
  database: Database,
  key: Uint8Array,
  { timeZone, isPlace, onLanguage, onFailure }: SettingsParts,
): Promise<Settings> {
  const repository = createChatSettingsRepository(database);
  const memory = createChatSettingsMemory(repository);
  await repository.watch(memory.forget, memory.forgetAll);
  const monthOf = (now: Temporal.Instant) => now.toZonedDateTimeISO(timeZone).toPlainDate().toPlainYearMonth();

  return {
    async chosenIn(chatId) {
      try {
        const read = memory.read(chatCode(key, chatId));
        const { settings } = read instanceof Promise ? await inTime(read) : read;
        const place = settings?.place ?? undefined;
        // A place that is no longer there counts as none.
        return {
          language: settings?.language ?? undefined,
          place: place !== undefined && isPlace(place) ? place : undefined,
        };
      } catch (cause) {
        onFailure(cause);
        return { language: undefined, place: undefined };
      }
    },
    async read(chatId) {
      const code = chatCode(key, chatId);
      const settings = await repository.read(code);
      return settings === undefined ? undefined : { code, ...settings };
    },
    async keep(chatId, choice, now) {
      const code = chatCode(key, chatId);
      const month = monthOf(now).toString();
      await database.inTransaction(async (transaction) => {
        await repository.choose(transaction, code, choice, month);
        if ("language" in choice) {
          await onLanguage(transaction, chatId, choice.language);
        }
      });
      memory.forget(code);
    },
    async erase(transaction, chatId) {
      const code = chatCode(key, chatId);
      const erased = await repository.erase(transaction, code);
      // Should somebody read it before the transaction ends, its notification has it forgotten once more.
      memory.forget(code);
      return erased;
    },
    sweep: (now) => repository.sweep(monthOf(now).subtract({ months: monthsKept }).toString()),
  };
}

function inTime<T>(reading: Promise<T>): Promise<T> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(Object.assign(new Error("The database took too long"), { code: "SILENT" })),
    patience,
  );
  return Promise.race([reading, tooLate]).finally(() => clearTimeout(timer));
}

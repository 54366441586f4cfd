import type { Language } from "../../core/language.ts";
import type { Database, Transaction } from "../../database/client.ts";
import { chatCode } from "../../database/keys.ts";
import { seal, unseal } from "../../database/sealing.ts";
import type { Subscription, SubscriptionsRepository } from "./repository.ts";

/** Who asked to be told, by their chats: coded and sealed before anything is looked up or stored. */
export interface Subscriptions {
  read(chatId: number): Promise<readonly Subscription[]>;
  /** @returns the places that are new, of those that are given by their numbers */
  add(chatId: number, places: readonly number[], language: Language): Promise<readonly number[]>;
  /** @returns the places that were erased */
  stop(chatId: number, place: number | "all"): Promise<readonly number[]>;
  /** The same, together with something else. */
  erase(transaction: Transaction, chatId: number, place: number | "all"): Promise<readonly number[]>;
  /** Whoever chooses a language is told in it from then on. */
  speak(transaction: Transaction, chatId: number, language: Language): Promise<void>;
  /** Of chats that Telegram says are gone. */
  eraseAll(transaction: Transaction, codes: readonly Buffer[]): Promise<void>;
  /** The number of the chat of a row. */
  chatOf(row: Pick<Subscription, "code" | "place" | "chat">): number;
}

export interface SubscriptionsParts {
  readonly database: Database;
  readonly repository: SubscriptionsRepository;
  /** Keys of the codes and of the sealed chats. */
  readonly keys: { readonly codes: Uint8Array; readonly chats: Uint8Array };
  readonly random: (length: number) => Uint8Array;
  /** Messages under way to a chat that stops: about one place, or all. */
  readonly dropDeliveries: (transaction: Transaction, code: Buffer, place: number | "all") => Promise<void>;
}

export function createSubscriptions(parts: SubscriptionsParts): Subscriptions {
  const { database, repository, keys } = parts;
  const codeOf = (chatId: number) => chatCode(keys.codes, chatId);

  const erase: Subscriptions["erase"] = async (transaction, chatId, place) => {
    const code = codeOf(chatId);
    await repository.hold(transaction, code);
    const erased = await repository.erase(transaction, code, place);
    await parts.dropDeliveries(transaction, code, place);
    return erased;
  };

  return {
    read: (chatId) => repository.read(codeOf(chatId)),
    add: (chatId, places, language) =>
      database.inTransaction(async (transaction) => {
        const code = codeOf(chatId);
        await repository.hold(transaction, code);
        const added: number[] = [];
        for (const place of places) {
          const content = Buffer.alloc(8);
          content.writeBigInt64BE(BigInt(chatId));
          const chat = seal(keys.chats, identityOf(code, place), content, parts.random);
          if (await repository.add(transaction, { code, place, chat, language })) {
            added.push(place);
          }
        }
        return added;
      }),
    stop: (chatId, place) => database.inTransaction((transaction) => erase(transaction, chatId, place)),
    erase,
    speak: (transaction, chatId, language) => repository.speak(transaction, codeOf(chatId), language),
    eraseAll: repository.eraseAll,
    chatOf: ({ code, place, chat }) => Number(unseal(keys.chats, identityOf(code, place), chat).readBigInt64BE()),
  };
}

/** What a sealed chat is bound to. */
export function identityOf(code: Buffer, place: number): string {
  return `subscription ${code.toString("hex")} ${place}`;
}

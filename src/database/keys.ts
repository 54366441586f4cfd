import { createHmac, hkdfSync } from "node:crypto";

/** One key for each use, so that what is known of one tells nothing of another. A use never changes its label. */
export type KeyLabel =
  | "ballots"
  | "buttons"
  | "chat-settings"
  | "open-counts"
  | "progress"
  | "staff"
  | "staff-chats"
  | "staff-conversations"
  | "subscribers"
  | "subscriptions"
  | "webhook";

/** Derives the key of a use from the secret key (HKDF-SHA-256, RFC 5869): 32 bytes. */
export function deriveKey(secretKey: Uint8Array, label: KeyLabel): Buffer {
  return Buffer.from(hkdfSync("sha256", secretKey, new Uint8Array(0), `inloop/${label}`, 32));
}

/** The code that stands for a chat in one table: 16 bytes, meaningless without the key. */
export function chatCode(key: Uint8Array, chatId: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(chatId));
  return createHmac("sha256", key).update(bytes).digest().subarray(0, 16);
}

import { createHmac, hkdfSync, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "../problem.ts";

/** One key for each use, so that what is known of one tells nothing of another. A use never changes its label. */
export type KeyLabel = "buttons" | "chat-settings" | "webhook";

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

/** The playground's own secret key, made on first use. A real bot's key never lives beside its database. */
export function playgroundKey(dataDir: string): Buffer {
  const file = join(dataDir, "secret.key");
  try {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, randomBytes(32).toString("base64url"), { flag: "wx", mode: 0o600 });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EEXIST") {
      throw new Problem(`DATA_DIR ${dataDir} cannot be written to; give a folder that this user may write to.`, {
        cause,
      });
    }
  }
  return Buffer.from(readFileSync(file, "utf8"), "base64url");
}

import { seal, unseal } from "../../../database/sealing.ts";

/** Where a member of the team follows a broadcast. */
export interface ProgressPlace {
  readonly chat: number;
  /** Null before anything was said there. */
  readonly message: number | null;
}

/** What a sealed place is bound to. */
export const progressIdentity = (broadcast: number) => `progress of ${broadcast}`;

/** Of one size, whatever it holds. */
export function sealPlace(
  key: Uint8Array,
  broadcast: number,
  { chat, message }: ProgressPlace,
  random?: (length: number) => Uint8Array,
): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeBigInt64BE(BigInt(chat));
  bytes.writeBigInt64BE(BigInt(message ?? 0), 8);
  return seal(key, progressIdentity(broadcast), bytes, random);
}

/** Nothing where it was sealed with another key. */
export function openPlace(key: Uint8Array, broadcast: number, sealed: Uint8Array): ProgressPlace | undefined {
  try {
    const bytes = unseal(key, progressIdentity(broadcast), sealed);
    const message = Number(bytes.readBigInt64BE(8));
    return { chat: Number(bytes.readBigInt64BE()), message: message === 0 ? null : message };
  } catch {
    return;
  }
}

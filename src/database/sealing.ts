import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const algorithm = "aes-256-gcm";
const nonceLength = 12;
const tagLength = 16;

/**
 * Seals bytes so that only the key's holder reads them (AES-256-GCM, NIST SP 800-38D): nonce, content, tag; 28 bytes longer.
 *
 * @param identity of the row: what is sealed for one row cannot be put into another
 * @param random never the same bytes twice
 */
export function seal(
  key: Uint8Array,
  identity: string,
  content: Uint8Array,
  random: (length: number) => Uint8Array = randomBytes,
): Buffer {
  const nonce = random(nonceLength);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(identity));
  return Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}

/** @throws Error where it was sealed with another key, for another row, or altered since */
export function unseal(key: Uint8Array, identity: string, sealed: Uint8Array): Buffer {
  const end = sealed.length - tagLength;
  const opened = createDecipheriv(algorithm, key, sealed.subarray(0, nonceLength), { authTagLength: tagLength })
    .setAAD(Buffer.from(identity))
    .setAuthTag(sealed.subarray(end));
  return Buffer.concat([opened.update(sealed.subarray(nonceLength, end)), opened.final()]);
}

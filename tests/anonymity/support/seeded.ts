import { createHash } from "node:crypto";

/** Chance that is the same in every run. */
export function seededRandom(seed: string): (length: number) => Uint8Array {
  let drawn = 0;
  return (length) => {
    drawn += 1;
    return createHash("sha512").update(`${seed} ${drawn}`).digest().subarray(0, length);
  };
}

/** A secret key that is the same in every run. */
export const seededKey: Uint8Array = createHash("sha256").update("the key of the proofs of anonymity").digest();

import { eq, isNotNull } from "drizzle-orm";
import { queriesOf, type Transaction } from "../../../database/client.ts";
import { counted, type KeyPair, nothingRotated, openWithEither, type Rotated } from "../../../database/rotation.ts";
import { broadcasts } from "../../../database/schema.ts";
import { seal } from "../../../database/sealing.ts";
import { progressIdentity } from "../progress/place.ts";

/** Seals anew where members of the team follow broadcasts. */
export async function rotateProgress(transaction: Transaction, keys: KeyPair): Promise<Rotated> {
  const queries = queriesOf(transaction);
  const followed = await queries
    .select({ number: broadcasts.number, progress: broadcasts.progress })
    .from(broadcasts)
    .where(isNotNull(broadcasts.progress))
    .for("update");
  let rotated = nothingRotated;
  for (const { number, progress } of followed) {
    const opened = openWithEither(keys, progressIdentity(number), progress ?? Buffer.alloc(0));
    rotated = counted(rotated, opened);
    if (opened.with === "previous") {
      const anew = seal(keys.current, progressIdentity(number), opened.content);
      await queries.update(broadcasts).set({ progress: anew }).where(eq(broadcasts.number, number));
    }
  }
  return rotated;
}

import { eq } from "drizzle-orm";
import { queriesOf, type Transaction } from "../../../database/client.ts";
import { counted, type KeyPair, nothingRotated, openWithEither, type Rotated } from "../../../database/rotation.ts";
import { openCounts } from "../../../database/schema.ts";
import { seal } from "../../../database/sealing.ts";
import { countsIdentity } from "../repository.ts";

/** Seals the open counts of every place anew, unread. Ballots of the previous key end with it: nothing of them is stored but values. */
export async function rotateOpenCounts(transaction: Transaction, keys: KeyPair): Promise<Rotated> {
  const queries = queriesOf(transaction);
  let rotated = nothingRotated;
  for (const { place, sealed } of await queries.select().from(openCounts).for("update")) {
    const opened = openWithEither(keys, countsIdentity(place), sealed);
    rotated = counted(rotated, opened);
    if (opened.with === "previous") {
      const anew = seal(keys.current, countsIdentity(place), opened.content);
      await queries.update(openCounts).set({ sealed: anew }).where(eq(openCounts.place, place));
    }
  }
  return rotated;
}

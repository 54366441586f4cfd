import { countDistinct, inArray } from "drizzle-orm";
import type { Database } from "../../../database/client.ts";
import { subscriptions } from "../../../database/schema.ts";

/** How many parents asked to be told of these places; never who, nor in which language. */
export function createReach(database: Database): (places: readonly number[]) => Promise<number> {
  return async (places) => {
    const [row] = await database.queries
      .select({ parents: countDistinct(subscriptions.code) })
      .from(subscriptions)
      .where(inArray(subscriptions.place, [...places]));
    return row?.parents ?? 0;
  };
}

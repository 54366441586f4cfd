import { setTimeout as delay } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { Database } from "./client.ts";

/** Milliseconds for which a process that has just ended may still stand in the server's list. */
const grace = 1000;

/** Whether another process of Inloop uses this database, such as a bot: it would go on with what it knows. */
export async function isUsedByOthers({ queries, session }: Database): Promise<boolean> {
  const until = performance.now() + grace;
  for (;;) {
    // Names as `connect` gives them.
    const [found] = await queries.execute<{ there: boolean }>(sql`
      select exists (select from pg_stat_activity where datname = current_database()
        and application_name ~ '^inloop [A-Za-z0-9_-]{16}$' and application_name <> ${session}) as there`);
    if (found?.there !== true || performance.now() > until) {
      return found?.there === true;
    }
    await delay(50);
  }
}

import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Database } from "./client.ts";
import { leases } from "./schema.ts";

/**
 * Takes a name until a moment, for whatever is to be done once until then, by whichever process comes first.
 *
 * @returns whether it was free
 */
export async function claim(
  { queries }: Pick<Database, "queries">,
  name: string,
  until: Temporal.Instant,
  now: Temporal.Instant,
): Promise<boolean> {
  const taken = await queries.execute(sql`
    insert into ${leases} (name, holder, expires) values (${name}, ${randomBytes(12).toString("base64url")}, ${until.toString()})
    on conflict (name) do update set holder = excluded.holder, expires = excluded.expires
      where ${leases.expires} <= ${now.toString()}
    returning name`);
  return taken.length > 0;
}

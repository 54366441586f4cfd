import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { connectionProblem } from "./connection-problem.ts";

const migrationsFolder = fileURLToPath(new URL("../../drizzle", import.meta.url));

/** Any number that nothing else on the server locks. */
const migrationLock = 4_660_131;

/**
 * Brings the database to the schema of this version. Replicas that start together wait for each other.
 *
 * @throws Problem where the server cannot be reached
 */
export async function migrate(url: string): Promise<void> {
  const client = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined });
  try {
    await client`select pg_advisory_lock(${migrationLock})`.catch((cause) => {
      throw connectionProblem(url, cause);
    });
    await applyMigrations(drizzle(client), { migrationsFolder });
  } finally {
    await client.end({ timeout: 5 });
  }
}

import { connect, type Database } from "./client.ts";
import { startEmbeddedPostgres } from "./embedded-postgres.ts";
import { migrate } from "./migrate.ts";

export interface DatabaseLocation {
  /** Absent: the embedded PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
}

export interface OpenDatabase extends Database {
  /** Closes the connections and then, where nobody else uses it, the embedded server. */
  close(): Promise<void>;
}

/**
 * A migrated database, wherever it lives.
 *
 * @throws Problem where it cannot be had, in one sentence
 */
export async function openDatabase({ databaseUrl, dataDir }: DatabaseLocation): Promise<OpenDatabase> {
  const server = databaseUrl === undefined ? await startEmbeddedPostgres(dataDir) : undefined;
  try {
    const url = databaseUrl ?? server?.url ?? "";
    await migrate(url);
    const database = await connect(url);
    return {
      ...database,
      async close() {
        await database.close();
        await server?.stop();
      },
    };
  } catch (cause) {
    await server?.stop();
    throw cause;
  }
}

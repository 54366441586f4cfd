import { Problem } from "../problem.ts";
import { connect, type Database } from "./client.ts";
import { connectionProblem } from "./connection-problem.ts";
import { startEmbeddedPostgres } from "./embedded-postgres.ts";
import { migrate } from "./migrate.ts";

export interface DatabaseLocation {
  /** Absent: the embedded PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
}

export interface OpenDatabase extends Database {
  /** Where it answers, with the password. */
  readonly url: string;
  /** Closes the connections and then, where nobody else uses it, the embedded server. */
  close(): Promise<void>;
}

/** How long connecting may take in milliseconds: longer than one attempt of the client, which is 5 s. */
const patience = 6000;

/**
 * A migrated database, wherever it lives.
 *
 * @throws Problem where it cannot be had, in one sentence
 */
export async function openDatabase(location: DatabaseLocation): Promise<OpenDatabase> {
  // Connected first of all, so that a server that is too old is left as it was.
  const database = await openDatabaseAsItIs(location);
  await migrateOrClose(database);
  return database;
}

/**
 * The same without bringing it to this version.
 *
 * @throws Problem where it cannot be had, in one sentence
 */
export async function openDatabaseAsItIs({ databaseUrl, dataDir }: DatabaseLocation): Promise<OpenDatabase> {
  const server = databaseUrl === undefined ? await startEmbeddedPostgres(dataDir) : undefined;
  try {
    const url = databaseUrl ?? server?.url ?? "";
    const database = await connectInTime(url);
    return {
      ...database,
      url,
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

/** The client tries for ever where something answers that is no PostgreSQL. */
async function connectInTime(url: string): Promise<Database> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(connectionProblem(url, { code: "CONNECT_TIMEOUT" })), patience);
  return Promise.race([connect(url), tooLate]).finally(() => clearTimeout(timer));
}

async function migrateOrClose(database: OpenDatabase): Promise<void> {
  try {
    await migrate(database.url);
  } catch (cause) {
    await database.close();
    // Drizzle wraps what the server said, and quotes the statement.
    const said = cause instanceof Error ? cause.cause : undefined;
    throw !(cause instanceof Problem) && isServerError(said) ? connectionProblem(database.url, said) : cause;
  }
}

function isServerError(cause: unknown): boolean {
  return cause instanceof Error && cause.name === "PostgresError";
}

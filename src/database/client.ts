import { randomBytes } from "node:crypto";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { connectionProblem } from "./connection-problem.ts";
import * as schema from "./schema.ts";

export type Queries = Pick<PostgresJsDatabase<typeof schema>, "select" | "insert" | "update" | "delete" | "execute">;

declare const opaque: unique symbol;

/** A transaction under way. Only repositories look inside; everybody else passes it on. */
export interface Transaction {
  readonly [opaque]: true;
}

export interface Database {
  /** A random value, by which the server knows the connections of this process while they last. */
  readonly session: string;
  readonly queries: Queries;
  /** Runs `work` in one transaction: all of it happens, or nothing. */
  inTransaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** Calls `onEvent` for each notification, and `onConnect` at once and after every reconnection, when some may have been missed. */
  listen(channel: string, onEvent: (payload: string) => void, onConnect: () => void): Promise<void>;
  close(): Promise<void>;
}

/** What a repository runs its statements on. */
export function queriesOf(transaction: Transaction): Queries {
  return transaction as unknown as Queries;
}

/**
 * Connects and sees that the server answers and is new enough.
 *
 * @throws Problem where it cannot be reached, in one sentence without the password
 */
export async function connect(url: string): Promise<Database> {
  const session = `inloop ${randomBytes(12).toString("base64url")}`;
  const client = postgres(url, {
    max: 10,
    connect_timeout: 5,
    // While the server is away, fail soon rather than queue up behind an ever longer pause.
    backoff: () => 0.2,
    onnotice: () => undefined,
    connection: { application_name: session },
  });
  try {
    const [server] = await client<{ version: number }[]>`select current_setting('server_version_num')::int as version`;
    if (server === undefined || server.version < 150_000) {
      throw Object.assign(new Error("too old"), { code: "TOO_OLD" });
    }
  } catch (cause) {
    await client.end({ timeout: 1 });
    throw connectionProblem(url, cause);
  }

  const queries = drizzle(client, { schema });
  return {
    session,
    queries,
    inTransaction: (work) => queries.transaction((transaction) => work(transaction as unknown as Transaction)),
    async listen(channel, onEvent, onConnect) {
      await client.listen(channel, onEvent, onConnect);
    },
    close: () => client.end({ timeout: 5 }),
  };
}

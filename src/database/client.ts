import { randomBytes } from "node:crypto";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { createListening } from "./client/listening.ts";
import { persistently } from "./client/persistently.ts";
import { createPool, type Pool } from "./client/pool.ts";
import { openSession, type Result, type Session } from "./client/session.ts";
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
  /** Calls `read` at once, for each notification and after every reconnection, and again for as long as it fails. */
  follow(channel: string, read: () => Promise<void>, onFailure: (cause: unknown) => void): Promise<void>;
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
  const name = `inloop ${randomBytes(12).toString("base64url")}`;
  await lookAtServer(url, name);
  const pool = createPool(url, name);
  const listening = createListening(url, name);
  const closing = new AbortController();
  const queries = drizzle(clientOf(pool), { schema });
  return {
    session: name,
    queries,
    inTransaction: (work) => queries.transaction((transaction) => work(transaction as unknown as Transaction)),
    listen: listening.listen,
    follow(channel, read, onFailure) {
      const changed = persistently(read, onFailure, closing.signal);
      return listening.listen(channel, changed, changed);
    },
    async close() {
      closing.abort();
      await Promise.all([listening.close(), pool.close()]);
    },
  };
}

async function lookAtServer(url: string, name: string): Promise<void> {
  const session = openSession({ url, name });
  try {
    const text = "select current_setting('server_version_num')::int as version";
    const [server] = await session.run(text, [], "objects");
    if (server === undefined || server.version < 150_000) {
      throw Object.assign(new Error("too old"), { code: "TOO_OLD" });
    }
  } catch (cause) {
    throw connectionProblem(url, cause);
  } finally {
    await session.end();
  }
}

/** As much of a client of postgres.js as Drizzle uses. */
function clientOf(pool: Pool): Sql {
  const client = {
    // Drizzle says here how values are read; each session has that already.
    options: { parsers: {}, serializers: {} },
    unsafe: statementsOn((text, parameters, rows) => pool.use((session) => session.run(text, parameters, rows))),
    begin: <T>(work: (transaction: unknown) => Promise<T>) => pool.use((session) => inTransaction(session, work)),
  };
  return client as unknown as Sql;
}

async function inTransaction<T>(session: Session, work: (transaction: unknown) => Promise<T>): Promise<T> {
  let failed: { readonly cause: unknown } | undefined;
  const run: Session["run"] = (...asked) =>
    session.run(...asked).catch((cause) => {
      failed ??= { cause };
      throw cause;
    });
  await session.run("begin", [], "values");
  try {
    const result = await work({ unsafe: statementsOn(run) });
    // What failed is undone by the server, even where `work` went on.
    if (failed !== undefined) {
      throw failed.cause;
    }
    await session.run("commit", [], "values");
    return result;
  } catch (cause) {
    if (!session.isOver()) {
      await session.run("rollback", [], "values").catch(() => session.end());
    }
    throw cause;
  }
}

/** A statement whose rows come as objects, or as lists where that is said before it runs. */
function statementsOn(run: Session["run"]) {
  return (text: string, parameters: readonly unknown[] = []) => {
    let rows: "objects" | "values" = "objects";
    const result: Promise<Result> = Promise.resolve().then(() => run(text, parameters, rows));
    return Object.assign(result, {
      values() {
        rows = "values";
        return result;
      },
    });
  };
}

import { readFileSync } from "node:fs";
import { access } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { type ServerSettings, settingsExamined } from "../core/doctor/server-settings.ts";
import type { Database } from "./client.ts";
import { type DatabaseLocation, type OpenDatabase, openDatabaseAsItIs } from "./open.ts";

export type Examined =
  /** Nothing was ever started with this DATA_DIR. */
  | { readonly status: "absent" }
  | {
      readonly status: "open";
      readonly database: OpenDatabase;
      /** `18.1` */
      readonly version: string;
      /** Negative where the database is newer than this program. */
      readonly migrationsMissing: number;
      readonly settings: ServerSettings;
    };

/**
 * Looks at a database and changes nothing: it is not made, nor brought to this version.
 *
 * @throws Problem where it cannot be reached, in one sentence
 */
export async function examineDatabase(location: DatabaseLocation): Promise<Examined> {
  if (location.databaseUrl === undefined && !(await isThere(join(location.dataDir, "postgres")))) {
    return { status: "absent" };
  }
  const database = await openDatabaseAsItIs(location);
  try {
    return {
      status: "open",
      database,
      version: await versionOf(database),
      migrationsMissing: knownMigrations() - (await appliedMigrations(database)),
      settings: await settingsOf(database),
    };
  } catch (cause) {
    await database.close();
    throw cause;
  }
}

/** How many migrations this program knows. */
export function knownMigrations(): number {
  const journal = fileURLToPath(new URL("../../drizzle/meta/_journal.json", import.meta.url));
  return (JSON.parse(readFileSync(journal, "utf8")) as { readonly entries: readonly unknown[] }).entries.length;
}

/** How many of them the database has had. */
export async function appliedMigrations({ queries }: Pick<Database, "queries">): Promise<number> {
  const [found] = await queries.execute<{ name: string | null }>(
    sql`select to_regclass('drizzle.__drizzle_migrations')::text as name`,
  );
  if (found?.name === null || found === undefined) {
    return 0;
  }
  const [counted] = await queries.execute<{ number: number }>(
    sql`select count(*)::int as number from drizzle.__drizzle_migrations`,
  );
  return counted?.number ?? 0;
}

async function versionOf({ queries }: Database): Promise<string> {
  const [row] = await queries.execute<{ version: string }>(sql`select current_setting('server_version') as version`);
  return row?.version.split(" ")[0] ?? "of an unknown version";
}

async function settingsOf({ queries }: Database): Promise<ServerSettings> {
  const names = settingsExamined.join();
  const rows = await queries.execute<{ name: string; setting: string }>(
    sql`select name, setting from pg_settings where name = any(string_to_array(${names}, ','))`,
  );
  return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

import { once } from "node:events";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { readMigrationFiles } from "drizzle-orm/migrator";
import postgres from "postgres";
import { Problem } from "../../problem.ts";
import { type Header, quoted, type Sequence, sequencesOf, staysAsItIs, tablesToKeep } from "./content.ts";
import { partsOf } from "./read.ts";
import type { OnProgress } from "./write.ts";

const migrationsFolder = fileURLToPath(new URL("../../../drizzle", import.meta.url));

export interface Restored {
  readonly made: Temporal.Instant;
  readonly rows: number;
  /** What became of the database that was there: `empty`, `replaced`, or `continued` where it was a newer one of the same bot. */
  readonly before: "empty" | "replaced" | "continued";
  /** Of parents who ask to be told. */
  readonly subscriptions: number;
  /** Those of the back-up that are not, since they stopped after it was made. */
  readonly subscriptionsStopped: number;
}

/**
 * Puts a back-up in the place of what is in the database, in one transaction: all of it, or nothing. A back-up of an older version is
 * restored as it was, and brought to this version.
 *
 * @throws Problem where the file is no back-up, or the database is not empty and that is not wanted
 */
export async function restoreBackup(
  url: string,
  path: string,
  isForced: boolean,
  onProgress: OnProgress,
): Promise<Restored> {
  const migrations = readMigrationFiles({ migrationsFolder });
  // Read once for nothing: a file that is not whole is refused before anything is touched.
  const header = await verified(path);
  if (!migrations.some(({ folderMillis }) => folderMillis === header.migration)) {
    throw new Problem(`${path} was made by a newer version of Inloop; restore it with that. Nothing was changed.`);
  }
  const client = postgres(url, {
    max: 1,
    onnotice: () => undefined,
    connection: { application_name: "inloop restore" },
  });
  try {
    return await client.begin(async (sql) => {
      const isEmpty = await hasNoRows(sql);
      if (!(isEmpty || isForced)) {
        throw new Problem("The database is not empty; with --force the back-up takes its place. Nothing was changed.");
      }
      const sequences = await sequencesOf(sql);
      await setAside(sql);
      await clear(sql);
      await migrate(
        sql,
        migrations.filter(({ folderMillis }) => folderMillis <= header.migration),
      );
      const rows = await copyIn(sql, path, header, onProgress);
      await migrate(
        sql,
        migrations.filter(({ folderMillis }) => folderMillis > header.migration),
      );
      await sql`update broadcasts set state = 'ended', ended = coalesce(ended, ${header.made}) where state in ('under-way', 'stopped')`;
      // Nobody follows them any more.
      await sql`update broadcasts set progress = null`;
      const isContinued = !isEmpty && (await continues(sql));
      const subscriptionsStopped = isContinued ? await stoppedSince(sql) : 0;
      if (isContinued) {
        await bringBack(sql);
      }
      await setSequences(sql, [...header.sequences, ...sequences]);
      const [subscribed] = await sql<{ count: number }[]>`select count(*)::int as count from subscriptions`;
      let before: Restored["before"] = "empty";
      if (!isEmpty) {
        before = isContinued ? "continued" : "replaced";
      }
      return {
        made: Temporal.Instant.from(header.made),
        rows,
        before,
        subscriptions: subscribed?.count ?? 0,
        subscriptionsStopped,
      };
    });
  } finally {
    await client.end({ timeout: 5 });
  }
}

async function verified(path: string): Promise<Header> {
  let header: Header | undefined;
  for await (const part of partsOf(path)) {
    header ??= part.kind === "header" ? part.header : undefined;
  }
  if (header === undefined) {
    throw new Error("A whole back-up has a header");
  }
  return header;
}

async function hasNoRows(sql: postgres.TransactionSql): Promise<boolean> {
  for (const { name } of await tablesToKeep(sql)) {
    const [row] = await sql`select from ${sql(name)} limit 1`;
    if (row !== undefined) {
      return false;
    }
  }
  return true;
}

/** What may stay as it is, and what tells whether it is the same bot's. */
async function setAside(sql: postgres.TransactionSql): Promise<void> {
  for (const name of [...staysAsItIs, "audit"]) {
    await sql`create temporary table ${sql(`kept_${name}`)} on commit drop as select * from ${sql(name)}`;
  }
}

async function clear(sql: postgres.TransactionSql): Promise<void> {
  const tables = await sql<{ name: string }[]>`select tablename as name from pg_tables where schemaname = 'public'`;
  await sql.unsafe(`drop table ${tables.map(({ name }) => `public.${quoted([name])}`).join(", ")} cascade`);
  await sql`delete from drizzle.__drizzle_migrations`;
}

async function migrate(sql: postgres.TransactionSql, migrations: ReturnType<typeof readMigrationFiles>): Promise<void> {
  for (const { sql: statements, hash, folderMillis } of migrations) {
    for (const statement of statements) {
      await sql.unsafe(statement);
    }
    await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${folderMillis})`;
  }
}

async function copyIn(
  sql: postgres.TransactionSql,
  path: string,
  header: Header,
  onProgress: OnProgress,
): Promise<number> {
  const total = header.tables.reduce((sum, { rows }) => sum + rows, 0);
  let table: Writable | undefined;
  let done = 0;
  const end = async () => {
    if (table !== undefined) {
      table.end();
      await finished(table);
    }
  };
  onProgress(done, total);
  for await (const part of partsOf(path)) {
    if (part.kind === "table") {
      await end();
      const columns = header.tables.find(({ name }) => name === part.name)?.columns ?? [];
      table = await sql.unsafe(`copy public.${quoted([part.name])} (${quoted(columns)}) from stdin`).writable();
      // Told when its end is waited for.
      table.on("error", () => undefined);
    } else if (part.kind === "row") {
      if (table?.write(part.line) === false) {
        await once(table, "drain");
      }
      done += 1;
      onProgress(done, total);
    }
  }
  await end();
  return done;
}

/** Sealed with chance, a row is found in two databases only where one is the other's past. */
async function continues(sql: postgres.TransactionSql): Promise<boolean> {
  const [row] = await sql<{ shared: boolean }[]>`
    select exists (select from staff join kept_staff using (code, chat))
      or exists (select from subscriptions join kept_subscriptions using (code, place, chat))
      or exists (select from audit join kept_audit using (number, at, name)) as shared`;
  return row?.shared === true;
}

async function stoppedSince(sql: postgres.TransactionSql): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from subscriptions
    where not exists (select from kept_subscriptions kept where kept.code = subscriptions.code and kept.place = subscriptions.place)`;
  return row?.count ?? 0;
}

/** Of places that the back-up does not know nothing can be kept. */
async function bringBack(sql: postgres.TransactionSql): Promise<void> {
  await sql`update kept_chat_settings set place = null where place not in (select number from places)`;
  await sql`delete from kept_chat_settings where place is null and language is null`;
  for (const name of ["subscriptions", "open_counts", "blocks"]) {
    await sql`delete from ${sql(`kept_${name}`)} where place not in (select number from places)`;
  }
  for (const name of staysAsItIs.toReversed()) {
    await sql`delete from ${sql(name)}`;
  }
  for (const name of staysAsItIs) {
    await sql`insert into ${sql(name)} select * from ${sql(`kept_${name}`)}`;
  }
}

/** To the larger of both: a number that was given in the meantime stands in somebody's buttons. */
async function setSequences(sql: postgres.TransactionSql, sequences: readonly Sequence[]): Promise<void> {
  for (const [name, all] of Map.groupBy(sequences, ({ table, column }) => `${table} ${column}`)) {
    const [table = "", column = ""] = name.split(" ");
    const value = Math.max(...all.map((one) => one.value));
    await sql`select setval(pg_get_serial_sequence(${`public.${quoted([table])}`}, ${column}), ${value})`;
  }
}

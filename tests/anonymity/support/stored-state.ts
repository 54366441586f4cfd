import type postgres from "postgres";

export interface StoredRow {
  /** Where on disk. */
  readonly at: string;
  /** Which transaction wrote it, counted over all rows of the database: who came before whom. */
  readonly order: number;
  readonly row: string;
}

/** Renewed by the second, whoever writes or not: which process does what. */
const ofProcesses = ["public.leases"];

/** All tables as they lie on disk, row by row. */
export async function storedState(sql: postgres.Sql): Promise<Readonly<Record<string, readonly StoredRow[]>>> {
  const tables = await sql<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') order by 1`;
  const kept = tables.filter(({ name }) => !ofProcesses.includes(name));
  const read = await Promise.all(
    kept.map(async ({ name }) => {
      const rows = await sql.unsafe<{ at: string; xmin: string; row: string }[]>(
        `select t.ctid::text as at, t.xmin::text as xmin, row_to_json(t)::text as row from ${name} t order by t.ctid`,
      );
      return [name, rows] as const;
    }),
  );
  const transactions = [...new Set(read.flatMap(([, rows]) => rows.map(({ xmin }) => Number(xmin))))].sort(
    (a, b) => a - b,
  );
  const ranked = read.map(([name, rows]) => [
    name,
    rows.map(({ at, xmin, row }) => ({ at, order: transactions.indexOf(Number(xmin)), row })),
  ]);
  return Object.fromEntries(ranked.filter(([name]) => !String(name).includes("__drizzle_migrations")));
}

/** What counts by itself. */
export async function sequences(sql: postgres.Sql): Promise<readonly object[]> {
  return [...(await sql`select schemaname, sequencename, last_value::text from pg_sequences order by 1, 2`)];
}

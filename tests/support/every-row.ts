import type postgres from "postgres";

/** Everything that the database holds, table by table, to see whether anything was written. A lease is put off by itself. */
export async function everyRow(sql: postgres.Sql): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE' order by table_name`;
  const rows = await Promise.all(
    tables.map(async ({ name }) => {
      const found =
        await sql`select to_jsonb(t) - ${name === "leases" ? "expires" : ""}::text as row from ${sql(name)} t`;
      return [name, found.map(({ row }) => JSON.stringify(row)).sort()] as const;
    }),
  );
  return Object.fromEntries(rows);
}

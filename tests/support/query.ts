import postgres from "postgres";

/** Runs one statement on a connection of its own, and closes it. */
export async function query<Row extends object>(
  url: string,
  statement: (sql: postgres.Sql) => Promise<Iterable<unknown>>,
): Promise<Row[]> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return Array.from(await statement(sql)) as Row[];
  } finally {
    await sql.end();
  }
}

import type postgres from "postgres";

/** The first line of a back-up. */
export interface Header {
  readonly format: typeof formatName;
  readonly version: typeof formatVersion;
  /** When the newest migration that the database had had was made, in milliseconds: it names the schema. */
  readonly migration: number;
  readonly made: string;
  readonly tables: readonly TableHead[];
  readonly sequences: readonly Sequence[];
}

export interface TableHead {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
}

/** How far the numbers of a table have come: none is given twice, also not one whose row is gone. */
export interface Sequence {
  readonly table: string;
  readonly column: string;
  readonly value: number;
}

/** The last line. */
export interface Trailer {
  /** Of all lines before, in hexadecimal. */
  readonly sha256: string;
}

export const formatName = "inloop back-up";
export const formatVersion = 1;

/** Ends the rows of a table, which stand as PostgreSQL's COPY writes them; no row looks like it. */
export const endOfTable = "\\.";

/**
 * What stays out: who was sent what, what somebody of the team is in the middle of, and what is over within a day. It would betray more
 * than it serves.
 */
const leftOut: readonly string[] = ["deliveries", "staff_conversations", "staff_updates", "count_messages", "leases"];

/**
 * What parents chose and tapped, and who belongs to the team. Where the database that is replaced is newer than the back-up, it stays as
 * it is there: nobody who stopped is told anything again, nobody who was removed comes back, no ballot counts twice, and what was
 * published is never published otherwise.
 */
export const staysAsItIs: readonly string[] = [
  "chat_settings",
  "subscriptions",
  "open_counts",
  "blocks",
  "spent_ballots",
  "staff",
  "invitations",
];

/** The tables of a back-up, each after those to which it refers. */
export async function tablesToKeep(sql: postgres.ISql): Promise<readonly Omit<TableHead, "rows">[]> {
  const columns = await sql<{ table: string; columns: string[] }[]>`
    select table_name as table, array_agg(column_name::text order by ordinal_position) as columns
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE' group by table_name order by table_name`;
  const references = await sql<{ from: string; to: string }[]>`
    select conrelid::regclass::text as from, confrelid::regclass::text as to from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace and conrelid <> confrelid`;
  const waiting = new Map(
    columns.filter(({ table }) => !leftOut.includes(table)).map((row) => [row.table, row.columns] as const),
  );
  const ordered: Omit<TableHead, "rows">[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting].filter(([name]) => !references.some(({ from, to }) => from === name && waiting.has(to)));
    if (ready.length === 0) {
      throw new Error("Tables refer to each other in a circle");
    }
    for (const [name, own] of ready) {
      waiting.delete(name);
      ordered.push({ name, columns: own });
    }
  }
  return ordered;
}

export async function sequencesOf(sql: postgres.ISql): Promise<readonly Sequence[]> {
  const rows = await sql<{ table: string; column: string; value: string | null }[]>`
    select c.table_name as table, c.column_name as column, s.last_value::text as value
    from information_schema.columns c join pg_sequences s on s.schemaname = 'public'
      and s.sequencename = substring(pg_get_serial_sequence(format('%I.%I', c.table_schema, c.table_name), c.column_name) from '[^.]+$')
    where c.table_schema = 'public' and c.is_identity = 'YES' order by 1`;
  return rows.flatMap(({ table, column, value }) =>
    value === null || leftOut.includes(table) ? [] : [{ table, column, value: Number(value) }],
  );
}

/** Names of a list, as SQL writes them. */
export function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name.replaceAll('"', '""')}"`).join(", ");
}

import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { type StoredTable, storedTables } from "./support/stored-tables.ts";

// A new column is a decision. It is made by naming it in `stored-tables.ts`, with what it is for; until then this fails.

let database: TestDatabase;
let sql: postgres.Sql;

beforeAll(async () => {
  database = await createTestDatabase();
  sql = postgres(database.url, { max: 1, onnotice: () => undefined });
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly counts: boolean;
}

const columns = () => sql<Column[]>`
  select table_name as table, column_name as name, data_type as type,
    is_identity = 'YES' or coalesce(column_default, '') like 'nextval%' as counts
  from information_schema.columns where table_schema = 'public' order by 1, 2`;

const named = Object.entries<StoredTable>(storedTables);

test("every table and every column that is stored is named, with its type and its reason", async () => {
  const wanted = named.flatMap(([table, { columns: of }]) =>
    Object.entries(of).map(([name, [type]]) => `${table}.${name} ${type}`),
  );
  expect((await columns()).map(({ table, name, type }) => `${table}.${name} ${type}`)).toEqual(wanted.sort());
});

test("a table about parents has no serial number and no time", async () => {
  const about = named.filter(([, { aboutParents }]) => aboutParents).map(([table]) => table);
  const found = (await columns()).filter(({ table }) => about.includes(table));
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter(({ type, counts }) => counts || /time|date|interval/.test(type))).toEqual([]);
});

test("a trigger, a function, a view or a rule stores nothing behind the tables' back", async () => {
  const found = await sql`
    select 'trigger' as kind, tgname::text as name from pg_trigger where not tgisinternal union all
    select 'function', proname from pg_proc where pronamespace = 'public'::regnamespace union all
    select 'rule', rulename from pg_rewrite r join pg_class c on c.oid = r.ev_class
      where c.relnamespace = 'public'::regnamespace union all
    select 'publication', pubname from pg_publication union all
    select 'extension', extname from pg_extension where extname <> 'plpgsql' union all
    select 'event trigger', evtname from pg_event_trigger`;
  expect([...found]).toEqual([]);
});

test("no column that nobody named has a sequence of its own", async () => {
  const sequences = await sql<{ name: string }[]>`
    select sequencename as name from pg_sequences where schemaname = 'public' order by 1`;
  const wanted = named.flatMap(([table, { counts }]) => (counts === undefined ? [] : [`${table}_${counts}_seq`]));
  expect(sequences.map(({ name }) => name)).toEqual(wanted.sort());
});

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import postgres from "postgres";
import type { Kept } from "./find-traces.ts";

/** Views of PostgreSQL that quote statements or values. */
const telling =
  /^(pg_stat_|pg_statio_|pg_stats|pg_locks|pg_sequences|pg_prepared|pg_largeobject|pg_description|pg_seclabel|pg_cursors)/;

/** Every row of every table, ours or PostgreSQL's own, that could hold something of a parent. */
export async function everyTable(sql: postgres.Sql): Promise<readonly Kept[]> {
  // What was stored is sampled here, with the most frequent values in clear.
  await sql`analyze`;
  const tables = await sql<{ schema: string; name: string }[]>`
    select schemaname as schema, tablename as name from pg_tables union all
    select schemaname, viewname from pg_views union all
    select schemaname, matviewname from pg_matviews order by 1, 2`;
  const ours = tables.filter(({ schema, name }) =>
    schema === "pg_catalog" ? telling.test(name) : schema !== "information_schema",
  );
  const kept: Kept[] = [];
  for (const { schema, name } of ours) {
    const rows = await sql`select t::text as row, row_to_json(t)::text as json from ${sql(schema)}.${sql(name)} t`;
    kept.push({ where: `${schema}.${name}`, content: rows.map(({ row, json }) => `${row}\n${json}`).join("\n") });
  }
  return kept;
}

/** Everything that is said on channels, from the moment on which they are listened to. */
export async function listenTo(url: string, channels: readonly string[]) {
  const said: string[] = [];
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  for (const channel of channels) await client.listen(channel, (payload) => said.push(`${channel} ${payload}`));
  return {
    said,
    kept: (): Kept => ({ where: "notifications", content: said.join("\n") }),
    close: () => client.end(),
  };
}

/** Every file under a folder. */
export async function everyFile(folder: string): Promise<readonly { readonly path: string; readonly bytes: Buffer }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  // PostgreSQL removes files while we read.
  const read = await Promise.all(paths.map(async (path) => ({ path, bytes: await readFile(path).catch(() => null) })));
  return read.flatMap(({ path, bytes }) => (bytes === null ? [] : [{ path, bytes }]));
}

/** What this process says anywhere from now on, until `stop` is called. */
export function overhear() {
  const heard: string[] = [];
  const restore: (() => void)[] = [];
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write;
    stream.write = ((chunk: string | Uint8Array, ...rest: never[]) => {
      heard.push(Buffer.from(chunk as string).toString());
      return write.call(stream, chunk, ...rest);
    }) as typeof stream.write;
    restore.push(() => {
      stream.write = write;
    });
  }
  for (const method of ["log", "info", "warn", "error", "debug", "trace"] as const) {
    const original = console[method];
    console[method] = (...said: unknown[]) => {
      heard.push(said.map(String).join(" "));
    };
    restore.push(() => {
      console[method] = original;
    });
  }
  return {
    kept: (): Kept => ({ where: "standard output", content: heard.join("\n") }),
    stop: () => {
      for (const work of restore) work();
    },
  };
}

/** What the app's own server answers on every path that it knows, asked politely and with canaries. */
export async function everyRoute(
  url: string,
  paths: readonly string[],
  { slug, canary }: { readonly slug: string; readonly canary: string },
): Promise<readonly (Kept & { readonly path: string; readonly status: number })[]> {
  return Promise.all(
    paths.map(async (path) => {
      const filled = path.replace("*", slug);
      const asked = { headers: { "user-agent": canary, "x-forwarded-for": canary, cookie: `a=${canary}` } };
      const answer = await fetch(`${url}${filled}`, asked);
      const body = await answer.text();
      const headers = JSON.stringify([...answer.headers]);
      return { where: `HTTP ${path}`, path, status: answer.status, content: `${headers}\n${body}` };
    }),
  );
}

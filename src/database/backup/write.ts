import { createHash, type Hash } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import postgres from "postgres";
import { Problem } from "../../problem.ts";
import { endOfTable, formatName, formatVersion, type Header, quoted, sequencesOf, tablesToKeep } from "./content.ts";

export interface Written {
  readonly rows: number;
  readonly bytes: number;
}

/** How many of all rows are done. */
export type OnProgress = (done: number, total: number) => void;

/**
 * Writes all that is to be kept into one file, as it was at one moment, while the bot goes on. What is sealed stays sealed. The file
 * appears under its name when it is whole, readable by its owner alone; memory stays flat however much there is.
 *
 * @throws Problem where the file cannot be written
 */
export async function writeBackup(
  url: string,
  path: string,
  now: Temporal.Instant,
  onProgress: OnProgress,
): Promise<Written> {
  const draft = `${path}.${process.pid}.part`;
  const file = await open(draft, "wx", 0o600).catch((cause) => {
    throw new Problem(`${path} cannot be written; give a file in a folder that you may write to.`, { cause });
  });
  const client = postgres(url, {
    max: 1,
    onnotice: () => undefined,
    connection: { application_name: "inloop back-up" },
  });
  try {
    const rows = await client.begin("isolation level repeatable read read only", async (sql) => {
      const header = await headerOf(sql, now);
      const total = header.tables.reduce((sum, table) => sum + table.rows, 0);
      const content = Readable.from(contentOf(sql, header, (done) => onProgress(done, total)));
      await pipeline(content, createGzip(), async (chunks: AsyncIterable<Buffer>) => {
        for await (const chunk of chunks) {
          await file.writeFile(chunk);
        }
      });
      return total;
    });
    await file.sync();
    const { size } = await file.stat();
    await file.close();
    await rename(draft, path);
    await flushFolder(path);
    return { rows, bytes: size };
  } catch (cause) {
    await file.close().catch(() => undefined);
    await rm(draft, { force: true });
    if ((cause as NodeJS.ErrnoException).code === "ENOSPC") {
      throw new Problem(`The disk is full; ${path} was not written.`, { cause });
    }
    throw cause;
  } finally {
    await client.end({ timeout: 5 });
  }
}

async function headerOf(sql: postgres.TransactionSql, now: Temporal.Instant): Promise<Header> {
  const [newest] = await sql<{ migration: string }[]>`
    select max(created_at)::text as migration from drizzle.__drizzle_migrations`;
  const tables: Header["tables"][number][] = [];
  for (const table of await tablesToKeep(sql)) {
    const [counted] = await sql<{ rows: string }[]>`select count(*) as rows from ${sql(table.name)}`;
    tables.push({ ...table, rows: Number(counted?.rows ?? 0) });
  }
  return {
    format: formatName,
    version: formatVersion,
    migration: Number(newest?.migration ?? 0),
    made: now.toString(),
    tables,
    sequences: await sequencesOf(sql),
  };
}

async function* contentOf(
  sql: postgres.TransactionSql,
  header: Header,
  onRows: (done: number) => void,
): AsyncGenerator<Buffer> {
  const hash = createHash("sha256");
  yield hashed(hash, `${JSON.stringify(header)}\n`);
  let done = 0;
  onRows(done);
  for (const { name, columns } of header.tables) {
    yield hashed(hash, `${name}\n`);
    for await (const rows of rowsOf(sql, name, columns)) {
      done += rows.length;
      onRows(done);
      yield hashed(hash, rows.map((row) => `${row.map(asCopied).join("\t")}\n`).join(""));
    }
    yield hashed(hash, `${endOfTable}\n`);
  }
  yield Buffer.from(`${JSON.stringify({ sha256: hash.digest("hex") })}\n`);
}

function hashed(hash: Hash, text: string): Buffer {
  const bytes = Buffer.from(text);
  hash.update(bytes);
  return bytes;
}

/** Rows that are read at a time; few, since one may hold a photo. */
const batchSize = 200;

/**
 * Every value as PostgreSQL writes it. (The client's own COPY … TO STDOUT leaves its connection asleep when it is read slower than it
 * comes.)
 */
function rowsOf(
  sql: postgres.TransactionSql,
  table: string,
  columns: readonly string[],
): AsyncIterable<readonly (readonly (string | null)[])[]> {
  const values = columns.map((column) => `${quoted([column])}::text`).join(", ");
  return sql
    .unsafe(`select ${values} from public.${quoted([table])}`)
    .values()
    .cursor(batchSize) as never;
}

const escaped: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** As COPY … FROM STDIN reads it. Source: https://www.postgresql.org/docs/18/sql-copy.html, text format */
function asCopied(value: string | null): string {
  return value === null ? "\\N" : value.replace(/[\\\t\n\r]/g, (sign) => escaped[sign] ?? sign);
}

/** A rename survives a power failure once the folder is on disk. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(dirname(path), "r");
  await folder.sync().finally(() => folder.close());
}

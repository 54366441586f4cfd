import { type SQL, sql } from "drizzle-orm";
import type { Queries } from "./client.ts";
import { unseal } from "./sealing.ts";

/** The keys of one use before and after. The previous one opens what it sealed, and nothing else: it verifies and looks up nothing. */
export interface KeyPair {
  readonly previous: Uint8Array;
  readonly current: Uint8Array;
}

export type Opened =
  | { readonly with: "previous" | "current"; readonly content: Buffer }
  /** Sealed with yet another key, or altered. */
  | { readonly with: "neither" };

/** How many rows were sealed anew, were so already, and open with neither key. */
export interface Rotated {
  readonly resealed: number;
  readonly already: number;
  readonly unreadable: number;
}

export const nothingRotated: Rotated = { resealed: 0, already: 0, unreadable: 0 };

export function joined(one: Rotated, other: Rotated): Rotated {
  return {
    resealed: one.resealed + other.resealed,
    already: one.already + other.already,
    unreadable: one.unreadable + other.unreadable,
  };
}

/** Counts one row more, by the key that opened it. */
export function counted(before: Rotated, opened: Opened): Rotated {
  const one = { current: "already", neither: "unreadable", previous: "resealed" } as const;
  return { ...before, [one[opened.with]]: before[one[opened.with]] + 1 };
}

export function openWithEither({ previous, current }: KeyPair, identity: string, sealed: Uint8Array): Opened {
  for (const [name, key] of [
    ["current", current],
    ["previous", previous],
  ] as const) {
    try {
      return { with: name, content: unseal(key, identity, sealed) };
    } catch {
      // Not with this one.
    }
  }
  return { with: "neither" };
}

export function opens(key: Uint8Array, identity: string, sealed: Uint8Array): boolean {
  return openWithEither({ previous: key, current: key }, identity, sealed).with !== "neither";
}

/** Rows that are read at a time: memory stays flat however many there are. */
const batchSize = 2000;

/** Reads all that a query finds as it was at this moment, whatever is changed meanwhile in the same transaction. */
export async function* inBatches<Row extends Record<string, unknown>>(
  queries: Queries,
  query: SQL,
): AsyncGenerator<readonly Row[]> {
  await queries.execute(sql`declare rotating no scroll cursor for ${query}`);
  for (;;) {
    const rows = await queries.execute<Row>(sql.raw(`fetch ${batchSize} from rotating`));
    if (rows.length === 0) {
      break;
    }
    yield [...rows] as unknown as readonly Row[];
  }
  await queries.execute(sql`close rotating`);
}

/** Rows for a statement, as one value: the client would send each field by itself. */
export function asRows(rows: readonly Readonly<Record<string, Buffer | number | string>>[], columns: string): SQL {
  const plain = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        Buffer.isBuffer(value) ? `\\x${value.toString("hex")}` : value,
      ]),
    ),
  );
  return sql`jsonb_to_recordset(${JSON.stringify(plain)}::jsonb) as batch (${sql.raw(columns)})`;
}

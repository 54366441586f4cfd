import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { Problem } from "../../problem.ts";
import { endOfTable, formatName, formatVersion, type Header, type Trailer } from "./content.ts";

/** What a back-up holds, line by line. A line ends with its line feed. */
export type Part =
  | { readonly kind: "header"; readonly header: Header }
  | { readonly kind: "table"; readonly name: string }
  | { readonly kind: "row"; readonly line: Buffer };

/**
 * Reads a back-up from its beginning to its end, and sees that nothing is missing or altered: what it gave counts only when it has ended.
 *
 * @throws Problem in one sentence, where the file is no back-up, or not whole
 */
export async function* partsOf(path: string): AsyncGenerator<Part> {
  const hash = createHash("sha256");
  let header: Header | undefined;
  let table: { readonly name: string; rows: number } | undefined;
  let next = 0;
  let trailer: Trailer | undefined;
  for await (const line of linesOf(path)) {
    if (header === undefined) {
      header = headerIn(path, line);
      yield { kind: "header", header };
    } else if (table !== undefined) {
      if (isEnd(line)) {
        if (table.rows !== header.tables[next]?.rows) {
          throw notWhole(path);
        }
        table = undefined;
        next += 1;
      } else {
        table.rows += 1;
        yield { kind: "row", line };
      }
    } else if (next < header.tables.length) {
      const name = line.toString().trimEnd();
      if (name !== header.tables[next]?.name) {
        throw notWhole(path);
      }
      table = { name, rows: 0 };
      yield { kind: "table", name };
    } else if (trailer === undefined) {
      trailer = trailerIn(path, line);
      continue;
    } else {
      throw notWhole(path);
    }
    hash.update(line);
  }
  if (header === undefined || trailer?.sha256 !== hash.digest("hex")) {
    throw notWhole(path);
  }
}

async function* linesOf(path: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  try {
    const file = createReadStream(path);
    const unzipped = createGunzip();
    // Either may fail; the iteration then fails with it.
    file.on("error", (cause) => unzipped.destroy(cause));
    for await (const chunk of file.pipe(unzipped) as AsyncIterable<Buffer>) {
      let bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10)) {
        yield bytes.subarray(0, at + 1);
        bytes = bytes.subarray(at + 1);
      }
      rest = bytes;
    }
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "Z_DATA_ERROR") {
      throw foreign(path, cause);
    }
    if (code?.startsWith("Z_")) {
      throw notWhole(path, cause);
    }
    throw code === undefined
      ? cause
      : new Problem(`${path} cannot be read; give the path of a readable file.`, { cause });
  }
  if (rest.length > 0) {
    throw notWhole(path);
  }
}

const isEnd = (line: Buffer) => line.length === endOfTable.length + 1 && line.toString() === `${endOfTable}\n`;

function headerIn(path: string, line: Buffer): Header {
  const header = parsed(line) as Header | undefined;
  if (header?.format !== formatName) {
    throw foreign(path);
  }
  if (header.version !== formatVersion) {
    throw new Problem(`${path} was made by a newer version of Inloop; restore it with that. Nothing was changed.`);
  }
  return header;
}

function trailerIn(path: string, line: Buffer): Trailer {
  const trailer = parsed(line) as Trailer | undefined;
  if (typeof trailer?.sha256 !== "string") {
    throw notWhole(path);
  }
  return trailer;
}

function parsed(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString()) ?? undefined;
  } catch {
    return;
  }
}

const foreign = (path: string, cause?: unknown) =>
  new Problem(`${path} is not a back-up of Inloop; give a file that inloop backup wrote. Nothing was changed.`, {
    cause,
  });

const notWhole = (path: string, cause?: unknown) =>
  new Problem(`${path} is not whole, or was altered; take another back-up. Nothing was changed.`, { cause });

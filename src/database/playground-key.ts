import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "../problem.ts";

/**
 * The playground's own secret key, 32 bytes, made on first use. A real bot's key never lives beside its database.
 *
 * @throws Problem where `dataDir` cannot be used, or holds a damaged key
 */
export function playgroundKey(dataDir: string): Buffer {
  const file = join(dataDir, "secret.key");
  try {
    mkdirSync(dataDir, { recursive: true });
    makeOnce(file);
  } catch (cause) {
    throw new Problem(`DATA_DIR ${dataDir} cannot be written to; give a folder that this user may write to.`, {
      cause,
    });
  }
  const key = Buffer.from(readFileSync(file, "utf8"), "base64url");
  if (key.length !== 32) {
    throw new Problem(`${file} is damaged; remove it, and the playground makes another.`);
  }
  return key;
}

/** Under its name the file is whole from the start: it is written beside, and linked, which fails where one is there. */
function makeOnce(file: string): void {
  const draft = `${file}.${process.pid}`;
  try {
    writeFileSync(draft, randomBytes(32).toString("base64url"), { mode: 0o600 });
    linkSync(draft, file);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
  } finally {
    rmSync(draft, { force: true });
  }
}

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const fileIn = (dataDir: string) => join(dataDir, "last-backup");

/** When a back-up was last written whole from this machine; undefined where none was. */
export async function lastBackup(dataDir: string): Promise<Temporal.Instant | undefined> {
  try {
    return Temporal.Instant.from((await readFile(fileIn(dataDir), "utf8")).trim());
  } catch {
    return;
  }
}

/** Beside the database and not in it: a back-up that is restored would bring an old day along. */
export async function noteBackup(dataDir: string, now: Temporal.Instant): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  await writeFile(fileIn(dataDir), `${now}\n`);
}

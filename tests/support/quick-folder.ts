import { statfs } from "node:fs/promises";
import { tmpdir } from "node:os";

const inMemory = "/dev/shm";

export const temporaryFolders = [inMemory, tmpdir()];

/**
 * Where to put a server: making and copying a database is a matter of many small files, ten times as fast in memory.
 */
export async function quickFolder(): Promise<string> {
  const memory = await statfs(inMemory).catch(() => undefined);
  return memory !== undefined && memory.bavail * memory.bsize > 2 ** 30 ? inMemory : tmpdir();
}

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { readServerState } from "../../src/database/embedded-postgres/postmaster-file.ts";

/** Turns of 50 ms to wait for a server that was told to end at once. */
const patience = 100;

/** An empty folder for an embedded database, removed when `open` closes, with a server that a crash left in it. */
export async function temporaryDataDir(open: AsyncDisposableStack): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "inloop-bench-"));
  open.defer(async () => {
    await endServer(join(folder, "postgres"));
    await rm(folder, { recursive: true, force: true });
  });
  return folder;
}

async function endServer(cluster: string): Promise<void> {
  for (let turn = 0; turn < patience; turn += 1) {
    const state = await readServerState(cluster);
    if (state.status === "absent" || state.status === "stale") return;
    if (turn === 0 && state.pid !== undefined) process.kill(state.pid, "SIGQUIT");
    await delay(50);
  }
}

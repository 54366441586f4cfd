import { type ChildProcess, spawn } from "node:child_process";

const source = new URL("../../src/database/embedded-postgres.ts", import.meta.url).href;

/** A process of ours in a process group of its own, as a terminal starts one. Its body has `server` and `sql`. */
export function runWithServer(dataDir: string, body: string): ChildProcess {
  const program = `
    import postgres from "postgres";
    import { startEmbeddedPostgres } from ${JSON.stringify(source)};
    const server = await startEmbeddedPostgres(${JSON.stringify(dataDir)}, { durable: false });
    const sql = postgres(server.url, { max: 1, onnotice: () => {} });
    ${body}
  `;
  return spawn(process.execPath, ["--input-type=module", "--eval", program], {
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** @throws when the process ends before it has said anything */
export function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.once("data", (data) => resolve(String(data).trim()));
    child.once("exit", (code) => reject(new Error(`ended with ${code} before it said anything`)));
  });
}

/** The exit code, or null when a signal ended the process. */
export function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once("exit", resolve));
}

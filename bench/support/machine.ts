import { execFile } from "node:child_process";
import { availableParallelism, cpus, loadavg, platform, release, totalmem } from "node:os";
import { promisify } from "node:util";
import { findBinaries } from "../../src/database/embedded-postgres/binaries.ts";

/** What the figures are measured on. */
export async function describeMachine(): Promise<string> {
  const { postgres } = await findBinaries();
  const { stdout: version } = await promisify(execFile)(postgres, ["--version"]);
  const model = cpus()[0]?.model ?? "unknown processor";
  return [
    `${model}, ${availableParallelism()} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GB`,
    `${platform()} ${release()}`,
    `Node.js ${process.versions.node}`,
    `PostgreSQL ${/\d+(\.\d+)?/.exec(version)?.[0]}`,
    `load ${loadavg()[0]?.toFixed(1)} before`,
  ].join("; ");
}

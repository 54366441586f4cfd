import { readFile } from "node:fs/promises";
import { join } from "node:path";
import postgres from "postgres";
import { startEmbeddedPostgres } from "../../../src/database/embedded-postgres.ts";
import { migrate } from "../../../src/database/migrate.ts";
import { temporaryFolder } from "../../support/process.ts";

/** Whatever PostgreSQL can write into its log: all that an operator should not set, set. */
const everything = {
  log_statement: "all",
  log_min_duration_statement: "0",
  log_min_messages: "debug1",
  log_min_error_statement: "debug1",
  log_error_verbosity: "verbose",
  log_parameter_max_length: "-1",
  log_parameter_max_length_on_error: "-1",
  log_lock_waits: "on",
};

/**
 * A PostgreSQL of the test's own, of which every file can be read.
 *
 * @param settings how it is set up: as we start it, or to log every statement with its values
 */
export async function startOwnServer(settings: "ours" | "talkative") {
  const folder = await temporaryFolder();
  const server = await startEmbeddedPostgres(join(folder, "data"), { durable: false });
  await migrate(server.url);
  const admin = postgres(server.url, { max: 1, onnotice: () => undefined });
  for (const [name, value] of settings === "ours" ? [] : Object.entries(everything)) {
    await admin.unsafe(`alter database postgres set ${name} = '${value}'`);
  }
  const log = () => readFile(join(folder, "data", "postgres.log"), "utf8");
  return {
    database: { url: server.url, drop: () => admin.end() },
    /** Its connection was made before there was anything to log. */
    admin,
    cluster: join(folder, "data", "postgres"),
    log,
    /** The channels that somebody listens to. */
    async channels() {
      const said = [...(await log()).matchAll(/\blisten "?(\w+)"?/gi)].map(([, channel = ""]) => channel);
      return [...new Set(said)];
    },
  };
}

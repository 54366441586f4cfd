import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { Command } from "../../src/cli/command.ts";
import { runMigrate } from "../../src/cli/migrate.ts";
import { runPlaces } from "../../src/cli/places.ts";
import { Problem } from "../../src/problem.ts";
import { cleanUp } from "../support/clean-up.ts";
import { createTestDatabase } from "../support/database.ts";
import { runInloop, serverIn, startNpm, temporaryFolder } from "../support/process.ts";
import { query } from "../support/query.ts";
import { placesFile } from "./places-file.ts";

const example = fileURLToPath(new URL("../../data/example-places.yaml", import.meta.url));
const usage = "Usage: npm run -s inloop -- COMMAND";

test.concurrent("`npm run -s inloop` prints JSON and nothing else, on a database that it makes and stops itself", async () => {
  const folder = await temporaryFolder();
  const imported = await startNpm(["run", "-s", "inloop", "--", "places", "import", example], folder).ended;
  expect(imported).toEqual({
    code: 0,
    stdout: "2 added, 0 changed, 0 as before. The organisation was changed.\n",
    stderr: [],
  });
  const listed = await startNpm(["run", "-s", "inloop", "--", "places", "list", "--json"], folder).ended;
  expect(listed).toMatchObject({ code: 0, stderr: [] });
  expect(JSON.parse(listed.stdout)).toMatchObject([{ slug: "de-zandbak" }, { slug: "le-petit-train" }]);
  expect(await serverIn(folder)).toBeUndefined();
});

test.concurrent("mistakes go to standard error, one a line, with exit code 1", async () => {
  const [folder, { url }] = await Promise.all([temporaryFolder(), unmigratedDatabase()]);
  const path = join(folder, "places.yaml");
  await writeFile(path, placesFile({ hours: '"We 9-"', schoolCalendar: "de" }));
  expect(await runInloop(["places", "import", "places.yaml"], folder, { DATABASE_URL: url })).toEqual({
    code: 1,
    stdout: "",
    stderr: [
      'places.yaml:5: hours "We 9-" is not understood after "We 9"; expected a time such as 09:00-12:00',
      "places.yaml:6: place 1: schoolCalendar is not known; expected nl, fr, both, none",
      "Nothing was changed.",
    ],
  });
});

test.concurrent("migrating at the same moment and again leaves one schema and says that it is there", async () => {
  const [folder, database] = await Promise.all([temporaryFolder(), unmigratedDatabase()]);
  const migrate = () => runInloop(["migrate"], folder, { DATABASE_URL: database.url });
  const migrated = { code: 0, stdout: "The database is up to date.\n", stderr: [] };
  expect(await Promise.all([migrate(), migrate()])).toEqual([migrated, migrated]);
  const before = await database.migrations();
  expect(before.length).toBeGreaterThan(0);

  expect(await migrate()).toEqual(migrated);
  expect(await database.migrations()).toEqual(before);
});

test.concurrent("a wrong variable and a database that is away are said as by the bot", async () => {
  const folder = await temporaryFolder();
  const DATABASE_URL = "postgres://inloop:a-password@127.0.0.1:1/inloop";
  const [wrong, away] = await Promise.all([
    runInloop(["migrate"], folder, { PORT: "http", LOG_LEVEL: "loud" }),
    runInloop(["places", "list", "--json"], folder, { DATABASE_URL }),
  ]);
  expect(wrong).toMatchObject({
    code: 1,
    stderr: [/^PORT is /, /^LOG_LEVEL is /].map((s) => expect.stringMatching(s)),
  });
  expect(away).toEqual({
    code: 1,
    stdout: "",
    stderr: [
      "DATABASE_URL: PostgreSQL does not answer at 127.0.0.1:1 (ECONNREFUSED); start it, or correct the address.",
    ],
  });
});

test.concurrent("help is printed when asked for", async () => {
  const { code, stdout, stderr } = await runInloop(["--help"], await temporaryFolder());
  expect({ code, stderr }).toEqual({ code: 0, stderr: [] });
  expect(stdout).toMatch(
    /^Usage: npm run -s inloop -- COMMAND\n\n {2}setup .*\n {2}migrate .*\n {2}places import FILE .*\n/,
  );
});

test.concurrent.each([
  [[], [usage]],
  [["toString"], ['There is no command "toString".', usage]],
])("%j is answered with how to use it", async (words, said) => {
  const { code, stdout, stderr } = await runInloop(words, await temporaryFolder());
  expect({ code, stdout, stderr: stderr.slice(0, said.length) }).toEqual({ code: 1, stdout: "", stderr: said });
});

test.each<[Command, string, string]>([
  [runMigrate, "now", "migrate takes nothing more: npm run -s inloop -- migrate"],
  [runMigrate, "--force", "--force is not an option; none is allowed here."],
  [runPlaces, "", "places needs to know what to do: places import FILE, or places list [--json]"],
  [runPlaces, "delete de-zandbak", "places needs to know what to do: places import FILE, or places list [--json]"],
  [runPlaces, "import", "places import takes one file: places import places.yaml"],
  [runPlaces, "import a.yaml b.yaml", "places import takes one file: places import places.yaml"],
  [runPlaces, "import --forced a.yaml", "--forced is not an option; allowed: --force."],
  [runPlaces, "list --yaml", "--yaml is not an option; allowed: --json."],
  [runPlaces, "list --json=yes", "The options are not understood; allowed: --json."],
  [runPlaces, "list de-zandbak", "places list takes no name: places list [--json]"],
])("%o %s: is refused with what is allowed, before the configuration is read", async (command, words, said) => {
  const work = command(words === "" ? [] : words.split(" "), { PORT: "wrong" }, () => expect.fail("it printed"));
  await expect(work).rejects.toThrow(new Problem(said));
});

async function unmigratedDatabase() {
  const { url, drop } = await createTestDatabase();
  cleanUp(drop);
  await query(url, (sql) => sql`drop schema public, drizzle cascade`);
  await query(url, (sql) => sql`create schema public`);
  const migrations = () => query(url, (sql) => sql`select hash from drizzle.__drizzle_migrations order by id`);
  return { url, migrations };
}

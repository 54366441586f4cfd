import { existsSync } from "node:fs";
import { Problem } from "../problem.ts";
import type { Command } from "./command.ts";
import { runMigrate } from "./migrate.ts";
import { runPlaces } from "./places.ts";

const commands: Readonly<Record<string, Command>> = { migrate: runMigrate, places: runPlaces };

const usage = `Usage: npm run -s inloop -- COMMAND

  migrate               bring the database to this version
  places import FILE    check a places.yaml and store it
  places list [--json]  show the places that are stored
`;

try {
  if (existsSync(".env")) {
    process.loadEnvFile(".env");
  }
  const [name = "", ...words] = process.argv.slice(2);
  const command = commands[name];
  if (command === undefined) {
    throw new Problem(name === "" ? usage : `There is no command "${name}".\n\n${usage}`);
  }
  await command(words, process.env, (text) => process.stdout.write(`${text}\n`));
} catch (error) {
  if (!(error instanceof Problem)) {
    throw error;
  }
  process.stderr.write(`${error.message.trimEnd()}\n`);
  process.exitCode = 1;
}

import { loadEnvFile } from "../config.ts";
import { Problem } from "../problem.ts";
import type { Command } from "./command.ts";
import { runMigrate } from "./migrate.ts";
import { runPlaces } from "./places.ts";

const commands: ReadonlyMap<string, Command> = new Map([
  ["migrate", runMigrate],
  ["places", runPlaces],
]);

const usage = `Usage: npm run -s inloop -- COMMAND

  migrate               bring the database to this version
  places import FILE    check a places.yaml and store it
  places list [--json]  show the places that are stored`;

try {
  loadEnvFile();
  const [name = "", ...words] = process.argv.slice(2);
  const print = (text: string) => process.stdout.write(`${text}\n`);
  if (["help", "--help", "-h"].includes(name)) {
    print(usage);
  } else {
    await commandNamed(name)(words, process.env, print);
  }
} catch (error) {
  if (!(error instanceof Problem)) {
    throw error;
  }
  process.stderr.write(`${error.message.trimEnd()}\n`);
  // At once: a server that never answers must not keep the process alive.
  process.exit(1);
}

function commandNamed(name: string): Command {
  const command = commands.get(name);
  if (command === undefined) {
    throw new Problem(name === "" ? usage : `There is no command "${name}".\n\n${usage}`);
  }
  return command;
}

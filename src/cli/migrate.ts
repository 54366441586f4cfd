import { Problem } from "../problem.ts";
import { type Command, readFlags, withDatabase } from "./command.ts";

/** `inloop migrate`: opening a database is what migrates it. */
export const runMigrate: Command = async (words, environment, print) => {
  if (readFlags(words, {}).positionals.length > 0) {
    throw new Problem("migrate takes nothing more: npm run -s inloop -- migrate");
  }
  await withDatabase(environment, async () => undefined);
  print("The database is up to date.");
};

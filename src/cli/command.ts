import { parseArgs } from "node:util";
import { type Config, type Environment, parseConfig } from "../config.ts";
import type { Clock } from "../core/clock.ts";
import { type OpenDatabase, openDatabase } from "../database/open.ts";
import { Problem } from "../problem.ts";

/** Writes a line to standard output. */
export type Print = (line: string) => void;

/**
 * A subcommand of `inloop`.
 *
 * @param words what follows its name
 * @throws Problem for whatever the person at the keyboard can mend
 */
export type Command = (words: readonly string[], environment: Environment, print: Print) => Promise<void>;

/** Runs `work` on the configured database, and closes it whatever happens. */
export async function withDatabase<T>(
  environment: Environment,
  work: (database: OpenDatabase, config: Config) => Promise<T>,
): Promise<T> {
  const parsed = parseConfig(environment);
  if (!parsed.ok) {
    throw new Problem(parsed.problems.join("\n"));
  }
  const database = await openDatabase(parsed.config);
  try {
    return await work(database, parsed.config);
  } finally {
    await database.close();
  }
}

/** What time it is: for all commands the same as for the bot. */
export function clockOf({ fixedNow }: Config): Clock {
  const fixed = fixedNow?.toInstant();
  return fixed === undefined ? () => Temporal.Now.instant() : () => fixed;
}

type Flags = Readonly<Record<string, { readonly type: "boolean" | "string"; readonly multiple?: boolean }>>;

/** Splits words into flags and the rest; an unknown flag is a problem that names the allowed ones. */
export function readFlags<F extends Flags>(words: readonly string[], flags: F) {
  try {
    return parseArgs({ args: [...words], options: flags, allowPositionals: true, strict: true });
  } catch (cause) {
    const names = Object.keys(flags).map((name) => `--${name}`);
    const unknown = words.find((word) => word.startsWith("-") && !names.includes(word.split("=")[0] ?? ""));
    const allowed = names.length === 0 ? "none is allowed here" : `allowed: ${names.join(", ")}`;
    throw new Problem(
      unknown === undefined
        ? `The options are not understood; ${allowed}.`
        : `${unknown} is not an option; ${allowed}.`,
      {
        cause,
      },
    );
  }
}

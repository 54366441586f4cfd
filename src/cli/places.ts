import { readFile } from "node:fs/promises";
import { administerPlaces } from "../assembly/commands.ts";
import type { Environment } from "../config.ts";
import { printExpression } from "../core/opening-hours/print.ts";
import type { Place } from "../core/places/place.ts";
import { Problem } from "../problem.ts";
import { type Command, type Print, readFlags, withDatabase } from "./command.ts";

/** How many mistakes are shown: more than a file has that somebody wrote by hand. */
const mostProblems = 200;

/** `inloop places import FILE [--force]` and `inloop places list [--json]` */
export const runPlaces: Command = async (words, environment, print) => {
  const [action, ...rest] = words;
  switch (action) {
    case "import":
      return importPlaces(rest, environment, print);
    case "list":
      return listPlaces(rest, environment, print);
    default:
      throw new Problem("places needs to know what to do: places import FILE, or places list [--json]");
  }
};

async function importPlaces(words: readonly string[], environment: Environment, print: Print): Promise<void> {
  const { values, positionals } = readFlags(words, { force: { type: "boolean" } });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) {
    throw new Problem("places import takes one file: places import places.yaml");
  }
  const text = await readText(path);
  await withDatabase(environment, async (database, { telegram }) => {
    const result = await administerPlaces(database, Temporal.Now.instant).importFile(
      text,
      path,
      telegram !== undefined,
      values.force === true,
    );
    if (!result.ok) {
      const end =
        result.isForceable === true ? "Nothing was changed. With --force the file holds." : "Nothing was changed.";
      throw new Problem([...firstOf(result.problems), end].join("\n"));
    }
    const { organisationChanged, added, changed, unchanged } = result.imported;
    const places = `${added.length} added, ${changed.length} changed, ${unchanged.length} as before.`;
    print(organisationChanged ? `${places} The organisation was changed.` : places);
  });
}

/** In a file that is something else, everything is a mistake. */
function firstOf(problems: readonly string[]): readonly string[] {
  return problems.length <= mostProblems
    ? problems
    : [...problems.slice(0, mostProblems), `… and ${problems.length - mostProblems} more.`];
}

async function readText(path: string): Promise<string> {
  const bytes = await readFile(path).catch((cause) => {
    throw new Problem(`${path} cannot be read; give the path of a readable file.`, { cause });
  });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    // Otherwise é and ص of another encoding would be stored as question marks.
    throw new Problem(`${path} is not a text in UTF-8; save it as UTF-8.`, { cause });
  }
}

async function listPlaces(words: readonly string[], environment: Environment, print: Print): Promise<void> {
  const { values, positionals } = readFlags(words, { json: { type: "boolean" } });
  if (positionals.length > 0) {
    throw new Problem("places list takes no name: places list [--json]");
  }
  await withDatabase(environment, async (database) => {
    const { places } = await administerPlaces(database, Temporal.Now.instant).read();
    if (values.json === true) {
      print(JSON.stringify(places.map(plain), null, 2));
    } else {
      print(places.length === 0 ? "No places are stored yet: places import FILE" : places.map(line).join("\n"));
    }
  });
}

/** A place as it is written in a file, with its schedule as the engine takes it. */
function plain({ number, slug, name, facts, schedule }: Place) {
  return { number, slug, name, ...facts, schedule: { ...schedule, regular: schedule.regular.map(written) } };
}

function written({ from, expression }: Place["schedule"]["regular"][number]) {
  return { from, expression: printExpression(expression) };
}

function line({ slug, name, schedule }: Place): string {
  const hours = schedule.regular.at(-1);
  return `${slug}\t${name.nl}\t${hours === undefined ? "no hours" : printExpression(hours.expression)}`;
}

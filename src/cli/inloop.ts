import { loadEnvFile } from "../config.ts";
import { Problem } from "../problem.ts";
import { runChange } from "./change.ts";
import type { Command } from "./command.ts";
import { runEvaluate } from "./evaluate.ts";
import { runHours } from "./hours.ts";
import { runMigrate } from "./migrate.ts";
import { runPlaces } from "./places.ts";
import { runPoster } from "./poster.ts";
import { runUnderstand } from "./understand.ts";

const commands: ReadonlyMap<string, Command> = new Map([
  ["change", runChange],
  ["evaluate", runEvaluate],
  ["hours", runHours],
  ["migrate", runMigrate],
  ["places", runPlaces],
  ["poster", runPoster],
  ["understand", runUnderstand],
]);

const usage = `Usage: npm run -s inloop -- COMMAND

  migrate               bring the database to this version
  places import FILE    check a places.yaml and store it
  places list [--json]  show the places that are stored
  hours SLUG --from 2026-12-20 [--to 2027-01-10] [--json]
                        show the hours of a place, day by day
  hours SLUG --at 2026-11-25T10:00 [--json]
                        show whether it is open then, and what comes next
  hours --expression "We 09:00-12:00; PH off" [--school-calendar nl] …
                        the same for hours that are stored nowhere; with "-" lines of JSON from standard input
  change add SLUG --from 2026-12-24 [--to …] (--closed | --hours 09:00-11:00 | --extra 14:00-16:00) [--reason illness]
                        close a day, or change its hours
  change list SLUG [--json]
  change withdraw ID
  poster SLUG --out poster.pdf [--after-visit] [--bot-username NAME]
                        draw a poster for the door, or for after a visit; a PDF or a PNG
  understand [--now 2026-11-25T10:00]
                        what the bot makes of messages: lines such as {"text":"morgen open?"} from standard input
  evaluate FILE.jsonl   how well labelled questions are understood; fails below the bar`;

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

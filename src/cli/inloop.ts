import { loadEnvFile } from "../config.ts";
import { Problem } from "../problem.ts";
import { runBroadcast } from "./broadcast.ts";
import { runChange } from "./change.ts";
import type { Command } from "./command.ts";
import { runEvaluate } from "./evaluate.ts";
import { runFace } from "./face.ts";
import { runHours } from "./hours.ts";
import { runMigrate } from "./migrate.ts";
import { runPlaces } from "./places.ts";
import { runPoster } from "./poster.ts";
import { runReport } from "./report.ts";
import { runStaff } from "./staff.ts";
import { runUnderstand } from "./understand.ts";

const commands: ReadonlyMap<string, Command> = new Map([
  ["broadcast", runBroadcast],
  ["change", runChange],
  ["evaluate", runEvaluate],
  ["face", runFace],
  ["hours", runHours],
  ["migrate", runMigrate],
  ["places", runPlaces],
  ["poster", runPoster],
  ["report", runReport],
  ["staff", runStaff],
  ["understand", runUnderstand],
]);

const usage = `Usage: npm run -s inloop -- COMMAND

  migrate               bring the database to this version
  places import FILE    check a places.yaml and store it; --force undoes what was edited in the chat
  places list [--json]  show the places that are stored
  hours SLUG --from 2026-12-20 [--to 2027-01-10] [--json]
                        show the hours of a place, day by day
  hours SLUG --at 2026-11-25T10:00 [--json]
                        show whether it is open then, and what comes next
  hours --expression "We 09:00-12:00; PH off" [--school-calendar nl] …
                        the same for hours that are stored nowhere; with "-" lines of JSON from standard input
  change add SLUG --from 2026-12-24 [--to …] (--closed | --hours 09:00-11:00 | --extra 14:00-16:00) [--reason illness]
                        close a day, or change its hours
                        --announce tells every parent who asked to be told
  change edit ID --from 2026-12-24 …
                        put another change in its place
  change list SLUG [--json]
  change withdraw ID    take it back; whoever was told of it is told so
  broadcast status [--json]
                        how far the messages to parents are
  broadcast announce (SLUG | --all) --text-nl "…" --text-fr "…" --text-ar "…"
                        tell something else
  broadcast stop ID, broadcast resume ID
  face SLUG [--photo door.jpg] [--welcome-nl hello.ogg] [--welcome-fr …] [--welcome-ar …] [--welcome-ary …] [--remove photo|welcome-nl|…]
                        the photo of the door, and a spoken welcome of at most 30 seconds in each language
  poster SLUG --out poster.pdf [--after-visit] [--bot-username NAME]
                        draw a poster for the door, or for after a visit; a PDF or a PNG
  report (SLUG… | --all) [--from 2026-01] [--to 2026-12] [--lang nl|fr|ar] [--format table|json|csv|png|pdf] [--out FILE]
                        what parents tapped, of whole published blocks; --separator comma for programs that read CSV
  report (SLUG… | --all) --yearly 2026 [--columns FILE.yaml] …
                        the yearly sheet for funders; --yearly 2026-27 for a school year
  staff invite --role coordinator|host [--place SLUG …] [--name NAME] [--bot-username NAME]
                        print a link that makes who opens it a member of the team, once, within 7 days
  staff list [--json]
  staff remove NAME
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

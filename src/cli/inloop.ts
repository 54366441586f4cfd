import { loadEnvFile } from "../config.ts";
import { lastWords } from "../last-words.ts";
import { Problem } from "../problem.ts";
import type { Command } from "./command.ts";

/** Each loads what it needs and nothing else, so that a command begins at once. */
const commands: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ["backup", async () => (await import("./backup.ts")).runBackup],
  ["broadcast", async () => (await import("./broadcast.ts")).runBroadcast],
  ["change", async () => (await import("./change.ts")).runChange],
  ["doctor", async () => (await import("./doctor.ts")).runDoctor],
  ["evaluate", async () => (await import("./evaluate.ts")).runEvaluate],
  ["face", async () => (await import("./face.ts")).runFace],
  ["hours", async () => (await import("./hours.ts")).runHours],
  ["migrate", async () => (await import("./migrate.ts")).runMigrate],
  ["places", async () => (await import("./places.ts")).runPlaces],
  ["poster", async () => (await import("./poster.ts")).runPoster],
  ["report", async () => (await import("./report.ts")).runReport],
  ["restore", async () => (await import("./backup.ts")).runRestore],
  ["rotate-key", async () => (await import("./rotate-key.ts")).runRotateKey],
  ["setup", async () => (await import("./setup.ts")).runSetup],
  ["staff", async () => (await import("./staff.ts")).runStaff],
  ["understand", async () => (await import("./understand.ts")).runUnderstand],
]);

const usage = `Usage: npm run -s inloop -- COMMAND

  setup                 ask what a bot needs, in Dutch, French or Arabic, and make all of it
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
  doctor [--json]       look at everything that a bot needs, and say how to mend it; ends with code 1 where something is wrong
  backup FILE           write all that is to be kept into one file, while the bot goes on; SECRET_KEY is not in it
  restore FILE [--force]
                        put a back-up into an empty database, or with --force in the place of what is there; the bot must be stopped
  rotate-key            seal everything with SECRET_KEY that SECRET_KEY_PREVIOUS sealed; the bot must be stopped
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
    const run = await commandNamed(name);
    await run(words, process.env, print);
  }
} catch (error) {
  process.stderr.write(`${lastWords(error)}\n`);
  // At once: a server that never answers must not keep the process alive.
  process.exit(1);
}

async function commandNamed(name: string): Promise<Command> {
  const load = commands.get(name);
  if (load === undefined) {
    throw new Problem(name === "" ? usage : `There is no command "${name}".\n\n${usage}`);
  }
  return await load();
}

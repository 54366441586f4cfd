import { administerBroadcasts, type BroadcastStatus } from "../assembly/commands.ts";
import { loadCalendars } from "../calendars.ts";
import type { Config, Environment } from "../config.ts";
import type { OpenDatabase } from "../database/open.ts";
import { Problem } from "../problem.ts";
import { unknownPlace } from "./change.ts";
import { type Command, clockOf, type Print, readFlags, withDatabase } from "./command.ts";

const usage =
  'broadcast status [--json], broadcast announce (SLUG | --all) --text-nl "…" --text-fr "…" --text-ar "…", broadcast stop ID, or broadcast resume ID';

/** `inloop broadcast status`, `announce`, `stop` and `resume` */
export const runBroadcast: Command = async (words, environment, print) => {
  const [action, ...rest] = words;
  switch (action) {
    case "status":
      return showStatus(rest, environment, print);
    case "announce":
      return announce(rest, environment, print);
    case "stop":
    case "resume":
      return turn(action, rest, environment, print);
    default:
      throw new Problem(`broadcast needs to know what to do: ${usage}`);
  }
};

async function showStatus(words: readonly string[], environment: Environment, print: Print): Promise<void> {
  const { values, positionals } = readFlags(words, { json: { type: "boolean" } });
  if (positionals.length > 0) {
    throw new Problem(`broadcast status takes nothing but --json: ${usage}`);
  }
  await withDatabase(environment, async (database, config) => {
    const broadcasts = await administration(database, config).status();
    if (values.json === true) {
      for (const broadcast of broadcasts) {
        print(JSON.stringify(plain(broadcast)));
      }
    } else {
      print(broadcasts.length === 0 ? "There are no broadcasts." : broadcasts.map(line).join("\n"));
    }
  });
}

function plain({ number: id, total, sent, pending, gone, failed }: BroadcastStatus) {
  return { id, total, sent, pending, gone, failed };
}

function line(broadcast: BroadcastStatus): string {
  const { id, ...counts } = plain(broadcast);
  const shown = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
  return [id, broadcast.state, ...shown].join("\t");
}

async function announce(words: readonly string[], environment: Environment, print: Print): Promise<void> {
  const { values, positionals } = readFlags(words, {
    all: { type: "boolean" },
    json: { type: "boolean" },
    "text-nl": { type: "string" },
    "text-fr": { type: "string" },
    "text-ar": { type: "string" },
  });
  const [slug, ...others] = positionals;
  const { "text-nl": nl, "text-fr": fr, "text-ar": ar } = values;
  if ((slug === undefined) !== (values.all === true) || others.length > 0) {
    throw new Problem(`broadcast announce takes one place, or --all: ${usage}`);
  }
  if (nl === undefined || fr === undefined || ar === undefined) {
    throw new Problem(`broadcast announce needs the text in every language: ${usage}`);
  }
  await withDatabase(environment, async (database, config) => {
    const announced = await administration(database, config).announce({ nl, fr, ar }, slug);
    switch (announced.status) {
      case "unknown-place":
        throw unknownPlace(slug ?? "");
      case "refused":
        throw new Problem(`${announced.problem}. Nothing was announced.`);
      case "announced": {
        const { number, total } = announced.broadcast;
        print(
          values.json === true ? JSON.stringify(plain(announced.broadcast)) : `Broadcast ${number} tells ${total}.`,
        );
      }
    }
  });
}

async function turn(
  action: "stop" | "resume",
  words: readonly string[],
  environment: Environment,
  print: Print,
): Promise<void> {
  const [id, ...others] = readFlags(words, {}).positionals;
  if (id === undefined || others.length > 0) {
    throw new Problem(`broadcast ${action} takes one number: ${usage}`);
  }
  await withDatabase(environment, async (database, config) => {
    const to = action === "stop" ? "stopped" : "under-way";
    if (!(await administration(database, config).turn(id, to))) {
      throw new Problem(`Broadcast "${id}" cannot be ${to}; broadcast status shows how far each is.`);
    }
    print(`Broadcast ${id} is ${to}.`);
  });
}

function administration(database: OpenDatabase, config: Config) {
  return administerBroadcasts(database, clockOf(config), loadCalendars());
}

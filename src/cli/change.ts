import { administerScheduleChanges, type Told } from "../assembly/commands.ts";
import { loadCalendars } from "../calendars.ts";
import type { Config, Environment } from "../config.ts";
import { type Language, type Localized, languages } from "../core/language.ts";
import { type ChangeKind, changeReasons, type ScheduleChange } from "../core/opening-hours/schedule.ts";
import type { OpenDatabase } from "../database/open.ts";
import { Problem } from "../problem.ts";
import { type Command, clockOf, type Print, readFlags, withDatabase } from "./command.ts";
import { clockTimes } from "./hours-output.ts";

const usage = `change add SLUG --from DATE [--to DATE] (--closed | --hours "09:00-12:00" | --extra "14:00-16:00") [--reason ${changeReasons.join("|")}] [--text-nl "…"] [--text-fr "…"] [--text-ar "…"] [--announce], change edit ID with the same, change list SLUG [--json], or change withdraw ID`;

/** `inloop change add`, `edit`, `list` and `withdraw` */
export const runChange: Command = async (words, environment, print) => {
  const [action, ...rest] = words;
  switch (action) {
    case "add":
    case "edit":
      return addChange(action, rest, environment, print);
    case "list":
      return listChanges(rest, environment, print);
    case "withdraw":
      return withdrawChange(rest, environment, print);
    default:
      throw new Problem(`change needs to know what to do: ${usage}`);
  }
};

const addFlags = {
  from: { type: "string" },
  to: { type: "string" },
  closed: { type: "boolean" },
  hours: { type: "string" },
  extra: { type: "string" },
  reason: { type: "string" },
  announce: { type: "boolean" },
  json: { type: "boolean" },
  "text-nl": { type: "string" },
  "text-fr": { type: "string" },
  "text-ar": { type: "string" },
} as const;

async function addChange(
  action: "add" | "edit",
  words: readonly string[],
  environment: Environment,
  print: Print,
): Promise<void> {
  const { values, positionals } = readFlags(words, addFlags);
  const [target, ...others] = positionals;
  const kinds = (["closed", "hours", "extra"] as const).filter((kind) => values[kind] !== undefined);
  const [kind, ...otherKinds] = kinds;
  if (
    target === undefined ||
    others.length > 0 ||
    values.from === undefined ||
    kind === undefined ||
    otherKinds.length > 0
  ) {
    const what = action === "add" ? "place" : "number of a change";
    throw new Problem(`change ${action} takes one ${what}, --from, and one of --closed, --hours, --extra: ${usage}`);
  }
  const written = {
    kind,
    from: values.from,
    to: values.to,
    hours: hoursOf(kind, values),
    reason: values.reason,
    text: textOf((language) => values[`text-${language}`]),
  };
  await withDatabase(environment, async (database, config) => {
    const added = await administration(database, config)[action](target, written, values.announce === true);
    switch (added.status) {
      case "unknown-place":
        throw unknownPlace(target);
      case "unknown-change":
        throw unknownChange(target);
      case "refused":
        throw new Problem(`${added.problem}. Nothing was changed.`);
      case "added":
        print(
          values.json === true
            ? JSON.stringify({ id: added.id, broadcasts: added.told.map(({ number }) => number) })
            : [`Change ${added.id} holds.`, ...toldLines(added.told)].join("\n"),
        );
    }
  });
}

function hoursOf(kind: ChangeKind, values: { readonly hours?: string; readonly extra?: string }): string | undefined {
  return kind === "closed" ? undefined : values[kind];
}

function textOf(written: (language: Language) => string | undefined): Partial<Localized> {
  return Object.fromEntries(
    languages.flatMap((language) => {
      const text = written(language);
      return text === undefined ? [] : [[language, text]];
    }),
  );
}

export function unknownPlace(slug: string): Problem {
  return new Problem(`There is no place "${slug}"; places list shows those that there are.`);
}

async function listChanges(words: readonly string[], environment: Environment, print: Print): Promise<void> {
  const { values, positionals } = readFlags(words, { json: { type: "boolean" } });
  const [slug, ...others] = positionals;
  if (slug === undefined || others.length > 0) {
    throw new Problem("change list takes one place: change list SLUG [--json]");
  }
  await withDatabase(environment, async (database, config) => {
    const changes = await administration(database, config).list(slug);
    if (changes === undefined) {
      throw unknownPlace(slug);
    }
    if (values.json === true) {
      print(JSON.stringify(changes.map(plain), null, 2));
    } else {
      print(changes.length === 0 ? "There are no changes." : changes.map(line).join("\n"));
    }
  });
}

function plain({ id, kind, from, to, hours, reason, text, withdrawn }: ScheduleChange) {
  return { id, kind, from, to, hours: hours.map(clockTimes), reason, text: text ?? null, withdrawn };
}

function line({ id, kind, from, to, hours, reason, withdrawn }: ScheduleChange): string {
  const what =
    hours.length === 0 ? kind : `${kind} ${hours.map((interval) => clockTimes(interval).join("-")).join(",")}`;
  return [id, from === to ? from : `${from} to ${to}`, what, reason, ...(withdrawn ? ["withdrawn"] : [])].join("\t");
}

async function withdrawChange(words: readonly string[], environment: Environment, print: Print): Promise<void> {
  const [id, ...others] = readFlags(words, {}).positionals;
  if (id === undefined || others.length > 0) {
    throw new Problem("change withdraw takes one number: change withdraw ID");
  }
  await withDatabase(environment, async (database, config) => {
    const told = await administration(database, config).withdraw(id);
    if (told === undefined) {
      throw unknownChange(id);
    }
    print([`Change ${id} is withdrawn.`, ...toldLines(told)].join("\n"));
  });
}

function administration(database: OpenDatabase, config: Config) {
  return administerScheduleChanges(database, clockOf(config), loadCalendars());
}

function unknownChange(id: string): Problem {
  return new Problem(`There is no change "${id}" that still counts; change list SLUG shows them.`);
}

function toldLines(told: readonly Told[]): readonly string[] {
  return told.map(({ number, total }) => `Broadcast ${number} tells ${total}.`);
}

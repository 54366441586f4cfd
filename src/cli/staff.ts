import { administerPlaces, administerTeam } from "../assembly/commands.ts";
import type { Config, Environment } from "../config.ts";
import type { Place } from "../core/places/place.ts";
import { type Member, type PlaceRange, type Role, roles } from "../core/staff/member.ts";
import { Problem } from "../problem.ts";
import { unknownPlace } from "./change.ts";
import { type Command, type Print, readFlags, withDatabase } from "./command.ts";
import { askedUsername, readUsername } from "./username.ts";

const inviteUsage = `staff invite --role ${roles.join("|")} [--place SLUG …] [--name NAME] [--bot-username NAME]`;

/** `inloop staff invite`, `inloop staff list` and `inloop staff remove` */
export const runStaff: Command = async (words, environment, print) => {
  const [action, ...rest] = words;
  switch (action) {
    case "invite":
      return invite(rest, environment, print);
    case "list":
      return list(rest, environment, print);
    case "remove":
      return remove(rest, environment, print);
    default:
      throw new Problem(`staff needs to know what to do: ${inviteUsage}, staff list [--json], or staff remove NAME`);
  }
};

const inviteFlags = {
  role: { type: "string" },
  place: { type: "string", multiple: true },
  name: { type: "string" },
  "bot-username": { type: "string" },
} as const;

const defaultNames: Readonly<Record<Role, string>> = { coordinator: "Coördinator", host: "Collega" };

/** Prints the link alone: what follows may be a program. */
async function invite(words: readonly string[], environment: Environment, print: Print): Promise<void> {
  const { values, positionals } = readFlags(words, inviteFlags);
  const role = roles.find((one) => one === values.role);
  if (role === undefined || positionals.length > 0) {
    throw new Problem(`staff invite takes a role: ${inviteUsage}`);
  }
  const name = readName(values.name ?? defaultNames[role]);
  const given = values["bot-username"] === undefined ? undefined : readUsername(values["bot-username"]);
  await withDatabase(environment, async (database, config) => {
    const now = nowOf(config);
    const { places } = await administerPlaces(database, () => now).read();
    const range = rangeOf(values.place, places);
    const username = given ?? (await askedUsername(config, "The link"));
    const argument = await administerTeam(database).invite({ name, role, places: range }, now);
    print(`https://t.me/${username}?start=${argument}`);
  });
}

function readName(text: string): string {
  const name = text.trim().replace(/\s+/g, " ");
  if (name === "" || name.length > 40) {
    throw new Problem(`--name "${text}" is no name; expected one line of at most 40 characters.`);
  }
  return name;
}

/** Without a place, every place, also one that is still to come. */
function rangeOf(slugs: readonly string[] | undefined, places: readonly Place[]): PlaceRange {
  if (slugs === undefined) {
    return null;
  }
  return slugs.map((slug) => {
    const place = places.find((one) => one.slug === slug);
    if (place === undefined) {
      throw unknownPlace(slug);
    }
    return place.number;
  });
}

async function list(words: readonly string[], environment: Environment, print: Print): Promise<void> {
  const { values, positionals } = readFlags(words, { json: { type: "boolean" } });
  if (positionals.length > 0) {
    throw new Problem("staff list takes no name: staff list [--json]");
  }
  await withDatabase(environment, async (database, config) => {
    const { places } = await administerPlaces(database, () => nowOf(config)).read();
    const members = (await administerTeam(database).all()).map((member) => plain(member, places));
    if (values.json === true) {
      print(JSON.stringify(members, null, 2));
    } else {
      print(members.length === 0 ? "Nobody belongs to the team yet: staff invite" : members.map(line).join("\n"));
    }
  });
}

interface PlainMember {
  readonly name: string;
  readonly role: Role;
  /** Null for every place. */
  readonly places: readonly string[] | null;
}

function plain({ name, role, places }: Member, all: readonly Place[]): PlainMember {
  const slugs = places?.map((number) => all.find((place) => place.number === number)?.slug ?? String(number));
  return { name, role, places: slugs ?? null };
}

function line({ name, role, places }: PlainMember): string {
  return [name, role, places === null ? "every place" : places.join(", ")].join("\t");
}

async function remove(words: readonly string[], environment: Environment, print: Print): Promise<void> {
  const [name, ...others] = readFlags(words, {}).positionals;
  if (name === undefined || others.length > 0) {
    throw new Problem('staff remove takes one name, in quotes where it has a blank: staff remove "NAME"');
  }
  await withDatabase(environment, async (database, config) => {
    if (!(await administerTeam(database).remove(name, nowOf(config)))) {
      throw new Problem(`Nobody of the team is called "${name}"; staff list shows the team.`);
    }
    print(`${name} does not belong to the team any more.`);
  });
}

function nowOf({ fixedNow }: Config): Temporal.Instant {
  return fixedNow?.toInstant() ?? Temporal.Now.instant();
}

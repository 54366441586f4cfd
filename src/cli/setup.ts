import { randomBytes } from "node:crypto";
import { access, readFile, rename, writeFile } from "node:fs/promises";
import { administerPlaces, administerTeam, openPosters } from "../assembly/commands.ts";
import { beginSetup, type Setup } from "../assembly/setup.ts";
import { loadCalendars } from "../calendars.ts";
import { type Environment, telegramApiRoot } from "../config.ts";
import type { Place } from "../core/places/place.ts";
import { Problem } from "../problem.ts";
import { type Command, clockOf, type Print, readFlags, withDatabase } from "./command.ts";
import { setVariables } from "./env-file.ts";
import { openTerminal } from "./terminal.ts";

const placesFile = "places.yaml";
const envFile = ".env";

/**
 * `inloop setup`: asks what a bot needs, in Dutch, French or Arabic, and makes `.env`, `places.yaml`, the link of the first coordinator
 * and the posters. It can be interrupted and run again: what is there already is used, and nothing is replaced unasked.
 */
export const runSetup: Command = async (words, environment, print) => {
  if (readFlags(words, {}).positionals.length > 0) {
    throw new Problem("setup takes nothing more: npm run -s inloop -- setup");
  }
  const terminal = openTerminal(process.stdin, process.stdout);
  try {
    const setup = await beginSetup(terminal, {
      apiRoot: environment.TELEGRAM_API_ROOT ?? telegramApiRoot,
      calendars: loadCalendars(),
      now: Temporal.Now.instant(),
    });
    setup.say("welcome");
    const { username, variables } = await configure(setup, environment);
    await describePlaces(setup);
    terminal.close();
    await store({ ...environment, ...variables }, setup, username, print);
  } finally {
    terminal.close();
  }
};

/** The token and the key, in `.env` as soon as they are known: whoever is interrupted after that keeps them. */
async function configure(setup: Setup, environment: Environment) {
  const present = valueIn(environment, "BOT_TOKEN");
  const { token, username } = await setup.token(present);
  const hasKey =
    valueIn(environment, "SECRET_KEY") !== undefined || valueIn(environment, "SECRET_KEY_FILE") !== undefined;
  const variables = {
    ...(token === present ? {} : { BOT_TOKEN: token }),
    ...(hasKey ? {} : { SECRET_KEY: randomBytes(32).toString("base64url") }),
  };
  if (Object.keys(variables).length > 0) {
    await setVariables(envFile, variables);
    setup.tell(envFile, "written");
  }
  setup.say(hasKey ? "keyKept" : "keyMade");
  return { username, variables };
}

function valueIn(environment: Environment, name: string): string | undefined {
  const value = environment[name]?.trim();
  return value === "" ? undefined : value;
}

async function describePlaces(setup: Setup): Promise<void> {
  const isThere = await exists(placesFile);
  if (isThere && (await setup.useFile())) {
    return;
  }
  const text = await setup.places();
  if (isThere) {
    const aside = await freeName(`${placesFile}.old`);
    await rename(placesFile, aside);
    setup.tell(aside, "aside");
  }
  await writeFile(placesFile, text, { flag: "wx" });
  setup.tell(placesFile, "written");
}

async function store(environment: Environment, setup: Setup, username: string, print: Print): Promise<void> {
  await withDatabase(environment, async (database, config) => {
    const clock = clockOf(config);
    const administration = administerPlaces(database, clock);
    const result = await administration.importFile(await readFile(placesFile, "utf8"), placesFile, true);
    if (!result.ok) {
      throw new Problem([...result.problems, "Nothing was stored: correct the file and run setup again."].join("\n"));
    }
    for (const place of (await administration.read()).places) {
      await drawPoster(place, username, setup, clock());
    }
    const invited = { name: "Coördinator", role: "coordinator", places: null } as const;
    const argument = await administerTeam(database).invite(invited, clock());
    setup.say("link");
    print(`https://t.me/${username}?start=${argument}`);
    setup.say("start");
  });
}

async function drawPoster(place: Place, botUsername: string, setup: Setup, now: Temporal.Instant): Promise<void> {
  const file = `poster-${place.slug}.pdf`;
  if (await exists(file)) {
    setup.tell(file, "kept");
    return;
  }
  const posters = await openPosters(loadCalendars());
  const today = now.toZonedDateTimeISO(place.schedule.timeZone).toPlainDate();
  const { bytes } = await posters.draw({ place, kind: "door", format: "pdf", botUsername, today });
  await writeFile(file, bytes, { flag: "wx" });
  setup.tell(file, "poster");
}

async function freeName(name: string): Promise<string> {
  let free = name;
  for (let number = 2; await exists(free); number += 1) {
    free = `${name}.${number}`;
  }
  return free;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

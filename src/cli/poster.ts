import { writeFile } from "node:fs/promises";
import { administerPlaces, openPosters } from "../assembly/commands.ts";
import { loadCalendars } from "../calendars.ts";
import type { Config } from "../config.ts";
import { Problem } from "../problem.ts";
import { unknownPlace } from "./change.ts";
import { type Command, readFlags, withDatabase } from "./command.ts";

const usage = "poster SLUG --out poster.pdf [--after-visit] [--bot-username NAME]";

const flags = {
  out: { type: "string" },
  "after-visit": { type: "boolean" },
  "bot-username": { type: "string" },
} as const;

/** `inloop poster`: a sheet of A4 for the door, or for after a visit. A file that is there already is replaced. */
export const runPoster: Command = async (words, environment, print) => {
  const { values, positionals } = readFlags(words, flags);
  const [slug, ...others] = positionals;
  if (slug === undefined || others.length > 0) {
    throw new Problem(`poster takes one place: ${usage}`);
  }
  // Read before the database is opened: a mistake here is found at once.
  const { out } = values;
  if (out === undefined) {
    throw new Problem(`poster needs --out, the file to write: ${usage}`);
  }
  const format = readFormat(out);
  const given = values["bot-username"] === undefined ? undefined : readUsername(values["bot-username"]);

  await withDatabase(environment, async (database, config) => {
    const { places } = await administerPlaces(database, Temporal.Now.instant).read();
    const place = places.find((candidate) => candidate.slug === slug);
    if (place === undefined) {
      throw unknownPlace(slug);
    }
    const now = config.fixedNow?.toInstant() ?? Temporal.Now.instant();
    const posters = await openPosters(loadCalendars());
    const { bytes, link } = await posters.draw({
      place,
      kind: values["after-visit"] === true ? "visit" : "door",
      format,
      botUsername: given ?? (await askedUsername(config, posters)),
      today: now.toZonedDateTimeISO(place.schedule.timeZone).toPlainDate(),
    });
    await writeFile(out, bytes).catch((cause) => {
      throw new Problem(`${out} cannot be written; give the path of a file in a folder that you may write to.`, {
        cause,
      });
    });
    print(`${out}: its code opens ${link}`);
  });
};

function readFormat(out: string): "pdf" | "png" {
  const [, ending = ""] = /\.(pdf|png)$/i.exec(out) ?? [];
  switch (ending.toLowerCase()) {
    case "pdf":
      return "pdf";
    case "png":
      return "png";
    default:
      throw new Problem(`--out "${out}" is no poster; expected a file that ends in .pdf or .png.`);
  }
}

/** As people copy it: with an @, or none. Source of the characters: https://core.telegram.org/method/account.checkUsername */
function readUsername(text: string): string {
  const name = text.replace(/^@/, "");
  if (!/^[A-Za-z]\w{3,31}$/.test(name)) {
    throw new Problem(`--bot-username "${text}" is not a user name at Telegram; expected one such as inloop_bot.`);
  }
  return name;
}

type Posters = Awaited<ReturnType<typeof openPosters>>;

async function askedUsername({ telegram }: Config, posters: Posters): Promise<string> {
  if (telegram === undefined) {
    throw new Problem(
      "The poster's code needs the bot's name; give --bot-username NAME, or set BOT_TOKEN to ask Telegram.",
    );
  }
  const asked = await posters.askBotUsername(telegram.token, telegram.apiRoot);
  if (asked.ok) {
    return asked.username;
  }
  throw new Problem(
    asked.reason === "refused"
      ? "BOT_TOKEN is not known to Telegram; give the one from BotFather, or --bot-username NAME."
      : "Telegram does not say what the bot is called; try again later, or give --bot-username NAME.",
  );
}

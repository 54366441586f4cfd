import { writeFile } from "node:fs/promises";
import { administerPlaces, openPosters } from "../assembly/commands.ts";
import { loadCalendars } from "../calendars.ts";
import { Problem } from "../problem.ts";
import { unknownPlace } from "./change.ts";
import { type Command, readFlags, withDatabase } from "./command.ts";
import { askedUsername, readUsername } from "./username.ts";

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
      botUsername: given ?? (await askedUsername(config, "The poster's code")),
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

import { noteBackup } from "../database/backup/last.ts";
import { restoreBackup } from "../database/backup/restore.ts";
import { writeBackup } from "../database/backup/write.ts";
import { isUsedByOthers } from "../database/others.ts";
import { Problem } from "../problem.ts";
import { type Command, clockOf, readFlags, withDatabase } from "./command.ts";
import { progressBar } from "./progress.ts";

/** `inloop backup FILE`: all that is to be kept, in one file. A file that is there already is replaced once the new one is whole. */
export const runBackup: Command = async (words, environment, print) => {
  const [path, ...others] = readFlags(words, {}).positionals;
  if (path === undefined || others.length > 0) {
    throw new Problem("backup takes one file: backup inloop.backup");
  }
  await withDatabase(environment, async (database, config) => {
    const now = clockOf(config)();
    const { rows, bytes } = await writeBackup(database.url, path, now, progressBar("Writing").show);
    await noteBackup(config.dataDir, now);
    print(`${path}: ${rows} rows, ${Math.ceil(bytes / 1024)} kB.`);
    print(
      "SECRET_KEY IS NOT IN THIS FILE. Without it nobody who asked to be told can be told anything, and open counts are lost: keep a copy of it, elsewhere than this file.",
    );
  });
};

/** `inloop restore FILE [--force]`: the database as a back-up has it. */
export const runRestore: Command = async (words, environment, print) => {
  const { values, positionals } = readFlags(words, { force: { type: "boolean" } });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) {
    throw new Problem("restore takes one file: restore inloop.backup [--force]");
  }
  await withDatabase(environment, async (database) => {
    if (await isUsedByOthers(database)) {
      throw new Problem(
        "Another Inloop uses this database; stop the bot, and every replica, before a back-up is restored.",
      );
    }
    const restored = await restoreBackup(database.url, path, values.force === true, progressBar("Restoring").show);
    print(`${restored.rows} rows of ${restored.made.toString({ smallestUnit: "minute" })} are restored.`);
    if (restored.before === "continued") {
      print(
        `The database that was there is of the same bot, and no older. What parents chose and tapped and who belongs to the team stay as they were in it: ${restored.subscriptions} subscriptions, and ${restored.subscriptionsStopped} that were stopped since the back-up do not come back.`,
      );
    } else {
      print(
        `${restored.subscriptions} subscriptions are there again, also of parents who stopped since: nothing newer told of them. The same holds for who was removed from the team: see inloop staff list.`,
      );
    }
    print(
      "Start the bot with the SECRET_KEY of that time; inloop doctor says whether it fits. Messages that were under way are not sent.",
    );
  });
};

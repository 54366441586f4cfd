import { readFile } from "node:fs/promises";
import type { Clock } from "../core/clock.ts";
import type { Calendars } from "../core/opening-hours/calendars.ts";
import type { Database } from "../database/client.ts";
import { createLogbookRepository } from "../features/logbook/repository.ts";
import { readVisitDays } from "../features/logbook/visit-days.ts";
import { createReportsInChat, type ReportsInChat } from "../features/reports/chat/handlers.ts";
import { createReports } from "../features/reports/reports.ts";
import { createReportsRepository } from "../features/reports/repository.ts";
import type { ReadVisits } from "../features/reports/visits/messages.ts";
import type { SheetFile } from "../features/reports/yearly/sheet-file.ts";
import { timeZone as everyPlaces, type Foundation } from "./foundation.ts";
import type { AppParts } from "./parts.ts";

/** What the team counted, as reports read it: never the logbook. */
export function openVisits(database: Database, calendars: Calendars, clock: Clock): ReadVisits {
  const repository = createLogbookRepository(database);
  return (places, period) =>
    readVisitDays(repository, calendars, places, period, clock().toZonedDateTimeISO(everyPlaces).toPlainDate());
}

const usualColumns = new URL("../../data/yearly-report.yaml", import.meta.url);

/** Reports as files in the chat of a member. */
export function createChatReports(
  { database, calendars, clock }: Pick<AppParts, "database" | "calendars" | "clock">,
  { directory, timeZone, wordsIn }: Pick<Foundation, "directory" | "timeZone" | "wordsIn">,
): ReportsInChat {
  const readVisits = openVisits(database, calendars, clock);
  const reports = createReports(createReportsRepository(database), wordsIn, readVisits);
  const logbook = createLogbookRepository(database);

  async function sheetFile(): Promise<SheetFile> {
    const parsed = reports.parseSheetFile(await readFile(usualColumns, "utf8"), "data/yearly-report.yaml");
    if (!parsed.ok) {
      throw new Error(parsed.problems.join("\n"));
    }
    return parsed.file;
  }

  return createReportsInChat({
    reports,
    readVisits,
    readLines: (places, period) =>
      logbook.linesBetween(
        places.map(({ number }) => number),
        period?.from.toString() ?? "1970-01-01",
        period?.to.toString() ?? "9999-12-31",
      ),
    sheetFile,
    places: directory.all,
    timeZone,
  });
}

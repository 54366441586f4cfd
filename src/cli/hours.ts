import { administerPlaces, explainDays } from "../assembly/commands.ts";
import { loadCalendars } from "../calendars.ts";
import type { Environment } from "../config.ts";
import { daysOf } from "../core/opening-hours/evaluate/day.ts";
import { statusAt } from "../core/opening-hours/evaluate/status.ts";
import { parseExpression } from "../core/opening-hours/parse.ts";
import { type Schedule, type SchoolCalendar, schoolCalendars } from "../core/opening-hours/schedule.ts";
import { Problem } from "../problem.ts";
import { unknownPlace } from "./change.ts";
import { type Command, readFlags, withDatabase } from "./command.ts";
import { readMoment, readSpan } from "./dates.ts";
import { evaluateLines } from "./hours-lines.ts";
import { dayAsJson, dayAsLine, statusAsJson, statusAsLine } from "./hours-output.ts";

const usage =
  'hours (SLUG | --expression "We 09:00-12:00; PH off" [--school-calendar nl]) (--from DATE [--to DATE] | --at 2026-11-25T10:00) [--json], or hours --expression - with lines of JSON on standard input';

const flags = {
  expression: { type: "string" },
  "school-calendar": { type: "string" },
  from: { type: "string" },
  to: { type: "string" },
  at: { type: "string" },
  json: { type: "boolean" },
} as const;

const timeZone = "Europe/Brussels";

/** `inloop hours`: what the engine answers, for a place or for an expression alone. */
export const runHours: Command = async (words, environment, print) => {
  const { values, positionals } = readFlags(words, flags);
  if (values.expression === "-") {
    return evaluateLines(process.stdin, loadCalendars(), explainDays(), print);
  }
  const [slug, ...others] = positionals;
  if ((slug === undefined) === (values.expression === undefined) || others.length > 0) {
    throw new Problem(`hours takes one place or one expression: ${usage}`);
  }
  if ((values.from === undefined) === (values.at === undefined)) {
    throw new Problem(`hours needs either --from or --at: ${usage}`);
  }
  // Read before the database is opened: a mistake here is found at once.
  const at = values.at === undefined ? undefined : readMoment(values.at, timeZone);
  const span = values.from === undefined ? undefined : readSpan(values.from, values.to ?? values.from);
  const calendar = readCalendar(values["school-calendar"]);
  const schedule =
    values.expression === undefined
      ? await scheduleOf(slug ?? "", environment)
      : scheduleFrom(values.expression, calendar);

  const [calendars, explain] = [loadCalendars(), explainDays()];
  if (at !== undefined) {
    const status = statusAt(schedule, at, calendars);
    print(values.json === true ? JSON.stringify(statusAsJson(status, explain)) : statusAsLine(status, explain));
    return;
  }
  if (span === undefined) {
    return;
  }
  const days = daysOf(schedule, span.from, span.to, calendars);
  print(
    values.json === true
      ? JSON.stringify(days.map((day) => dayAsJson(day, explain)))
      : days.map((day) => dayAsLine(day, explain)).join("\n"),
  );
};

async function scheduleOf(slug: string, environment: Environment): Promise<Schedule> {
  const { places } = await withDatabase(environment, (database) =>
    administerPlaces(database, Temporal.Now.instant).read(),
  );
  const place = places.find((candidate) => candidate.slug === slug);
  if (place === undefined) {
    throw unknownPlace(slug);
  }
  return place.schedule;
}

function scheduleFrom(text: string, schoolCalendar: SchoolCalendar): Schedule {
  const parsed = parseExpression(text);
  if (!parsed.ok) {
    throw new Problem(`hours ${parsed.error.message}`);
  }
  return { regular: [{ from: "0001-01-01", expression: parsed.expression }], changes: [], schoolCalendar, timeZone };
}

function readCalendar(text: string | undefined): SchoolCalendar {
  const calendar = schoolCalendars.find((name) => name === (text ?? "none"));
  if (calendar === undefined) {
    throw new Problem(`--school-calendar "${text}" is not known; expected ${schoolCalendars.join(", ")}.`);
  }
  return calendar;
}

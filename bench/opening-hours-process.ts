import { loadCalendars } from "../src/calendars.ts";
import { dayOf, daysOf } from "../src/core/opening-hours/evaluate/day.ts";
import { statusAt } from "../src/core/opening-hours/evaluate/status.ts";
import type { EngineTimes } from "./opening-hours.ts";
import { complicated, plain } from "./support/schedules.ts";

/** Runs before those that count, while the engine is compiled. */
const warmUp = 20;

const runs = Number(process.argv[2]);
const calendars = loadCalendars();

/** A school year, of which every calendar is known. */
const first = Temporal.PlainDate.from("2026-09-01");
const last = Temporal.PlainDate.from("2027-08-31");
const dates = Array.from({ length: first.until(last).days + 1 }, (_, days) => first.add({ days }));
/** At another hour each day, so that places are open, closed, and closed until tomorrow. */
const instants = dates.map((date, index) =>
  date.toZonedDateTime({ timeZone: "Europe/Brussels", plainTime: { hour: 7 + (index % 14) } }).toInstant(),
);

const times = Object.entries({ plain, complicated }).map(([name, schedule]): EngineTimes => {
  const forEachDay = (work: () => void) => measure(work).map((time) => (time * 1000) / dates.length);
  return {
    schedule: name,
    day: forEachDay(() => {
      for (const date of dates) dayOf(schedule, date, calendars);
    }),
    status: forEachDay(() => {
      for (const instant of instants) statusAt(schedule, instant, calendars);
    }),
    year: measure(() => daysOf(schedule, first, last, calendars)),
  };
});
process.send?.(times);

/** Milliseconds of each run. */
function measure(work: () => unknown): number[] {
  return Array.from({ length: warmUp + runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).slice(warmUp);
}

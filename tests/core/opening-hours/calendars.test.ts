import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import Holidays from "date-holidays";
import { afterAll, describe, expect, it } from "vitest";
import { loadCalendars } from "../../../src/calendars.ts";
import { publicHolidayOn, schoolDayOn } from "../../../src/core/opening-hours/calendars.ts";
import { civilDate, dayNumber, isoWeek, weekdayOf } from "../../../src/core/opening-hours/day-number.ts";
import type { SchoolCalendar } from "../../../src/core/opening-hours/schedule.ts";
import { calendars, date } from "./fixtures.ts";

function datesFrom(first: string, last: string): readonly string[] {
  const from = date(first);
  return Array.from({ length: from.until(last, { largestUnit: "days" }).days + 1 }, (_, index) =>
    from.add({ days: index }).toString(),
  );
}

describe("public holidays", () => {
  it.each([2026, 2027, 2028, 2029, 2035])("are those of date-holidays in %i", (year) => {
    const theirs = new Holidays("BE").getHolidays(year).filter(({ type }) => type === "public");
    const ours = datesFrom(`${year}-01-01`, `${year}-12-31`).filter((iso) => publicHolidayOn(calendars, date(iso)));
    expect(ours).toEqual([...new Set(theirs.map((holiday) => holiday.date.slice(0, 10)))].sort());
  });

  it.each([
    ["2026-04-06", "Paasmaandag"],
    ["2026-05-14", "Hemelvaart"],
    ["2027-05-17", "Pinkstermaandag"],
    ["2028-04-17", "Paasmaandag"],
    ["2028-05-25", "Hemelvaart"],
    ["2028-06-05", "Pinkstermaandag"],
    ["2099-12-25", "Kerstmis"],
  ])("%s is %s", (iso, name) => {
    expect(publicHolidayOn(calendars, date(iso))?.nl).toBe(name);
  });
});

/** Runs of equal days: `2026-11-02/2026-11-08 herfstvakantie`, `2027-08-01/… unknown`. */
function runs(calendar: SchoolCalendar, first: string, last: string): readonly string[] {
  const found: { from: string; to: string; what: string }[] = [];
  for (const iso of datesFrom(first, last)) {
    const day = schoolDayOn(calendars, calendar, date(iso));
    const what = day.kind === "holiday" ? day.name.nl : day.kind;
    const run = found.at(-1);
    if (run?.what === what) run.to = iso;
    else found.push({ from: iso, to: iso, what });
  }
  return found.filter(({ what }) => what !== "school").map(({ from, to, what }) => `${from}/${to} ${what}`);
}

describe("school holidays", () => {
  it("Flemish, 2026 to 2028", () => {
    expect(runs("nl", "2026-08-31", "2028-09-01")).toEqual([
      "2026-08-31/2026-08-31 unknown",
      "2026-11-02/2026-11-08 herfstvakantie",
      "2026-12-21/2027-01-03 kerstvakantie",
      "2027-02-08/2027-02-14 krokusvakantie",
      "2027-03-29/2027-04-11 paasvakantie",
      "2027-05-06/2027-05-07 Hemelvaart en brugdag",
      "2027-05-17/2027-05-17 Pinkstermaandag",
      "2027-07-01/2027-08-31 zomervakantie",
      "2027-11-01/2027-11-07 herfstvakantie",
      "2027-12-27/2028-01-09 kerstvakantie",
      "2028-02-28/2028-03-05 krokusvakantie",
      "2028-04-03/2028-04-17 paasvakantie",
      "2028-05-25/2028-05-26 Hemelvaart en brugdag",
      "2028-06-05/2028-06-05 Pinkstermaandag",
      "2028-07-01/2028-08-31 zomervakantie",
      "2028-09-01/2028-09-01 unknown",
    ]);
  });

  it("of the French Community, as far as they are known", () => {
    expect(runs("fr", "2026-09-01", "2028-08-31")).toEqual([
      "2026-09-27/2026-09-27 feest van de Franse Gemeenschap",
      "2026-10-19/2026-11-01 herfstvakantie",
      "2026-12-21/2027-01-03 kerstvakantie",
      "2027-02-09/2027-02-09 vette dinsdag (Mardi gras)",
      "2027-02-22/2027-03-07 krokusvakantie",
      "2027-04-26/2027-05-05 paasvakantie",
      "2027-05-06/2027-05-06 Hemelvaart",
      "2027-05-07/2027-05-09 paasvakantie",
      "2027-05-17/2027-05-17 Pinkstermaandag",
      "2027-07-03/2027-07-31 zomervakantie",
      "2027-08-01/2027-09-26 unknown",
      "2027-09-27/2027-09-27 feest van de Franse Gemeenschap",
      "2027-09-28/2028-08-31 unknown",
    ]);
  });

  it("both: a holiday of either, and unknown where neither has one and one is silent", () => {
    expect(runs("both", "2027-06-01", "2027-11-10")).toEqual([
      "2027-07-01/2027-08-31 zomervakantie",
      "2027-09-01/2027-09-26 unknown",
      "2027-09-27/2027-09-27 feest van de Franse Gemeenschap",
      "2027-09-28/2027-10-31 unknown",
      "2027-11-01/2027-11-07 herfstvakantie",
      "2027-11-08/2027-11-10 unknown",
    ]);
  });

  it("none: never, and never unknown", () => {
    expect(runs("none", "2026-01-01", "2029-12-31")).toEqual([]);
  });
});

describe("days as numbers", () => {
  it("agree with Temporal over four centuries", () => {
    const epoch = date("1970-01-01");
    for (let number = -40_000; number < 110_000; number += 13) {
      const day = epoch.add({ days: number });
      expect([
        civilDate(number),
        dayNumber(day.year, day.month, day.day),
        weekdayOf(number) + 1,
        isoWeek(number),
      ]).toEqual([{ year: day.year, month: day.month, day: day.day }, number, day.dayOfWeek, day.weekOfYear]);
    }
  });
});

describe("the files of the calendars", () => {
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  function folderWith(files: Readonly<Record<string, string>>): URL {
    const folder = mkdtempSync(join(tmpdir(), "calendars-"));
    folders.push(folder);
    mkdirSync(join(folder, "school-holidays"));
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return pathToFileURL(`${folder}/`);
  }

  const publicHolidays = JSON.stringify({ source: "law", checked: "2026-11-23", holidays: [] });
  const schoolYear = {
    calendar: "nl",
    schoolYear: "2026-2027",
    source: "page",
    checked: "2026-11-23",
    validity: null,
    holidays: [],
  };

  it("are read together", () => {
    const folder = folderWith({
      "public-holidays.json": publicHolidays,
      "school-holidays/nl.json": JSON.stringify(schoolYear),
    });
    expect(schoolDayOn(loadCalendars(folder), "nl", date("2026-11-25"))).toEqual({ kind: "unknown" });
  });

  it("are refused with every file, place and expectation at once", () => {
    const folder = folderWith({
      "public-holidays.json": publicHolidays.replace(
        "[]",
        '[{ "date": "25-12", "name": { "nl": "a", "fr": "b", "ar": "c" } }]',
      ),
      "school-holidays/fr.json": "{",
      "school-holidays/nl.json": JSON.stringify({
        ...schoolYear,
        validity: { from: "2027-01-01", to: "2026-01-01" },
        holidays: [{ from: "2026-11-31", to: "2026-12-01", name: { nl: "a", fr: "b", ar: "c" } }],
      }),
    });
    expect(() => loadCalendars(folder)).toThrow(
      /public-holidays\.json: holidays\.0\.date: expected a day such as 12-25/,
    );
    expect(() => loadCalendars(folder)).toThrow(/fr\.json: .*JSON/);
    expect(() => loadCalendars(folder)).toThrow(/nl\.json: validity: expected `to` not to be before `from`/);
    expect(() => loadCalendars(folder)).toThrow(/nl\.json: holidays\.0\.from: expected a date such as 2026-12-25/);
  });

  it("must be there", () => {
    expect(() => loadCalendars(folderWith({}))).toThrow(/public-holidays\.json: ENOENT/);
  });
});

import { describe, expect, test } from "vitest";
import { loadCalendars } from "../../src/calendars.ts";
import { examineBackup, examineHelpLines } from "../../src/core/doctor/age.ts";
import { examineCalendars, examinePlaces } from "../../src/core/doctor/places.ts";
import { examineServerSettings } from "../../src/core/doctor/server-settings.ts";
import { parseExpression } from "../../src/core/opening-hours/parse.ts";
import type { SchoolCalendar } from "../../src/core/opening-hours/schedule.ts";
import type { Organisation, Place } from "../../src/core/places/place.ts";

const today = Temporal.PlainDate.from("2026-11-25");
const now = Temporal.Instant.from("2026-11-25T09:00:00Z");
const calendars = loadCalendars();

const organisation: Organisation = {
  name: "De Speelboom vzw",
  address: "a",
  email: "b",
  privacyContact: "c",
  complaintsContact: "d",
  backupDays: null,
};

function place(hours: readonly (readonly [string, string])[], schoolCalendar: SchoolCalendar = "nl"): Place {
  const regular = hours.map(([from, text]) => {
    const parsed = parseExpression(text);
    if (!parsed.ok) throw new Error(text);
    return { from, expression: parsed.expression };
  });
  return {
    number: 1,
    slug: "de-zandbak",
    name: { nl: "De Zandbak", fr: "Le Bac à sable", ar: "صندوق الرمل" },
    facts: { address: "a" },
    schedule: { regular, changes: [], schoolCalendar, timeZone: "Europe/Brussels" },
  };
}

const always = "0001-01-01";

describe("places", () => {
  test.each<[string, Place, string[]]>([
    ["hours that speak of both holidays are well", place([[always, "We 09:00-12:00; PH off; SH off"]]), []],
    ["so are those that open on them", place([[always, "We 09:00-12:00; PH 10:00-11:00; SH Mo-Fr 10:00-11:00"]]), []],
    [
      "without a school calendar nobody asks about school holidays",
      place([[always, "We 09:00-12:00; PH off"]], "none"),
      [],
    ],
    [
      "hours that are silent on both are named",
      place([[always, "We 09:00-12:00"]]),
      ["its hours are silent on public holidays (PH) and school holidays (SH), so it counts as open as usual"],
    ],
    [
      "and on one of them",
      place([[always, "We 09:00-12:00; PH off"]]),
      ["its hours are silent on school holidays (SH), so it counts as open as usual"],
    ],
    [
      "hours that only begin later are none today",
      place([["2026-12-01", "We 09:00-12:00; PH,SH off"]]),
      ["has no hours today"],
    ],
    ["nor are none at all", place([]), ["has no hours today"]],
    [
      "the hours of today count, and not those of next year",
      place([
        [always, "We 09:00-12:00; PH off; SH off"],
        ["2027-01-01", "We 09:00-12:00"],
      ]),
      [],
    ],
  ])("%s", (_, one, said) => {
    const found = examinePlaces(organisation, [one], today).filter(({ about }) => about === "place de-zandbak");
    expect(found.map(({ says }) => says)).toEqual(said);
  });

  test("no place and no organisation are wrong", () => {
    expect(examinePlaces(undefined, [], today).map(({ level, about }) => `${level} ${about}`)).toEqual([
      "wrong organisation",
      "wrong places",
    ]);
  });
});

describe("school calendars", () => {
  const inUse = place([[always, "We 09:00-12:00; PH off; SH off"]], "fr");

  test.each([
    ["2026-11-25", "ok", "known until 2027-07-31"],
    ["2027-05-31", "ok", "known until 2027-07-31"],
    ["2027-06-01", "warning", "ends on 2027-07-31"],
    ["2027-07-31", "warning", "ends on 2027-07-31"],
    ["2027-08-01", "wrong", "knows nothing about today"],
  ])("on %s the French Community's is %s: %s", (day, level, says) => {
    expect(examineCalendars(calendars, [inUse], Temporal.PlainDate.from(day))).toMatchObject([{ level, says }]);
  });

  test("one that no place's hours depend on is not looked at, and both stands for two", () => {
    const silent = place([[always, "We 09:00-12:00; PH off"]], "nl");
    expect(examineCalendars(calendars, [silent], today)).toEqual([]);
    const both = place([[always, "We 09:00-12:00; SH off"]], "both");
    expect(examineCalendars(calendars, [both, inUse], today).map(({ about }) => about)).toEqual([
      "school calendar nl",
      "school calendar fr",
    ]);
  });
});

test.each([
  ["2026-05-25", "ok"],
  ["2026-05-24", "warning"],
])("help lines checked on %s are %s half a year later", (checked, level) => {
  expect(examineHelpLines(Temporal.PlainDate.from(checked), today).level).toBe(level);
});

test.each([
  [undefined, "warning", "inloop backup has not made one on this machine"],
  ["2026-11-25T01:00:00Z", "ok", "made within a day"],
  ["2026-11-17T08:00:00Z", "ok", "8 days old"],
  ["2026-11-16T08:00:00Z", "warning", "9 days old"],
])("a back-up of %s is %s", (last, level, says) => {
  const moment = last === undefined ? undefined : Temporal.Instant.from(last);
  expect(examineBackup(moment, now)).toMatchObject({ level, says });
});

describe("settings of PostgreSQL", () => {
  const discreet = {
    track_commit_timestamp: "off",
    log_statement: "none",
    log_min_duration_statement: "-1",
    log_min_duration_sample: "-1",
    log_transaction_sample_rate: "0",
    log_parameter_max_length_on_error: "0",
    log_min_error_statement: "panic",
    shared_preload_libraries: "pg_stat_statements",
    session_preload_libraries: "",
  };

  test("those of compose.yaml are well", () => {
    expect(examineServerSettings(discreet)).toMatchObject([{ level: "ok" }]);
  });

  test.each([
    ["track_commit_timestamp", "on", "wrong"],
    ["log_statement", "all", "wrong"],
    ["log_statement", "mod", "wrong"],
    ["log_min_duration_statement", "0", "wrong"],
    ["log_min_duration_sample", "250", "wrong"],
    ["log_transaction_sample_rate", "0.1", "wrong"],
    ["log_parameter_max_length_on_error", "-1", "wrong"],
    ["log_min_error_statement", "error", "warning"],
    ["shared_preload_libraries", "pg_cron,auto_explain", "warning"],
  ])("%s = %s is %s, and the report names the setting to change", (setting, value, level) => {
    const found = examineServerSettings({ ...discreet, [setting]: value });
    expect(found).toMatchObject([{ level, says: expect.stringContaining(`${setting} = ${value} `) }]);
    expect(found[0]).toHaveProperty("mend", expect.stringContaining(`set ${setting} = `));
  });

  test("DDL alone tells nothing of parents, and a setting that an older version lacks nothing at all", () => {
    expect(examineServerSettings({ log_statement: "ddl" })).toMatchObject([{ level: "ok" }]);
  });
});

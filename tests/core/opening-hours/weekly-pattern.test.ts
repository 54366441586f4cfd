import { describe, expect, test } from "vitest";
import { loadCalendars } from "../../../src/calendars.ts";
import { parseExpression } from "../../../src/core/opening-hours/parse.ts";
import type { Schedule, SchoolCalendar } from "../../../src/core/opening-hours/schedule.ts";
import type { Occurrence } from "../../../src/core/opening-hours/weekday-fit.ts";
import { type WeeklyPattern, weeklyPattern } from "../../../src/core/opening-hours/weekly-pattern.ts";

const calendars = loadCalendars();
const names = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

function expression(text: string) {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.expression;
}

function scheduleOf(text: string, schoolCalendar: SchoolCalendar = "nl"): Schedule {
  return {
    regular: [{ from: "0001-01-01", expression: expression(text) }],
    changes: [],
    schoolCalendar,
    timeZone: "Europe/Brussels",
  };
}

/** `Mo,Th 13:30-16:30`, one line each; then from and until. */
function patternOf(schedule: Schedule, today: string): readonly string[] | null {
  const pattern = weeklyPattern(schedule, Temporal.PlainDate.from(today), calendars);
  return pattern === null ? null : [...pattern.lines.map(written), ...limits(pattern)];
}

function written({ weekdays, occurrence, open }: WeeklyPattern["lines"][number]): string {
  const times = open.map(({ start, end }) => `${clock(start)}-${clock(end)}`).join(",");
  return `${weekdays.map((weekday) => names[weekday]).join(",")}${mark(occurrence)} ${times}`;
}

function mark(occurrence: Occurrence): string {
  switch (occurrence.kind) {
    case "every":
      return "";
    case "nth":
      return `[${occurrence.nth}]`;
    case "last":
      return "[-1]";
    case "weeks":
      return ` ${occurrence.parity}`;
  }
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

function limits({ from, until }: WeeklyPattern): readonly string[] {
  return [...(from === null ? [] : [`from ${from}`]), ...(until === null ? [] : [`until ${until}`])];
}

test.each<[string, string, readonly string[] | null]>([
  [
    "Mo,Th 13:30-16:30; We 09:00-12:00; Sa[1,3] 10:00-12:30; PH off; SH off",
    "2026-11-23",
    ["Mo,Th 13:30-16:30", "We 09:00-12:00", "Sa[1,3] 10:00-12:30"],
  ],
  ["Mo-Fr 09:00-12:00,13:30-16:00", "2026-11-23", ["Mo,Tu,We,Th,Fr 09:00-12:00,13:30-16:00"]],
  ["Sa[1] 09:00-12:00; Sa[2] 10:00-12:00", "2026-11-23", ["Sa[1] 09:00-12:00", "Sa[2] 10:00-12:00"]],
  ["Sa[1] 09:00-12:00; Su[1] 09:00-12:00", "2026-11-23", ["Sa[1] 09:00-12:00", "Su[1] 09:00-12:00"]],
  ["Sa[-1] 10:00-12:00", "2026-11-23", ["Sa[-1] 10:00-12:00"]],
  ["Fr[5] 10:00-12:00", "2026-11-23", ["Fr[5] 10:00-12:00"]],
  ["week 2-52/2 We 10:00-12:00", "2026-11-23", ["We even 10:00-12:00"]],
  ["Fr 22:00-02:00", "2026-11-23", ["Fr 22:00-26:00"]],
  // Asked in the middle of a holiday, what is usual after it.
  ["Mo 09:00-12:00; SH off", "2027-07-15", ["Mo 09:00-12:00"]],
  // A few days that differ do not hide what is usual, and make no rule about fourth Thursdays.
  ["Th 09:00-12:00; Dec 24 off; Dec 31 off", "2026-11-23", ["Th 09:00-12:00"]],
  ["Mo 09:00-12:00; 2026 Dec 06 14:00-17:00", "2026-11-23", ["Mo 09:00-12:00"]],
  // Seasons: the first that is long enough, and no longer than it lasts.
  ["Sep-Jun Mo 09:00-12:00; Jul-Aug We 10:00-12:00", "2026-11-23", ["Mo 09:00-12:00", "until 2027-06-30"]],
  ["Sep-Jun Mo 09:00-12:00; Jul-Aug We 10:00-12:00", "2027-06-20", ["Mo 09:00-12:00", "from 2027-09-01"]],
  ["Mo 09:00-12:00; Jul-Aug off", "2026-11-23", ["Mo 09:00-12:00", "until 2027-06-30"]],
  ["Tu 09:00-12:00; 2026 Nov 23-2027 Jan 10 off", "2026-11-23", ["Tu 09:00-12:00", "from 2027-01-12"]],
  // Nothing that a few lines could tell.
  ["2026 Nov 25 10:00-12:00", "2026-11-23", null],
  ["SH Mo-Fr 10:00-12:00", "2026-11-23", null],
  ["Mo-Su off", "2026-11-23", null],
  ['Mo-Fr unknown "ask"', "2026-11-23", null],
])("%s, seen on %s", (text, today, lines) => {
  expect(patternOf(scheduleOf(text), today)).toEqual(lines);
});

test("hours that are to change soon are told from the day on which they hold", () => {
  const schedule: Schedule = {
    ...scheduleOf("Mo 09:00-12:00"),
    regular: [
      { from: "0001-01-01", expression: expression("Mo 09:00-12:00") },
      { from: "2027-01-01", expression: expression("Tu 09:00-12:00") },
    ],
  };
  expect(patternOf(schedule, "2026-11-23")).toEqual(["Tu 09:00-12:00", "from 2027-01-01"]);
  expect(patternOf(schedule, "2026-06-01")).toEqual(["Mo 09:00-12:00", "until 2026-12-31"]);
});

test("schedule changes do not count", () => {
  const change = { id: "1", kind: "closed", from: "2026-11-23", to: "2027-11-23", hours: [] } as const;
  const changes = [{ ...change, reason: "works", createdOrder: 1, withdrawn: false }] as const;
  expect(patternOf({ ...scheduleOf("Mo 09:00-12:00"), changes }, "2026-11-23")).toEqual(["Mo 09:00-12:00"]);
});

describe("holidays", () => {
  test.each<[string, SchoolCalendar, readonly [string, string]]>([
    ["Mo-Fr 09:00-12:00", "nl", ["as-usual", "as-usual"]],
    ["Mo-Fr 09:00-12:00; PH off", "nl", ["closed", "as-usual"]],
    ["Mo-Fr 09:00-12:00; PH off; SH off", "nl", ["closed", "closed"]],
    ["Mo-Fr 09:00-12:00; PH 10:00-11:00; SH 10:00-11:00", "nl", ["other-hours", "other-hours"]],
    ["Mo-Fr 09:00-12:00; SH off", "none", ["as-usual", "as-usual"]],
  ])("%s with the calendar %s", (text, calendar, [publicHolidays, schoolHolidays]) => {
    const pattern = weeklyPattern(scheduleOf(text, calendar), Temporal.PlainDate.from("2026-11-23"), calendars);
    expect(pattern).toMatchObject({ publicHolidays, schoolHolidays });
  });
});

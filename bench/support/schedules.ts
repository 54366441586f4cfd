import type { Expression } from "../../src/core/opening-hours/expression.ts";
import { parseExpression } from "../../src/core/opening-hours/parse.ts";
import type { Schedule, ScheduleChange } from "../../src/core/opening-hours/schedule.ts";

const timeZone = "Europe/Brussels";

/** A place such as most are. */
export const plain: Schedule = {
  regular: [{ from: "2026-01-01", expression: expression("Mo,Th 13:30-16:30; We 09:00-12:00; PH off; SH off") }],
  changes: [],
  schoolCalendar: "nl",
  timeZone,
};

/** Every kind of rule in one expression, new hours twice in the year, and a change every week. */
export const complicated: Schedule = {
  regular: ["2026-01-01", "2027-01-04", "2027-04-19"].map((from) => ({ from, expression: manyRules() })),
  changes: Array.from({ length: 52 }, (_, week) => changeIn(week)),
  schoolCalendar: "both",
  timeZone,
};

function manyRules(): Expression {
  return expression(
    [
      "Sep 01-Jun 30 Mo,Th 13:30-16:30",
      "Sep 01-Jun 30 We 09:00-12:00,13:30-17:00",
      "Jul-Aug Tu,Fr 09:30-12:00",
      "Sa[1,3] 10:00-12:30",
      "Sa[-1] 10:00-16:00",
      "week 1-53/2 Fr 18:00-26:00",
      "SH Mo-We 10:00-12:00",
      'Nov 20-25 unknown "vraag het aan het team"',
      "easter -2 days-easter +1 day off",
      "2026 Dec 24-2027 Jan 02 off",
      "PH off",
    ].join("; "),
  );
}

function changeIn(week: number): ScheduleChange {
  const monday = Temporal.PlainDate.from("2026-08-31").add({ weeks: week });
  const kind = (["closed", "hours", "extra"] as const)[week % 3] ?? "closed";
  return {
    id: `change-${week}`,
    kind,
    from: monday.toString(),
    to: monday.add({ days: week % 4 }).toString(),
    hours: kind === "closed" ? [] : [{ start: 600, end: 720 }],
    reason: "training",
    createdOrder: week,
    withdrawn: false,
  };
}

function expression(text: string): Expression {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.expression;
}

import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { z } from "zod";
import type { Calendars } from "../core/opening-hours/calendars.ts";
import { daysOf } from "../core/opening-hours/evaluate/day.ts";
import { parseExpression } from "../core/opening-hours/parse.ts";
import { schoolCalendars } from "../core/opening-hours/schedule.ts";
import type { Print } from "./command.ts";
import { longestSpan } from "./dates.ts";
import { dayAsJson, type Explain } from "./hours-output.ts";

const date = z.iso.date().transform((text) => Temporal.PlainDate.from(text));

const question = z
  .object({
    expression: z.string(),
    schoolCalendar: z.enum(schoolCalendars).default("none"),
    from: date,
    to: date,
  })
  .refine(({ from, to }) => from.until(to).days <= longestSpan);

const example = '{"expression":"We 09:00-12:00","schoolCalendar":"nl","from":"2026-12-20","to":"2027-01-10"}';

/** Reads lines of JSON, and answers each in order: an array of days, or `{"error":{"at":6,"expected":[…],"message":…}}`. */
export async function evaluateLines(
  input: Readable,
  calendars: Calendars,
  explain: Explain,
  print: Print,
): Promise<void> {
  for await (const line of createInterface({ input })) {
    if (line.trim() !== "") {
      print(JSON.stringify(answer(line, calendars, explain)));
    }
  }
}

function answer(line: string, calendars: Calendars, explain: Explain) {
  const asked = question.safeParse(parseJson(line));
  if (!asked.success) {
    return {
      error: { at: 0, expected: [example], message: `the line is not understood; expected one such as ${example}` },
    };
  }
  const { expression: text, schoolCalendar, from, to } = asked.data;
  const parsed = parseExpression(text);
  if (!parsed.ok) {
    return { error: parsed.error };
  }
  const schedule = {
    regular: [{ from: "0001-01-01", expression: parsed.expression }],
    changes: [],
    schoolCalendar,
    timeZone: "Europe/Brussels",
  };
  return daysOf(schedule, from, to, calendars).map((day) => dayAsJson(day, explain));
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return;
  }
}

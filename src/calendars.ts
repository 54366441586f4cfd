import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import { type Calendars, createCalendars } from "./core/opening-hours/calendars.ts";
import type { PublicHoliday } from "./core/opening-hours/public-holidays.ts";
import type { SchoolYear } from "./core/opening-hours/school-holidays.ts";

const dataFolder = new URL("../data/", import.meta.url);

const isoDate = z.iso.date({ error: "expected a date such as 2026-12-25" });

const name = z.strictObject({ nl: z.string().min(1), fr: z.string().min(1), ar: z.string().min(1) });

const span = { from: isoDate, to: isoDate };

const inOrder = ({ from, to }: { from: string; to: string }) => from <= to;
const orderError = { error: "expected `to` not to be before `from`" };

const schoolYearFile = z.strictObject({
  calendar: z.enum(["nl", "fr"]),
  schoolYear: z.string().regex(/^\d{4}-\d{4}$/, "expected two years such as 2026-2027"),
  source: z.string().min(1),
  /** When a person last compared the file with its source. */
  checked: isoDate,
  note: z.string().optional(),
  validity: z.strictObject(span).refine(inOrder, orderError).nullable(),
  holidays: z.array(z.strictObject({ ...span, name }).refine(inOrder, orderError)),
});

const publicHolidaysFile = z.strictObject({
  source: z.string().min(1),
  checked: isoDate,
  holidays: z.array(
    z.union(
      [
        z.strictObject({
          date: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "expected a day such as 12-25"),
          name,
        }),
        z.strictObject({ easter: z.int(), name }),
      ],
      { error: 'expected { "date": "12-25", "name": … } or { "easter": 39, "name": … }, with a name in nl, fr and ar' },
    ),
  ),
});

/**
 * Reads `public-holidays.json` and every file in `school-holidays/`, at once, for as long as the process lives.
 * @throws Error with every problem of every file: the file, the place in it, what was expected
 */
export function loadCalendars(folder: URL = dataFolder): Calendars {
  const schoolFolder = new URL("school-holidays/", folder);
  const problems: string[] = [];
  const read = <T>(file: URL, schema: z.ZodType<T>): T | null => {
    const result = readJson(file, schema);
    if (result.ok) return result.value;
    problems.push(...result.problems);
    return null;
  };
  const publicHolidays = read(new URL("public-holidays.json", folder), publicHolidaysFile);
  const schoolYears = readdirSync(schoolFolder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => read(new URL(file, schoolFolder), schoolYearFile))
    .filter((year): year is NonNullable<typeof year> => year !== null);
  if (problems.length > 0 || !publicHolidays) throw new Error(`calendars: ${problems.join("\n")}`);
  return createCalendars({
    publicHolidays: publicHolidays.holidays.map(toHoliday),
    schoolYears: schoolYears satisfies SchoolYear[],
  });
}

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly string[] };

function readJson<T>(file: URL, schema: z.ZodType<T>): Read<T> {
  const path = decodeURIComponent(file.pathname);
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    return { ok: false, problems: [`${path}: ${cause instanceof Error ? cause.message : String(cause)}`] };
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  return {
    ok: false,
    problems: parsed.error.issues.map((issue) => `${path}: ${issue.path.join(".")}: ${issue.message}`),
  };
}

function toHoliday(holiday: z.infer<typeof publicHolidaysFile>["holidays"][number]): PublicHoliday {
  if ("easter" in holiday) return { kind: "easter", offset: holiday.easter, name: holiday.name };
  const [month, day] = holiday.date.split("-").map(Number);
  return { kind: "fixed", month: month ?? 0, day: day ?? 0, name: holiday.name };
}

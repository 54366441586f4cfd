import type { DayFound, Reading } from "./found.ts";
import { nextHoliday, nextSchoolHoliday } from "./holidays.ts";
import { meaning, means, type Token } from "./tokens.ts";

/** A holiday or school holiday by its name. */
export function holidayAt(reading: Reading, index: number): DayFound | undefined {
  const { tokens, today, calendars, language } = reading;
  const school = meaning(tokens[index], "school");
  const holiday = meaning(tokens[index], "holiday");
  const variety = (school ?? holiday)?.variety;
  if (variety === undefined) return;
  const ofSchool = schoolOf[holiday?.name ?? ""];
  const name = school?.name ?? (ofSchool !== undefined && isHolidayTime(tokens, index) ? ofSchool : undefined);
  if (name !== undefined) {
    const calendar = variety === "fr" || (variety !== "nl" && language === "fr") ? "fr" : "nl";
    const found = nextSchoolHoliday(name, calendar, calendars, today);
    return found && { kind: "holiday", at: index, end: index + 1, ...found };
  }
  if (
    !holiday ||
    means(tokens[index - 1], "person") ||
    tokens[index - 1]?.text === "mon" ||
    (tokens[index]?.text === "sint" && !means(tokens[index - 1], "at"))
  )
    return;
  if (holiday.name === "feastDays") {
    const first = nextHoliday("christmasTwo", today);
    const last = nextHoliday("newYearsEve", today);
    if (first === undefined || last === undefined) return;
    return { kind: "date", at: index, end: index + 1, from: first <= last ? first : today, to: last };
  }
  const day = nextHoliday(holiday.name, today);
  return day === undefined ? undefined : { kind: "holiday", at: index, end: index + 1, from: day, to: day };
}

const schoolOf: Readonly<Record<string, string>> = {
  christmas: "winter",
  newYear: "winter",
  easter: "easter",
  allSaints: "autumn",
  carnival: "carnival",
};

function isHolidayTime(tokens: readonly Token[], index: number): boolean {
  for (let at = index - 1; at >= index - 4; at -= 1) {
    if (means(tokens[at], "holidayTime")) return true;
    if (!means(tokens[at], "of") && !means(tokens[at], "skip")) break;
  }
  const after = tokens[index + 1];
  return after !== undefined && !after.afterPause && means(after, "holidayTime");
}

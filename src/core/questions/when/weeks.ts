import { civilDate, dayNumber, daysInMonth } from "../../opening-hours/day-number.ts";
import { isLink, type MonthRead, monthAfter } from "./dates.ts";
import { nextMonth, type Span, weekdayOnOrAfter, weekOf } from "./days.ts";
import type { DayFound, Reading } from "./found.ts";
import { numberAt, pastFilling } from "./numbers.ts";
import { meaning, means } from "./tokens.ts";

/** `de week van 7 december`, `la semaine du 7`, `de week van kerst`: the week around a day. */
export function weekAround(
  { tokens }: Reading,
  index: number,
  day: (at: number) => DayFound | undefined,
): DayFound | undefined {
  const unit = meaning(tokens[index], "unit")?.name;
  if (unit !== "week" && unit !== "weekend") return;
  let at = index + 1;
  while (at < index + 4 && (isLink(tokens[at]) || means(tokens[at], "weekday"))) at += 1;
  if (at === index + 1 && !means(tokens[at], "holiday") && tokens[at]?.digits === -1) return;
  const found = day(at);
  if (
    !found ||
    found.impossible !== undefined ||
    (found.kind !== "date" && found.kind !== "holiday") ||
    found.to !== found.from
  )
    return;
  const { from, to } = weekOf(found.from);
  return { kind: unit, at: index, end: found.end, from: unit === "week" ? from : to - 1, to };
}

/** `eerste week van januari`, `la dernière semaine de décembre`, `أول أسبوع من يناير`, `tweede week van de kerstvakantie` */
export function ordinalWeekAt(
  { tokens, today }: Reading,
  index: number,
  day: (at: number) => DayFound | undefined,
): DayFound | undefined {
  const ordinal = numberAt(tokens, index);
  if (!ordinal?.isOrdinal || ordinal.value > 5 || meaning(tokens[ordinal.end], "unit")?.name !== "week") return;
  const after = ordinal.end + 1;
  const month = monthAfter(tokens, after);
  const week = month ? weekOfMonth(ordinal.value, month, today) : undefined;
  if (month && week) return { kind: "week", at: index, end: month.end, ...week };
  const isAfter = afterWords.has(tokens[after]?.text ?? "");
  const named = pastFilling(tokens, isAfter ? after + 1 : after);
  const holiday = day(named) ?? (means(tokens[named], "holidayTime") ? day(pastFilling(tokens, named + 1)) : undefined);
  if (holiday?.kind !== "holiday" || holiday.to - holiday.from < 6) return;
  if (isAfter) {
    const monday = weekdayOnOrAfter(1, holiday.to + 1) + (Math.max(ordinal.value, 1) - 1) * 7;
    return { kind: "week", at: index, end: holiday.end, from: monday, to: monday + 6 };
  }
  // A holiday may begin with the weekend before its first week.
  const { from } = ordinal.value < 0 ? weekOf(holiday.to - 3) : weekOf(holiday.from + 2);
  const monday = from + (Math.max(ordinal.value, 1) - 1) * 7;
  return { kind: "week", at: index, end: holiday.end, from: monday, to: monday + 6 };
}

const afterWords = new Set(["na", "apres", "after", "بعد", "مور"]);

/** Weeks run from Monday to Sunday and belong to the month that holds most of their days, as in ISO 8601. */
function weekOfMonth(nth: number, { month }: MonthRead, today: number): Span | undefined {
  for (const from of [today, today + 340]) {
    const { to } = nextMonth(month, from);
    const last = civilDate(to);
    const first = dayNumber(last.year, month, 1);
    const monday = nth < 0 ? weekOf(to - 3).from : weekOf(first + 3).from + (nth - 1) * 7;
    if (monday + 6 >= today && monday < first + daysInMonth(last.year, month)) return { from: monday, to: monday + 6 };
  }
  return;
}

/** `week 50`, `semaine 50`: by its number in the year. */
export function numberedWeekAt({ tokens, today }: Reading, index: number): DayFound | undefined {
  const unit = meaning(tokens[index], "unit");
  const number = tokens[index + 1]?.digits ?? -1;
  if (unit?.name !== "week" || !western.has(unit.variety) || number < 1 || number > 53) return;
  if (tokens[index + 1]?.afterPause || means(tokens[index + 2], "unit") || means(tokens[index + 2], "quantity")) return;
  if (monthAfter(tokens, index + 2)) return;
  const { year } = civilDate(today);
  for (const ofYear of [year, year + 1]) {
    const from = weekOf(dayNumber(ofYear, 1, 4)).from + (number - 1) * 7;
    if (from + 6 >= today) return { kind: "week", at: index, end: index + 2, from, to: from + 6 };
  }
  return;
}

const western: ReadonlySet<string> = new Set(["nl", "fr", "en"]);

import {
  type DateMark,
  type DateRange,
  type DayItem,
  type DaySelector,
  type Expression,
  monthNames,
  type Rule,
  type TimeSpan,
  type WeekRange,
  weekdayNames,
  type YearRange,
} from "./expression.ts";

/** The usual way to write an expression; `parseExpression` reads it back to an equal tree. */
export function printExpression(expression: Expression): string {
  return expression.rules
    .map((rule, index) => separatorBefore(rule, index) + printRule(rule, expression.rules[index + 1]))
    .join("");
}

function separatorBefore(rule: Rule, index: number): string {
  if (index === 0) return "";
  return rule.additional ? ", " : "; ";
}

function printRule(rule: Rule, next: Rule | undefined): string {
  const parts = isAlways(rule) ? ["24/7"] : selectorParts(rule);
  const isBare = parts.length === 0 && rule.comment === null;
  // Without a word in between, what follows the comma would be read as one more item of a list.
  const nextWouldMerge = next?.additional && (rule.times.length === 0 || continuesTimes(next)) && rule.comment === null;
  if (rule.state !== "open" || rule.comment !== null || isBare || nextWouldMerge) parts.push(rule.state);
  if (rule.comment !== null) parts.push(`"${rule.comment}"`);
  return parts.join(" ");
}

function selectorParts(rule: Rule): string[] {
  const parts: string[] = [];
  if (rule.years.length > 0) parts.push(rule.years.map(printYears).join(","));
  if (rule.dates.length > 0) parts.push(rule.dates.map(printDates).join(","));
  if (rule.weeks.length > 0) parts.push(`week ${rule.weeks.map(printWeeks).join(",")}`);
  if (rule.days) parts.push(printDaySelector(rule.days));
  if (rule.times.length > 0) parts.push(printTimes(rule.times));
  return parts;
}

function hasNoDates(rule: Rule): boolean {
  return rule.years.length === 0 && rule.dates.length === 0 && rule.weeks.length === 0 && rule.days === null;
}

function continuesTimes(rule: Rule): boolean {
  return hasNoDates(rule) && rule.times.length > 0 && !isAlways(rule);
}

function isAlways(rule: Rule): boolean {
  const [only] = rule.times;
  return hasNoDates(rule) && rule.times.length === 1 && only?.start === 0 && only.end === 1440;
}

function printYears({ from, to }: YearRange): string {
  if (to === null) return `${from}+`;
  return from === to ? `${from}` : `${from}-${to}`;
}

function printDates(range: DateRange): string {
  switch (range.kind) {
    case "months":
      return range.from === range.to ? monthName(range.from) : `${monthName(range.from)}-${monthName(range.to)}`;
    case "days":
      return printDays(range.from, range.to);
  }
}

function printDays(from: DateMark, to: DateMark): string {
  const start = printMark(from);
  const end = printMark(to);
  // `Mar Su[1]` alone would be a month and a weekday.
  if (start === end && from.kind !== "nth-weekday") return start;
  const isWithinMonth =
    from.kind === "date" && to.kind === "date" && from.year === to.year && from.month === to.month && from.day < to.day;
  return `${start}-${isWithinMonth ? padded(to.day) : end}`;
}

function printMark(mark: DateMark): string {
  const year = mark.year === null ? "" : `${mark.year} `;
  switch (mark.kind) {
    case "date":
      return `${year}${monthName(mark.month)} ${padded(mark.day)}`;
    case "easter":
      return `${year}easter${printOffset(mark.offset)}`;
    case "nth-weekday":
      return `${year}${monthName(mark.month)} ${weekdayNames[mark.weekday]}[${mark.nth}]`;
  }
}

function printOffset(days: number): string {
  if (days === 0) return "";
  return ` ${days > 0 ? "+" : "-"}${Math.abs(days)} ${Math.abs(days) === 1 ? "day" : "days"}`;
}

function printWeeks({ from, to, step }: WeekRange): string {
  const range = from === to && step === 1 ? padded(from) : `${padded(from)}-${padded(to)}`;
  return step === 1 ? range : `${range}/${step}`;
}

function printDaySelector(days: DaySelector): string {
  switch (days.kind) {
    case "any-of":
      return days.items.map(printDayItem).join(",");
    case "weekdays-in-holidays":
      return `${days.holidays.join(",")} ${days.weekdays.map(printDayItem).join(",")}`;
  }
}

function printDayItem(item: DayItem): string {
  switch (item.kind) {
    case "holiday":
      return item.holiday;
    case "nth":
      return `${weekdayNames[item.weekday]}[${item.nth.join(",")}]`;
    case "weekdays":
      return item.from === item.to
        ? `${weekdayNames[item.from]}`
        : `${weekdayNames[item.from]}-${weekdayNames[item.to]}`;
  }
}

function printTimes(times: readonly TimeSpan[]): string {
  return times.map(({ start, end }) => `${printTime(start)}-${printTime(end)}`).join(",");
}

function printTime(minutes: number): string {
  return `${padded(Math.floor(minutes / 60))}:${padded(minutes % 60)}`;
}

function monthName(month: number): string {
  return monthNames[month - 1] ?? "";
}

function padded(value: number): string {
  return String(value).padStart(2, "0");
}

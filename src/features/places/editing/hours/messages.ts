import type { Day } from "../../../../core/opening-hours/evaluate/day.ts";
import type { Expression, Holiday } from "../../../../core/opening-hours/expression.ts";
import { printExpression } from "../../../../core/opening-hours/print.ts";
import { closedHolidays, speaksOf } from "../../../../core/opening-hours/typed/holidays.ts";
import type { WeeklyPattern } from "../../../../core/opening-hours/weekly-pattern.ts";
import type { Place } from "../../../../core/places/place.ts";
import { longDate, numericDate } from "../../../../i18n/format.ts";
import type { Words } from "../../../../i18n/translate.ts";
import type { Answer, Button } from "../../../../telegram/answer.ts";
import { answerTap } from "../../../../telegram/conversations.ts";
import { type Asked, button, inRows, ways, withWrong } from "../messages.ts";

/** One day as a line, as parents read it in a week; in Telegram's HTML. */
export type DayRow = (words: Words, day: Day) => string;

/** Regular hours a line each, as on a poster; plain text. */
export type HoursLines = (words: Words, pattern: WeeklyPattern) => readonly string[];

/** Regular hours, and the pattern in which a few lines tell them; null where they cannot. */
export interface Regular {
  readonly from: Temporal.PlainDate;
  readonly expression: Expression;
  readonly pattern: WeeklyPattern | null;
}

/** Telegram sends 4096 characters. */
const longestExpression = 500;
const longestRows = 2200;
const mostPlanned = 3;

function shortened(text: string): string {
  return text.length > longestExpression ? `${text.slice(0, longestExpression)}…` : text;
}

/** As many as fit. */
function fitting(rows: readonly string[]): readonly string[] {
  let length = 0;
  const end = rows.findIndex((row) => {
    length += row.length;
    return length > longestRows;
  });
  return end < 0 ? rows : [...rows.slice(0, end), "…"];
}

const dateValue = (date: Temporal.PlainDate) => date.toString().replaceAll("-", "_");

function linesOf(words: Words, { pattern, expression }: Regular, hoursLines: HoursLines): string {
  const lines =
    pattern === null ? [] : hoursLines(words, pattern).map((line) => words.html("place-editing:line", { line }));
  return lines.length === 0
    ? [
        words.html("place-editing:noLines"),
        words.html("place-editing:line", { line: shortened(printExpression(expression)) }),
      ].join("\n")
    : lines.join("\n");
}

export interface HoursShown {
  readonly place: Place;
  readonly now: Regular | undefined;
  /** Hours that are to begin later. */
  readonly planned: readonly Regular[];
  readonly hoursLines: HoursLines;
}

export function askHours(words: Words, { place, now, planned, hoursLines }: HoursShown, asked: Asked): Answer {
  const { html, language, plain } = words;
  const later = planned
    .slice(0, mostPlanned)
    .map((regular) =>
      [html("place-editing:planned", { date: numericDate(regular.from) }), linesOf(words, regular, hoursLines)].join(
        "\n",
      ),
    );
  const text = [
    html("place-editing:hoursNow", { place: place.name[language] }),
    ...(now === undefined ? [] : [linesOf(words, now, hoursLines)]),
    ...later,
    html("place-editing:askHours"),
  ].join("\n\n");
  const drop = planned.map(({ from }) => [
    {
      label: plain("place-editing:buttons.drop", { date: numericDate(from) }),
      tap: answerTap(`drop${dateValue(from)}`),
    },
  ]);
  return { text: withWrong(words, asked.wrong, text), buttons: [...drop, ways(words, asked)] };
}

export function askFrom(words: Words, today: Temporal.PlainDate, asked: Asked): Answer {
  const { html, plain } = words;
  const monday = today.add({ days: 8 - today.dayOfWeek });
  const month = today.add({ months: 1 }).with({ day: 1 });
  const choice = (label: string, date: Temporal.PlainDate): Button => ({ label, tap: answerTap(dateValue(date)) });
  const from = (date: Temporal.PlainDate) =>
    choice(plain("place-editing:buttons.from", { date: numericDate(date) }), date);
  return {
    text: withWrong(words, asked.wrong, html("place-editing:askFrom")),
    buttons: [
      [choice(plain("place-editing:buttons.today"), today)],
      ...inRows(monday.equals(month) ? [from(monday)] : [monday, month].map(from), 2),
      ways(words, asked),
    ],
  };
}

export interface WeekShown extends Regular {
  /** Of the four weeks that follow. */
  readonly days: readonly Day[];
  /** When other hours begin that are planned already. */
  readonly until: Temporal.PlainDate | null;
  readonly hoursLines: HoursLines;
  readonly dayRow: DayRow;
}

/** The new hours as parents will read them: a week, and four weeks day by day. */
export function showWeek(words: Words, shown: WeekShown, asked: Asked): Answer {
  const { html, language } = words;
  // Days that are closed as always say nothing.
  const told = shown.days.filter(({ open, basis, reason }) => open.length > 0 || basis !== "weekly" || reason !== null);
  const rows = told.map((day) => shown.dayRow(words, day));
  const text = [
    html("place-editing:week", { date: longDate(language, shown.from) }),
    linesOf(words, shown, shown.hoursLines),
    ...(shown.until === null ? [] : [html("place-editing:until", { date: numericDate(shown.until) })]),
    html("place-editing:fourWeeks"),
    rows.length === 0 ? html("place-editing:neverOpen") : fitting(rows).join("\n"),
  ].join("\n\n");
  return {
    text: withWrong(words, asked.wrong, text),
    buttons: [[button(words, "save", "confirm")], ...holidayRows(words, shown.expression), ways(words, asked)],
  };
}

function holidayRows({ plain }: Words, expression: Expression): readonly (readonly Button[])[] {
  const closed = closedHolidays(expression);
  return (["PH", "SH"] as const satisfies readonly Holiday[]).flatMap((holiday) => {
    const how = closed.includes(holiday) ? "open" : "closed";
    return speaksOf(expression, holiday)
      ? []
      : [[{ label: plain(`place-editing:buttons.holidays.${holiday}.${how}`), tap: answerTap(holiday) }]];
  });
}

export function askDrop(words: Words, regular: Regular | undefined, hoursLines: HoursLines, asked: Asked): Answer {
  const { html, plain } = words;
  const lines =
    regular === undefined
      ? []
      : [html("place-editing:planned", { date: numericDate(regular.from) }), linesOf(words, regular, hoursLines)];
  return {
    text: withWrong(words, asked.wrong, [lines.join("\n"), html("place-editing:askDrop")].join("\n\n")),
    buttons: [[{ label: plain("place-editing:buttons.yesDrop"), tap: answerTap("confirm") }], ways(words, asked)],
  };
}

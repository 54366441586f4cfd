import { type Share, shareOf } from "../../../core/feedback/intervals.ts";
import type { Period } from "../../../core/feedback/period.ts";
import { type PlaceBlock, type Report, reportOf } from "../../../core/feedback/report.ts";
import { mondayOf, sundayOf } from "../../../core/feedback/week.ts";
import { tallyOf, type VisitDay, type VisitTally } from "../../../core/logbook/tally.ts";
import type { Place } from "../../../core/places/place.ts";
import { numericDate } from "../../../i18n/format.ts";
import type { Words } from "../../../i18n/translate.ts";
import type { Field } from "../csv.ts";
import { daysOf, erasedWords, labelOf, periodText, reportText } from "../messages.ts";
import { wholePercent } from "../rows.ts";
import { figureOf, notCounted } from "../visits/messages.ts";
import { type Column, questionOf } from "./columns.ts";
import type { SheetFile } from "./sheet-file.ts";

/** `2026`, or the school year `2026-27`. */
export interface Year {
  readonly kind: "calendar" | "school";
  readonly name: string;
  readonly period: Period;
}

export interface YearlySheet {
  /** What it is, and of when. */
  readonly title: string;
  readonly columns: readonly { readonly name: string; readonly heading: string }[];
  /** A row a place, and perhaps one of all together. */
  readonly rows: readonly (readonly Field[])[];
  /** What was left out, how to read it, and what nobody can know. */
  readonly notes: readonly string[];
}

/** A row: the places it is about, and what they published in the year. */
interface RowOf {
  readonly name: string;
  readonly slug: string | null;
  readonly report: Report;
  /** What the team counted. */
  readonly visits: VisitTally;
}

export function yearlySheet(
  words: Words,
  published: readonly PlaceBlock[],
  places: readonly Place[],
  year: Year,
  { columns, total }: SheetFile,
  days: readonly VisitDay[],
): YearlySheet {
  const { plain, language } = words;
  const of = (its: readonly Place[]) =>
    reportOf(published, { places: its.map(({ number }) => number), period: year.period });
  const row = (name: string, slug: string | null, its: readonly Place[]): RowOf => ({
    name,
    slug,
    report: of(its),
    visits: tallyOf(days.filter((day) => its.some(({ number }) => number === day.place))),
  });
  const rows: readonly RowOf[] = [
    ...places.map((place) => row(place.name[language], place.slug, [place])),
    ...(total && places.length > 1 ? [row(plain("reports:yearly.total"), null, places)] : []),
  ];
  const { title, statements, notes } = reportText(words, of(places), places, { all: true });
  return {
    title: `${title} · ${plain(`reports:yearly.${year.kind}`, { year: year.name })} · ${periodText(words, year.period)}`,
    columns: columns.map(({ name, column, heading }) => ({ name, heading: heading ?? headingOf(words, column) })),
    rows: rows.map((row) => columns.map(({ column }) => field(words, row, column, year))),
    notes: [...statements, ...notes],
  };
}

function headingOf(words: Words, column: Column): string {
  return column.kind === "plain"
    ? words.plain(`reports:yearly.columns.${column.column}`)
    : words.plain(`reports:yearly.measures.${column.measure}`, { label: labelOf(words, column.choices) });
}

function field(words: Words, row: RowOf, column: Column, year: Year): Field {
  return column.kind === "choice"
    ? choiceField(words, row.report, column)
    : plainField(words, row, column.column, year);
}

function plainField(
  words: Words,
  { name, slug, report, visits }: RowOf,
  column: Extract<Column, { kind: "plain" }>["column"],
  year: Year,
): Field {
  const { plain } = words;
  const none = plain("reports:noBlock");
  const isEmpty = report.blocks.length === 0;
  switch (column) {
    case "place":
      return name;
    case "slug":
      return slug;
    case "year":
      return year.name;
    case "from":
      return daysOf(report.blocks)?.from.toString() ?? none;
    case "to":
      return daysOf(report.blocks)?.to.toString() ?? none;
    case "answers":
      return isEmpty ? none : report.answers;
    case "blocks":
      return report.blocks.length;
    case "faces_answers":
      return isEmpty ? none : report.faces.answers;
    case "left_out":
      return report.leftOut
        .map(({ firstWeek, lastWeek }) => `${numericDate(mondayOf(firstWeek))}–${numericDate(sundayOf(lastWeek))}`)
        .join(", ");
    case "not_yet":
      return report.notYet.map(({ since }) => (since === null ? "…" : numericDate(since))).join(", ");
    case "distinct_families":
    case "return_rate":
      return plain("reports:yearly.unknowable");
    default:
      return figureOf(visits, column) ?? notCounted(words);
  }
}

function choiceField(words: Words, report: Report, { choices, measure }: Extract<Column, { kind: "choice" }>): Field {
  const isFaces = questionOf(choices[0] ?? 0) === "face";
  const theme = [...report.brought, ...report.better].find((sum) => sum.theme === choices[0]);
  const shownIn = isFaces ? report.faces.blocks : (theme?.blocks ?? 0);
  if (report.blocks.length === 0) {
    return words.plain("reports:noBlock");
  }
  if (measure === "blocks") {
    return shownIn;
  }
  if (shownIn === 0) {
    return erasedWords(words, "erased");
  }
  const share = isFaces ? facesTogether(report, choices) : theme?.share;
  return share === null || share === undefined ? erasedWords(words, "together") : measured(share, measure);
}

/** Null where one of these faces is counted with another: then nobody can take them apart. */
function facesTogether({ faces }: Report, choices: readonly number[]): Share | null {
  const within = faces.groups.filter((group) => group.faces.every((face) => choices.includes(face)));
  const covered = within.flatMap((group) => group.faces).length;
  return covered === choices.length
    ? shareOf(
        within.reduce((sum, { share }) => sum + share.count, 0),
        faces.answers,
      )
    : null;
}

function measured(share: Share, measure: "count" | "base" | "share" | "low" | "high"): number {
  switch (measure) {
    case "count":
      return share.count;
    case "base":
      return share.of;
    case "share":
    case "low":
    case "high":
      return wholePercent(share[measure]);
  }
}

import { choices } from "../../core/feedback/choices.ts";
import { type PlaceBlock, type Report, reportOf } from "../../core/feedback/report.ts";
import { mondayOf, sundayOf } from "../../core/feedback/week.ts";
import type { Place } from "../../core/places/place.ts";
import type { Words } from "../../i18n/translate.ts";
import type { Field } from "./csv.ts";
import { daysOf, type ReportText, type RowText, reportText } from "./messages.ts";
import { figureLabel, figureOf, notCounted, type VisitSection, visitFigures } from "./visits/messages.ts";

/** Stable: programs know them by these names. */
const columns = [
  "level",
  "place",
  "place_name",
  "first_day",
  "last_day",
  "question",
  "choice",
  "label",
  "count",
  "answers",
  "share_percent",
  "low_percent",
  "high_percent",
  "blocks_shown",
  "blocks",
  "note",
] as const;

type Row = Partial<Readonly<Record<(typeof columns)[number], Field>>>;

/** What a scope of rows is about: all places together, one of them, one block, or the report itself. */
type Level = "all" | "place" | "block" | "not_yet" | "left_out" | "visits" | "note";

/** A report as a table of fields: the sum, each place, each block, and then what is to be said about them. */
export function csvRows(
  words: Words,
  report: Report,
  places: readonly Place[],
  visits: readonly VisitSection[] = [],
): readonly (readonly Field[])[] {
  const part = (level: Level, its: readonly Place[], blocks: readonly PlaceBlock[]) =>
    scopeRows(words, level, its, reportOf(blocks, { places: its.map(({ number }) => number), period: null }));
  const of = (place: Place) => report.blocks.filter((block) => block.place === place.number);
  const text = reportText(words, report, places);
  const rows: readonly Row[] = [
    ...(places.length > 1 ? part("all", places, report.blocks) : []),
    ...places.flatMap((place) => part("place", [place], of(place))),
    ...places.flatMap((place) => of(place).flatMap((block) => part("block", [place], [block]))),
    ...otherRows(words, report, places),
    ...visits.flatMap((section) => visitRows(words, section)),
    ...text.notes.map((note) => ({ level: "note", note })),
  ];
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? null))];
}

function scopeRows(words: Words, level: Level, places: readonly Place[], report: Report): readonly Row[] {
  const text = reportText(words, report, places);
  const days = daysOf(report.blocks);
  const [only, ...others] = places;
  const isOne = only !== undefined && others.length === 0;
  const scope: Row = {
    level,
    place: isOne ? only.slug : null,
    place_name: isOne ? only.name[words.language] : text.places,
    first_day: days?.from.toString() ?? null,
    last_day: days?.to.toString() ?? null,
    blocks: report.blocks.length,
  };
  const isEmpty = report.blocks.length === 0;
  return [
    {
      ...scope,
      question: "answers",
      choice: "all",
      label: text.answers.label,
      count: isEmpty ? null : report.answers,
      note: isEmpty ? text.faces.none : null,
    },
    ...(isEmpty ? [] : answeredRows(scope, text)),
  ];
}

function answeredRows(scope: Row, { faces, brought, better }: ReportText): readonly Row[] {
  return [
    ...faces.rows.map((row) => ({ ...scope, question: "face", ...choiceRow(row) })),
    ...(faces.rows.length === 0 ? [{ ...scope, question: "face", note: faces.none }] : []),
    ...brought.rows.map((row) => ({ ...scope, question: "brought", ...choiceRow(row) })),
    ...better.rows.map((row) => ({ ...scope, question: "better", ...choiceRow(row) })),
  ];
}

function choiceRow({ choices: numbers, label, share, shownIn, count }: RowText): Row {
  const common = { choice: choiceName(numbers), label, blocks_shown: shownIn };
  return share === null
    ? { ...common, note: count }
    : {
        ...common,
        count: share.count,
        answers: share.of,
        share_percent: wholePercent(share.share),
        low_percent: wholePercent(share.low),
        high_percent: wholePercent(share.high),
      };
}

function otherRows({ language }: Words, { notYet, leftOut }: Report, places: readonly Place[]): readonly Row[] {
  const named = (number: number) => {
    const place = places.find((candidate) => candidate.number === number);
    return { place: place?.slug ?? null, place_name: place?.name[language] ?? null };
  };
  return [
    ...notYet.map(({ place, since }) => ({
      level: "not_yet",
      ...named(place),
      first_day: since?.toString() ?? null,
    })),
    ...leftOut.map(({ place, firstWeek, lastWeek }) => ({
      level: "left_out",
      ...named(place),
      first_day: mondayOf(firstWeek).toString(),
      last_day: sundayOf(lastWeek).toString(),
    })),
  ];
}

function visitRows(words: Words, { place, name, tally, first, last }: VisitSection): readonly Row[] {
  return visitFigures.map((figure) => {
    const count = figureOf(tally, figure);
    return {
      level: "visits",
      place: place?.slug ?? null,
      place_name: name,
      first_day: first,
      last_day: last,
      question: "visits",
      choice: figure,
      label: figureLabel(words, figure),
      count,
      note: count === null ? notCounted(words) : null,
    };
  });
}

/** As in the database: `so_so+not_at_ease`. */
export function choiceName(numbers: readonly number[]): string {
  return numbers.map((number) => choices[number]).join("+");
}

/** Whole: no sign for decimals that a program of another country reads otherwise. */
export function wholePercent(share: number): number {
  return Math.round(share * 100);
}

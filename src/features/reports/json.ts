import type { Share } from "../../core/feedback/intervals.ts";
import type { FaceGroup, PlaceBlock, Report, ThemeSum } from "../../core/feedback/report.ts";
import { mondayOf, sundayOf } from "../../core/feedback/week.ts";
import type { Place } from "../../core/places/place.ts";
import type { Words } from "../../i18n/translate.ts";
import { labelOf, type ReportText } from "./messages.ts";
import { choiceName } from "./rows.ts";
import { figureOf, type VisitSection, visitFigures } from "./visits/messages.ts";

/** A report for programs. Null is what is not known; shares lie between 0 and 1. */
export function reportAsJson(words: Words, report: Report, places: readonly Place[], text: ReportText): object {
  const slugOf = (number: number) => places.find((place) => place.number === number)?.slug ?? null;
  const weeks = ({ place, firstWeek, lastWeek }: PlaceBlock) => ({
    place: slugOf(place),
    from: mondayOf(firstWeek).toString(),
    to: sundayOf(lastWeek).toString(),
  });
  const group = ({ faces, share }: FaceGroup) => ({
    choice: choiceName(faces),
    label: labelOf(words, faces),
    ...shareFields(share),
  });
  const theme = ({ theme: number, share, blocks }: ThemeSum) => ({
    choice: choiceName([number]),
    label: labelOf(words, [number]),
    ...(share === null ? { count: null, erased: labelErased(text, number) } : shareFields(share)),
    blocks,
  });
  const { period } = report.asked;
  return {
    title: text.title,
    language: text.language,
    places: places.map(({ slug, name }) => ({ slug, name: name[text.language] })),
    period: period === null ? null : { from: period.from.toString(), to: period.to.toString() },
    answers: report.blocks.length === 0 ? null : report.answers,
    faces: {
      answers: report.faces.answers,
      blocks: report.faces.blocks,
      groups: report.faces.groups.map(group),
      erased: report.faces.groups.length === 0 ? text.faces.none : null,
    },
    brought: report.brought.map(theme),
    better: report.better.map(theme),
    blocks: report.trend.map(({ block, groups }) => ({
      ...weeks(block),
      answers: block.total,
      faces: groups.map(group),
      cells: block.cells.map(({ of, count }) => ({ choice: choiceName(of), count })),
    })),
    left_out: report.leftOut.map(weeks),
    not_yet: report.notYet.map(({ place, since }) => ({ place: slugOf(place), since: since?.toString() ?? null })),
    statements: text.statements,
    notes: text.notes,
  };
}

/** What the team counted, by place; null is what nobody counted. */
export function visitsAsJson(sections: readonly VisitSection[]): readonly object[] {
  return sections.map(({ place, tally, first, last }) => ({
    place: place?.slug ?? null,
    from: first,
    to: last,
    ...Object.fromEntries(visitFigures.map((figure) => [figure, figureOf(tally, figure)])),
  }));
}

function shareFields({ count, of, share, low, high }: Share) {
  const short = (value: number) => Math.round(value * 10_000) / 10_000;
  return { count, of, share: short(share), low: short(low), high: short(high) };
}

/** What the absence of its count means, in words. */
function labelErased({ brought, better }: ReportText, theme: number): string | null {
  return [...brought.rows, ...better.rows].find(({ choices }) => choices[0] === theme)?.count ?? null;
}

import type { Period } from "../../../core/feedback/period.ts";
import { countKinds } from "../../../core/logbook/counts.ts";
import { tallyOf, type VisitDay, type VisitTally } from "../../../core/logbook/tally.ts";
import type { Place } from "../../../core/places/place.ts";
import type { Words } from "../../../i18n/translate.ts";

/** Reads the days that the team counted; none where nobody counted any. */
export type ReadVisits = (places: readonly Place[], period: Period | null) => Promise<readonly VisitDay[]>;

/** What is known of the visits of some days. Names are stable: programs know them. */
export const visitFigures = [
  "days_planned",
  "days_counted",
  "children",
  "siblings",
  "adults",
  "first_visits",
  "hours_planned",
  "hours_open",
] as const;

export type VisitFigure = (typeof visitFigures)[number];

/** Null where nobody counted it; never nought for that. Hours are whole. */
export function figureOf(tally: VisitTally, figure: VisitFigure): number | null {
  switch (figure) {
    case "days_planned":
      return tally.plannedDays;
    case "days_counted":
      return tally.countedDays;
    case "first_visits":
      return tally.firstVisits;
    // Of the days of which both are known, so that they can be compared.
    case "hours_planned":
      return tally.timedDays === 0 ? null : Math.round(tally.plannedOfTimed / 60);
    case "hours_open":
      return tally.openedMinutes === null ? null : Math.round(tally.openedMinutes / 60);
    default:
      return tally[figure];
  }
}

export function figureLabel({ plain }: Words, figure: VisitFigure): string {
  return plain(`reports:yearly.columns.${figure}`);
}

export function notCounted({ plain }: Words): string {
  return plain("reports:visits.notCounted");
}

/** What the team counted at one place, or at all of them. */
export interface VisitSection {
  /** Null for all together. */
  readonly place: Place | null;
  readonly name: string;
  readonly tally: VisitTally;
  readonly first: string;
  readonly last: string;
}

/** A section a place that counted, and one of all where there are several. */
export function visitSections(
  words: Words,
  days: readonly VisitDay[],
  places: readonly Place[],
): readonly VisitSection[] {
  const counting = places.filter(({ number }) => days.some((day) => day.place === number && isNoted(day)));
  const section = (place: Place | null, name: string): VisitSection => {
    const its = days.filter((day) => place === null || day.place === place.number);
    const sorted = its.map(({ day }) => day).toSorted();
    return { place, name, tally: tallyOf(its), first: sorted[0] ?? "", last: sorted.at(-1) ?? "" };
  };
  const all = section(null, words.plain("reports:yearly.total"));
  return [
    ...(counting.length > 1 ? [all] : []),
    ...counting.map((place) => section(place, place.name[words.language])),
  ];
}

const isNoted = (day: VisitDay) => day.opened !== null || countKinds.some((kind) => day[kind] !== null);

/** Lines of text: a heading and a line a figure, for each section. */
export function visitLines(words: Words, sections: readonly VisitSection[]): string {
  const { plain } = words;
  const blocks = sections.map(({ name, tally }) =>
    [
      name,
      ...visitFigures.map((figure) =>
        plain("reports:visits.line", {
          label: figureLabel(words, figure),
          value: String(figureOf(tally, figure) ?? notCounted(words)),
        }),
      ),
    ].join("\n"),
  );
  return sections.length === 0
    ? ""
    : [plain("reports:visits.title"), ...blocks, plain("reports:visits.note")].join("\n\n");
}

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

/** What a picture says of what the team counted. */
export interface VisitsText {
  readonly title: string;
  /** On how many days, of all places. */
  readonly counted: { readonly number: string; readonly label: string };
  readonly cards: readonly VisitCard[];
  readonly notes: readonly string[];
}

/** One place, or all of them together. */
export interface VisitCard {
  readonly name: string;
  readonly counts: readonly { readonly label: string; readonly value: string; readonly isKnown: boolean }[];
  /** The days that were counted and the hours that it was open, of those planned. */
  readonly shares: readonly { readonly label: string; readonly value: string; readonly share: number | null }[];
}

const headcounts = ["children", "siblings", "adults", "first_visits"] as const;

/** Null where nobody counted anything. */
export function visitsText(words: Words, sections: readonly VisitSection[]): VisitsText | null {
  const { plain } = words;
  const [whole] = sections;
  return whole === undefined
    ? null
    : {
        title: plain("reports:visits.title"),
        counted: { number: String(whole.tally.countedDays), label: figureLabel(words, "days_counted") },
        cards: sections.map((section) => cardOf(words, section)),
        notes: [plain("reports:visits.note")],
      };
}

function cardOf(words: Words, { name, tally }: VisitSection): VisitCard {
  const shareOf = (figure: VisitFigure, of: VisitFigure) => {
    const [count, planned] = [figureOf(tally, figure), figureOf(tally, of)];
    const label = figureLabel(words, figure);
    return count === null || planned === null
      ? { label, value: notCounted(words), share: null }
      : {
          label,
          value: words.plain("reports:visits.ofPlanned", { count, planned }),
          // More than was planned fills it.
          share: planned === 0 ? null : Math.min(1, count / planned),
        };
  };
  return {
    name,
    counts: headcounts.map((figure) => {
      const value = figureOf(tally, figure);
      return {
        label: figureLabel(words, figure),
        value: value === null ? notCounted(words) : String(value),
        isKnown: value !== null,
      };
    }),
    shares: [shareOf("days_counted", "days_planned"), shareOf("hours_open", "hours_planned")],
  };
}

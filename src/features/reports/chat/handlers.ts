import { type Period, yearOf } from "../../../core/feedback/period.ts";
import { countKinds } from "../../../core/logbook/counts.ts";
import { minutesOpen } from "../../../core/logbook/opening-times.ts";
import type { VisitDay } from "../../../core/logbook/tally.ts";
import type { Place } from "../../../core/places/place.ts";
import { may } from "../../../core/staff/member.ts";
import type { Button, Document, Reply } from "../../../telegram/answer.ts";
import { type Feature, onTap, type Request } from "../../../telegram/feature.ts";
import { csvOf, type Field } from "../csv.ts";
import type { Reports } from "../reports.ts";
import type { ReadVisits } from "../visits/messages.ts";
import type { Year } from "../yearly/messages.ts";
import type { SheetFile } from "../yearly/sheet-file.ts";
import { type ReportChosen, type ReportSpan, reportButton } from "./buttons.ts";
import { askShape, askSpan, askWhichPlaces, captionFor, notYourReport, reportLink } from "./messages.ts";

export interface WrittenLine {
  readonly place: number;
  /** ISO */
  readonly day: string;
  readonly text: string;
}

export interface ReportsInChatParts {
  readonly reports: Reports;
  readonly readVisits: ReadVisits;
  /** The logbook, for the team alone. */
  readonly readLines: (places: readonly Place[], period: Period | null) => Promise<readonly WrittenLine[]>;
  /** The columns that funders are given. */
  readonly sheetFile: () => Promise<SheetFile>;
  readonly places: () => readonly Place[];
  readonly timeZone: string;
}

export interface ReportsInChat extends Feature {
  readonly link: (request: Request) => Button;
}

/** Reports as files, for members, in private. */
export function createReportsInChat(parts: ReportsInChatParts): ReportsInChat {
  const hers = ({ staff }: Request) =>
    parts.places().filter(({ number }) => staff !== undefined && may(staff, "read-report", number));

  async function answer(request: Request, chosen: ReportChosen): Promise<Reply> {
    const { words } = request;
    const all = hers(request);
    const [only] = all;
    if (only === undefined) {
      return { show: notYourReport(words) };
    }
    const place = chosen.place ?? (all.length === 1 ? only.number : null);
    if (place === null) {
      return { show: askWhichPlaces(words, all) };
    }
    const places = all.filter(({ number }) => place === "all" || number === place);
    if (places.length === 0) {
      return { show: notYourReport(words) };
    }
    const { span, shape } = chosen;
    if (span === null) {
      return { show: askSpan(words, { ...chosen, place }) };
    }
    if (shape === null) {
      return { show: askShape(words, { ...chosen, place }) };
    }
    return { send: await filesOf(request, places, span, shape) };
  }

  async function filesOf(
    { words, now }: Request,
    places: readonly Place[],
    span: ReportSpan,
    shape: NonNullable<ReportChosen["shape"]>,
  ): Promise<readonly Document[]> {
    const year = yearIn(span, now.toZonedDateTimeISO(parts.timeZone).toPlainDate());
    const period = year?.period ?? null;
    const name = `${places.length === 1 ? places[0]?.slug : "inloop"}-${year?.name ?? "all"}`;
    const file = (ending: string, document: Uint8Array | string, caption: string): Document => ({
      name: `${name}${ending}`,
      document: typeof document === "string" ? Buffer.from(document) : document,
      caption: captionFor(words, caption, shape),
    });
    if (shape === "funders" && year !== null) {
      const sheet = { ...(await parts.sheetFile()), language: words.language };
      const read = await parts.reports.readYear({ places, year, file: sheet });
      return [file("-funders.csv", read.csv("semicolon"), read.sheet.title)];
    }
    const report = await parts.reports.read({ places, period, language: words.language });
    switch (shape) {
      case "picture": {
        const pages = await report.pictures();
        return pages.map((page, index) => file(index === 0 ? ".png" : `-${index + 1}.png`, page, report.caption));
      }
      case "table":
        return [file(".txt", report.table(), report.caption)];
      case "days": {
        const [days, lines] = await Promise.all([parts.readVisits(places, period), parts.readLines(places, period)]);
        return [file("-team.csv", csvOf(teamRows(places, days, lines), "semicolon"), report.caption)];
      }
      default:
        return [file(".csv", report.csv("semicolon"), report.caption)];
    }
  }

  return {
    link: ({ words }) => reportLink(words),
    commands: [],
    taps: [onTap(reportButton, "staff", answer)],
  };
}

function yearIn(span: ReportSpan, today: Temporal.PlainDate): Year | null {
  const of = (kind: Year["kind"], year: number): Year => ({
    kind,
    name: kind === "calendar" ? String(year) : `${year}-${String((year + 1) % 100).padStart(2, "0")}`,
    period: yearOf(kind, year),
  });
  switch (span) {
    case "year":
      return of("calendar", today.year);
    case "last":
      return of("calendar", today.year - 1);
    case "school":
      return of("school", today.month >= 9 ? today.year : today.year - 1);
    case "ever":
      return null;
  }
}

/** Stable: programs know them by these names. */
const columns = ["kind", "place", "day", "children", "siblings", "adults", "first_visits"] as const;

/** A row a day that was counted or planned, and a row a line of the logbook. */
function teamRows(
  places: readonly Place[],
  days: readonly VisitDay[],
  lines: readonly WrittenLine[],
): readonly (readonly Field[])[] {
  const slugOf = (number: number) => places.find((place) => place.number === number)?.slug ?? null;
  const counted = days.map((day): readonly Field[] => [
    ...["day", slugOf(day.place), day.day],
    ...countKinds.map((kind) => day[kind]),
    ...[minutesOpen(day.planned), day.opened === null ? null : minutesOpen(day.opened), null],
  ]);
  const written = lines.map(({ place, day, text }): readonly Field[] => [
    ...["logbook", slugOf(place), day],
    ...countKinds.map(() => null),
    ...[null, null, text],
  ]);
  const byDay = [...counted, ...written].toSorted((a, b) => String(a[2]).localeCompare(String(b[2])));
  return [[...columns, "planned_minutes", "open_minutes", "text"], ...byDay];
}

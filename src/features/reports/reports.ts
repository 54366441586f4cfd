import type { Period } from "../../core/feedback/period.ts";
import { reportOf } from "../../core/feedback/report.ts";
import type { Language } from "../../core/language.ts";
import type { Place } from "../../core/places/place.ts";
import type { WordsIn } from "../../i18n/translate.ts";
import { csvOf, type Separator } from "./csv.ts";
import { reportAsJson, visitsAsJson } from "./json.ts";
import { captionOf, type ReportText, reportText } from "./messages.ts";
import type { ReportsRepository } from "./repository.ts";
import { csvRows } from "./rows.ts";
import { textTable } from "./table.ts";
import { type ReadVisits, type VisitsText, visitLines, visitSections, visitsText } from "./visits/messages.ts";
import { type Year, type YearlySheet, yearlySheet } from "./yearly/messages.ts";
import { parseSheetFile, type SheetFile, type SheetFileResult } from "./yearly/sheet-file.ts";

export interface ReportOrder {
  readonly places: readonly Place[];
  /** Null: of all time. */
  readonly period: Period | null;
  readonly language: Language;
}

export interface YearlyOrder {
  readonly places: readonly Place[];
  readonly year: Year;
  readonly file: SheetFile;
}

/** A report that was read, in whatever shape is asked for. */
export interface ReadReport {
  /** One line that says what it is. */
  readonly caption: string;
  /** Lines of text. */
  table(): string;
  csv(separator: Separator): string;
  json(): object;
  /** A PNG for each page: one, and with more than four places some more. */
  pictures(): Promise<readonly Uint8Array[]>;
  /** The same pages as they are printed. */
  pdf(): Promise<Uint8Array>;
}

export interface ReadYear {
  readonly sheet: YearlySheet;
  table(): string;
  csv(separator: Separator): string;
  json(): object;
}

export interface Reports {
  read(order: ReportOrder): Promise<ReadReport>;
  readYear(order: YearlyOrder): Promise<ReadYear>;
  parseSheetFile(text: string, name: string): SheetFileResult;
}

/** Dots an inch on a screen: sharp on a phone, and far below what a chat refuses. */
const onScreen = 150;

export function createReports(repository: ReportsRepository, wordsIn: WordsIn, readVisits: ReadVisits): Reports {
  const readBlocks = (places: readonly Place[]) => repository.readBlocks(places.map(({ number }) => number));

  return {
    parseSheetFile,
    async read({ places, period, language }) {
      const published = await readBlocks(places);
      const report = reportOf(published, { places: places.map(({ number }) => number), period });
      const words = wordsIn(language);
      const visits = visitSections(words, await readVisits(places, period), places);
      const text = reportText(words, report, places);
      const counted = visitsText(words, visits);
      const named = () => reportText(words, report, places, { all: true });
      return {
        caption: captionOf(text),
        table: () => [textTable(named()), visitLines(words, visits)].filter((part) => part !== "").join("\n\n"),
        csv: (separator) => csvOf(csvRows(words, report, places, visits), separator),
        json: () => ({ ...reportAsJson(words, report, places, named()), visits: visitsAsJson(visits) }),
        async pictures() {
          const { draw, pngOf } = await drawing();
          return draw(text, counted).map((svg) => pngOf(svg, onScreen));
        },
        async pdf() {
          const { draw, pngOf, pdfOf } = await drawing();
          return pdfOf(
            draw(text, counted).map((svg) => pngOf(svg)),
            captionOf(text),
          );
        },
      };
    },
    async readYear({ places, year, file }) {
      const days = await readVisits(places, year.period);
      const sheet = yearlySheet(wordsIn(file.language), await readBlocks(places), places, year, file, days);
      const { title, columns, rows, notes } = sheet;
      const headings = columns.map(({ heading }) => heading);
      const alone = (text: string) => headings.map((_, index) => (index === 0 ? text : null));
      const whole = [headings, ...rows, ...[title, ...notes].map(alone)];
      return {
        sheet,
        table: () =>
          [
            title,
            ...rows.map((row) => headings.map((heading, index) => `${heading}: ${row[index] ?? ""}`).join("\n")),
            notes.join("\n"),
          ].join("\n\n"),
        csv: (separator) => csvOf(whole, separator),
        json: () => ({
          title,
          language: file.language,
          year: year.name,
          columns,
          rows: rows.map((row) => Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? null]))),
          notes,
        }),
      };
    },
  };
}

/** Loaded when something is drawn: the bot's memory has no room for fonts, charts and PDF. */
async function drawing() {
  const [{ reportPages }, { createMeasure, pngOf, pdfOf }] = await Promise.all([
    import("./drawing/pages.ts"),
    import("../../pictures/draw.ts"),
  ]);
  const draw = (text: ReportText, counted: VisitsText | null) => reportPages(text, counted, createMeasure());
  return { draw, pngOf, pdfOf };
}

import { readFile, writeFile } from "node:fs/promises";
import { administerPlaces, openReports } from "../assembly/commands.ts";
import { loadCalendars } from "../calendars.ts";
import { isLanguage, type Language, languages } from "../core/language.ts";
import type { Place } from "../core/places/place.ts";
import { Problem } from "../problem.ts";
import { unknownPlace } from "./change.ts";
import { type Command, type Print, readFlags, withDatabase } from "./command.ts";
import { readPeriod, readYear } from "./report-period.ts";

const usage =
  "report (SLUG… | --all) [--from 2026-01] [--to 2026-12] [--lang nl] [--format table|json|csv|png|pdf] [--out FILE], or report (SLUG… | --all) --yearly 2026 [--columns FILE.yaml] …";

const flags = {
  all: { type: "boolean" },
  from: { type: "string" },
  to: { type: "string" },
  yearly: { type: "string" },
  columns: { type: "string" },
  lang: { type: "string" },
  format: { type: "string" },
  separator: { type: "string" },
  out: { type: "string" },
} as const;

const formats = ["table", "json", "csv", "png", "pdf"] as const;
type Format = (typeof formats)[number];

const separators = ["semicolon", "comma"] as const;

const usualColumns = new URL("../../data/yearly-report.yaml", import.meta.url);

/** `inloop report`: what parents tapped, of whole blocks. A file that is there already is replaced. */
export const runReport: Command = async (words, environment, print) => {
  const { values, positionals } = readFlags(words, flags);
  // Read before the database is opened: a mistake here is found at once.
  if (positionals.length > 0 === (values.all === true)) {
    throw new Problem(`report takes places, or --all: ${usage}`);
  }
  const { out } = values;
  const format = readFormat(values.format, out);
  if (out === undefined && (format === "png" || format === "pdf")) {
    throw new Problem(`A ${format} needs --out, the file to write: ${usage}`);
  }
  const language = readLanguage(values.lang);
  const separator = readChoice("--separator", values.separator ?? "semicolon", separators);
  const year = values.yearly === undefined ? undefined : readYear(values.yearly);
  if (year !== undefined && (values.from !== undefined || values.to !== undefined)) {
    throw new Problem("--yearly says which months; leave out --from and --to.");
  }
  if (year === undefined && values.columns !== undefined) {
    throw new Problem("--columns belongs to --yearly; give both, or leave it out.");
  }
  const period = year?.period ?? readPeriod(values.from, values.to);
  const columns = year === undefined ? undefined : await readColumns(values.columns);

  await withDatabase(environment, async (database, { fallbackLanguage }) => {
    const stored = (await administerPlaces(database, Temporal.Now.instant).read()).places;
    const places = values.all === true ? stored : named(stored, positionals);
    if (places.length === 0) {
      throw new Problem("No places are stored yet: places import FILE");
    }
    const reports = openReports(database, loadCalendars(), Temporal.Now.instant);
    const isPicture = format === "png" || format === "pdf";
    if (year !== undefined && columns !== undefined && !isPicture) {
      const file = sheetFile(reports, columns, language);
      const read = await reports.readYear({ places, year, file });
      return written(textOf(read, format, separator), read.sheet.title, out, print);
    }
    const report = await reports.read({ places, period, language: language ?? fallbackLanguage });
    switch (format) {
      case "png":
        return writePages(await report.pictures(), out ?? "", report.caption, print);
      case "pdf":
        return writeWhole(await report.pdf(), out ?? "", report.caption, print);
      default:
        return written(textOf(report, format, separator), report.caption, out, print);
    }
  });
};

type Reports = ReturnType<typeof openReports>;
type Shapes = Pick<Awaited<ReturnType<Reports["read"]>>, "table" | "csv" | "json">;

function textOf(shapes: Shapes, format: Format, separator: (typeof separators)[number]): string {
  switch (format) {
    case "csv":
      return shapes.csv(separator);
    case "json":
      return `${JSON.stringify(shapes.json(), null, 2)}\n`;
    default:
      return `${shapes.table()}\n`;
  }
}

/** To standard output, or into a file. */
async function written(text: string, caption: string, out: string | undefined, print: Print): Promise<void> {
  if (out === undefined) {
    print(text.replace(/\r?\n$/, ""));
  } else {
    await writeWhole(text, out, caption, print);
  }
}

async function writeWhole(content: string | Uint8Array, out: string, caption: string, print: Print): Promise<void> {
  await writeFile(out, content).catch((cause) => {
    throw new Problem(`${out} cannot be written; give the path of a file in a folder that you may write to.`, {
      cause,
    });
  });
  print(`${out}: ${caption}`);
}

/** `report.png`, `report-2.png`, … */
async function writePages(pages: readonly Uint8Array[], out: string, caption: string, print: Print): Promise<void> {
  for (const [index, page] of pages.entries()) {
    const path = index === 0 ? out : out.replace(/(\.[^./\\]*)?$/, (ending) => `-${index + 1}${ending}`);
    await writeWhole(page, path, caption, print);
  }
}

function named(stored: readonly Place[], slugs: readonly string[]): readonly Place[] {
  return [...new Set(slugs)].map((slug) => {
    const place = stored.find((candidate) => candidate.slug === slug);
    if (place === undefined) {
      throw unknownPlace(slug);
    }
    return place;
  });
}

function readFormat(format: string | undefined, out: string | undefined): Format {
  const ending = /\.(json|csv|png|pdf)$/i.exec(out ?? "")?.[1]?.toLowerCase();
  return readChoice("--format", format ?? ending ?? "table", formats);
}

function readLanguage(text: string | undefined): Language | undefined {
  if (text !== undefined && !isLanguage(text)) {
    throw new Problem(`--lang "${text}" is not a language of the bot; expected ${languages.join(", ")}.`);
  }
  return text;
}

function readChoice<T extends string>(flag: string, text: string, allowed: readonly T[]): T {
  const choice = allowed.find((each) => each === text);
  if (choice === undefined) {
    throw new Problem(`${flag} "${text}" is not known; expected ${allowed.join(", ")}.`);
  }
  return choice;
}

interface ColumnsFile {
  readonly name: string;
  readonly text: string;
}

async function readColumns(path: string | undefined): Promise<ColumnsFile> {
  const name = path ?? "data/yearly-report.yaml";
  const text = await readFile(path ?? usualColumns, "utf8").catch((cause) => {
    throw new Problem(`${name} cannot be read; give the path of a readable file.`, { cause });
  });
  return { name, text };
}

function sheetFile(reports: Reports, { name, text }: ColumnsFile, language: Language | undefined) {
  const parsed = reports.parseSheetFile(text, name);
  if (!parsed.ok) {
    throw new Problem(parsed.problems.join("\n"));
  }
  return { ...parsed.file, language: language ?? parsed.file.language };
}

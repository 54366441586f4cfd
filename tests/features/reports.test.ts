import { beforeAll, describe, expect, test } from "vitest";
import { administerPlaces, openReports } from "../../src/assembly/commands.ts";
import { loadCalendars } from "../../src/calendars.ts";
import { yearOf } from "../../src/core/feedback/period.ts";
import { type Language, languages } from "../../src/core/language.ts";
import type { VisitDay } from "../../src/core/logbook/tally.ts";
import type { Place } from "../../src/core/places/place.ts";
import { connect, type Database } from "../../src/database/client.ts";
import { csvOf } from "../../src/features/reports/csv.ts";
import { createReports, type Reports } from "../../src/features/reports/reports.ts";
import { createWords } from "../../src/i18n/translate.ts";
import { emptyDatabase } from "../support/bot-surroundings.ts";
import { cleanUp } from "../support/clean-up.ts";
import { csvRecords, parseCsv } from "../support/csv.ts";
import { tapWeeks } from "../support/published-weeks.ts";
import { query } from "../support/query.ts";
import { pixelsOf, readPdf, sizeOf } from "./poster-code.ts";

const names: readonly (readonly [slug: string, nl: string])[] = [
  ["de-zandbak", "De Zandbak"],
  ["het-treintje", "Het Treintje"],
  ["de-boom", "De Boom"],
  ["gevaar", '=HYPERLINK("http://evil.example";"klik")'],
  ["vijf", "Plek vijf"],
];

let url: string;
let reports: Reports;
let places: readonly Place[];

beforeAll(async () => {
  url = await emptyDatabase();
  const database: Database = await connect(url);
  cleanUp(database.close);
  const text = `places:\n${names.map(([slug, nl]) => `  - { slug: ${slug}, name: { nl: ${JSON.stringify(nl)}, fr: ${JSON.stringify(nl)}, ar: مكان }, address: Straat 1, hours: "Mo 09:00-12:00", schoolCalendar: none }`).join("\n")}\n`;
  const result = await administerPlaces(database, Temporal.Now.instant).importFile(text, "places.yaml", false);
  if (!result.ok) throw new Error(result.problems.join("\n"));
  places = (await administerPlaces(database, Temporal.Now.instant).read()).places;
  reports = openReports(database, loadCalendars(), Temporal.Now.instant);
  await tapWeeks(
    url,
    [
      // Two weeks make a block: neither has 20 answers by itself.
      { place: 1, day: "2026-01-05", tapped: { did_good: 8, pleasant: 5, so_so: 4, not_alone: 9 } },
      {
        place: 1,
        day: "2026-01-12",
        tapped: { did_good: 4, pleasant: 3, so_so: 2, not_at_ease: 5, not_alone: 6, too_busy: 3 },
      },
      // Few are uneasy: joined.
      {
        place: 1,
        day: "2026-01-19",
        tapped: { did_good: 11, pleasant: 7, so_so: 4, not_at_ease: 2, too_busy: 8, not_alone: 2 },
      },
      // With few visits a block takes long: this one ends in the next year.
      { place: 1, day: "2026-12-28", tapped: { did_good: 20, pleasant: 6 } },
      // Nobody but the content: no faces are shown.
      { place: 2, day: "2026-02-02", tapped: { did_good: 21, met_others: 10 } },
      { place: 4, day: "2026-02-02", tapped: { did_good: 9, pleasant: 6, so_so: 5, not_at_ease: 6 } },
      // Too few so far: nobody may learn of them.
      { place: 3, day: "2026-02-02", tapped: { did_good: 19, language: 19 } },
    ],
    "2027-01-04",
  );
});

const year = (its: readonly Place[], language: Language = "nl") =>
  reports.read({ places: its, period: yearOf("calendar", 2026), language });
const place = (number: number) => places[number - 1] as Place;

interface Json {
  readonly answers: number | null;
  readonly faces: {
    readonly answers: number;
    readonly groups: readonly { readonly choice: string; readonly count: number }[];
  };
  readonly brought: readonly {
    readonly choice: string;
    readonly count: number | null;
    readonly of?: number;
    readonly blocks: number;
  }[];
  readonly blocks: readonly { readonly from: string; readonly to: string; readonly answers: number }[];
  readonly left_out: readonly object[];
  readonly not_yet: readonly object[];
  readonly statements: readonly string[];
  readonly notes: readonly string[];
}
const json = async (its: readonly Place[], language?: Language) => (await year(its, language)).json() as Json;

describe("a report", () => {
  test("adds the whole blocks of its period, and names the one that crosses its border", async () => {
    const report = await json([place(1)]);
    // The third block waited for 20 answers until the year was over.
    expect(report.blocks).toMatchObject([
      { from: "2026-01-05", to: "2026-01-18", answers: 31 },
      { from: "2026-01-19", to: "2026-01-25", answers: 24 },
    ]);
    expect(report.answers).toBe(55);
    expect(report.faces.groups).toMatchObject([
      { choice: "did_good", count: 23 },
      { choice: "pleasant", count: 15 },
      { choice: "so_so+not_at_ease", count: 17 },
    ]);
    expect(report.brought[0]).toMatchObject({ choice: "not_alone", count: 15, of: 31, blocks: 1 });
    expect(report.left_out).toEqual([{ place: "de-zandbak", from: "2026-02-02", to: "2027-01-03" }]);
    expect(report.statements.join("\n")).toContain("De Zandbak, 2/2/2026 tot 3/1/2027");
  });

  test("of several places covers those that show faces, and says how many answers these are", async () => {
    const report = await json([place(1), place(2)]);
    expect(report.answers).toBe(76);
    expect(report.faces).toMatchObject({ answers: 55, blocks: 2 });
    const text = (await year([place(1), place(2)])).table();
    expect(text).toContain("55 van 76 antwoorden");
  });

  test("says since when there are not yet 20 answers, and tells nothing of those that wait", async () => {
    const report = await json([place(3)]);
    expect(report).toMatchObject({ answers: null, blocks: [], not_yet: [{ place: "de-boom", since: null }] });
    expect(report.statements).toEqual([
      "In deze weken is nog niets gepubliceerd.",
      "De Boom: nog geen 20 antwoorden tot nu.",
    ]);
    expect((await json([place(2)])).not_yet).toEqual([{ place: "het-treintje", since: "2026-02-09" }]);
    const others = await year([place(5)]);
    const waiting = await year([place(3)]);
    expect(waiting.table().replaceAll("De Boom", "")).toBe(others.table().replaceAll("Plek vijf", ""));
  });

  test("reads no open counts, sealed or not", async () => {
    await query(url, (sql) => sql`alter table open_counts rename to open_counts_away`);
    try {
      expect((await json(places)).answers).toBe(102);
    } finally {
      await query(url, (sql) => sql`alter table open_counts_away rename to open_counts`);
    }
  });

  test.each(languages)(
    "says in %s what it shows and what nobody can know, and never claims an effect",
    async (language) => {
      const text = (await year([place(1)], language)).table();
      expect(text).toContain(
        { nl: "Wat ouders aantikten", fr: "Ce que les parents ont choisi", ar: "ما اختاره الأهل" }[language],
      );
      expect(text).toContain(
        { nl: "verschillende gezinnen", fr: "familles différentes", ar: "العائلات المختلفة" }[language],
      );
      expect(text).toContain({ nl: "Wilson", fr: "Wilson", ar: "ويلسون" }[language]);
      expect(text).not.toMatch(/effect|effet|impact|resultaat|résultat|أثر|تأثير|\{\{|undefined|NaN/i);
      // What was erased is said in words.
      expect(text).toContain(
        { nl: "minder dan 5, of allen op minder dan 5 na", fr: "moins de 5, ou tous sauf moins de 5", ar: "أقل من" }[
          language
        ],
      );
    },
  );
});

describe("as CSV", () => {
  const records = async (its: readonly Place[]) => csvRecords((await year(its)).csv("semicolon"));

  test("has the sum, each place and each block, with an empty field and words where something was erased", async () => {
    const rows = await records([place(1), place(2)]);
    const find = (level: string, question: string, choice: string) =>
      rows.filter((row) => row.level === level && row.question === question && row.choice === choice);
    expect(find("all", "answers", "all")).toMatchObject([{ count: "76", place: "", blocks: "3" }]);
    expect(find("place", "answers", "all")).toMatchObject([
      { place: "de-zandbak", count: "55", first_day: "2026-01-05", last_day: "2026-01-25" },
      { place: "het-treintje", count: "21" },
    ]);
    expect(find("block", "face", "so_so")).toMatchObject([{ count: "6", answers: "31", share_percent: "19" }]);
    expect(find("block", "face", "so_so+not_at_ease")).toMatchObject([{ count: "6", answers: "24" }]);
    expect(find("block", "better", "too_busy")).toMatchObject([
      { count: "", note: "minder dan 5, of allen op minder dan 5 na" },
      { count: "8" },
      { count: "", note: "minder dan 5, of allen op minder dan 5 na" },
    ]);
    expect(rows.filter(({ level }) => level === "left_out")).toMatchObject([
      { place: "de-zandbak", first_day: "2026-02-02" },
    ]);
    expect(rows.some(({ count }) => count !== "" && Number(count) < 5)).toBe(false);
    expect(
      rows
        .filter(({ level }) => level === "note")
        .map(({ note }) => note)
        .join(" "),
    ).toContain("verschillende gezinnen");
  });

  test("is read by a program with commas, and by Excel with semicolons and its mark of UTF-8", async () => {
    const report = await year(places);
    const [semicolons, commas] = [report.csv("semicolon"), report.csv("comma")];
    expect([...Buffer.from(semicolons).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(csvRecords(semicolons)).toEqual(csvRecords(commas, ","));
  });

  test("runs no formula that a name holds", async () => {
    const rows = await records([place(4)]);
    expect(rows[0]?.place_name).toBe(`'=HYPERLINK("http://evil.example";"klik")`);
    for (const bad of ["=1", "+1", "-1", "@a", "\t=1", " =1", "\u200f=1", "＝1"])
      expect(parseCsv(csvOf([[bad]], "comma").slice(1), ",")).toEqual([[`'${bad}`]]);
    expect(parseCsv(csvOf([['a "b"\r\nc;d', 5, null, " x"]], "semicolon").slice(1))).toEqual([
      ['a "b"\r\nc;d', "5", "", " x"],
    ]);
  });
});

/** Where something dark is drawn. */
function darkPixels(png: Uint8Array): readonly (readonly [x: number, y: number])[] {
  const { width, height, rgba } = pixelsOf(png);
  const all = Array.from({ length: width * height }, (_, index) => index);
  return all
    .filter((index) => (rgba[index * 4] ?? 255) < 128)
    .map((index) => [index % width, Math.floor(index / width)] as const);
}

/** How many of them lie within 7 mm of the edge; below, within 4, where the pages are numbered. */
function onMargin(png: Uint8Array): number {
  const { width, height } = sizeOf(png);
  const isIn = ([x, y]: readonly [number, number]) => x > 40 && x < width - 40 && y > 40 && y < height - 20;
  return darkPixels(png).filter((pixel) => !isIn(pixel)).length;
}

describe("drawn", () => {
  test.each(languages)(
    "in %s it is a picture, with something on it from edge to edge and white around it",
    async (language) => {
      const [picture, ...more] = await (await year([place(1)], language)).pictures();
      expect(more).toEqual([]);
      const bytes = picture as Uint8Array;
      expect(sizeOf(bytes)).toEqual({ width: 1240, height: 1754 });
      expect(onMargin(bytes)).toBe(0);
      expect(darkPixels(bytes).length).toBeGreaterThan(100_000);
    },
  );

  test.each(languages)("in %s the longest names stay within the margins", async (language) => {
    const long = { nl: "W".repeat(100), fr: "Lieu de rencontre ".repeat(6).slice(0, 100), ar: "مكان ".repeat(20) };
    const its = [place(1), place(2), place(4)].map((each) => ({ ...each, name: long }));
    for (const bytes of await (await year(its, language)).pictures()) expect(onMargin(bytes)).toBe(0);
  });

  test.each(languages)("in %s what the team counted has pages of its own, within the margins", async (language) => {
    const days: VisitDay[] = places.map(({ number }) => ({
      ...{ place: number, day: "2026-02-02", children: 14, siblings: null, adults: 480, firstVisits: 0 },
      planned: [{ start: 540, end: 720 }],
      opened: number === 1 ? [{ start: 540, end: 900 }] : null,
    }));
    const counted = createReports({ readBlocks: async () => [] }, createWords(), async () => days);
    const name = { nl: "W".repeat(100), fr: "Lieu de rencontre ".repeat(6).slice(0, 100), ar: "مكان ".repeat(20) };
    const its = places.map((each) => ({ ...each, name }));
    const pictures = await (await counted.read({ places: its, period: null, language })).pictures();
    // All together, and five places: four to a page.
    expect(pictures).toHaveLength(3);
    for (const bytes of pictures) expect(onMargin(bytes)).toBe(0);
  });

  test("nothing published is a picture too", async () => {
    expect(await (await year([place(3)], "ar")).pictures()).toHaveLength(1);
  });

  test("more places than fit have a page of their own, and a PDF has them all as they are printed", async () => {
    const report = await year(places, "fr");
    expect(await report.pictures()).toHaveLength(2);
    const { pages, title, pixels } = await readPdf(await report.pdf());
    expect(pages).toEqual([
      { width: 210, height: 297 },
      { width: 210, height: 297 },
    ]);
    expect(title).toContain("Ce que les parents ont choisi");
    expect(pixels).toMatchObject({ width: 2480, height: 3508 });
  });
});

describe("the yearly sheet", () => {
  const sheet = async (columns: string, language = "nl") => {
    const parsed = reports.parseSheetFile(`language: ${language}\ncolumns: ${columns}\n`, "sheet.yaml");
    if (!parsed.ok) throw new Error(parsed.problems.join("\n"));
    const period = yearOf("calendar", 2026);
    return reports.readYear({ places, year: { kind: "calendar", name: "2026", period }, file: parsed.file });
  };

  test("has the columns of its file, in that order, and a row a place and of all", async () => {
    const { csv } = await sheet(
      "[slug, { column: answers, heading: Stemmen }, did_good.share, so_so.count, so_so+not_at_ease.count, not_alone.base, distinct_families]",
    );
    const rows = parseCsv(csv("semicolon").slice(1));
    expect(rows.slice(0, 7)).toEqual([
      [
        "Code",
        "Stemmen",
        "Het deed deugd: aandeel in %",
        "Het ging zo: aantal",
        "Het ging zo + Niet op mijn gemak: aantal",
        "Minder alleen: op hoeveel antwoorden",
        "Verschillende gezinnen",
      ],
      ["de-zandbak", "55", "42", "samen geteld met andere gezichten", "17", "31", "niet te weten"],
      ["het-treintje", "21", ...Array(4).fill("minder dan 5, of allen op minder dan 5 na"), "niet te weten"],
      ["de-boom", ...Array(5).fill("niets gepubliceerd"), "niet te weten"],
      ["gevaar", "26", "35", "5", "11", "minder dan 5, of allen op minder dan 5 na", "niet te weten"],
      ["vijf", ...Array(5).fill("niets gepubliceerd"), "niet te weten"],
      ["", "102", "40", "samen geteld met andere gezichten", "28", "31", "niet te weten"],
    ]);
    expect(rows[7]?.[0]).toBe("Wat ouders aantikten · Jaar 2026 · Van 1/1/2026 tot en met 31/12/2026");
    expect(
      rows
        .slice(8)
        .map(([note]) => note)
        .join(" "),
    ).toMatch(/2\/2\/2026 tot 3\/1\/2027.*verschillende gezinnen/);
  });

  test("speaks its language", async () => {
    const { json: read } = await sheet("[place, return_rate]", "fr");
    expect(read()).toMatchObject({
      title: "Ce que les parents ont choisi · Année 2026 · Du 1/1/2026 au 31/12/2026 inclus",
      columns: [{ heading: "Lieu" }, { heading: "Familles qui reviennent" }],
      rows: expect.arrayContaining([{ place: "De Zandbak", return_rate: "impossible à savoir" }]),
    });
  });

  test.each([
    ["columns: [answer]", '1: "answer" is no column'],
    ["columns:\n  - place\n  - not_alone.median", '3: "not_alone.median" is no column'],
    ["columns: [not_alone+perspective.share]", '1: "not_alone+perspective.share" is no column'],
    ["columns: [so_so+so_so.share]", '1: "so_so+so_so.share" is no column'],
    ["columns: []", "1: columns is a list"],
    ["language: de\ncolumns: [place]", "1: language is one of nl, fr, ar"],
    ["columns: [place]\ntotal: maybe", "2: total is true or false"],
    ["columns: [place]\ncolour: red", '2: "colour" is not known'],
    ["columns: [{ column: place, title: a }]", '1: "title" is not known'],
    ["columns: [{ column: place, heading: 3 }]", "1: heading is a text"],
    ["columns: [place", "1: not YAML"],
    ["- place", "1: expected language, total and columns"],
    ["", "1: expected language, total and columns"],
  ])("a file with a mistake names it: %s", (text, sentence) => {
    const parsed = reports.parseSheetFile(text, "sheet.yaml");
    expect(parsed.ok ? [] : parsed.problems).toEqual([expect.stringContaining(`sheet.yaml:${sentence}`)]);
  });
});

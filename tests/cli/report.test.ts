import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { runReport } from "../../src/cli/report.ts";
import { Problem } from "../../src/problem.ts";
import { readPdf, sizeOf } from "../features/poster-code.ts";
import { databaseWithPlaces, emptyDatabase } from "../support/bot-surroundings.ts";
import { csvRecords, parseCsv } from "../support/csv.ts";
import { runInloop, temporaryFolder } from "../support/process.ts";
import { tapWeeks } from "../support/published-weeks.ts";

let folder: string;
let DATABASE_URL: string;

beforeAll(async () => {
  [folder, DATABASE_URL] = await Promise.all([temporaryFolder(), databaseWithPlaces()]);
  await tapWeeks(
    DATABASE_URL,
    [
      { place: 1, day: "2026-01-12", tapped: { did_good: 10, pleasant: 7, so_so: 6, not_at_ease: 5, not_alone: 12 } },
      { place: 1, day: "2026-09-07", tapped: { did_good: 12, pleasant: 9, so_so: 3, not_at_ease: 1, too_busy: 8 } },
      { place: 2, day: "2026-09-07", tapped: { did_good: 9, pleasant: 7, so_so: 5, not_at_ease: 5, met_others: 11 } },
    ],
    "2026-10-05",
  );
});

test("a table on the terminal, in the language that is asked for", async () => {
  const { code, stdout, stderr } = await runInloop(["report", "de-zandbak", "--lang", "fr"], folder, { DATABASE_URL });
  expect({ code, stderr }).toEqual({ code: 0, stderr: [] });
  expect(stdout).toMatch(/^Ce que les parents ont choisi\nLe Bac à sable\n/);
  expect(stdout).toMatch(/Moins de solitude +43\s% +12 sur 28 +entre 27\s% et 61\s% +1\/2 blocs/);
});

test.each([
  ["de-zandbak", 53],
  ["le-petit-train", 26],
  ["le-petit-train de-zandbak le-petit-train", 79],
  ["--all", 79],
  ["--all --from 2026-09", 51],
  ["--all --to 2026-08", 28],
  ["--all --from 2026-01 --to 2026-01", 28],
  ["--all --yearly 2026", 79],
  ["--all --yearly 2026-27", 51],
])("report %s counts %i answers", async (words, answers) => {
  const read = JSON.parse((await report(`${words} --format json`)).join("\n"));
  expect(read.answers ?? Number(read.rows.at(-1).answers)).toBe(answers);
});

test("a CSV on the terminal, and the same in a file whose ending says what it is", async () => {
  const out = join(folder, "all.csv");
  const [printed = ""] = await report("--all --format csv");
  expect(await report(`--all --out ${out}`)).toEqual([
    expect.stringMatching(/all\.csv: Wat ouders aantikten · .* · 79 antwoorden$/),
  ]);
  const text = await readFile(out, "utf8");
  expect(`${printed}\r\n`).toBe(text);
  expect(csvRecords(text)[0]).toMatchObject({ level: "all", question: "answers", count: "79" });
  const [commas = ""] = await report("--all --format csv --separator comma");
  expect(csvRecords(`${commas}\r\n`, ",")).toEqual(csvRecords(text));
});

test("a picture and a PDF, which replace the files that were there", async () => {
  const [png, pdf] = [join(folder, "report.PNG"), join(folder, "report.pdf")];
  for (const lang of ["ar", "nl"]) await report(`--all --lang ${lang} --out ${png}`);
  expect(sizeOf(await readFile(png))).toEqual({ width: 1240, height: 1754 });
  await report(`de-zandbak --yearly 2026 --out ${pdf}`);
  expect((await readPdf(await readFile(pdf))).title).toBe(
    "Wat ouders aantikten · De Zandbak · Van 1/1/2026 tot en met 31/12/2026 · 53 antwoorden",
  );
});

test("the yearly sheet has the usual columns, or those of a file", async () => {
  const [usual = ""] = await report("--all --yearly 2026 --format csv");
  const [headings, first] = parseCsv(`${usual.slice(1)}\r\n`);
  expect(headings?.slice(0, 6)).toEqual([
    "Plek",
    "Jaar",
    "Eerste getelde dag",
    "Laatste getelde dag",
    "Antwoorden",
    "Het deed deugd: aandeel in %",
  ]);
  expect(first?.slice(0, 5)).toEqual(["De Zandbak", "2026", "2026-01-12", "2026-09-13", "53"]);

  const columns = join(folder, "funder.yaml");
  await writeFile(columns, "language: fr\ntotal: false\ncolumns: [answers, place]\n");
  const [own = ""] = await report(`--all --yearly 2026-27 --columns ${columns} --format csv`);
  expect(parseCsv(`${own.slice(1)}\r\n`).slice(0, 3)).toEqual([
    ["Réponses", "Lieu"],
    ["25", "Le Bac à sable"],
    ["26", "Le Petit Train"],
  ]);
  const [dutch = ""] = await report(`--all --yearly 2026-27 --columns ${columns} --lang nl --format csv`);
  expect(dutch).toContain("Antwoorden;Plek");

  await writeFile(columns, "columns:\n  - place\n  - families\n");
  expect(await problemOf(report(`--all --yearly 2026 --columns ${columns}`))).toMatch(
    new RegExp(`^${columns}:3: "families" is no column; expected place, `),
  );
});

test.each([
  ["", /^report takes places, or --all: report \(SLUG… \| --all\)/],
  ["de-zandbak --all", /^report takes places, or --all: /],
  ["de-zandbank", /^There is no place "de-zandbank"; places list shows those that there are\.$/],
  ["--all --format xls", /^--format "xls" is not known; expected table, json, csv, png, pdf\.$/],
  ["--all --format png", /^A png needs --out, the file to write: /],
  ["--all --lang de", /^--lang "de" is not a language of the bot; expected nl, fr, ar\.$/],
  ["--all --separator tab", /^--separator "tab" is not known; expected semicolon, comma\.$/],
  ["--all --from 2026-13", /^"2026-13" is not a month; expected one such as 2026-01\.$/],
  ["--all --from 2026-02 --to 2026-01", /^2026-01 comes before 2026-02; expected the first month and then the last\.$/],
  [
    "--all --yearly 2026-28",
    /^--yearly "2026-28" is not a year; expected one such as 2026, or a school year such as 2026-27\.$/,
  ],
  ["--all --yearly 2026 --from 2026-01", /^--yearly says which months; leave out --from and --to\.$/],
  ["--all --columns a.yaml", /^--columns belongs to --yearly; give both, or leave it out\.$/],
  ["--all --yearly 2026 --columns absent.yaml", /^absent\.yaml cannot be read; give the path of a readable file\.$/],
  ["--all --out /dev/null/a.pdf", /^\/dev\/null\/a\.pdf cannot be written; /],
  ["--all --yes", /^--yes is not an option; allowed: --all, /],
])("report %s is one sentence", async (words, said) => {
  expect(await problemOf(report(words))).toMatch(said);
});

test("without any place there is nothing to report", async () => {
  const url = await emptyDatabase();
  expect(await problemOf(report("--all", { DATABASE_URL: url }))).toBe("No places are stored yet: places import FILE");
});

async function report(words: string, variables: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  const printed: string[] = [];
  const given = words === "" ? [] : words.split(" ");
  await runReport(given, { DATABASE_URL, ...variables }, (line) => printed.push(line));
  return printed;
}

async function problemOf(work: Promise<unknown>): Promise<string> {
  const cause = await work.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  expect(cause).toBeInstanceOf(Problem);
  return (cause as Problem).message;
}

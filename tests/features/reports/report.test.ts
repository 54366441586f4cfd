import { describe, expect, test } from "vitest";
import { languages } from "../../../src/core/language.ts";
import type { Place } from "../../../src/core/places/place.ts";
import { csvOf } from "../../../src/features/reports/csv.ts";
import { csvRecords, parseCsv } from "../../support/csv.ts";
import { query } from "../../support/query.ts";
import { json, place, places, tapInFivePlaces, url, year } from "./five-places.ts";

tapInFivePlaces();

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

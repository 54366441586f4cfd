import { describe, expect, test } from "vitest";
import { yearOf } from "../../../src/core/feedback/period.ts";
import { parseCsv } from "../../support/csv.ts";
import { places, reports, tapInFivePlaces } from "./five-places.ts";

tapInFivePlaces();

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

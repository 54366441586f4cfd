import { describe, expect, test } from "vitest";
import { languages } from "../../../src/core/language.ts";
import type { VisitDay } from "../../../src/core/logbook/tally.ts";
import { createReports } from "../../../src/features/reports/reports.ts";
import { createWords } from "../../../src/i18n/translate.ts";
import { pixelsOf, readPdf, sizeOf } from "../poster-code.ts";
import { place, places, tapInFivePlaces, year } from "./five-places.ts";

tapInFivePlaces();

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

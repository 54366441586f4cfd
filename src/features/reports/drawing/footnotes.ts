import { page } from "../../../pictures/page.ts";
import type { ReportText } from "../messages.ts";
import type { Sheet, Type } from "./sheet.ts";
import { colours, edge, inner, type Part } from "./style.ts";

const padding = 4.2;

/** How to read it, and what nobody can know: on every page that has figures. */
export function footnotes(sheet: Sheet, { notes, trend }: ReportText, elsewhere: boolean): Part {
  const type: Type = { size: 3.05, colour: colours.ink };
  const leading = 4.25;
  const paragraphs = [...(elsewhere ? [trend.elsewhere] : []), ...notes];
  const between = 0.9;
  const lines = paragraphs.flatMap((note, number) =>
    sheet.paragraph(note, inner.width, type).map((line) => ({ line, below: number * between })),
  );
  const height = lines.length * leading + (paragraphs.length - 1) * between + 2 * padding;
  return {
    height,
    draw: (top) => [
      sheet.box(edge, top, page.width - 2 * edge, height, colours.sand),
      ...lines.map(({ line, below }, index) =>
        sheet.text(line, inner.left, top + padding + 3.1 + index * leading + below, type),
      ),
    ],
  };
}

/** Where nothing is published yet, and what was left out; large where there is nothing else. */
export function statements(sheet: Sheet, { statements: said }: ReportText, isAlone: boolean): Part {
  const type: Type = isAlone ? { size: 5.2, colour: colours.ink } : { size: 3.2, colour: colours.dark };
  const leading = type.size * 1.45;
  const lines = said.flatMap((line) => sheet.paragraph(line, inner.width, type));
  return {
    height: lines.length === 0 ? 0 : lines.length * leading + 4,
    draw: (top) => lines.map((line, index) => sheet.text(line, inner.left, top + type.size + index * leading, type)),
  };
}

import { type RowText, type SectionText, together } from "../messages.ts";
import { bars } from "./charts.ts";
import { faceIcon } from "./face.ts";
import type { Sheet, Type } from "./sheet.ts";
import { colours, faceColours, inner, type Part } from "./style.ts";

const headingHeight = 9;

/** How it was: a bar for each face, or for faces that are counted together. */
export function facesChart(sheet: Sheet, section: SectionText, scale: number): Part {
  const { rows, none, covered, heading } = section;
  // Names of faces that are counted together need lines of their own.
  const isJoined = rows.some(({ choices }) => choices.length > 2);
  const rowHeight = (isJoined ? 13 : 10.2) * scale;
  const iconRadius = 3;
  const labelWidth = 62;
  const valueWidth = 45;
  const label = { size: isJoined ? 3.6 : 4.1, colour: colours.ink } as const;
  const small = { size: 3, colour: colours.muted } as const;
  const height = headingHeight + (rows.length === 0 ? 8 : rows.length * rowHeight);
  return {
    height,
    draw(top) {
      const bodyTop = top + headingHeight;
      const head = [
        sheet.text(heading, inner.left, top + 5, { size: 5.4, bold: true, colour: colours.dark }),
        ...(covered === undefined ? [] : [sheet.textUntil(covered, inner.right, top + 5, small)]),
      ];
      if (rows.length === 0) {
        return [...head, ...paragraph(sheet, none, bodyTop + 4, inner.width)];
      }
      const width = inner.width - labelWidth - valueWidth;
      const x = inner.left + labelWidth;
      const area = { left: sheet.left(x, width), top: bodyTop, width, height: rows.length * rowHeight };
      const drawn = rows.map(({ share, choices }) => ({ share, colour: faceColours[choices[0] ?? 0] ?? colours.dark }));
      return [
        ...head,
        bars(drawn, area, 5.4, sheet.direction),
        ...rows.flatMap((row, index) => {
          const middle = bodyTop + (index + 0.5) * rowHeight;
          const icons = row.choices.map((face, number) =>
            faceIcon(face, sheet.left(inner.left + iconRadius + number * 4.4, 0), middle, iconRadius),
          );
          const labelX = inner.left + 2 * iconRadius + (icons.length - 1) * 4.4 + 3;
          const lines = labelLines(sheet, row.label, x - labelX - 3, label);
          const valueX = x + width + 4;
          return [
            ...icons.toReversed(),
            ...lines.map((line, number) =>
              sheet.text(line, labelX, middle + 1.4 + (number - (lines.length - 1) / 2) * label.size * 1.15, label),
            ),
            sheet.text(row.value, valueX, middle + 1.9, { size: 5.4, bold: true, colour: colours.ink }),
            sheet.text(row.count, valueX + 16, middle - 0.5, small),
            sheet.text(row.margin, valueX + 16, middle + 3.3, { ...small, size: 2.7 }),
          ];
        }),
      ];
    },
  };
}

/** Each name of those that are counted together has a line of its own. */
function labelLines(sheet: Sheet, label: string, width: number, type: Type): readonly string[] {
  const names = label.split(together);
  return names.flatMap((name, index) => sheet.lines(index === names.length - 1 ? name : `${name} +`, width, type));
}

/** What it brought, and what could be better, side by side. */
export function themesChart(sheet: Sheet, brought: SectionText, better: SectionText, scale: number): Part {
  const gap = 10;
  const width = (inner.width - gap) / 2;
  const rowHeight = 8.8 * scale;
  const most = Math.max(brought.rows.length, better.rows.length);
  return {
    height: headingHeight + most * rowHeight,
    draw: (top) => [
      ...column(sheet, brought, { x: inner.left, top, width, rowHeight, colour: colours.brought }),
      ...column(sheet, better, { x: inner.left + width + gap, top, width, rowHeight, colour: colours.better }),
    ],
  };
}

interface Column {
  readonly x: number;
  readonly top: number;
  readonly width: number;
  readonly rowHeight: number;
  readonly colour: string;
}

function column(sheet: Sheet, { heading, rows }: SectionText, { x, top, width, rowHeight, colour }: Column) {
  const bodyTop = top + headingHeight;
  // The bar lies in the lower half of its row, under its words.
  const area = { left: sheet.left(x, width), top: bodyTop + 2.2, width, height: rows.length * rowHeight };
  return [
    sheet.text(heading, x, top + 5, { size: 5.4, bold: true, colour: colours.dark }),
    bars(
      rows.map(({ share }) => ({ share, colour })),
      area,
      2.4,
      sheet.direction,
    ),
    ...rows.flatMap((row, index) => words(sheet, row, x, width, bodyTop + (index + 0.5) * rowHeight)),
  ];
}

function words(sheet: Sheet, row: RowText, x: number, width: number, y: number): readonly string[] {
  const label = { size: 3.5, colour: row.share === null ? colours.muted : colours.ink } as const;
  const small = { size: 2.7, colour: colours.muted } as const;
  const value = row.share === null ? { ...small, size: 3 } : ({ size: 3.9, bold: true, colour: colours.ink } as const);
  const details = row.share === null ? "" : [row.count, row.blocks ?? ""].filter((part) => part !== "").join(" · ");
  const beside = x + width - sheet.width(row.value, value) - 2.5;
  return [
    sheet.text(row.label, x, y - 0.9, label),
    sheet.textUntil(row.value, x + width, y - 0.9, value),
    ...(details === "" ? [] : [sheet.textUntil(details, beside, y - 0.9, small)]),
  ];
}

function paragraph(sheet: Sheet, text: string, top: number, width: number): readonly string[] {
  const type = { size: 3.7, colour: colours.muted } as const;
  return sheet.paragraph(text, width, type).map((line, index) => sheet.text(line, inner.left, top + index * 5, type));
}

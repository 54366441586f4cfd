import { mondayOf, sundayOf } from "../../../core/feedback/week.ts";
import { numericDate, percent } from "../../../i18n/format.ts";
import type { PanelText, ReportText } from "../messages.ts";
import { trend } from "./charts.ts";
import type { Sheet } from "./sheet.ts";
import { colours, faceColours, inner } from "./style.ts";

/** Of a row of panels on the first page. */
export const panelHeight = 30;

interface Grid {
  readonly top: number;
  readonly across: number;
  readonly height: number;
}

const gap = 8;
/** Between two rows. */
export const rowGap = 7;
const axisWidth = 8;

/** Small multiples: the same scale and the same weeks in each, so that they can be compared. */
export function panelGrid(
  sheet: Sheet,
  text: ReportText,
  panels: readonly PanelText[],
  { top, across, height }: Grid,
): readonly string[] {
  const blocks = text.trend.panels.flatMap(({ points }) => points.map(({ block }) => block));
  if (blocks.length === 0) {
    return [];
  }
  const weeks = [
    Math.min(...blocks.map(({ firstWeek }) => firstWeek)),
    Math.max(...blocks.map(({ lastWeek }) => lastWeek)),
  ] as const;
  const width = (inner.width - (across - 1) * gap) / across;
  return panels.flatMap((panel, index) => {
    const x = inner.left + (index % across) * (width + gap);
    const y = top + Math.floor(index / across) * (height + rowGap);
    return drawPanel(sheet, panel, weeks, { x, y, width, height }, colourOf(text, panels, index));
  });
}

/** Faces have their own colours; places all have that of the one face they show. */
function colourOf({ faces, trend: { panels } }: ReportText, shown: readonly PanelText[], index: number): string {
  const isOfFaces = panels === shown && panels.every(({ label }, number) => faces.rows[number]?.label === label);
  const face = isOfFaces ? (faces.rows[index]?.choices[0] ?? 0) : 0;
  return faceColours[face] ?? colours.dark;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function drawPanel(
  sheet: Sheet,
  { label, points, none }: PanelText,
  weeks: readonly [number, number],
  { x, y, width, height }: Place,
  colour: string,
): readonly string[] {
  const small = { size: 2.6, colour: colours.muted } as const;
  const title = sheet.fitted(label, width, { size: 3.4, bold: true, colour: colours.ink });
  const plot = {
    left: sheet.left(x + axisWidth, width - axisWidth),
    top: y + 4.5,
    width: width - axisWidth,
    height: height - 10,
  };
  const head = sheet.text(title.text, x, y, title.type);
  if (points.every(({ share }) => share === null)) {
    return [head, sheet.text(none, x, y + height / 2, small)];
  }
  const below = plot.top + plot.height + 4;
  return [
    head,
    trend(points, weeks, plot, colour, sheet.direction),
    ...[0, 0.5, 1].map((share) =>
      sheet.textUntil(percent(sheet.language, share), x + axisWidth - 1.5, plot.top + (1 - share) * plot.height + 0.9, {
        ...small,
        size: 2.3,
      }),
    ),
    sheet.text(numericDate(mondayOf(weeks[0])), x + axisWidth, below, { ...small, size: 2.4 }),
    sheet.textUntil(numericDate(sundayOf(weeks[1])), x + width, below, { ...small, size: 2.4 }),
  ];
}

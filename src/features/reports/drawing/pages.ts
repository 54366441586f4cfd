import { page } from "../../../pictures/page.ts";
import { largestScale, type Measure } from "../../../pictures/text.ts";
import type { PanelText, ReportText } from "../messages.ts";
import type { VisitsText } from "../visits/messages.ts";
import { banner, bannerBottom } from "./banner.ts";
import { footnotes, statements } from "./footnotes.ts";
import { facesChart, themesChart } from "./sections.ts";
import { createSheet, type Sheet } from "./sheet.ts";
import { colours, edge, inner } from "./style.ts";
import { panelGrid, panelHeight, rowGap } from "./trend.ts";
import { chunks, visitPages } from "./visits.ts";

/** Panels of a trend that fit on the first page; more of them get pages of their own. */
const mostOnFirst = 4;
const acrossLater = 3;
const mostOnLater = 12;

/** What stands on the first page besides the bars; the rest comes later. */
interface First {
  readonly trend: boolean;
  readonly statements: boolean;
}

/** Smaller, and words of one row would touch the next. */
const smallestScale = 0.85;
const bottom = page.height - edge;

/**
 * A report as pages of SVG, one unit a millimetre.
 *
 * @param visits what the team counted; null where it counted nothing
 */
export function reportPages(text: ReportText, visits: VisitsText | null, measure: Measure): readonly string[] {
  const sheet = createSheet(text.language, measure);
  const pages = [...tappedPages(sheet, text), ...(visits === null ? [] : visitPages(sheet, text, visits))];
  return pages.map((content, index) => whole([...content, ...pageNumber(sheet, text, index + 1, pages.length)]));
}

/** What parents tapped. */
function tappedPages(sheet: Sheet, text: ReportText): readonly (readonly string[])[] {
  const { panels } = text.trend;
  const hasTrend = panels.some(({ points }) => points.length > 1);
  if (text.brought.rows.length === 0) {
    return [emptyPage(sheet, text)];
  }
  const arrangements: readonly First[] = [
    { trend: hasTrend && panels.length <= mostOnFirst, statements: true },
    { trend: false, statements: true },
    { trend: false, statements: false },
  ];
  const first = arrangements.find((each) => scaleOf(sheet, text, each, !each.trend) >= smallestScale) ?? {
    trend: false,
    statements: false,
  };
  const isTrendLater = (hasTrend || panels.length > mostOnFirst) && !first.trend;
  const later = isTrendLater ? chunks(panels, mostOnLater) : [];
  const isRoomOnLast = (later.at(-1)?.length ?? mostOnLater) <= mostOnLater / 2;
  const pages = first.statements || isRoomOnLast ? later : [...later, []];
  return [
    firstPage(sheet, text, first, isTrendLater),
    ...pages.map((some, index) => laterPage(sheet, text, some, !first.statements && index === pages.length - 1)),
  ];
}

function emptyPage(sheet: Sheet, text: ReportText): readonly string[] {
  const foot = footnotes(sheet, text, false);
  return [
    ...banner(sheet, text),
    ...statements(sheet, text, true).draw(bannerBottom + 14),
    ...foot.draw(bottom - foot.height),
  ];
}

const gaps = 16;
const trendSpace = panelHeight + 15;

/** How much is left for the bars. */
function roomFor(sheet: Sheet, text: ReportText, first: First, elsewhere: boolean): number {
  const foot = footnotes(sheet, text, elsewhere).height;
  const said = first.statements ? statements(sheet, text, false).height + 3 : 3;
  return bottom - bannerBottom - foot - said - (first.trend ? trendSpace : 0);
}

function scaleOf(sheet: Sheet, text: ReportText, first: First, elsewhere: boolean): number {
  const room = roomFor(sheet, text, first, elsewhere);
  const heightAt = (scale: number) =>
    facesChart(sheet, text.faces, scale).height + themesChart(sheet, text.brought, text.better, scale).height;
  return largestScale((scale) => heightAt(scale) + gaps <= room, 1.35);
}

function firstPage(sheet: Sheet, text: ReportText, first: First, elsewhere: boolean): readonly string[] {
  const scale = scaleOf(sheet, text, first, elsewhere);
  const upper = facesChart(sheet, text.faces, scale);
  const lower = themesChart(sheet, text.brought, text.better, scale);
  const gap = Math.min(12, (roomFor(sheet, text, first, elsewhere) - upper.height - lower.height) / 2);
  const lowerTop = bannerBottom + gap + upper.height + gap;
  const trendTop = lowerTop + lower.height + 4;
  const foot = footnotes(sheet, text, elsewhere);
  const said = statements(sheet, text, false);
  const { panels } = text.trend;
  return [
    ...banner(sheet, text),
    ...upper.draw(bannerBottom + gap),
    ...lower.draw(lowerTop),
    ...(first.trend
      ? [
          trendHeading(sheet, text, trendTop + 5),
          ...panelGrid(sheet, text, panels, {
            top: trendTop + 11,
            across: Math.max(2, panels.length),
            height: panelHeight,
          }),
        ]
      : []),
    ...(first.statements ? said.draw(bottom - foot.height - said.height) : []),
    ...foot.draw(bottom - foot.height),
  ];
}

function laterPage(
  sheet: Sheet,
  text: ReportText,
  panels: readonly PanelText[],
  withStatements: boolean,
): readonly string[] {
  const foot = footnotes(sheet, text, false);
  const said = statements(sheet, text, false);
  const saidHeight = withStatements ? said.height : 0;
  const across = panels.length <= mostOnFirst ? 2 : acrossLater;
  const rows = Math.max(1, Math.ceil(panels.length / across));
  const top = bannerBottom + 21;
  const height = Math.min(46, (bottom - foot.height - saidHeight - 4 - top) / rows - rowGap);
  return [
    ...banner(sheet, text),
    ...(panels.length === 0
      ? []
      : [trendHeading(sheet, text, bannerBottom + 13), ...panelGrid(sheet, text, panels, { top, across, height })]),
    ...(withStatements ? said.draw(panels.length === 0 ? bannerBottom + 12 : bottom - foot.height - said.height) : []),
    ...foot.draw(bottom - foot.height),
  ];
}

function trendHeading(sheet: Sheet, text: ReportText, y: number): string {
  const { text: heading, type } = sheet.fitted(text.trend.heading, inner.width, {
    size: 5.4,
    bold: true,
    colour: colours.dark,
  });
  return sheet.text(heading, inner.left, y, type);
}

function pageNumber(sheet: Sheet, text: ReportText, number: number, pages: number): readonly string[] {
  return pages === 1
    ? []
    : [sheet.textUntil(text.page(number, pages), inner.right, page.height - 4, { size: 2.9, colour: colours.muted })];
}

function whole(content: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${page.width} ${page.height}"><rect width="${page.width}" height="${page.height}" fill="#fff"/>${content.join("\n")}</svg>`;
}

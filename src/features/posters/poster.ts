import { page } from "../../pictures/page.ts";
import { largestScale, type Measure, type Style, short, svgText, widthOf, wrapped } from "../../pictures/text.ts";
import { layColumns } from "./columns.ts";
import type { PosterKind, PosterText } from "./messages.ts";
import { drawSteps } from "./steps.ts";

/** What printers leave white, and a little more. */
const edge = 9;
const inner = { left: edge + 9, right: page.width - edge - 9 } as const;

/** The dark and light modules of a QR code, without a quiet zone. */
export type Modules = readonly (readonly boolean[])[];

export interface PosterContent {
  readonly kind: PosterKind;
  /** In the order of `languages`. */
  readonly texts: readonly PosterText[];
  readonly code: Modules;
  /** For those whose phone reads no codes: `t.me/inloop_bot` */
  readonly address: string;
}

/** Dark and light throughout, so that a black and white printer loses nothing; the two kinds are told apart from afar. */
const colours = {
  door: { dark: "#0f4a4d", light: "#e3f0ec", faint: "#2f6d6e" },
  visit: { dark: "#4c2a59", light: "#f0e8f3", faint: "#704e7b" },
} as const;
const ink = "#17282a";
const sand = "#f8f0e2";
const lamp = "#f5d48b";

const bannerHeight = 85;
const codeBox = { left: 19, side: 72 } as const;
/** From the banner to the hours: the code with its quiet zone, its address, and the steps beside it. */
const codeHeight = 100;
const base = { top: 265.5, height: 22.5 } as const;
const panelBottom = 262.5;
const mostPanelHeight = panelBottom - edge - bannerHeight - codeHeight;
const panelPadding = 6;

/** The poster as SVG, one unit a millimetre. */
export function posterSvg({ kind, texts, code, address }: PosterContent, measure: Measure): string {
  const colour = colours[kind];
  const columns = layColumns(texts, inner.right - inner.left, mostPanelHeight - 2 * panelPadding, measure);
  const panel = { top: panelBottom - columns.height - 2 * panelPadding, height: columns.height + 2 * panelPadding };
  // Where there is little to say about hours, the question has more room.
  const spare = mostPanelHeight - panel.height;
  const banner = { top: edge, height: bannerHeight + spare / 2 };
  const codeTop = banner.top + banner.height + spare / 4;

  const content = [
    `<rect width="${page.width}" height="${page.height}" fill="#fff"/>`,
    box(banner, colour.dark),
    kind === "door" ? openDoor(colour.faint) : speech(colour.faint),
    ...placeNames(texts, measure),
    ...questions(texts, measure, spare / 6),
    ...drawCode(code, codeTop, address, measure),
    ...drawSteps(texts, { left: 106, right: page.width - edge, top: codeTop + 4, height: 92 }, colour, measure),
    box(panel, colour.light),
    ...columns.draw(inner.left, panel.top + panelPadding, { ink, accent: colour.dark }),
    box(base, sand),
    ...promises(texts, measure),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${page.width} ${page.height}">${content.join("\n")}</svg>`;
}

function box({ top, height }: { readonly top: number; readonly height: number }, fill: string): string {
  return `<rect x="${edge}" y="${short(top)}" width="${page.width - 2 * edge}" height="${short(height)}" rx="6" fill="${fill}"/>`;
}

/** A door that stands ajar, with light behind it, and a ball: what the place is, without a word. */
function openDoor(faint: string): string {
  return [
    `<g transform="translate(160 33)">`,
    `<path d="M0 16v-8a8 8 0 0 1 16 0v8z" fill="${lamp}"/>`,
    `<path d="M0 16v-8a8 8 0 0 1 5.6-7.63v18.2z" fill="${faint}"/>`,
    `<circle cx="3.9" cy="10" r="0.7" fill="${lamp}"/>`,
    `<circle cx="23" cy="12.4" r="3.6" fill="${faint}"/>`,
    "</g>",
  ].join("");
}

/** Somebody says something, and it may be anything. */
function speech(faint: string): string {
  const dots = [9, 15, 21].map((x) => `<circle cx="${x}" cy="8" r="1.5" fill="${lamp}"/>`);
  return [
    `<g transform="translate(162 31)">`,
    `<path d="M5 0h20a5 5 0 0 1 5 5v6a5 5 0 0 1-5 5h-1v4.5l-6-4.5h-13a5 5 0 0 1-5-5v-6a5 5 0 0 1 5-5z" fill="${faint}"/>`,
    ...dots,
    "</g>",
  ].join("");
}

/** Where lines of a language begin. */
function startOf({ language }: Pick<PosterText, "language">): number {
  return language === "ar" ? inner.right : inner.left;
}

const nameHeight = 14;

/** Each name in its column; one line across where all languages have the same. */
function placeNames(texts: readonly PosterText[], measure: Measure): readonly string[] {
  const [first] = texts;
  const isSame = texts.every(({ place }) => place === first?.place);
  const shown = isSame ? texts.slice(0, 1) : texts;
  const gap = 6;
  const width = (inner.right - inner.left - (shown.length - 1) * gap) / shown.length;
  const style = ({ language }: PosterText, size: number): Style => ({ language, bold: true, size });
  const lines = (text: PosterText, size: number) => wrapped(measure, text.place, style(text, size), width);
  const [largest, leading] = [6.4, 1.3];
  const scale = largestScale((its) =>
    shown.every((text) => lines(text, largest * its).length * largest * its * leading <= nameHeight),
  );
  const size = largest * scale;
  return shown.flatMap((text, column) => {
    const left = inner.left + column * (width + gap);
    return lines(text, size).map((line, index) => {
      const y = edge + 12.5 + index * size * leading;
      return svgText(line, text.language === "ar" ? left + width : left, y, style(text, size), "#fff");
    });
  });
}

/** As large as the page allows, and equally large in each language. */
function questions(texts: readonly PosterText[], measure: Measure, spare: number): readonly string[] {
  const style = ({ language }: PosterText, size: number): Style => ({ language, bold: true, size });
  const widest = inner.right - inner.left;
  const largest = 18;
  const size =
    largest *
    largestScale((scale) =>
      texts.every((text) => widthOf(measure, text.question, style(text, largest * scale)) <= widest),
    );
  return texts.map((text, index) =>
    svgText(text.question, startOf(text), edge + 37.5 + index * (18.6 + spare), style(text, size), "#fff"),
  );
}

/** The standard asks for so many modules of white around a code. */
const quietZone = 4;

/** The code, and below its quiet zone the address for whoever has to type it. */
function drawCode(code: Modules, top: number, address: string, measure: Measure): readonly string[] {
  const module = codeBox.side / code.length;
  const quiet = quietZone * module;
  const dark = code.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  const transform = `translate(${codeBox.left} ${short(top + quiet)}) scale(${module})`;

  const largest: Style = { language: "nl", bold: true, size: 4.6 };
  const size = largest.size * largestScale((scale) => widthOf(measure, address, largest) * scale <= codeBox.side);
  const below = top + codeBox.side + 2 * quiet + size * 0.75;
  return [
    // Crisp edges: between two modules no grey line may appear.
    `<path transform="${transform}" shape-rendering="crispEdges" fill="#000" d="${dark.join("")}"/>`,
    svgText(address, codeBox.left, below, { ...largest, size }, ink),
  ];
}

function promises(texts: readonly PosterText[], measure: Measure): readonly string[] {
  const style = ({ language }: PosterText, size: number): Style => ({ language, bold: true, size });
  const widest = inner.right - inner.left;
  const largest = 5.8;
  const scale = largestScale((its) =>
    texts.every((text) => widthOf(measure, text.promise, style(text, largest * its)) <= widest),
  );
  const leading = 6.15;
  return texts.map((text, index) =>
    svgText(text.promise, startOf(text), base.top + 7.1 + index * leading, style(text, largest * scale), ink),
  );
}

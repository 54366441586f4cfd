import { largestScale, type Measure, type Style, short, svgText, widthOf } from "../../pictures/text.ts";
import type { PosterText, Step } from "./messages.ts";

export interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly height: number;
}

const disc = 7.5;
const gap = 5;

/** The inside of a button, left and right of its words. */
const padding = 0.55;

/** Each number once, and what to do in each language beside it. */
export function drawSteps(
  texts: readonly PosterText[],
  area: Area,
  colour: { readonly dark: string; readonly light: string },
  measure: Measure,
): readonly string[] {
  const numbers = texts[0]?.steps.map((_, index) => index) ?? [];
  const left = area.left + 2 * disc + gap;
  const largest = 5.5;
  const size =
    largest *
    largestScale((scale) =>
      texts.every((text) =>
        text.steps.every((step) => stepWidth(measure, step, styleOf(text, largest * scale)) <= area.right - left),
      ),
    );
  const rowHeight = area.height / numbers.length;
  const leading = Math.min(rowHeight / (texts.length + 0.35), size * 1.62);

  return numbers.flatMap((number) => {
    const middle = area.top + (number + 0.5) * rowHeight;
    const lines = texts.flatMap((text, row) => {
      const step = text.steps[number];
      const y = middle + (row - (texts.length - 1) / 2) * leading + size * 0.36;
      return step === undefined
        ? []
        : drawStep(step, text.language === "ar" ? area.right : left, y, styleOf(text, size), measure, colour);
    });
    return [
      `<circle cx="${area.left + disc}" cy="${short(middle)}" r="${disc}" fill="${colour.dark}"/>`,
      drawNumber(number + 1, area.left + disc, middle, measure),
      ...lines,
    ];
  });
}

function styleOf({ language }: PosterText, size: number): Style {
  return { language, bold: false, size };
}

function drawNumber(number: number, x: number, middle: number, measure: Measure): string {
  const style: Style = { language: "nl", bold: true, size: 9.5 };
  const width = widthOf(measure, String(number), style);
  return svgText(String(number), x - width / 2 - 0.3, middle + style.size * 0.36, style, "#fff");
}

function stepWidth(measure: Measure, { text, button }: Step, style: Style): number {
  const own = widthOf(measure, text, style);
  return button === undefined ? own : own + style.size * 0.4 + buttonWidth(measure, button, style);
}

function buttonWidth(measure: Measure, label: string, style: Style): number {
  return widthOf(measure, label, { ...style, bold: true }) + 2 * padding * style.size;
}

/** Arabic begins at the right, and so does the button that ends its sentence lie to the left. */
function drawStep(
  { text, button }: Step,
  x: number,
  y: number,
  style: Style,
  measure: Measure,
  colour: { readonly dark: string; readonly light: string },
): readonly string[] {
  const words = svgText(text, x, y, style, "#17282a");
  if (button === undefined) {
    return [words];
  }
  const { size } = style;
  const forward = style.language === "ar" ? -1 : 1;
  const width = buttonWidth(measure, button, style);
  const start = x + forward * (widthOf(measure, text, style) + size * 0.4);
  const left = forward === 1 ? start : start - width;
  const height = size * 1.38;
  return [
    words,
    `<rect x="${short(left)}" y="${short(y - size * 1.05)}" width="${short(width)}" height="${short(height)}" rx="${short(size * 0.3)}" fill="${colour.light}" stroke="${colour.dark}" stroke-width="0.35"/>`,
    svgText(button, start + forward * padding * size, y, { ...style, bold: true }, colour.dark),
  ];
}

import type { Language } from "../../../core/language.ts";
import { page } from "../../../pictures/page.ts";
import {
  largestScale,
  type Measure,
  paragraphLines,
  type Style,
  short,
  svgText,
  widthOf,
  wrapped,
} from "../../../pictures/text.ts";
import type { Direction } from "./charts.ts";

/** A text on a sheet: its size in millimetres, its weight, its colour. */
export interface Type {
  readonly size: number;
  readonly bold?: boolean;
  readonly colour: string;
}

/** A page that is written from its start: from the left, in Arabic from the right. All `x` count from there. */
export interface Sheet {
  readonly language: Language;
  readonly direction: Direction;
  /** The left edge of something so wide. */
  left(x: number, width: number): number;
  /** A line that begins at `x`. */
  text(text: string, x: number, y: number, type: Type): string;
  /** A line that ends at `x`. */
  textUntil(text: string, x: number, y: number, type: Type): string;
  /** Lines of about the same length, for labels. */
  lines(text: string, width: number, type: Type): readonly string[];
  /** Lines as full as they can be. */
  paragraph(text: string, width: number, type: Type): readonly string[];
  width(text: string, type: Type): number;
  /** A line that is no wider: smaller where it has to be, and cut off where that is not enough. */
  fitted(text: string, width: number, type: Type): { readonly text: string; readonly type: Type };
  box(x: number, y: number, width: number, height: number, fill: string, radius?: number): string;
}

const smallest = 0.65;

export function createSheet(language: Language, measure: Measure): Sheet {
  const isRtl = language === "ar";
  const style = ({ size, bold = false }: Type): Style => ({ language, bold, size });
  const at = (x: number) => (isRtl ? page.width - x : x);
  const width = (text: string, type: Type) => widthOf(measure, text, style(type));
  const fitted: Sheet["fitted"] = (content, most, type) => {
    const at = (scale: number) => ({ ...type, size: type.size * scale });
    const scale = Math.max(
      smallest,
      largestScale((its) => width(content, at(its)) <= most),
    );
    let kept = content;
    while (kept.length > 1 && width(kept, at(scale)) > most) kept = `${[...kept].slice(0, -2).join("")}…`;
    return { text: kept, type: at(scale) };
  };
  const left = (x: number, its: number) => (isRtl ? page.width - x - its : x);
  const text: Sheet["text"] = (content, x, y, type) => svgText(content, at(x), y, style(type), type.colour);
  return {
    language,
    direction: isRtl ? "rtl" : "ltr",
    left,
    text,
    textUntil: (content, x, y, type) => text(content, x - width(content, type), y, type),
    lines: (content, its, type) => wrapped(measure, content, style(type), its),
    paragraph: (content, its, type) => paragraphLines(measure, content, style(type), its),
    width,
    fitted,
    box: (x, y, its, height, fill, radius = 6) =>
      `<rect x="${short(left(x, its))}" y="${short(y)}" width="${short(its)}" height="${short(height)}" rx="${radius}" fill="${fill}"/>`,
  };
}

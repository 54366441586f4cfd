import type { Language } from "../core/language.ts";

/** A line as it is drawn. Sizes and widths are in the units of the picture: millimetres of a page. */
export interface Style {
  readonly language: Language;
  readonly bold: boolean;
  readonly size: number;
}

/** The width of a text at size 1. */
export type Measure = (text: string, style: Omit<Style, "size">) => number;

const rightToLeftIsolate = "\u2067";
const firstStrongIsolate = "\u2068";
const popDirectionalIsolate = "\u2069";

export function widthOf(measure: Measure, text: string, { size, ...style }: Style): number {
  return measure(text, style) * size;
}

/** Lines that are no wider than `width`, of about the same length. A word that is too long for one is broken: nothing may leave its column. */
export function wrapped(measure: Measure, text: string, style: Style, width: number): readonly string[] {
  const lines = filled(measure, text, style, width);
  // A last word that stands alone looks forgotten: as narrow as the same number of lines allows.
  let even = lines;
  for (let narrower = width * 0.95; narrower > width / 2; narrower -= width * 0.05) {
    const tried = filled(measure, text, style, narrower);
    if (tried.length > lines.length || tried.some((line) => widthOf(measure, line, style) > narrower)) break;
    even = tried;
  }
  return lines.length === 1 ? lines : isolatedLines(even);
}

/** Paragraphs: each line as full as it can be. */
export function paragraphLines(measure: Measure, text: string, style: Style, width: number): readonly string[] {
  return isolatedLines(filled(measure, text, style, width));
}

function filled(measure: Measure, text: string, style: Style, width: number): readonly string[] {
  const fits = (line: string) => widthOf(measure, line, style) <= width;
  const lines: string[] = [];
  let line = "";
  // Not \s: a no-break space holds together what belongs together.
  for (const word of text.split(/[ \n\t]+/).flatMap((whole) => pieces(whole, fits))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line === "" || fits(longer)) {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return line === "" ? lines : [...lines, line];
}

/** An isolate that goes on in the next line is closed and opened again: each line is laid out on its own. */
function isolatedLines(lines: readonly string[]): readonly string[] {
  let open = 0;
  return lines.map((line) => {
    const opened = firstStrongIsolate.repeat(open);
    open += line.split(firstStrongIsolate).length - line.split(popDirectionalIsolate).length;
    return `${opened}${line}${popDirectionalIsolate.repeat(Math.max(0, open))}`;
  });
}

function pieces(word: string, fits: (text: string) => boolean): readonly string[] {
  if (fits(word)) {
    return [word];
  }
  const found: string[] = [""];
  for (const letter of letters(word)) {
    const longer = `${found.at(-1)}${letter}`;
    if (found.at(-1) === "" || fits(longer)) {
      found[found.length - 1] = longer;
    } else {
      found.push(letter);
    }
  }
  return found;
}

/** An accent stays with its letter. */
function letters(word: string): readonly string[] {
  return [...new Intl.Segmenter().segment(word)].map(({ segment }) => segment);
}

const firstStep = 1;
const lastStep = 0.3;

/** The largest of the scales from 1 downwards at which something fits; the smallest where none does. */
export function largestScale(fits: (scale: number) => boolean, largest = firstStep): number {
  for (let scale = largest; scale > lastStep; scale -= 0.02) {
    if (fits(scale)) {
      return scale;
    }
  }
  return lastStep;
}

/**
 * A line of text. `x` is where it begins: its left end, in Arabic its right end.
 *
 * resvg lays everything out from the left and ignores `direction`, so Arabic is isolated and anchored at its end.
 */
export function svgText(text: string, x: number, y: number, { language, bold, size }: Style, fill: string): string {
  const isArabic = language === "ar";
  const content = isArabic ? `${rightToLeftIsolate}${text}${popDirectionalIsolate}` : text;
  const anchor = isArabic ? ' text-anchor="end"' : "";
  return `<text x="${short(x)}" y="${short(y)}" ${fontOf(language, bold)} font-size="${short(size)}"${anchor} fill="${fill}">${escaped(content)}</text>`;
}

export function fontOf(language: Language, bold: boolean): string {
  const family = language === "ar" ? "Noto Sans Arabic" : "Noto Sans";
  return `font-family="${family}" font-weight="${bold ? 700 : 400}"`;
}

export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

/** A hundredth of a millimetre is less than a dot of any printer. */
export function short(number: number): string {
  return String(Math.round(number * 100) / 100);
}

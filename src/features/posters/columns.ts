import { largestScale, type Measure, type Style, short, svgText, wrapped } from "../../pictures/text.ts";
import type { PosterText } from "./messages.ts";

interface Paragraph {
  readonly text: string;
  readonly bold: boolean;
  /** Before it is scaled. */
  readonly size: number;
  /** Above it, in lines of its own. */
  readonly space: number;
  readonly isAccent: boolean;
}

const gap = 8;
const leading = 1.36;

/** The white between hours and what stands below them, with a line through its middle. */
const between = 6;

export interface Columns {
  readonly height: number;
  draw(left: number, top: number, colour: { readonly ink: string; readonly accent: string }): readonly string[];
}

/** Hours, and below them what to do without Telegram: one column a language, all of the same size. */
export function layColumns(texts: readonly PosterText[], width: number, mostHeight: number, measure: Measure): Columns {
  const columnWidth = (width - (texts.length - 1) * gap) / texts.length;
  const columns = texts.map((text) => ({ text, upper: upperParagraphs(text), lower: lowerParagraphs(text) }));
  const lines = (paragraph: Paragraph, style: Style) => wrapped(measure, paragraph.text, style, columnWidth);
  const heightOf = (paragraphs: readonly Paragraph[], text: PosterText, scale: number) =>
    paragraphs.reduce((height, paragraph, index) => {
      const style = styleOf(paragraph, text, scale);
      const space = index === 0 ? 0 : paragraph.space;
      return height + (lines(paragraph, style).length + space) * style.size * leading;
    }, 0);
  const highest = (part: "upper" | "lower", scale: number) =>
    Math.max(...columns.map((column) => heightOf(column[part], column.text, scale)));
  const hasLower = columns.some(({ lower }) => lower.length > 0);
  const heightAt = (scale: number) => highest("upper", scale) + (hasLower ? between + highest("lower", scale) : 0);

  const hasWholeTitles = (its: number) =>
    columns.every(
      ({ text, upper: [title] }) => title === undefined || lines(title, styleOf(title, text, its)).length === 1,
    );
  const scale = largestScale((its) => hasWholeTitles(its) && heightAt(its) <= mostHeight, 1.1);
  const upperHeight = highest("upper", scale);

  return {
    height: Math.min(heightAt(scale), mostHeight),
    draw(left, top, colour) {
      const y = top + upperHeight + between / 2;
      const rule = `<path d="M${short(left)} ${short(y)}h${short(width)}" stroke="${colour.accent}" stroke-width="0.25" opacity="0.45"/>`;
      const drawn = columns.flatMap(({ text, upper, lower }, column) => {
        const start = left + column * (columnWidth + gap) + (text.language === "ar" ? columnWidth : 0);
        return [
          ...drawParagraphs(upper, text, start, top, colour),
          ...drawParagraphs(lower, text, start, top + upperHeight + between, colour),
        ];
      });
      return hasLower ? [rule, ...drawn] : drawn;
    },
  };

  function drawParagraphs(
    paragraphs: readonly Paragraph[],
    text: PosterText,
    x: number,
    top: number,
    colour: { readonly ink: string; readonly accent: string },
  ): readonly string[] {
    let y = top;
    return paragraphs.flatMap((paragraph, index) => {
      const style = styleOf(paragraph, text, scale);
      y += index === 0 ? 0 : paragraph.space * style.size * leading;
      return lines(paragraph, style).map((line) => {
        y += style.size * leading;
        return svgText(line, x, y - style.size * 0.36, style, paragraph.isAccent ? colour.accent : colour.ink);
      });
    });
  }
}

function styleOf({ bold, size }: Paragraph, { language }: PosterText, scale: number): Style {
  return { language, bold, size: size * scale };
}

/** With more lines than these, days and times share one. */
const linesApart = 4;

function upperParagraphs({ hoursTitle, hours, hoursNotes }: PosterText): readonly Paragraph[] {
  const isLong = hours.length > linesApart;
  return [
    { text: hoursTitle, bold: true, size: 5.8, space: 0, isAccent: true },
    ...hours.flatMap(({ days, times }, index): readonly Paragraph[] => {
      const space = index === 0 ? 0.25 : 0.3;
      const line = { size: 5, isAccent: false } as const;
      if (times === undefined || isLong) {
        return [{ ...line, text: [days, times ?? ""].join(" ").trim(), bold: false, space }];
      }
      return [
        { ...line, text: days, bold: false, space },
        { ...line, text: times, bold: true, space: 0 },
      ];
    }),
    ...hoursNotes.map((text, index) => ({
      text,
      bold: false,
      size: 4.2,
      space: index === 0 ? 0.4 : 0,
      isAccent: false,
    })),
  ];
}

function lowerParagraphs({ closing }: PosterText): readonly Paragraph[] {
  return closing.map((text) => ({ text, bold: false, size: 4.2, space: 0.2, isAccent: false }));
}

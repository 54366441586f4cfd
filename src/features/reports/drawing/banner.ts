import { page } from "../../../pictures/page.ts";
import type { ReportText } from "../messages.ts";
import type { Sheet, Type } from "./sheet.ts";
import { colours, edge, inner } from "./style.ts";

const height = 38;
export const bannerBottom = edge + height;

/** What it is, of where and when, and how many answered. */
export function banner(sheet: Sheet, { title, places, period, covers, answers }: ReportText): readonly string[] {
  const number = { size: 17, bold: true, colour: "#fff" } as const;
  const label = { size: 3.9, colour: "#d6e8e3" } as const;
  const aside = Math.max(sheet.width(answers.number, number), sheet.width(answers.label, label));
  const room = inner.width - aside - 8;
  const line = (text: string, y: number, type: Type) => {
    const fitted = sheet.fitted(text, room, type);
    return sheet.text(fitted.text, inner.left, edge + y, fitted.type);
  };
  return [
    sheet.box(edge, edge, page.width - 2 * edge, height, colours.dark),
    line(title, 12.5, { size: 9, bold: true, colour: "#fff" }),
    line(places, 21.5, { size: 5.4, bold: true, colour: "#f5d48b" }),
    line(period, 28.2, { size: 3.9, colour: "#d6e8e3" }),
    ...(covers === undefined ? [] : [line(covers, 33.8, { size: 3.5, colour: "#d6e8e3" })]),
    sheet.textUntil(answers.number, inner.right, edge + 22, number),
    sheet.textUntil(answers.label, inner.right, edge + 28.2, label),
  ];
}

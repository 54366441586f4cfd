import { page } from "../../../pictures/page.ts";
import type { ReportText } from "../messages.ts";
import type { VisitCard, VisitsText } from "../visits/messages.ts";
import { banner, bannerBottom } from "./banner.ts";
import { footnotes } from "./footnotes.ts";
import type { Sheet } from "./sheet.ts";
import { colours, edge, inner } from "./style.ts";

/** Of a place, or of all together. */
const cardHeight = 48;
const gap = 5;
const padding = 6;

/** What the team counted, on pages of its own: what parents tapped and what was counted are two things. */
export function visitPages(sheet: Sheet, report: ReportText, visits: VisitsText): readonly (readonly string[])[] {
  const text: ReportText = {
    ...report,
    title: visits.title,
    covers: undefined,
    answers: visits.counted,
    notes: visits.notes,
  };
  const foot = footnotes(sheet, text, false);
  const room = page.height - edge - foot.height - bannerBottom - gap;
  const most = Math.floor(room / (cardHeight + gap));
  return chunks(visits.cards, most).map((cards) => [
    ...banner(sheet, text),
    ...cards.flatMap((card, index) => drawCard(sheet, card, bannerBottom + gap + index * (cardHeight + gap))),
    ...foot.draw(page.height - edge - foot.height),
  ]);
}

function drawCard(sheet: Sheet, { name, counts, shares }: VisitCard, top: number): readonly string[] {
  const title = sheet.fitted(name, inner.width, { size: 5, bold: true, colour: colours.dark });
  const cell = inner.width / counts.length;
  const half = (inner.width - 10) / 2;
  return [
    sheet.box(edge, top, page.width - 2 * edge, cardHeight, colours.light),
    sheet.text(title.text, inner.left, top + padding + 3, title.type),
    ...counts.flatMap(({ label, value, isKnown }, index) => {
      const x = inner.left + index * cell;
      const type = isKnown ? { size: 9, bold: true, colour: colours.ink } : { size: 4, colour: colours.muted };
      const small = { size: 3, colour: colours.muted };
      return [
        sheet.text(value, x, top + 20, type),
        ...sheet
          .lines(label, cell - 5, small)
          .map((line, number) => sheet.text(line, x, top + 25 + number * 3.8, small)),
      ];
    }),
    ...shares.flatMap(({ label, value, share }, index) => {
      const x = inner.left + index * (half + 10);
      const y = top + cardHeight - padding - 3;
      const small = { size: 3.3, colour: colours.ink };
      return [
        sheet.text(label, x, y - 1.8, small),
        sheet.textUntil(value, x + half, y - 1.8, { ...small, bold: share !== null }),
        sheet.box(x, y, half, 2.4, "#fff", 1.2),
        ...(share === null || share === 0 ? [] : [sheet.box(x, y, half * share, 2.4, colours.brought, 1.2)]),
      ];
    }),
  ];
}

/** So many at a time. */
export function chunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

import type { ReportText, SectionText } from "./messages.ts";

/** A report as lines of text, for a terminal or a chat. */
export function textTable(text: ReportText): string {
  const { title, places, period, covers, answers, statements, notes } = text;
  return [
    [title, places, period, ...(covers === undefined ? [] : [covers]), `${answers.label}: ${answers.number}`],
    ...[text.faces, text.brought, text.better].map((section) => sectionLines(section, text)),
    trendLines(text),
    statements,
    notes,
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

function sectionLines({ heading, covered, rows, none }: SectionText, { columns }: ReportText): readonly string[] {
  if (rows.length === 0) {
    return [heading, none];
  }
  const header = [columns.choice, columns.share, columns.count, columns.margin, ""];
  const body = rows.map(({ label, value, count, margin, blocks }) => [label, value, count, margin, blocks ?? ""]);
  return [...(covered === undefined ? [heading] : [heading, covered]), ...aligned([header, ...body])];
}

function trendLines({ trend }: ReportText): readonly string[] {
  const panels = trend.panels.filter(({ points }) => points.length > 1);
  return panels.length === 0 ? [] : [trend.heading, ...panels.map(({ label, steps }) => `${label}: ${steps}`)];
}

/** Columns as wide as their longest field. */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((field, column) => field.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

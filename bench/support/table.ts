import type { Row } from "./benchmark.ts";

/** Columns side by side, under their names. */
export function drawTable(rows: readonly Row[]): string {
  const lines = [
    ["benchmark", "figure", "bar", ""],
    ...rows.map(({ name, figure, bar }) => [name, figure, bar?.text ?? "", verdict(bar)]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function verdict(bar: Row["bar"]): string {
  if (bar === undefined) return "";
  return bar.kept ? "ok" : "MISSED";
}

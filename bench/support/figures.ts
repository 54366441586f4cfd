/** The smallest value that at least this share of all values does not exceed (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (value === undefined) throw new Error("There is no percentile of no values.");
  return value;
}

export const median = (values: readonly number[]) => percentile(values, 0.5);

export function milliseconds(value: number): string {
  return `${value.toFixed(2)} ms`;
}

export function microseconds(value: number): string {
  return `${value.toFixed(2)} µs`;
}

/** Median, and from the least to the most. */
export function spread(values: readonly number[], format: (value: number) => string): string {
  const range = values.length > 1 ? ` (${format(Math.min(...values))} to ${format(Math.max(...values))})` : "";
  return `${format(median(values))}${range}`;
}

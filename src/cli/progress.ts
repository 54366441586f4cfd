/** Characters of the bar itself. */
const width = 30;

/** Milliseconds between two drawings: a terminal is slower than what it shows. */
const every = 100;

/** Draws how far something is: a bar that is drawn over in a terminal, and nothing where the output goes to a file. */
export function progressBar(label: string, stream: NodeJS.WriteStream = process.stderr) {
  let drawn = Number.NEGATIVE_INFINITY;
  return {
    show(done: number, total: number): void {
      const isLast = done >= total;
      if (!stream.isTTY || (!isLast && performance.now() - drawn < every)) {
        return;
      }
      drawn = performance.now();
      const share = total === 0 ? 1 : Math.min(1, done / total);
      const filled = Math.round(share * width);
      const bar = "█".repeat(filled) + "░".repeat(width - filled);
      stream.write(`\r${label} ${bar} ${Math.floor(share * 100)} %${isLast ? "\n" : ""}`);
    },
  };
}

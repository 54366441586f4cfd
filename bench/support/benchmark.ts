/** One line of the table. */
export interface Row {
  readonly name: string;
  readonly figure: string;
  /** What the figure must keep to; absent where it is shown for comparison only. */
  readonly bar?: { readonly text: string; readonly kept: boolean };
}

export interface Circumstances {
  /** Fewer runs: enough to see that nothing is far off. */
  readonly quick: boolean;
  /** What must be stopped or removed when the benchmark ends, whatever happens. */
  readonly open: AsyncDisposableStack;
  /** Tells how far it is. */
  readonly say: (line: string) => void;
}

/** What every `bench/NAME.ts` exports. */
export interface Benchmark {
  readonly description: string;
  run(circumstances: Circumstances): Promise<readonly Row[]>;
}

/** @param value in the unit of `limit` */
export function below(value: number, limit: number, text: string): NonNullable<Row["bar"]> {
  return { text: `< ${text}`, kept: value < limit };
}

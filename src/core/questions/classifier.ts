/** Weights of a linear classifier: for each feature a row with a weight for each class, in steps of `step`. */
export interface Weights {
  readonly classes: number;
  readonly step: number;
  /** Rows of small signed numbers, as base64. */
  readonly rows: string;
}

export type Classifier = (features: readonly number[]) => readonly number[];

/** The probability of each class. */
export function createClassifier({ classes, step, rows }: Weights): Classifier {
  const weights = new Int8Array(Uint8Array.fromBase64(rows).buffer);
  // Whole numbers until the end: this loop is what a question costs most.
  const scores = new Int32Array(classes);
  return (features) => {
    scores.fill(0);
    for (const feature of features) {
      const row = feature * classes;
      for (let index = 0; index < classes; index++) {
        (scores[index] as number) += weights[row + index] as number;
      }
    }
    return softmax(Array.from(scores, (score) => score * step));
  };
}

export function softmax(scores: readonly number[]): readonly number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

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
    return softmax(scores, step);
  };
}

/** The share of each score, in powers of e. */
export function softmax(scores: Int32Array | readonly number[], step = 1): readonly number[] {
  let highest = Number.NEGATIVE_INFINITY;
  for (const score of scores) {
    highest = Math.max(highest, score * step);
  }
  const shares: number[] = [];
  let sum = 0;
  for (const score of scores) {
    const power = Math.exp(score * step - highest);
    shares.push(power);
    sum += power;
  }
  for (let index = 0; index < shares.length; index++) {
    (shares[index] as number) /= sum;
  }
  return shares;
}

import { softmax, type Weights } from "../core/questions/classifier.ts";

export interface Example {
  readonly features: readonly number[];
  /** The number of its class. */
  readonly answer: number;
}

/** Multinomial logistic regression by AdaGrad, in the same order every time, rounded to whole steps in one byte. */
export function train(
  examples: readonly Example[],
  buckets: number,
  classes: number,
  epochs: number,
  initial: readonly (readonly [number, number, number])[] = [],
): Weights {
  const weights = new Float64Array(buckets * classes);
  for (const [feature, answer, weight] of initial) {
    weights[feature * classes + answer] = weight;
  }
  const squares = new Float64Array(buckets * classes).fill(1);
  const order = shuffled(examples.length);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const number of order) {
      const example = examples[number];
      if (example !== undefined) {
        learn(example, weights, squares, classes);
      }
    }
  }
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const step = largest / 127;
  const bytes = Int8Array.from(weights, (weight) => Math.round(weight / step));
  return { classes, step, rows: Buffer.from(bytes.buffer).toString("base64") };
}

const rate = 0.12;
const decay = 2e-5;

function learn({ features, answer }: Example, weights: Float64Array, squares: Float64Array, classes: number): void {
  const scores = Array.from({ length: classes }, (_, index) =>
    features.reduce((sum, feature) => sum + (weights[feature * classes + index] ?? 0), 0),
  );
  for (const [index, chance] of softmax(scores).entries()) {
    const error = chance - (index === answer ? 1 : 0);
    if (Math.abs(error) < 1e-4) {
      continue;
    }
    for (const feature of features) {
      const at = feature * classes + index;
      const gradient = error + decay * (weights[at] ?? 0);
      squares[at] = (squares[at] ?? 0) + gradient * gradient;
      weights[at] = (weights[at] ?? 0) - (rate * gradient) / Math.sqrt(squares[at] ?? 1);
    }
  }
}

/** Chance that falls the same way every time. */
export function dice(seed: number): (sides: number) => number {
  let state = (seed * 2654435761 + 12345) >>> 0;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * sides);
  };
}

function shuffled(length: number): readonly number[] {
  const roll = dice(7);
  const order = Array.from({ length }, (_, index) => index);
  for (let index = length - 1; index > 0; index--) {
    const other = roll(index + 1);
    [order[index], order[other]] = [order[other] ?? 0, order[index] ?? 0];
  }
  return order;
}

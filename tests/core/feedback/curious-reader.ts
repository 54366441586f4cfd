import { choices, choicesOf, faces } from "../../../src/core/feedback/choices.ts";

/** An answer: where, in which week (counted from the first), and what was tapped. */
export interface Vote {
  readonly place: number;
  readonly week: number;
  readonly face: number;
  readonly themes: readonly number[];
}

/** Choices in weeks, perhaps of several places, added up: what a count in a report is about. */
export interface Sum {
  readonly of: readonly { readonly place: number; readonly weeks: readonly number[] }[];
  readonly choices: readonly number[];
}

export interface Told extends Sum {
  readonly count: number;
}

/** So much of a value is an error of the arithmetic. */
const tiny = 1e-6;

/**
 * A reader who writes down every count that she is told as a linear equation, and finds out which other sums follow from
 * them: those that lie in the space of what she was told.
 */
export function createReader(places: number, weeks: number) {
  const size = places * weeks * choices.length;
  /** Reduced: each has a column where it alone is not nought. The value is the last number. */
  const known: { readonly pivot: number; readonly row: Float64Array }[] = [];
  const heard = new Set<string>();

  function rowOf(sum: Sum): Float64Array {
    const row = new Float64Array(size + 1);
    for (const { place, weeks: its } of sum.of)
      for (const week of its)
        for (const choice of sum.choices) row[(place * weeks + week) * choices.length + choice] = 1;
    return row;
  }

  /** Takes away all that is known; what is left is news. */
  function reduced(row: Float64Array): Float64Array {
    for (const { pivot, row: other } of known) {
      const factor = row[pivot] ?? 0;
      if (Math.abs(factor) > tiny) for (let i = 0; i <= size; i++) row[i] = (row[i] ?? 0) - factor * (other[i] ?? 0);
    }
    return row;
  }

  return {
    hear({ count, ...sum }: Told): void {
      const key = JSON.stringify([sum.of, sum.choices]);
      if (heard.has(key)) return;
      heard.add(key);
      const row = rowOf(sum);
      row[size] = count;
      const rest = reduced(row);
      const pivot = rest.findIndex((value, index) => index < size && Math.abs(value) > tiny);
      if (pivot === -1) return;
      const scale = rest[pivot] ?? 1;
      const next = rest.map((value) => value / scale);
      for (const { row: other } of known) {
        const factor = other[pivot] ?? 0;
        if (Math.abs(factor) > tiny)
          for (let i = 0; i <= size; i++) other[i] = (other[i] ?? 0) - factor * (next[i] ?? 0);
      }
      known.push({ pivot, row: next });
    },
    /** The sum, where it follows from what was told; null where it stays open. */
    follows(sum: Sum): number | null {
      const rest = reduced(rowOf(sum));
      const isOpen = rest.some((value, index) => index < size && Math.abs(value) > tiny);
      return isOpen ? null : Math.round(-(rest[size] ?? 0));
    },
  };
}

export const allFaces = choicesOf("face").map(({ number }) => number);

/** Each face, several of them, and each theme. */
export const groupsOfChoices: readonly (readonly number[])[] = [
  ...Array.from({ length: 2 ** faces.length - 1 }, (_, bits) => allFaces.filter((face) => ((bits + 1) >> face) & 1)),
  ...choices.flatMap((_, number) => (allFaces.includes(number) ? [] : [[number]])),
];

export function countIn(votes: readonly Vote[], sum: Sum): number {
  return votes
    .filter(({ place, week }) => sum.of.some((part) => part.place === place && part.weeks.includes(week)))
    .flatMap(({ face, themes }) => [face, ...themes])
    .filter((choice) => sum.choices.includes(choice)).length;
}

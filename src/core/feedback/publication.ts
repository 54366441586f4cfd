import { choicesOf } from "./choices.ts";
import { answersIn, emptyCounts, type OpenCounts } from "./counts.ts";

/** A count that is shown: of one choice, or of several faces together. */
export interface Cell {
  /** Numbers of the choices. */
  readonly of: readonly number[];
  readonly count: number;
}

/** What is published of some whole weeks: for good, and never again in another cut. */
export interface Block {
  readonly firstWeek: number;
  readonly lastWeek: number;
  /** How many answered. */
  readonly total: number;
  /** What is not here was erased. */
  readonly cells: readonly Cell[];
}

/** Answers before anything is published. */
export const leastAnswers = 20;
/** The smallest count that is shown, and the fewest who must have answered otherwise. */
export const leastCount = 5;

/**
 * How faces are shown: each by itself, or from the last ones on together, whichever comes first with no group under `leastCount`.
 *
 * What is joined stays open, also for a reader who knows this rule and four of the answers: a group is joined only because one
 * count or the rest was small, which of them is not said, and at least one answer that the reader does not know may be either.
 * (Joining the first faces would tell: there only the first could have been the small one.)
 */
const groupings: readonly (readonly (readonly number[])[])[] = [
  [[0], [1], [2], [3]],
  [[0], [1], [2, 3]],
  [[0], [1, 2, 3]],
];

/**
 * What becomes of the open counts when a new week has begun: a block where enough parents answered, and the counts to go on with.
 * Without enough, the weeks wait for the next.
 */
export function turned(open: OpenCounts, week: number): { readonly block: Block | null; readonly open: OpenCounts } {
  if (week <= open.lastWeek) {
    return { block: null, open };
  }
  return answersIn(open) >= leastAnswers
    ? { block: publish(open), open: emptyCounts(week) }
    : { block: null, open: { ...open, lastWeek: week } };
}

function publish(open: OpenCounts): Block {
  const total = answersIn(open);
  const themes = [...choicesOf("brought"), ...choicesOf("better")]
    .map(({ number }) => ({ of: [number], count: open.counts[number] ?? 0 }))
    // "All but two tapped it" says as much of somebody as "two".
    .filter(({ count }) => count >= leastCount && total - count >= leastCount);
  return { firstWeek: open.firstWeek, lastWeek: open.lastWeek, total, cells: [...shownFaces(open.counts), ...themes] };
}

function shownFaces(counts: readonly number[]): readonly Cell[] {
  const possible = groupings.map((groups) =>
    groups.map((of) => ({ of, count: of.reduce((sum, face) => sum + (counts[face] ?? 0), 0) })),
  );
  return possible.find((cells) => cells.every(({ count }) => count >= leastCount)) ?? [];
}

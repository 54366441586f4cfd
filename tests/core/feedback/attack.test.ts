import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { choices, choicesOf } from "../../../src/core/feedback/choices.ts";
import { emptyCounts, moved, type OpenCounts } from "../../../src/core/feedback/counts.ts";
import { type Block, leastAnswers, leastCount, turned } from "../../../src/core/feedback/publication.ts";
import { type PlaceBlock, reportOf } from "../../../src/core/feedback/report.ts";
import { mondayOf, sundayOf } from "../../../src/core/feedback/week.ts";
import { allFaces, countIn, createReader, groupsOfChoices, type Told, type Vote } from "./curious-reader.ts";

const places = 2;
const weeks = 6;
/** Monday 5 January 2026. */
const start = 2923;
const mostKnown = 4;
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
const spans = range(0, weeks - 1).flatMap((from) => range(from, weeks - 1).map((to) => range(from, to)));
const themes = choices.map((_, number) => number).filter((number) => !allFaces.includes(number));

/** How the counts of weeks become blocks; `turned` is ours. */
type Turn = typeof turned;
/** What is told at the end of a week, beside the reports. */
type Extra = (votes: readonly Vote[], now: number) => readonly Told[];

/** Everybody asks for everything at the end of every week: all places, all periods. */
function* told(votes: readonly Vote[], turn: Turn, extra: Extra): Generator<Told> {
  const published: PlaceBlock[] = [];
  let open: readonly OpenCounts[] = range(0, places - 1).map(() => emptyCounts(start));
  for (const week of range(0, weeks - 1)) {
    open = open.map((counts, place) => {
      const tapped = votes.filter((vote) => vote.place === place && vote.week === week);
      const movements = tapped
        .flatMap((vote) => [vote.face, ...vote.themes])
        .map((number) => ({ number, by: 1 as const }));
      const result = turn(moved(counts, movements), start + week + 1);
      if (result.block !== null) published.push({ ...result.block, place });
      return result.open;
    });
    for (const asked of [[0], [1], [0, 1]]) for (const span of spans) yield* toldBy(published, asked, span);
    yield* extra(votes, week);
  }
}

function* toldBy(published: readonly PlaceBlock[], asked: readonly number[], span: readonly number[]): Generator<Told> {
  const period = { from: mondayOf(start + (span[0] ?? 0)), to: sundayOf(start + (span.at(-1) ?? 0)) };
  const report = reportOf(published, { places: asked, period });
  yield* sums(report.blocks, allFaces, report.answers);
  const withFaces = report.trend.filter(({ groups }) => groups.length > 0).map(({ block }) => block);
  for (const { faces, share } of report.faces.groups) yield* sums(withFaces, faces, share.count);
  for (const { theme, share } of [...report.brought, ...report.better]) {
    const showing = report.blocks.filter(({ cells }) => cells.some(({ of }) => of.includes(theme)));
    if (share !== null) yield* sums(showing, [theme], share.count);
  }
  for (const { block, groups } of report.trend) {
    yield* sums([block], allFaces, block.total);
    for (const { of, count } of block.cells) yield* sums([block], of, count);
    for (const { faces, share } of groups) yield* sums([block], faces, share.count);
  }
}

/** A count as the reader notes it: of which weeks at which places, and of which choices. */
function* sums(blocks: readonly PlaceBlock[], of: readonly number[], count: number): Generator<Told> {
  const parts = blocks.map(({ place, firstWeek, lastWeek }) => ({
    place,
    weeks: range(firstWeek - start, lastWeek - start),
  }));
  if (parts.length > 0) yield { of: parts, choices: of, count };
}

/** The first sum that follows and should not, and what follows. */
function leak(
  votes: readonly Vote[],
  known: readonly Vote[],
  turn: Turn = turned,
  extra: Extra = () => [],
): string | null {
  const reader = createReader(places, weeks);
  for (const each of told(votes, turn, extra)) reader.hear(each);
  const wanted = range(0, places - 1).flatMap((place) => spans.map((span) => ({ place, weeks: span })));
  for (const part of wanted) {
    const total = reader.follows({ of: [part], choices: allFaces });
    for (const choices of groupsOfChoices) {
      const sum = { of: [part], choices };
      const count = reader.follows(sum);
      if (count === null) continue;
      // The reader is right; otherwise this test would prove nothing.
      expect(count).toBe(countIn(votes, sum));
      const own = { count: countIn(known, sum), total: countIn(known, { of: [part], choices: allFaces }) };
      const says = whatFollows(count, choices.length === allFaces.length ? null : total, own);
      if (says !== null) return `place ${part.place}, weeks ${part.weeks}, choices ${choices}: ${says}`;
    }
  }
  return null;
}

/** @param total of the answers; null where the count is of all of them, or where they are unknown */
function whatFollows(
  count: number,
  total: number | null,
  own: { readonly count: number; readonly total: number },
): string | null {
  if (count < leastCount) return `${count}`;
  if (total === null) return null;
  if (total - count < leastCount) return `${count} of ${total}`;
  // Whoever else was there may have tapped it or not.
  const [others, otherwise] = [count - own.count, total - own.total - (count - own.count)];
  return others < 1 || otherwise < 1 ? `${others} of others, ${otherwise} otherwise` : null;
}

/** Most parents are content, as in real weeks: small counts are the rule. */
const vote: fc.Arbitrary<Vote> = fc.record({
  place: fc.nat(places - 1),
  week: fc.nat(weeks - 1),
  face: fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.nat(1) },
    { weight: 2, arbitrary: fc.nat(3) },
  ),
  themes: fc.uniqueArray(fc.constantFrom(...themes), { maxLength: 4 }),
});
const visits = fc.array(vote, { minLength: 40, maxLength: 160, size: "max" });
/** The reader's own answers, and those of friends: any of them, or four of a host on one face. */
const attack = fc
  .tuple(
    visits,
    fc.array(fc.nat(), { maxLength: mostKnown }),
    fc.option(fc.tuple(fc.nat(places - 1), fc.nat(weeks - 1), fc.nat(3))),
  )
  .map(([votes, indexes, host]) => {
    const known = [...new Set(indexes.map((index) => votes[index % votes.length] as Vote))];
    if (host === null) return { votes, known };
    const [place, week, face] = host;
    const own = Array.from({ length: mostKnown }, () => ({ place, week, face, themes: themes.slice(0, 3) }));
    return { votes: [...votes, ...own], known: own };
  });

describe("a curious reader who asks for every report at every time and solves the equations", () => {
  test("learns no count under five, and no face or theme of anybody she knows was there", () => {
    fc.assert(
      fc.property(attack, ({ votes, known }) => {
        expect(leak(votes, known)).toBeNull();
      }),
      { numRuns: 300 },
    );
  }, 120_000);

  test("reads what is there: with one block all its cells follow", () => {
    const votes = Array.from({ length: 40 }, (_, index) => ({ place: 0, week: 0, face: index % 4, themes: [] }));
    const reader = createReader(places, weeks);
    for (const each of told(votes, turned, () => [])) reader.hear(each);
    expect(allFaces.map((face) => reader.follows({ of: [{ place: 0, weeks: [0] }], choices: [face] }))).toEqual([
      10, 10, 10, 10,
    ]);
    expect(reader.follows({ of: [{ place: 0, weeks: [1] }], choices: [0] })).toBeNull();
    expect(reader.follows({ of: [{ place: 1, weeks: [0] }], choices: [0] })).toBeNull();
  });
});

const all = (counts: readonly number[], of: readonly number[]) =>
  of.reduce((sum, number) => sum + (counts[number] ?? 0), 0);

/** What would be published of counts, by our own rule. */
const blockOf = (counts: readonly number[], from: number, to: number) =>
  turned({ firstWeek: start + from, lastWeek: start + to, counts }, start + to + 1).block;

const counted = (votes: readonly Vote[], place: number, its: readonly number[]) => {
  const counts = Array<number>(32).fill(0);
  for (const choice of choices.keys())
    counts[choice] = countIn(votes, { of: [{ place, weeks: its }], choices: [choice] });
  return counts;
};

const leakyTurns: Readonly<Record<string, Turn>> = {
  "counts as they are": (open, week) => withCells(open, week, () => true),
  "counts of one and more": (open, week) => withCells(open, week, (count) => count > 0),
  "counts from five, with no thought of all but a few": (open, week) =>
    withCells(open, week, (count) => count >= leastCount),
  "blocks of fewer answers": (open, week) =>
    week > open.lastWeek && all(open.counts, allFaces) > 0
      ? {
          block: { firstWeek: open.firstWeek, lastWeek: open.lastWeek, total: all(open.counts, allFaces), cells: [] },
          open: emptyCounts(week),
        }
      : turned(open, week),
};

/** Faces and themes one by one, where `isShown`. */
function withCells(open: OpenCounts, week: number, isShown: (count: number) => boolean): ReturnType<Turn> {
  const result = turned(open, week);
  if (result.block === null) return result;
  const cells = [...choices.keys()].map((number) => ({ of: [number], count: open.counts[number] ?? 0 }));
  return { ...result, block: { ...result.block, cells: cells.filter(({ count }) => isShown(count)) } };
}

const leakyExtras: Readonly<Record<string, Extra>> = {
  "reports over parts of blocks, each of them by the rule": (votes, now) =>
    spans
      .filter((span) => (span.at(-1) ?? 0) <= now)
      .flatMap((span) => {
        const block = blockOf(counted(votes, 0, span), span[0] ?? 0, span.at(-1) ?? 0);
        const sum = { of: [{ place: 0, weeks: span }] };
        return block === null
          ? []
          : [
              { ...sum, choices: allFaces, count: block.total },
              ...block.cells.map(({ of, count }) => ({ ...sum, choices: of, count })),
            ];
      }),
  "the number of answers until now": (votes, now) => {
    const sum = { of: [{ place: 0, weeks: range(0, now) }], choices: allFaces };
    return [{ ...sum, count: countIn(votes, sum) }];
  },
  "running counts of one face": (votes, now) => {
    const sum = { of: [{ place: 0, weeks: range(0, now) }], choices: [3] };
    return [{ ...sum, count: countIn(votes, sum) }];
  },
  "one block in another cut": (votes, now) => {
    const sum = { of: [{ place: 0, weeks: range(0, now) }], choices: [0, 1, 2] };
    const count = countIn(votes, sum);
    const total = countIn(votes, { ...sum, choices: allFaces });
    return total < leastAnswers
      ? []
      : [
          { ...sum, count },
          { ...sum, choices: allFaces, count: total },
        ];
  },
};

describe("the reader finds what leaks", () => {
  const isFound = (turn: Turn, extra: Extra) =>
    fc.check(
      fc.property(attack, ({ votes, known }) => leak(votes, known, turn, extra) === null),
      { numRuns: 40, endOnFailure: true },
    ).failed;

  test.each(Object.entries(leakyTurns))("%s", (_, turn) => {
    expect(isFound(turn, () => [])).toBe(true);
  });

  test.each(Object.entries(leakyExtras))("%s", (_, extra) => {
    expect(isFound(turned, extra)).toBe(true);
  });
});

/** All ways in which so many can have tapped the four faces, by what would be published of them. */
const worlds = new Map<number, Map<string, number[][]>>();

function worldsLike(total: number, cells: string): readonly number[][] {
  let ofTotal = worlds.get(total);
  if (ofTotal === undefined) {
    ofTotal = new Map();
    for (let a = 0; a <= total; a++)
      for (let b = 0; a + b <= total; b++)
        for (let c = 0; a + b + c <= total; c++) {
          const faces = [a, b, c, total - a - b - c];
          const key = faceCells(blockOf([...faces, ...Array(28).fill(0)], 0, 0));
          const like = ofTotal.get(key) ?? [];
          ofTotal.set(key, like);
          like.push(faces);
        }
    worlds.set(total, ofTotal);
  }
  return ofTotal.get(cells) ?? [];
}

function faceCells(block: Block | null): string {
  const isFaces = ({ of }: Block["cells"][number]) => choicesOf("face").some(({ number }) => number === of[0]);
  return JSON.stringify(block?.cells.filter(isFaces) ?? []);
}

test("a reader who knows the rule too, and four of the answers, cannot tell a small count nor anybody's face", () => {
  const answers = fc.array(vote, { minLength: leastAnswers, maxLength: 30, size: "max" });
  fc.assert(
    fc.property(answers, fc.array(fc.nat(), { maxLength: mostKnown }), (votes, indexes) => {
      const here = votes.map((each) => ({ ...each, place: 0, week: 0 }));
      const known = [...new Set(indexes.map((index) => here[index % here.length] as Vote))];
      const own = counted(known, 0, [0]);
      const cells = faceCells(blockOf(counted(here, 0, [0]), 0, 0));
      const possible = worldsLike(here.length, cells).filter((faces) =>
        faces.every((count, face) => count >= (own[face] ?? 0)),
      );
      for (const face of allFaces) {
        const values = new Set(possible.map((faces) => faces[face] ?? 0));
        if (values.size === 1) expect(Math.min(...values)).toBeGreaterThanOrEqual(leastCount);
        const isAll = (faces: readonly number[]) =>
          (faces[face] ?? 0) - (own[face] ?? 0) === here.length - known.length;
        expect(possible.every(isAll)).toBe(false);
      }
    }),
    { numRuns: 150 },
  );
}, 60_000);

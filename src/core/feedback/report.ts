import { choicesOf, type Question } from "./choices.ts";
import { type Share, shareOf } from "./intervals.ts";
import { lies, type Period } from "./period.ts";
import type { Block } from "./publication.ts";
import { mondayOf } from "./week.ts";

/** What a place published of some whole weeks. */
export interface PlaceBlock extends Block {
  /** The number of the place. */
  readonly place: number;
}

/** What is asked for: whole blocks of these places, and of all time where there is no period. */
export interface Asked {
  readonly places: readonly number[];
  readonly period: Period | null;
}

/** How the faces are distributed over the answers of some blocks. */
export interface Distribution {
  /** In the finest way that all these blocks have in common; none where no block shows faces. */
  readonly groups: readonly FaceGroup[];
  /** How many answers it covers, and the blocks that they are of. */
  readonly answers: number;
  readonly blocks: number;
}

export interface FaceGroup {
  /** Numbers of the faces. */
  readonly faces: readonly number[];
  readonly share: Share;
}

/** How often a theme was tapped, in those blocks that show it. */
export interface ThemeSum {
  readonly theme: number;
  /** Null where no block shows it: then fewer than 5 tapped it in each, or all but fewer than 5. */
  readonly share: Share | null;
  readonly blocks: number;
}

/** A place that has published nothing since. */
export interface NotYet {
  readonly place: number;
  /** The Monday after its last block; null where it has none. */
  readonly since: Temporal.PlainDate | null;
}

/** One block on its way through time. */
export interface Point {
  readonly block: PlaceBlock;
  /** Grouped as in the distribution of all of them; none where the block shows no faces. */
  readonly groups: readonly FaceGroup[];
  /** The first face: every block that shows faces shows it by itself, so places can be followed side by side. */
  readonly first: Share | null;
}

/** What parents tapped. It adds whole blocks and nothing else, so no two reports have a difference that is not a block. */
export interface Report {
  readonly asked: Asked;
  /** Those that lie wholly in the period, by place and time. */
  readonly blocks: readonly PlaceBlock[];
  /** Those that cross its border. */
  readonly leftOut: readonly PlaceBlock[];
  readonly answers: number;
  readonly faces: Distribution;
  readonly brought: readonly ThemeSum[];
  readonly better: readonly ThemeSum[];
  readonly trend: readonly Point[];
  /** The places, among those asked for, whose last answers are too few to be shown. */
  readonly notYet: readonly NotYet[];
}

/** @param published all blocks of the places that are asked for; those of others are passed over */
export function reportOf(published: readonly PlaceBlock[], asked: Asked): Report {
  const ofPlaces = published
    .filter(({ place }) => asked.places.includes(place))
    .toSorted((a, b) => asked.places.indexOf(a.place) - asked.places.indexOf(b.place) || a.firstWeek - b.firstWeek);
  const blocks = ofPlaces.filter((block) => lies(block, asked.period) === "within");
  const faces = distribution(blocks);
  const grouping = faces.groups.map((group) => group.faces);
  return {
    asked,
    blocks,
    leftOut: ofPlaces.filter((block) => lies(block, asked.period) === "across"),
    answers: answersIn(blocks),
    faces,
    brought: choicesOf("brought").map(({ number }) => themeSum(blocks, number)),
    better: choicesOf("better").map(({ number }) => themeSum(blocks, number)),
    trend: blocks.map((block) => {
      const groups = sumFaces([block].filter(showsFaces), grouping);
      return { block, groups, first: groups[0]?.share ?? null };
    }),
    notYet: asked.places.flatMap((place) => notYet(ofPlaces, place, asked.period) ?? []),
  };
}

function answersIn(blocks: readonly PlaceBlock[]): number {
  return blocks.reduce((sum, { total }) => sum + total, 0);
}

/** How a block groups the faces; empty where it shows none. */
function groupingOf({ cells }: Block): readonly (readonly number[])[] {
  return cells.map(({ of }) => of).filter((of) => of.every((number) => isOf("face", number)));
}

function isOf(question: Question, number: number): boolean {
  return choicesOf(question).some((choice) => choice.number === number);
}

function showsFaces(block: Block): boolean {
  return groupingOf(block).length > 0;
}

function distribution(blocks: readonly PlaceBlock[]): Distribution {
  const showing = blocks.filter(showsFaces);
  // Each way of grouping refines the next, so what all have in common is the coarsest.
  const common = showing.map(groupingOf).toSorted((a, b) => a.length - b.length)[0] ?? [];
  return { groups: sumFaces(showing, common), answers: answersIn(showing), blocks: showing.length };
}

function sumFaces(showing: readonly PlaceBlock[], grouping: readonly (readonly number[])[]): readonly FaceGroup[] {
  const answers = answersIn(showing);
  return answers === 0 ? [] : grouping.map((faces) => ({ faces, share: shareOf(countOf(showing, faces), answers) }));
}

/** All that is counted within these choices. */
function countOf(blocks: readonly PlaceBlock[], choices: readonly number[]): number {
  return blocks
    .flatMap(({ cells }) => cells)
    .filter(({ of }) => of.every((number) => choices.includes(number)))
    .reduce((sum, { count }) => sum + count, 0);
}

function themeSum(blocks: readonly PlaceBlock[], theme: number): ThemeSum {
  const showing = blocks.filter(({ cells }) => cells.some(({ of }) => of[0] === theme));
  const share = showing.length === 0 ? null : shareOf(countOf(showing, [theme]), answersIn(showing));
  return { theme, share, blocks: showing.length };
}

/** Said of the period only where the time without a block reaches into it. */
function notYet(blocks: readonly PlaceBlock[], place: number, period: Period | null): NotYet | null {
  const weeks = blocks.filter((block) => block.place === place).map(({ lastWeek }) => lastWeek);
  if (weeks.length === 0) {
    return { place, since: null };
  }
  const since = mondayOf(Math.max(...weeks) + 1);
  return period !== null && Temporal.PlainDate.compare(period.to, since) < 0 ? null : { place, since };
}

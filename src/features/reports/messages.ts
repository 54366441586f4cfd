import { type Choice, choices } from "../../core/feedback/choices.ts";
import type { Share } from "../../core/feedback/intervals.ts";
import { earliest, latest, type Period } from "../../core/feedback/period.ts";
import type { PlaceBlock, Report, ThemeSum } from "../../core/feedback/report.ts";
import { mondayOf, sundayOf } from "../../core/feedback/week.ts";
import type { Language } from "../../core/language.ts";
import type { Place } from "../../core/places/place.ts";
import { isolate } from "../../i18n/bidi.ts";
import { listed, numericDate, percent } from "../../i18n/format.ts";
import type { Words } from "../../i18n/translate.ts";

/** Everything that a report says, in one language. */
export interface ReportText {
  readonly language: Language;
  readonly title: string;
  readonly places: string;
  readonly period: string;
  /** The first and last day of what was counted; absent where nothing was. */
  readonly covers: string | undefined;
  readonly answers: { readonly number: string; readonly label: string };
  readonly faces: SectionText;
  readonly brought: SectionText;
  readonly better: SectionText;
  readonly trend: { readonly heading: string; readonly panels: readonly PanelText[]; readonly elsewhere: string };
  /** Where nothing is published yet, and what was left out. */
  readonly statements: readonly string[];
  /** How to read it, and what nobody can know. */
  readonly notes: readonly string[];
  readonly columns: Readonly<Record<"choice" | "count" | "share" | "margin" | "blocks", string>>;
  readonly page: (page: number, pages: number) => string;
}

export interface SectionText {
  readonly heading: string;
  /** How much of everything it covers; absent where that is all, and where there is nothing. */
  readonly covered: string | undefined;
  readonly rows: readonly RowText[];
  /** Said in place of rows. */
  readonly none: string;
}

export interface RowText {
  /** Numbers of the choices. */
  readonly choices: readonly number[];
  readonly label: string;
  /** Null where it was erased. */
  readonly share: Share | null;
  /** `42 %`, or that it is not shown. */
  readonly value: string;
  /** `12 van 28`, or what its absence means. */
  readonly count: string;
  readonly margin: string;
  /** In how many of the blocks; absent where it is in all. */
  readonly blocks: string | undefined;
  readonly shownIn: number;
}

export interface PanelText {
  readonly label: string;
  readonly points: readonly { readonly block: PlaceBlock; readonly share: Share | null }[];
  /** The shares in their order: `38% · 42% · 40%`. */
  readonly steps: string;
  /** Said in place of points. */
  readonly none: string;
}

/** Names that fit above a report. */
const mostNames = 3;
/** Places and blocks that are named one by one in a picture; a table names them all. */
const mostNamed = 3;

export function reportText(
  words: Words,
  report: Report,
  places: readonly Place[],
  { all = false }: { readonly all?: boolean } = {},
): ReportText {
  const { plain, language } = words;
  const most = all ? Number.POSITIVE_INFINITY : mostNamed;
  return {
    language,
    title: plain("reports:title"),
    places:
      places.length > mostNames
        ? plain("reports:placeCount", { number: places.length })
        : listed(
            language,
            places.map(({ name }) => isolate(language, name[language])),
          ),
    period: periodText(words, report.asked.period),
    covers: coversText(words, report.blocks),
    answers: { number: report.blocks.length === 0 ? "–" : String(report.answers), label: plain("reports:answers") },
    faces: facesSection(words, report),
    brought: themesSection(words, report, "brought"),
    better: themesSection(words, report, "better"),
    trend: trendText(words, report, places),
    statements: [
      ...(report.blocks.length === 0 ? [plain("reports:nothing")] : []),
      ...notYetLines(words, report, places, most),
      ...leftOutLines(words, report, places, most),
    ],
    notes: notesOf(words, report),
    columns: {
      choice: plain("reports:table.choice"),
      count: plain("reports:table.count"),
      share: plain("reports:table.share"),
      margin: plain("reports:table.margin"),
      blocks: plain("reports:table.blocks"),
    },
    page: (page, pages) => plain("reports:page", { page, pages }),
  };
}

/** One line for a chat or a file's title: what, where, when. */
export function captionOf({ title, places, period, answers }: ReportText): string {
  return `${title} · ${places} · ${period} · ${answers.number} ${answers.label}`;
}

/** As on the button that was tapped, without its emoji; several are counted together. */
export function labelOf({ plain }: Words, numbers: readonly number[]): string {
  return numbers
    .map((number) => choices[number] as Choice)
    .map((name) => plain(`feedback:choices.${name}`).replace(/\s*\p{Extended_Pictographic}\uFE0F?\s*/u, ""))
    .join(together);
}

/** Between choices that are counted together. */
export const together = " + ";

/** What the absence of a count means: never nought. */
export function erasedWords({ plain }: Words, what: "erased" | "together"): string {
  return plain(`reports:${what}`);
}

export function periodText({ plain }: Words, period: Period | null): string {
  return period === null
    ? plain("reports:allTime")
    : plain("reports:period", {
        from: period.from.equals(earliest) ? "…" : numericDate(period.from),
        to: period.to.equals(latest) ? "…" : numericDate(period.to),
      });
}

/** The first and the last day of blocks; null without any. */
export function daysOf(blocks: readonly PlaceBlock[]): Period | null {
  return blocks.length === 0
    ? null
    : {
        from: mondayOf(Math.min(...blocks.map(({ firstWeek }) => firstWeek))),
        to: sundayOf(Math.max(...blocks.map(({ lastWeek }) => lastWeek))),
      };
}

function coversText({ plain }: Words, blocks: readonly PlaceBlock[]): string | undefined {
  const days = daysOf(blocks);
  return days === null
    ? undefined
    : plain("reports:covers", { from: numericDate(days.from), to: numericDate(days.to) });
}

function facesSection(words: Words, { faces, answers, blocks }: Report): SectionText {
  const { plain } = words;
  return {
    heading: plain("reports:headings.faces"),
    covered:
      faces.blocks === blocks.length || faces.blocks === 0
        ? undefined
        : plain("reports:covered", { covered: faces.answers, answers }),
    rows: faces.groups.map((group) => row(words, group.faces, group.share, faces.blocks, undefined)),
    none: blocks.length === 0 ? plain("reports:noBlock") : plain("reports:facesErased"),
  };
}

function themesSection(words: Words, report: Report, question: "brought" | "better"): SectionText {
  const { plain } = words;
  const total = report.blocks.length;
  const blocksOf = ({ blocks }: ThemeSum) =>
    blocks === total || blocks === 0 ? undefined : plain("reports:inBlocks", { fraction: `${blocks}/${total}` });
  return {
    heading: plain(`reports:headings.${question}`),
    covered: undefined,
    rows:
      total === 0 ? [] : report[question].map((sum) => row(words, [sum.theme], sum.share, sum.blocks, blocksOf(sum))),
    none: plain("reports:noBlock"),
  };
}

function row(
  words: Words,
  numbers: readonly number[],
  share: Share | null,
  shownIn: number,
  blocks: string | undefined,
): RowText {
  const { plain, language } = words;
  const written = (value: number) => percent(language, value);
  const common = { choices: numbers, label: labelOf(words, numbers), share, shownIn, blocks };
  return share === null
    ? { ...common, value: plain("reports:hidden"), count: erasedWords(words, "erased"), margin: "" }
    : {
        ...common,
        value: written(share.share),
        count: plain("reports:countOf", { count: share.count, of: share.of }),
        margin: plain("reports:margin", { low: written(share.low), high: written(share.high) }),
      };
}

function trendText(words: Words, report: Report, places: readonly Place[]): ReportText["trend"] {
  const { plain, language } = words;
  const panel = (label: string, points: PanelText["points"]) => ({
    label,
    points,
    steps: points
      .map(({ share }) => (share === null ? plain("reports:hidden") : percent(language, share.share)))
      .join(" · "),
    none: points.length === 0 ? plain("reports:noBlock") : plain("reports:hidden"),
  });
  const elsewhere = places.length > 1 ? plain("reports:perPlace") : plain("reports:trendLater");
  if (places.length > 1) {
    const ofPlace = (number: number) => report.trend.filter(({ block }) => block.place === number);
    return {
      heading: plain("reports:headings.trendOf", { label: labelOf(words, [0]) }),
      panels: places.map(({ number, name }) =>
        panel(
          name[language],
          ofPlace(number).map(({ block, first }) => ({ block, share: first })),
        ),
      ),
      elsewhere,
    };
  }
  const pointsOf = (index: number) =>
    report.trend.map(({ block, groups }) => ({ block, share: groups[index]?.share ?? null }));
  return {
    heading: plain("reports:headings.trend"),
    panels: report.faces.groups.map(({ faces }, index) => panel(labelOf(words, faces), pointsOf(index))),
    elsewhere,
  };
}

function notYetLines(words: Words, { notYet }: Report, places: readonly Place[], most: number): readonly string[] {
  const { plain } = words;
  const lines = notYet.slice(0, most).map(({ place, since }) => {
    const name = nameOf(words, places, place);
    return since === null
      ? plain("reports:notYet.ever", { place: name })
      : plain("reports:notYet.since", { place: name, date: numericDate(since) });
  });
  const more = notYet.length - lines.length;
  return more > 0 ? [...lines, plain("reports:notYet.more", { number: more })] : lines;
}

function leftOutLines(words: Words, { leftOut }: Report, places: readonly Place[], most: number): readonly string[] {
  const { plain } = words;
  const lines = leftOut.slice(0, most).map(({ place, firstWeek, lastWeek }) =>
    plain("reports:leftOut.one", {
      place: nameOf(words, places, place),
      from: numericDate(mondayOf(firstWeek)),
      to: numericDate(sundayOf(lastWeek)),
    }),
  );
  const more = leftOut.length - lines.length;
  return more > 0 ? [...lines, plain("reports:leftOut.more", { number: more })] : lines;
}

export function nameOf({ language }: Words, places: readonly Place[], number: number): string {
  return places.find((place) => place.number === number)?.name[language] ?? "";
}

function notesOf({ plain }: Words, { faces, brought, better, blocks }: Report): readonly string[] {
  const themes = [...brought, ...better];
  const isJoined = faces.groups.some((group) => group.faces.length > 1);
  const isErased = blocks.length > 0 && (faces.blocks < blocks.length || themes.some(({ share }) => share === null));
  const isPartly = themes.some((theme) => theme.share !== null && theme.blocks < blocks.length);
  return [
    plain("reports:notes.tapped"),
    plain("reports:notes.block"),
    ...(blocks.length > 0 ? [plain("reports:notes.margin")] : []),
    ...(isErased ? [plain("reports:notes.hidden")] : []),
    ...(isPartly ? [plain("reports:notes.themes")] : []),
    ...(isJoined ? [plain("reports:notes.joined")] : []),
    plain("reports:notes.unknowable"),
  ];
}

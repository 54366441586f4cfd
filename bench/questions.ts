import { fork } from "node:child_process";
import { once } from "node:events";
import { below, type Circumstances, type Row } from "./support/benchmark.ts";
import { median, milliseconds, spread } from "./support/figures.ts";
import { startFlags } from "./support/npm-start.ts";

export const description = "what parents type: questions a second, start-up, and the longest messages";

/** What `questions-process.ts` reports. */
export interface QuestionTimes {
  /** Questions a second, a figure for each round over all questions. */
  readonly understood: readonly number[];
  /** The same questions only cut into words by `Intl.Segmenter`. */
  readonly segmented: readonly number[];
  /** Milliseconds of the slowest of the longest messages, a figure for each round. */
  readonly longest: readonly number[];
  /** Milliseconds from the import to the first answers in every vocabulary. */
  readonly startUp: number;
}

export async function run({ quick, open, say }: Circumstances): Promise<readonly Row[]> {
  say("asking what parents ask, many times over");
  const times = await ask(open, quick ? 5 : 25);
  const starts = [times.startUp];
  for (const _ of Array(quick ? 2 : 6).keys()) {
    say("starting once more");
    starts.push((await ask(open, 0)).startUp);
  }
  const understood = median(times.understood);
  const segmented = median(times.segmented);
  const longest = median(times.longest);
  return [
    {
      name: "questions a second, one core",
      figure: `${spread(times.understood, whole)}; ${(segmented / understood).toFixed(1)} times as many cut into words`,
      bar: { text: "≥ 20,000", kept: understood >= 20_000 },
    },
    {
      name: "start-up, to answers in every language",
      figure: spread(starts, milliseconds),
      bar: below(median(starts), 100, "100 ms"),
    },
    {
      name: "the slowest message of 4,096 characters",
      figure: spread(times.longest, milliseconds),
      bar: below(longest, 5, "5 ms"),
    },
  ];
}

/** In a process of its own, so that every start is a cold one. */
async function ask(open: AsyncDisposableStack, rounds: number): Promise<QuestionTimes> {
  const program = new URL("./questions-process.ts", import.meta.url);
  const child = fork(program, [String(rounds)], { detached: true, execArgv: startFlags() });
  open.defer(() => void child.kill());
  const crashed = once(child, "exit").then(([code]) => {
    throw new Error(`The process that understands ended with ${code} before it reported.`);
  });
  crashed.catch(() => undefined);
  const [times] = (await Promise.race([once(child, "message"), crashed])) as [QuestionTimes];
  return times;
}

function whole(value: number): string {
  return Math.round(value).toLocaleString("en");
}

import { fork } from "node:child_process";
import { once } from "node:events";
import { below, type Circumstances, type Row } from "./support/benchmark.ts";
import { median, microseconds, milliseconds } from "./support/figures.ts";
import { startFlags } from "./support/npm-start.ts";

export const description = "the engine alone: what is open, and when next";

/** What `opening-hours-process.ts` reports for each schedule. */
export interface EngineTimes {
  readonly schedule: string;
  /** Microseconds a question, one mean for each run over a year. */
  readonly day: readonly number[];
  readonly status: readonly number[];
  /** Milliseconds a year. */
  readonly year: readonly number[];
}

export async function run({ quick, open, say }: Circumstances): Promise<readonly Row[]> {
  const program = new URL("./opening-hours-process.ts", import.meta.url);
  const child = fork(program, [quick ? "100" : "500"], { detached: true, execArgv: startFlags() });
  open.defer(() => void child.kill());
  const crashed = once(child, "exit").then(([code]) => {
    throw new Error(`The engine's process ended with ${code} before it reported.`);
  });
  crashed.catch(() => undefined);
  say("asking about every day of a year, many times over");
  const [times] = (await Promise.race([once(child, "message"), crashed])) as [readonly EngineTimes[]];
  return times.flatMap(rowsOf);
}

function rowsOf({ schedule, day, status, year }: EngineTimes): readonly Row[] {
  const row = (what: string, figure: string, bar: NonNullable<Row["bar"]>) => ({
    name: `${what}, ${schedule} schedule`,
    figure: `${figure} (median)`,
    bar,
  });
  return [
    row("one day", microseconds(median(day)), below(median(day), 20, "20 µs")),
    row("status and next opening", microseconds(median(status)), below(median(status), 20, "20 µs")),
    row("a year", milliseconds(median(year)), below(median(year), 5, "5 ms")),
  ];
}

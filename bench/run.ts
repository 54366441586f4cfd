import { parseArgs } from "node:util";
import * as answer from "./answer.ts";
import * as broadcast from "./broadcast.ts";
import * as endurance from "./endurance.ts";
import * as feedback from "./feedback.ts";
import * as memory from "./memory.ts";
import * as openingHours from "./opening-hours.ts";
import * as questions from "./questions.ts";
import * as start from "./start.ts";
import type { Benchmark, Row } from "./support/benchmark.ts";
import { describeMachine } from "./support/machine.ts";
import { drawTable } from "./support/table.ts";
import * as throughput from "./throughput.ts";
import * as updates from "./updates.ts";

const benchmarks: ReadonlyMap<string, Benchmark> = new Map<string, Benchmark>([
  ["answer", answer],
  ["throughput", throughput],
  ["endurance", endurance],
  ["updates", updates],
  ["memory", memory],
  ["start", start],
  ["opening-hours", openingHours],
  ["questions", questions],
  ["broadcast", broadcast],
  ["feedback", feedback],
]);

const usage = `Usage: npm run bench [-- [--quick] [NAME …]]

${[...benchmarks].map(([name, { description }]) => `  ${name.padEnd(15)}${description}`).join("\n")}
`;

const interruption = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => interruption.abort());
}

const { names, quick } = readArguments();
const machine = await describeMachine();
const rows: Row[] = [];
let crashed = false;
for (const name of names) {
  const benchmark = benchmarks.get(name);
  if (benchmark !== undefined && !interruption.signal.aborted) await measure(name, benchmark);
}
console.log(`\n${drawTable(rows)}\n\n${machine}`);
process.exit(crashed || rows.some(({ bar }) => bar?.kept === false) ? 1 : 0);

async function measure(name: string, { description, run }: Benchmark): Promise<void> {
  console.log(`\n${name}: ${description}`);
  try {
    await using open = new AsyncDisposableStack();
    const work = run({ quick, open, say: (line) => console.log(`  ${line}`) });
    const measured = await Promise.race([work, interrupted()]);
    rows.push(...measured.map((row) => ({ ...row, name: `${name}: ${row.name}` })));
  } catch (cause) {
    crashed = true;
    console.error(cause);
    rows.push({ name, figure: "crashed" });
  }
}

function interrupted(): Promise<never> {
  return new Promise((_, reject) => {
    interruption.signal.addEventListener("abort", () => reject(new Error("interrupted")));
  });
}

function readArguments(): { readonly names: readonly string[]; readonly quick: boolean } {
  try {
    const { values, positionals } = parseArgs({ options: { quick: { type: "boolean" } }, allowPositionals: true });
    const unknown = positionals.find((name) => !benchmarks.has(name));
    if (unknown !== undefined) throw new Error(`There is no benchmark "${unknown}".`);
    return { names: positionals.length > 0 ? positionals : [...benchmarks.keys()], quick: values.quick === true };
  } catch (cause) {
    console.error(`${(cause as Error).message}\n\n${usage}`);
    process.exit(1);
  }
}

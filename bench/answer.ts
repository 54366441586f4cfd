import { askMany } from "./support/ask-many.ts";
import { below, type Circumstances, type Row } from "./support/benchmark.ts";
import { startBareBot, startInloop } from "./support/bots.ts";
import { milliseconds, percentile } from "./support/figures.ts";
import { startPlayground } from "./support/playground.ts";

export const description =
  "from a person's message to the bot's answer being accepted, one at a time, over long polling";

const warmUp = 300;

const question = "zijn jullie open vandaag?";

export async function run({ quick, open, say }: Circumstances): Promise<readonly Row[]> {
  const times = quick ? 500 : 2000;
  const playground = await startPlayground(open);

  const inloop = await startInloop(playground, open);
  await inloop.whileAlive(playground.ask("/open", warmUp));
  const command = await askMany(playground, inloop, "/open", times, say);
  await inloop.whileAlive(playground.ask(question, warmUp));
  const typed = await askMany(playground, inloop, question, times, say);
  await inloop.stop();

  const bareBot = await startBareBot(playground, open);
  await bareBot.whileAlive(playground.ask("/open", warmUp));
  const bare = await askMany(playground, bareBot, "/open", times, say);
  await bareBot.stop();

  const limit = 20;
  return [
    { ...latencyRow("/open", command), bar: below(percentile(command, 0.99), limit, `${limit} ms at p99`) },
    latencyRow("typed question", typed),
    latencyRow("bare grammY bot, a constant", bare),
    ratioRow("/open beside the bare bot", command, bare),
    ratioRow("typed question beside the bare bot", typed, bare),
  ];
}

function latencyRow(name: string, latencies: readonly number[]): Row {
  const shares = { p50: 0.5, p99: 0.99, "p99.9": 0.999 };
  const figures = Object.entries(shares).map(
    ([label, share]) => `${label} ${milliseconds(percentile(latencies, share))}`,
  );
  return { name, figure: figures.join(", ") };
}

function ratioRow(name: string, latencies: readonly number[], bare: readonly number[]): Row {
  const ratio = (share: number) => `${(percentile(latencies, share) / percentile(bare, share)).toFixed(2)} ×`;
  return { name, figure: `p50 ${ratio(0.5)}, p99 ${ratio(0.99)}` };
}

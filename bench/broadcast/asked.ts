import { below, type Row } from "../support/benchmark.ts";
import { milliseconds, percentile } from "../support/figures.ts";
import { prepare, type Stage, startBot } from "./stage.ts";

/** A parent asks while a broadcast is under way at the highest rate. */
export async function asked(stage: Stage): Promise<readonly Row[]> {
  const { telegram, database, quick } = stage;
  const [count, questions] = quick ? [6000, 30] : [30_000, 200];
  const asker = telegram.chats.at(-1) ?? 0;
  await prepare(stage, count, telegram.chats.slice(0, -1));
  const bot = await startBot(stage, 1000);
  await bot.whileAlive(telegram.ask(asker, "/open", 5));
  await database.announce();
  await bot.whileAlive(database.told(1000));
  const latencies = await bot.whileAlive(telegram.ask(asker, "/open", questions));
  const { total, sent } = await database.counts();
  await bot.stop();
  const limit = 300;
  const slow = percentile(latencies, 0.99);
  return [
    {
      name: `/open during a broadcast at 1000 a second (${sent} of ${total} sent meanwhile)`,
      figure: `p50 ${milliseconds(percentile(latencies, 0.5))}, p99 ${milliseconds(slow)}`,
      bar: below(slow, limit, `${limit} ms at p99`),
    },
  ];
}

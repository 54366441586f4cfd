import { below, type Row } from "../support/benchmark.ts";
import { processorSeconds, residentMegabytes } from "../support/process-costs.ts";
import { prepare, type Stage, startBot } from "./stage.ts";

/** A million subscribers: what confirming, memory and each message cost. */
export async function many(stage: Stage): Promise<readonly Row[]> {
  const { database, quick, say } = stage;
  const count = quick ? 50_000 : 1_000_000;
  const messages = quick ? 6000 : 20_000;
  const few = await cost(stage, 1000, messages / 2);
  await prepare(stage, count);
  say(`${count} subscribers are there`);
  const bot = await startBot(stage, 1000);
  const confirmed = (await database.announce()) / 1000;
  // Once it is warm, as with few.
  await bot.whileAlive(database.told(messages / 2));
  const [begun, before] = [await processorSeconds(bot.pid), (await database.counts()).sent];
  await bot.whileAlive(database.told(messages));
  const perMessage = ((await processorSeconds(bot.pid)) - begun) / ((await database.counts()).sent - before);
  const memory = await residentMegabytes(bot.pid, "VmHWM");
  await bot.stop();
  const ratio = perMessage / few;
  return [
    {
      name: `${count} subscribers: the change is confirmed`,
      figure: `${confirmed.toFixed(1)} s`,
      bar: below(confirmed, 15, "15 s"),
    },
    {
      name: "the same: most memory of the bot's process",
      figure: `${memory.toFixed(0)} MB after ${messages} messages`,
      bar: below(memory, 250, "250 MB"),
    },
    {
      name: "the same: processor time a message, beside 1000 subscribers",
      figure: `${(perMessage * 1e6).toFixed(0)} µs, ${ratio.toFixed(2)} ×`,
      bar: { text: "± 20 %", kept: ratio >= 0.8 && ratio <= 1.2 },
    },
  ];
}

/** Seconds of processor time that each message of small broadcasts costs the bot's process, when as many were sent before as are measured. */
async function cost(stage: Stage, subscribers: number, messages: number): Promise<number> {
  const { database } = stage;
  const bot = await startBot(stage, 1000);
  const rounds = messages / subscribers;
  let spent = 0;
  for (let round = 0; round < 2 * rounds; round += 1) {
    await prepare(stage, subscribers);
    const begun = await processorSeconds(bot.pid);
    await database.announce();
    await bot.whileAlive(database.told(subscribers));
    spent += round < rounds ? 0 : (await processorSeconds(bot.pid)) - begun;
  }
  await bot.stop();
  return spent / messages;
}

import type { PlaygroundProcess } from "./playground.ts";
import type { RunningProcess } from "./running-process.ts";

/** Questions between two lines of progress. */
const portion = 500;

/** Asks `times` times and says how far it is; answers the milliseconds of each. */
export async function askMany(
  playground: PlaygroundProcess,
  bot: RunningProcess,
  text: string,
  times: number,
  say: (line: string) => void,
): Promise<readonly number[]> {
  const latencies: number[] = [];
  while (latencies.length < times) {
    const asked = await bot.whileAlive(playground.ask(text, Math.min(portion, times - latencies.length)));
    latencies.push(...asked.latencies);
    const [firstLine] = asked.lastAnswer.split("\n");
    say(`${text}: ${latencies.length} of ${times} answered, the last with "${firstLine}"`);
  }
  return latencies;
}

import { fileURLToPath } from "node:url";
import { autoRetry } from "@grammyjs/auto-retry";
import { Api } from "grammy";
import { asked } from "./broadcast/asked.ts";
import { killed, moved, troubled } from "./broadcast/faults.ts";
import { many } from "./broadcast/many.ts";
import { prepare, type Stage, startBot } from "./broadcast/stage.ts";
import type { Circumstances, Row } from "./support/benchmark.ts";
import { openBroadcastDatabase } from "./support/broadcast-database.ts";
import { startBroadcastTelegram } from "./support/broadcast-telegram.ts";
import { median } from "./support/figures.ts";
import { environmentWith, startFlags } from "./support/npm-start.ts";
import { processorSeconds } from "./support/process-costs.ts";
import { startProcess } from "./support/running-process.ts";

export const description =
  "telling every parent who asked, against Telegram in another process, with PostgreSQL on this machine";

const text = "Maandag 30 november: De Zandbak is uitzonderlijk gesloten. Weer open op woensdag 2 december, 9.00–12.00.";

export async function run(circumstances: Circumstances): Promise<readonly Row[]> {
  const { open } = circumstances;
  const telegram = await startBroadcastTelegram(5000, open);
  const stage = { ...circumstances, telegram, database: await openBroadcastDatabase(open) };
  return [
    ...(await limited(stage)),
    ...(await fast(stage)),
    ...(await killed(stage)),
    ...(await troubled(stage)),
    ...(await moved(stage)),
    ...(await asked(stage)),
    ...(await many(stage)),
  ];
}

/** A server that allows 30 a second, 80 ms away: the sender, a plain loop, and a pool of four with auto-retry. */
async function limited(stage: Stage): Promise<readonly Row[]> {
  const { telegram, database, quick, say } = stage;
  const count = quick ? 150 : 1000;
  const share = async (seconds: number) => {
    const { 200: sent = 0, 429: refused = 0 } = await telegram.answered();
    return { rate: sent / seconds, refused: refused / (sent + refused) };
  };
  const figure = ({ rate, refused }: { rate: number; refused: number }) =>
    `${rate.toFixed(1)} a second, ${(refused * 100).toFixed(1)} % answered 429`;

  await prepare(stage, count);
  const bot = await startBot(stage, 30);
  await telegram.limit(30, 80);
  await database.announce();
  const own = await share((await bot.whileAlive(database.told(count))) / 1000);
  await bot.stop();
  say(`the sender: ${figure(own)}`);

  const api = new Api(telegram.token, { apiRoot: telegram.apiRoot });
  const chats = telegram.chats.slice(0, count);
  await telegram.limit(30, 80);
  const loop = await share(await seconds(() => pool(chats, 1, (chat) => api.sendMessage(chat, text))));
  say(`a plain loop: ${figure(loop)}`);
  const retrying = new Api(telegram.token, { apiRoot: telegram.apiRoot });
  retrying.config.use(autoRetry());
  await telegram.limit(30, 80);
  const four = await share(await seconds(() => pool(chats, 4, (chat) => retrying.sendMessage(chat, text))));
  say(`a pool of four: ${figure(four)}`);
  await telegram.limit(null, 0);
  return [
    {
      name: `${count} messages, 30 a second allowed, 80 ms away`,
      figure: figure(own),
      bar: { text: "≥ 97 % of that, < 1 % answered 429", kept: own.rate >= 0.97 * 30 && own.refused < 0.01 },
    },
    { name: "the same, a plain loop", figure: `${figure(loop)}; the sender is ${(own.rate / loop.rate).toFixed(2)} ×` },
    {
      name: "the same, a pool of four with auto-retry",
      figure: `${figure(four)}; the sender is ${(own.rate / four.rate).toFixed(2)} ×`,
    },
  ];
}

/** A server without limit: at Telegram's highest rate, and without a rate beside a loop that writes nothing down. */
async function fast(stage: Stage): Promise<readonly Row[]> {
  const { quick, say } = stage;
  const count = quick ? 8000 : 20_000;
  const highest = await sending(stage, count, 1000);
  say(`rate 1000: ${highest.rate.toFixed(0)} a second`);
  const free: Speed[] = [];
  const memory: Speed[] = [];
  // In turn: a machine that is busy with something else for a moment must not be so for one of them alone.
  for (let turn = 0; turn < (quick ? 1 : 5); turn += 1) {
    free.push(await sending(stage, count, null));
    memory.push(await looping(stage, count));
    say(`without a rate: ${speedOf(free.at(-1))}; from memory: ${speedOf(memory.at(-1))}`);
  }
  const [own, plain] = [typical(free), typical(memory)];
  const ratio = own.rate / plain.rate;
  return [
    {
      name: `${count} messages, no limit, rate 1000`,
      figure: `${highest.rate.toFixed(0)} a second`,
      bar: { text: "≥ 950 a second", kept: highest.rate >= 950 },
    },
    {
      name: "the same without a rate, every outcome recorded",
      figure: `${speedOf(own)}, ${ratio.toFixed(2)} × a loop from memory (${speedOf(plain)})`,
      bar: { text: "≥ 0.5 ×", kept: ratio >= 0.5 },
    },
  ];
}

interface Speed {
  /** Messages a second. */
  readonly rate: number;
  /** Processor time that each costs the process, in microseconds. */
  readonly cost: number;
}

function speedOf(speed: Speed | undefined): string {
  return `${speed?.rate.toFixed(0)} a second at ${speed?.cost.toFixed(0)} µs each`;
}

function typical(speeds: readonly Speed[]): Speed {
  return {
    rate: median(speeds.map(({ rate }) => rate)),
    cost: median(speeds.map(({ cost }) => cost)),
  };
}

/** A broadcast, from announcing it to the last outcome. */
async function sending(stage: Stage, count: number, rate: number | null): Promise<Speed> {
  const { database } = stage;
  await prepare(stage, count);
  const bot = await startBot(stage, rate);
  const begun = await processorSeconds(bot.pid);
  await database.announce();
  const took = await bot.whileAlive(database.told(count));
  const cost = (((await processorSeconds(bot.pid)) - begun) / count) * 1e6;
  await bot.stop();
  const { total, sent } = await database.counts();
  if (sent !== total) throw new Error(`${sent} of ${total} were sent`);
  return { rate: (count / took) * 1000, cost };
}

async function looping({ telegram, open }: Stage, count: number): Promise<Speed> {
  const program = fileURLToPath(new URL("./broadcast-loop-process.ts", import.meta.url));
  const words = [program, telegram.token, telegram.apiRoot, String(count), String(telegram.chats.length)];
  const plain = startProcess(process.execPath, [...startFlags(), ...words], environmentWith({}), open);
  await plain.succeeded();
  const { rate, cost } = JSON.parse(plain.output()) as Speed;
  return { rate, cost };
}

async function pool(chats: readonly number[], size: number, send: (chat: number) => Promise<unknown>): Promise<void> {
  const rest = chats.values();
  const work = async () => {
    // What is refused is lost, as with any such loop.
    for (const chat of rest) await send(chat).catch(() => undefined);
  };
  await Promise.all(Array.from({ length: size }, work));
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return (performance.now() - begin) / 1000;
}

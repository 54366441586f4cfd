import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { autoRetry } from "@grammyjs/auto-retry";
import { Api } from "grammy";
import type { BroadcastProcessOptions } from "./broadcast-process.ts";
import { below, type Circumstances, type Row } from "./support/benchmark.ts";
import { type BroadcastDatabase, openBroadcastDatabase } from "./support/broadcast-database.ts";
import { type BroadcastTelegram, startBroadcastTelegram } from "./support/broadcast-telegram.ts";
import { milliseconds, percentile } from "./support/figures.ts";
import { environmentWith, repository, startFlags } from "./support/npm-start.ts";
import { processorSeconds, residentMegabytes } from "./support/process-costs.ts";
import { type RunningProcess, startProcess } from "./support/running-process.ts";

export const description =
  "telling every parent who asked, against Telegram in another process, with PostgreSQL on this machine";

const text = "Maandag 30 november: De Zandbak is uitzonderlijk gesloten. Weer open op woensdag 2 december, 9.00–12.00.";

interface Stage extends Circumstances {
  readonly telegram: BroadcastTelegram;
  readonly database: BroadcastDatabase;
}

export async function run(circumstances: Circumstances): Promise<readonly Row[]> {
  const { open } = circumstances;
  const telegram = await startBroadcastTelegram(5000, open);
  const stage = { ...circumstances, telegram, database: await openBroadcastDatabase(open) };
  return [
    ...(await limited(stage)),
    ...(await fast(stage)),
    ...(await killed(stage)),
    ...(await asked(stage)),
    ...(await many(stage)),
  ];
}

/** Starts the bot and waits until it is there. */
async function startBot(
  { telegram, database, open }: Stage,
  rate: number | null,
  leaseLength = 9000,
): Promise<RunningProcess> {
  const options: BroadcastProcessOptions = {
    databaseUrl: database.url,
    apiRoot: telegram.apiRoot,
    token: telegram.token,
    secretKey: database.secretKey.toString("base64url"),
    rate,
    leaseLength,
  };
  const program = [...startFlags(), `${repository}bench/broadcast-process.ts`, JSON.stringify(options)];
  const bot = startProcess(process.execPath, program, environmentWith({}), open);
  while (!bot.output().includes("started")) await bot.whileAlive(delay(20));
  return bot;
}

/** Everything anew, and so many subscribers of so many chats. */
async function prepare({ telegram, database }: Stage, count: number, chats = telegram.chats): Promise<void> {
  await database.empty();
  await database.subscribe(count, chats);
  await telegram.answered();
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
  const { telegram, database, quick, say } = stage;
  const count = quick ? 8000 : 20_000;
  const speed = async (rate: number | null) => {
    await prepare(stage, count);
    const bot = await startBot(stage, rate);
    await database.announce();
    const took = await bot.whileAlive(database.told(count));
    await bot.stop();
    const { total, sent } = await database.counts();
    if (sent !== total) throw new Error(`${sent} of ${total} were sent`);
    return (count / took) * 1000;
  };
  const highest = await speed(1000);
  say(`rate 1000: ${highest.toFixed(0)} a second`);
  const free = await speed(null);
  say(`without a rate: ${free.toFixed(0)} a second`);
  const program = fileURLToPath(new URL("./broadcast-loop-process.ts", import.meta.url));
  const loop = [...startFlags(), program, telegram.token, telegram.apiRoot];
  const chats = [String(count), String(telegram.chats.length)];
  const plain = startProcess(process.execPath, [...loop, ...chats], environmentWith({}), stage.open);
  await plain.succeeded();
  const memory = Number(plain.output());
  say(`from memory: ${memory.toFixed(0)} a second`);
  const ratio = free / memory;
  return [
    {
      name: `${count} messages, no limit, rate 1000`,
      figure: `${highest.toFixed(0)} a second`,
      bar: { text: "≥ 950 a second", kept: highest >= 950 },
    },
    {
      name: "the same without a rate, every outcome recorded",
      figure: `${free.toFixed(0)} a second, ${ratio.toFixed(2)} × a loop from memory (${memory.toFixed(0)})`,
      bar: { text: "≥ 0.5 ×", kept: ratio >= 0.5 },
    },
  ];
}

/** Killed again and again in the middle. */
async function killed(stage: Stage): Promise<readonly Row[]> {
  const { telegram, database, quick, open, say } = stage;
  const [count, kills] = quick ? [300, 2] : [5000, 10];
  const before = await telegram.received();
  await prepare(stage, count);
  await telegram.limit(null, 80);
  const rate = quick ? 60 : 200;
  let bot = await startBot(stage, rate, 1000);
  await database.announce();
  for (let kill = 1; kill <= kills; kill += 1) {
    await database.told(Math.floor((count * kill) / (kills + 1)));
    process.kill(bot.pid, "SIGKILL");
    bot = await startBot({ ...stage, open }, rate, 1000);
  }
  await bot.whileAlive(database.told(count));
  await bot.stop();
  await telegram.limit(null, 0);
  const after = await telegram.received();
  const each = telegram.chats.slice(0, count).map((chat) => (after.get(chat) ?? 0) - (before.get(chat) ?? 0));
  const lost = each.filter((messages) => messages === 0).length;
  const repeated = each.reduce((sum, messages) => sum + Math.max(0, messages - 1), 0);
  say(`killed ${kills} times: ${lost} lost, ${repeated} repeated`);
  const most = 32 * kills;
  return [
    {
      name: `kill -9, ${kills} times during ${count} messages`,
      figure: `${lost} lost, ${repeated} repeated (${(repeated / kills).toFixed(1)} each time)`,
      bar: { text: "0 lost, ≤ 32 repeated each time", kept: lost === 0 && repeated <= most },
    },
  ];
}

/** A parent asks while a broadcast is under way at the highest rate. */
async function asked(stage: Stage): Promise<readonly Row[]> {
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

/** A million subscribers: what confirming, memory and each message cost. */
async function many(stage: Stage): Promise<readonly Row[]> {
  const { database, quick, say } = stage;
  const count = quick ? 50_000 : 1_000_000;
  const few = await cost(stage, 1000, 1000);
  await prepare(stage, count);
  say(`${count} subscribers are there`);
  const bot = await startBot(stage, 1000);
  const confirmed = (await database.announce()) / 1000;
  const messages = quick ? 3000 : 20_000;
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
      bar: { text: "± 20 %", kept: ratio <= 1.2 },
    },
  ];
}

/** Seconds of processor time that each message costs the bot's process, once it is warm. */
async function cost(stage: Stage, subscribers: number, messages: number): Promise<number> {
  const bot = await startBot(stage, 1000);
  for (const _ of ["warm", "measured"]) {
    await prepare(stage, subscribers);
    await stage.database.announce();
    await bot.whileAlive(stage.database.told(messages));
  }
  await prepare(stage, subscribers);
  const begun = await processorSeconds(bot.pid);
  await stage.database.announce();
  await bot.whileAlive(stage.database.told(messages));
  const spent = (await processorSeconds(bot.pid)) - begun;
  await bot.stop();
  return spent / messages;
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

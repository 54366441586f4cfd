import { setTimeout as delay } from "node:timers/promises";
import type { Fault } from "../../src/playground/protocol.ts";
import { below, type Row } from "../support/benchmark.ts";
import type { RunningProcess } from "../support/running-process.ts";
import { prepare, type Stage, startBot } from "./stage.ts";

/** In flight at most, at the default rate. */
const mostInFlight = 32;
/** Milliseconds to Telegram and back. */
const far = 80;
/** Messages a second that Telegram sends for nothing. */
const defaultRate = 30;

/** How many messages each of the first chats has got since then: none is lost, more than one is repeated. */
async function counting({ telegram }: Stage, count: number) {
  const before = await telegram.received();
  return async () => {
    const after = await telegram.received();
    const each = telegram.chats.slice(0, count).map((chat) => (after.get(chat) ?? 0) - (before.get(chat) ?? 0));
    return {
      received: each.reduce((sum, messages) => sum + messages, 0),
      lost: each.filter((messages) => messages === 0).length,
      repeated: each.reduce((sum, messages) => sum + Math.max(0, messages - 1), 0),
    };
  };
}

/** Killed again and again in the middle, at the default rate. */
export async function killed(stage: Stage): Promise<readonly Row[]> {
  const { telegram, database, quick, say } = stage;
  const [count, kills] = quick ? [300, 2] : [5000, 10];
  await prepare(stage, count);
  const counted = await counting(stage, count);
  await telegram.limit(null, far);
  let bot = await startBot(stage, defaultRate, { leaseLength: 1000 });
  await database.announce();
  const repeated: number[] = [];
  for (let kill = 1; kill <= kills; kill += 1) {
    await database.told(Math.floor((count * kill) / (kills + 1)));
    process.kill(bot.pid, "SIGKILL");
    bot = await startBot(stage, defaultRate, { leaseLength: 1000 });
    // Long after what was in flight came once more.
    await database.told(Math.floor((count * (kill + 0.5)) / (kills + 1)));
    repeated.push((await counted()).repeated - repeated.reduce((sum, each) => sum + each, 0));
  }
  await bot.whileAlive(database.told(count));
  await bot.stop();
  await telegram.limit(null, 0);
  const after = await counted();
  const worst = Math.max(...repeated);
  say(`killed ${kills} times: ${after.lost} lost, ${after.repeated} repeated`);
  return [
    {
      name: `kill -9, ${kills} times during ${count} messages, ${defaultRate} a second, ${far} ms away`,
      figure: `${after.lost} lost, ${after.repeated} repeated, ${worst} at once at most`,
      bar: { text: `0 lost, ≤ ${mostInFlight} at once`, kept: after.lost === 0 && worst <= mostInFlight },
    },
  ];
}

/** 10 % of calls 429, 5 % 5xx, 5 % answered and the answer lost, in an order by chance that is the same each time. */
function mixture(calls: number): readonly Fault[] {
  let state = 20_261_125;
  return Array.from({ length: calls }, () => {
    // Park and Miller's generator.
    state = (state * 48_271) % 2_147_483_647;
    return { method: "sendMessage", times: 1, kind: kindOf(state / 2_147_483_647) };
  });
}

function kindOf(chance: number): Fault["kind"] {
  if (chance < 0.1) return { type: "too-many-requests", retryAfter: 1 };
  if (chance < 0.15) return { type: "server-error", status: 502 };
  return chance < 0.2 ? { type: "lost-answer" } : { type: "delay", milliseconds: 0 };
}

/** Every fifth call fails, and the database crashes twice. */
export async function troubled(stage: Stage): Promise<readonly Row[]> {
  const { telegram, database, quick, say } = stage;
  const count = quick ? 100 : 1000;
  await prepare(stage, count);
  const counted = await counting(stage, count);
  await telegram.fail(mixture(Math.round(count * 1.2)), far);
  const bot = await startBot(stage, defaultRate);
  await database.announce();
  for (const share of [1 / 3, 2 / 3]) {
    await bot.whileAlive(database.told(Math.floor(count * share)));
    await database.crash();
  }
  await bot.whileAlive(database.told(count));
  await bot.stop();
  const { 200: answered = 0, 429: refused = 0, 502: failed = 0 } = await telegram.answered();
  await telegram.limit(null, 0);
  const { received, lost, repeated } = await counted();
  const answersLost = received - answered;
  say(`troubled: ${refused} answered 429, ${failed} 5xx, ${answersLost} answers lost; ${repeated} repeated`);
  return [
    {
      name: `${count} messages, 10 % answered 429, 5 % 5xx, 5 % answers lost, PostgreSQL crashes twice`,
      figure: `${lost} lost, ${repeated} repeated, with ${answersLost} answers lost`,
      bar: {
        text: "0 lost, repeated only whose answer was lost or in flight",
        kept: lost === 0 && answersLost > 0 && repeated <= answersLost + 2 * mostInFlight,
      },
    },
  ];
}

/** Several processes on one database, also when the one that sends dies. */
export async function moved(stage: Stage): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const replicas of stage.quick ? [4] : [2, 4]) rows.push(...(await movedAmong(stage, replicas)));
  return rows;
}

async function movedAmong(stage: Stage, replicas: number): Promise<readonly Row[]> {
  const { telegram, database, quick, say } = stage;
  const [count, rate] = quick ? [800, 80] : [2500, 200];
  const start = () => startBot(stage, rate, { answers: false });
  const startOthers = () => Promise.all(Array.from({ length: replicas - 1 }, start));
  await telegram.limit(null, far);

  await prepare(stage, count);
  const countedMoved = await counting(stage, count);
  const first = await start();
  await database.announce();
  await first.whileAlive(database.told(rate / 4));
  const others = await startOthers();
  const seconds = await lease(stage, first);
  await Promise.race(others.map((bot) => bot.whileAlive(database.told(count))));
  const afterMove = await countedMoved();

  const all = [...others, await start()];
  await prepare(stage, count);
  const counted = await counting(stage, count);
  await database.announce();
  await Promise.race(all.map((bot) => bot.whileAlive(database.told(count))));
  const { lost, repeated } = await counted();
  await Promise.all(all.map((bot) => bot.stop()));
  await telegram.limit(null, 0);
  say(`${replicas} replicas: ${lost} lost, ${repeated} repeated; moved after ${seconds.toFixed(1)} s`);
  return [
    {
      name: `${replicas} replicas, ${count} messages`,
      figure: `${lost} lost, ${repeated} repeated`,
      bar: { text: "each message once", kept: lost === 0 && repeated === 0 },
    },
    {
      name: "the same, the one that sends is killed: another sends after",
      figure: `${seconds.toFixed(1)} s, ${afterMove.lost} lost, ${afterMove.repeated} repeated`,
      bar: { ...below(seconds, 10, "10 s, 0 lost"), kept: seconds < 10 && afterMove.lost === 0 },
    },
  ];
}

/** Kills the process that sends. @returns seconds until another has the right to */
async function lease({ database }: Stage, sending: RunningProcess): Promise<number> {
  const before = await database.holder();
  const { sent, total } = await database.counts();
  if (before === undefined || sent === total) throw new Error("All was sent before the others were there.");
  process.kill(sending.pid, "SIGKILL");
  const begin = performance.now();
  while ((await database.holder()) === before) await delay(20);
  return (performance.now() - begin) / 1000;
}

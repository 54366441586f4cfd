import type { Circumstances, Row } from "./support/benchmark.ts";
import { type BroadcastDatabase, openBroadcastDatabase } from "./support/broadcast-database.ts";
import { median, milliseconds, percentile } from "./support/figures.ts";
import { processorSeconds, residentMegabytes } from "./support/process-costs.ts";
import { type Replica, startBare, startReplica, type Transport } from "./support/replicas.ts";
import { startTelegram, type Telegram } from "./support/telegram.ts";

export const description = "how many questions a second, beside a bare grammY bot that answers a constant";

const command = "/open";
const typed = "zijn jullie open vandaag?";

/** Parents who ask at once. */
const atOnce = 32;

/** Milliseconds to Telegram and back. */
const far = 50;

interface Stage extends Circumstances {
  readonly database: BroadcastDatabase;
}

/** A bot with a Telegram of its own. */
interface Asked {
  readonly telegram: Telegram;
  readonly bots: readonly Replica[];
  readonly webhooks?: readonly string[];
}

interface Measured {
  readonly perSecond: number;
  /** Microseconds of processor time of the bots for one answer. */
  readonly cost: number;
  readonly latencies: readonly number[];
}

export async function run(circumstances: Circumstances): Promise<readonly Row[]> {
  const stage = { ...circumstances, database: await openBroadcastDatabase(circumstances.open) };
  return [
    ...(await beside(stage, "webhook")),
    ...(await beside(stage, "polling")),
    ...(await replicas(stage)),
    ...(await distant(stage)),
    ...(await grown(stage)),
  ];
}

/** Both bots by turns, so that what else the machine does weighs on both. */
async function beside(stage: Stage, transport: Transport): Promise<readonly Row[]> {
  const { quick, say } = stage;
  const [rounds, times] = quick ? [3, 1500] : [7, 6000];
  const inloop = await startAsked(stage, transport, 1);
  const bare = await startAskedBare(stage, transport);
  for (const [asked, text] of [
    [inloop, command],
    [inloop, typed],
    [bare, command],
  ] as const) {
    await measure(asked, text, times);
  }
  const results: { open: Measured; typed: Measured; bare: Measured }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const result = {
      open: await measure(inloop, command, times),
      bare: await measure(bare, command, times),
      typed: await measure(inloop, typed, times),
    };
    results.push(result);
    say(
      `${transport}: /open ${describe(result.open)}; typed ${describe(result.typed)}; a bare bot ${describe(result.bare)}`,
    );
  }
  await stop(inloop, bare);
  const row = (kind: "open" | "typed", name: string, share: number): Row => {
    const ratio = median(results.map((result) => result[kind].perSecond / result.bare.perSecond));
    return {
      name: `${transport}: ${name} beside the bare bot`,
      figure: `${(ratio * 100).toFixed(0)} %`,
      bar: { text: `≥ ${share * 100} %`, kept: ratio >= share },
    };
  };
  const figure = (kind: "open" | "typed" | "bare") => summary(results.map((result) => result[kind]));
  return [
    { name: `${transport}: ${command}`, figure: figure("open") },
    { name: `${transport}: typed question`, figure: figure("typed") },
    { name: `${transport}: bare grammY bot, a constant`, figure: figure("bare") },
    row("open", command, 0.8),
    row("typed", "typed question", 0.65),
  ];
}

/** All on this machine, together with Telegram: with few cores more replicas are no faster, only no slower. */
async function replicas(stage: Stage): Promise<readonly Row[]> {
  const times = stage.quick ? 3000 : 20_000;
  const rows: Row[] = [];
  for (const count of [1, 2, 4]) {
    const asked = await startAsked(stage, "webhook", count);
    await measure(asked, command, times);
    const measured = await measure(asked, command, times);
    await stop(asked);
    rows.push({
      name: `webhook: ${command}, ${count} ${count === 1 ? "replica" : "replicas"}`,
      figure: summary([measured]),
    });
  }
  return rows;
}

/** Telegram is far away, and the bot asks it what is new. */
async function distant(stage: Stage): Promise<readonly Row[]> {
  const inloop = await startAsked(stage, "polling", 1);
  const bare = await startAskedBare(stage, "polling");
  const many = { atOnce: 200 };
  await measure(inloop, command, 1000);
  await Promise.all([inloop.telegram.away(far), bare.telegram.away(far)]);
  const own = await measure(inloop, command, stage.quick ? 2000 : 10_000, many);
  const one = await measure(bare, command, stage.quick ? 60 : 300, many);
  await stop(inloop, bare);
  const ratio = own.perSecond / one.perSecond;
  return [
    {
      name: `polling, Telegram ${far} ms away: ${command} beside the bare bot`,
      figure: `${own.perSecond.toFixed(0)} beside ${one.perSecond.toFixed(0)} a second, ${ratio.toFixed(0)} ×`,
      bar: { text: "≥ 10 ×", kept: ratio >= 10 },
    },
  ];
}

/** How much there is in the database. */
interface Size {
  readonly places: number;
  readonly changes: number;
  readonly subscribers: number;
}

const one: Size = { places: 1, changes: 0, subscribers: 0 };

/** The same question with ever more in the database; the bots by turns. */
async function grown(stage: Stage): Promise<readonly Row[]> {
  const sizes: readonly Size[] = stage.quick
    ? [one, { places: 1000, changes: 10_000, subscribers: 50_000 }]
    : [
        one,
        { places: 100, changes: 1000, subscribers: 10_000 },
        { places: 10_000, changes: 100_000, subscribers: 1_000_000 },
      ];
  const [rounds, times] = stage.quick ? [5, 1500] : [7, 6000];
  const all: { readonly size: Size; readonly asked: Asked; readonly results: Measured[] }[] = [];
  for (const size of sizes) {
    const asked = await startGrown(stage, size);
    await measure(asked, command, times);
    all.push({ size, asked, results: [] });
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const { asked, results } of all) results.push(await measure(asked, command, times));
    stage.say(all.map(({ size, results }) => `${nameOf(size)}: ${describe(results.at(-1) as Measured)}`).join("; "));
  }
  const rows: Row[] = [];
  for (const { size, asked, results } of all) {
    const shares = results.map(({ perSecond }, round) => perSecond / (all[0]?.results[round]?.perSecond ?? 0));
    const megabytes = await residentMegabytes(asked.bots[0]?.pid ?? 0, "VmRSS");
    rows.push({
      name: `webhook: ${command} with ${nameOf(size)}`,
      figure: `${(median(shares) * 100).toFixed(0)} % of that with one place, ${summary(results)}, ${megabytes.toFixed(0)} MB`,
      ...(size === sizes.at(-1) ? { bar: { text: "≥ 90 %", kept: median(shares) >= 0.9 } } : {}),
    });
  }
  await stop(...all.map(({ asked }) => asked));
  return rows;
}

function nameOf({ places, changes, subscribers }: Size): string {
  return places === 1 ? "1 place" : `${places} places, ${changes} changes, ${subscribers} subscribers`;
}

async function startGrown(stage: Stage, { places, changes, subscribers }: Size): Promise<Asked> {
  const database = await openBroadcastDatabase(stage.open);
  await database.hold(places, changes);
  await database.subscribe(subscribers, [500_000_001]);
  return startAsked({ ...stage, database }, "webhook", 1);
}

async function startAsked(stage: Stage, transport: Transport, count: number): Promise<Asked> {
  const telegram = await startTelegram(stage.open);
  const bots: Replica[] = [];
  for (let index = 0; index < count; index += 1) {
    bots.push(await startReplica(telegram, stage.database, transport, stage.open));
  }
  return { telegram, bots, ...(transport === "webhook" ? { webhooks: bots.map(({ url }) => url) } : {}) };
}

async function startAskedBare(stage: Stage, transport: Transport): Promise<Asked> {
  const telegram = await startTelegram(stage.open);
  const bot = await startBare(telegram, transport, stage.open);
  return { telegram, bots: [bot], ...(transport === "webhook" ? { webhooks: [bot.url] } : {}) };
}

async function measure(
  { telegram, bots, webhooks }: Asked,
  text: string,
  times: number,
  options: { readonly atOnce: number } = { atOnce },
): Promise<Measured> {
  const spent = async () =>
    (await Promise.all(bots.map(({ pid }) => processorSeconds(pid)))).reduce((a, b) => a + b, 0);
  const before = await spent();
  const load = { texts: [text], times, ...options, ...(webhooks === undefined ? {} : { webhooks }) };
  const { seconds, latencies } = await bots.reduce((work, bot) => bot.whileAlive(work), telegram.load(load));
  return { perSecond: times / seconds, cost: (((await spent()) - before) / times) * 1e6, latencies };
}

async function stop(...all: readonly Asked[]): Promise<void> {
  await Promise.all(all.flatMap(({ bots }) => bots).map((bot) => bot.stop()));
}

function describe({ perSecond, cost }: Measured): string {
  return `${perSecond.toFixed(0)} a second (${cost.toFixed(0)} µs each)`;
}

function summary(all: readonly Measured[]): string {
  const latencies = all.flatMap((measured) => measured.latencies);
  const [p50, p99, p999] = [0.5, 0.99, 0.999].map((share) => milliseconds(percentile(latencies, share)));
  return `${median(all.map(({ perSecond }) => perSecond)).toFixed(0)} a second, ${median(all.map(({ cost }) => cost)).toFixed(0)} µs each, p50 ${p50}, p99 ${p99}, p99.9 ${p999}`;
}

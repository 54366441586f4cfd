import { setTimeout as delay } from "node:timers/promises";
import postgres from "postgres";
import { createDatabaseProxy } from "../tests/support/database-proxy.ts";
import type { Circumstances, Row } from "./support/benchmark.ts";
import { type BroadcastDatabase, openBroadcastDatabase } from "./support/broadcast-database.ts";
import { milliseconds, percentile } from "./support/figures.ts";
import { type Replica, startReplica } from "./support/replicas.ts";
import { type Loaded, startTelegram } from "./support/telegram.ts";

export const description = "200 questions a second while replicas are restarted, and while PostgreSQL is away";

const rate = 200;

/** What has an effect, once however often it comes. */
const wish = "verwittig mij als de uren van De Zandbak veranderen";

/** Milliseconds between two looks of the balancer whether a replica is well; until then it still sends to one that stops. */
const healthEvery = 500;

interface Stage extends Circumstances {
  readonly database: BroadcastDatabase;
}

export async function run(circumstances: Circumstances): Promise<readonly Row[]> {
  const stage = { ...circumstances, database: await openBroadcastDatabase(circumstances.open) };
  return [...(await restarted(stage)), ...(await withoutDatabase(stage))];
}

/** Two replicas behind a balancer; by turns each of them is told to stop, and begins anew. */
async function restarted({ quick, open, say, database }: Stage): Promise<readonly Row[]> {
  const [seconds, every] = quick ? [40, 10] : [300, 20];
  const telegram = await startTelegram(open);
  const replicas: Replica[] = [];
  const begin = async () => void replicas.push(await startReplica(telegram, database, "webhook", open));
  await begin();
  await begin();
  const urls = () => replicas.map(({ url }) => url);
  // Subscribing twice is once: what has an effect is asked as well.
  const texts = ["/open", "zijn jullie open vandaag?", wish, "/week"];
  const load = telegram.load({ texts, times: rate * seconds, atOnce: 0, rate, webhooks: urls() });
  let restarts = 0;
  const over = new AbortController();
  const restarting = (async () => {
    while (!over.signal.aborted) {
      await delay(every * 1000, undefined, { signal: over.signal }).catch(() => undefined);
      const [leaving] = replicas;
      if (over.signal.aborted || leaving === undefined) return;
      const begun = performance.now();
      const stopping = leaving.stop();
      await delay(healthEvery);
      telegram.balance(urls().slice(1));
      await stopping;
      restarts += 1;
      replicas.shift();
      await begin();
      telegram.balance(urls());
      say(`restart ${restarts}: stopped in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
    }
  })();
  const loaded = await load;
  over.abort();
  await restarting;
  const rows = await subscriptions(database);
  const confirmed = confirmedIn(loaded);
  await Promise.all(replicas.map((replica) => replica.stop()));
  const slowest = percentile(loaded.latencies, 0.999);
  const lost = rate * seconds - loaded.latencies.length;
  return [
    {
      name: `${rate} a second for ${seconds} s, a replica restarted every ${every} s (${restarts} times)`,
      figure: `${lost} lost, ${loaded.twice} answered twice, ${Math.abs(confirmed - rows)} effects amiss, p99.9 ${milliseconds(slowest)}, errors to Telegram: ${problemsOf(loaded)}`,
      bar: {
        text: "0 lost, none twice, 99.9 % within 1 s, no error",
        kept:
          lost === 0 && loaded.twice === 0 && confirmed === rows && slowest <= 1000 && problemsOf(loaded) === "none",
      },
    },
  ];
}

/** Half of what is asked needs the database; whoever is not told that it was kept is told that it was not. */
async function withoutDatabase({ quick, open, say, database }: Stage): Promise<readonly Row[]> {
  const [seconds, away] = quick ? [25, 15] : [80, 60];
  const proxy = await createDatabaseProxy(database.url);
  open.defer(proxy.end);
  const telegram = await startTelegram(open);
  await database.empty();
  const bot = await startReplica(telegram, { ...database, url: proxy.url }, "webhook", open);
  const texts = ["/open", wish];
  const load = telegram.load({ texts, times: rate * seconds, atOnce: 0, rate, webhooks: [bot.url] });
  await delay(5000);
  proxy.close();
  say("PostgreSQL is away");
  await delay(away * 1000);
  proxy.open();
  say("PostgreSQL is back");
  const loaded = await bot.whileAlive(load);
  const rows = await subscriptions(database);
  await bot.stop();
  const confirmed = confirmedIn(loaded);
  const refused = loaded.said.Dat ?? 0;
  const lost = rate * seconds - loaded.latencies.length;
  const slowest = percentile(loaded.latencies, 0.999);
  return [
    {
      name: `${away} s without PostgreSQL at ${rate} a second`,
      figure: `${lost} unanswered, ${confirmed} wishes confirmed and ${rows} kept, ${refused} refused, p99.9 ${milliseconds(slowest)}`,
      bar: { text: "0 unanswered, all confirmed are kept", kept: lost === 0 && confirmed === rows && refused > 0 },
    },
  ];
}

/** Answers that say that a wish was kept. */
function confirmedIn({ said }: Loaded): number {
  return said.Goed ?? 0;
}

async function subscriptions({ url }: BroadcastDatabase): Promise<number> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  const [row] = await sql`select count(*)::int as rows from subscriptions`;
  await sql.end();
  return row?.rows ?? 0;
}

function problemsOf({ problems }: Loaded): string {
  const all = Object.entries(problems).map(([problem, times]) => `${problem} ${times} times`);
  return all.length === 0 ? "none" : all.join(", ");
}

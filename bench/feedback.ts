import { fork } from "node:child_process";
import { once } from "node:events";
import postgres from "postgres";
import { answersIn, readCounts } from "../src/core/feedback/counts.ts";
import { startEmbeddedPostgres } from "../src/database/embedded-postgres.ts";
import { migrate } from "../src/database/migrate.ts";
import { unseal } from "../src/database/sealing.ts";
import type { Circumstances, Row } from "./support/benchmark.ts";
import { temporaryDataDir } from "./support/data-dir.ts";
import { median, spread } from "./support/figures.ts";
import { startFlags } from "./support/npm-start.ts";

export const description = "taps on feedback a second, counted by two processes in one PostgreSQL";

/** What `feedback-process.ts` is told. */
export interface Task {
  readonly url: string;
  /** Feedback as the bot counts it, or one plain `update` a tap. */
  readonly way: "counting" | "plain";
  readonly places: number;
  readonly milliseconds: number;
  /** In hexadecimal; the same for both processes. */
  readonly sealKey: string;
}

/** What it reports. */
export interface Done {
  /** Taps, each once however often it was sent. */
  readonly counted: number;
  readonly perSecond: number;
}

const processes = 2;
/** Any key will do. */
const sealKey = "5e".repeat(32);

export async function run({ quick, open, say }: Circumstances): Promise<readonly Row[]> {
  const dataDir = await temporaryDataDir(open);
  const server = await startEmbeddedPostgres(dataDir);
  open.defer(() => server.stop());
  await migrate(server.url);
  const sql = postgres(server.url, { max: 1, onnotice: () => undefined });
  open.defer(() => sql.end());
  await sql`insert into places (slug, name, facts, school_calendar, time_zone)
    select 'place-' || n, '{}', '{}', 'none', 'Europe/Brussels' from generate_series(1, 100) n`;
  await sql`create table plain_counts (place smallint primary key, n integer not null)`;

  const once = (task: Omit<Task, "url" | "milliseconds" | "sealKey">) =>
    tapsASecond(sql, { ...task, url: server.url, milliseconds: quick ? 2000 : 5000, sealKey }, open);
  const rows: Row[] = [];
  for (const places of [1, 100]) {
    const counting: number[] = [];
    const plain: number[] = [];
    for (let round = 0; round < (quick ? 1 : 3); round += 1) {
      say(`${places} ${places === 1 ? "place" : "places"}`);
      counting.push(await once({ way: "counting", places }));
      plain.push(await once({ way: "plain", places }));
    }
    rows.push({
      name: `taps a second, ${places === 1 ? "one place" : `${places} places`}`,
      figure: `${spread(counting, whole)}; one plain update a tap: ${whole(median(plain))}; none lost or doubled`,
      bar: { text: "≥ 1,000", kept: median(counting) >= 1000 },
    });
  }
  return rows;
}

/** @throws Error where a tap was lost or counted twice */
async function tapsASecond(sql: postgres.Sql, task: Task, open: AsyncDisposableStack): Promise<number> {
  await sql`truncate open_counts, spent_ballots, plain_counts`;
  await sql`insert into plain_counts select n, 0 from generate_series(1, ${task.places}) n`;
  const done = await Promise.all(Array.from({ length: processes }, () => work(task, open)));
  const told = done.reduce((sum, { counted }) => sum + counted, 0);
  const stored = task.way === "counting" ? await sealedAnswers(sql) : await plainAnswers(sql);
  if (stored !== told) throw new Error(`${told} taps were counted, and ${stored} are stored.`);
  return done.reduce((sum, { perSecond }) => sum + perSecond, 0);
}

async function work(task: Task, open: AsyncDisposableStack): Promise<Done> {
  const program = new URL("./feedback-process.ts", import.meta.url);
  const child = fork(program, [JSON.stringify(task)], { detached: true, execArgv: startFlags() });
  open.defer(() => void child.kill());
  const crashed = once(child, "exit").then(([code]) => {
    throw new Error(`The process that counts ended with ${code} before it reported.`);
  });
  crashed.catch(() => undefined);
  const [done] = (await Promise.race([once(child, "message"), crashed])) as [Done];
  return done;
}

/** Answers in the open counts of all places. */
async function sealedAnswers(sql: postgres.Sql): Promise<number> {
  const rows = await sql<{ place: number; sealed: Buffer }[]>`select place, sealed from open_counts`;
  const key = Buffer.from(sealKey, "hex");
  return rows
    .map((row) => answersIn(readCounts(unseal(key, `open counts of place ${row.place}`, row.sealed))))
    .reduce((sum, answers) => sum + answers, 0);
}

async function plainAnswers(sql: postgres.Sql): Promise<number> {
  const [row] = await sql<{ sum: number }[]>`select sum(n)::int as sum from plain_counts`;
  return row?.sum ?? 0;
}

function whole(value: number): string {
  return Math.round(value).toLocaleString("en");
}

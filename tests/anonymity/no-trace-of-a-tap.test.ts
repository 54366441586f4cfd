import { afterAll, beforeAll, expect, test } from "vitest";
import type { ActingParent } from "../support/acting-parent.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { answer } from "./support/feedback-acts.ts";
import { startOwnServer } from "./support/own-server.ts";
import { sequences } from "./support/stored-state.ts";
import { everyRoute, listenTo, overhear } from "./support/what-was-kept.ts";

// Whoever reads logs, metrics and times learns nothing of feedback: not even that somebody tapped.

let app: TestApp;
let parent: ActingParent;
let server: Awaited<ReturnType<typeof startOwnServer>>;

beforeAll(async () => {
  server = await startOwnServer("talkative");
  app = await startTestApp({ database: server.database });
  parent = await app.parent("nl");
  await parent.say("/start");
});
afterAll(() => app.stop());

/** Every value of every column that holds a time or a day, in every table. */
async function times(): Promise<readonly string[]> {
  const columns = await app.sql<{ table: string; name: string }[]>`
    select format('%I.%I', table_schema, table_name) as table, column_name as name from information_schema.columns
    where table_schema not in ('pg_catalog', 'information_schema') and data_type ~ 'time|date' order by 1, 2`;
  const read = columns.map(async ({ table, name }) => {
    const rows = await app.sql.unsafe(`select "${name}"::text as value from ${table} order by 1`);
    return `${table}.${name}: ${rows.map(({ value }) => value).join()}`;
  });
  return Promise.all(read);
}

async function served(): Promise<readonly string[]> {
  const routes = await everyRoute(app.httpUrl, app.httpPaths, { slug: "de-zandbak", canary: "nobody" });
  return routes.map(({ path, content }) => `${path} ${String(content).replace(/\["date",.*?\]/, "")}`);
}

const transactions = async () => {
  const [row] = await app.sql<{ track: string }[]>`select current_setting('track_commit_timestamp') as track`;
  return row?.track;
};

test("a tap on feedback changes no time, no number that counts by itself, no page and no log", async () => {
  const notified = await listenTo(server.database.url, await server.channels());
  const before = { times: await times(), sequences: await sequences(app.sql), served: await served() };
  const overheard = overhear();
  await answer(parent, ["good", "notAlone", "better", "tooBusy", "soSo", "done"]);
  overheard.stop();
  expect({ times: await times(), sequences: await sequences(app.sql), served: await served() }).toEqual(before);
  expect(await app.sql`select 1 from open_counts`).toHaveLength(1);
  expect(app.log).toEqual([]);
  expect(notified.said).toEqual([]);
  expect(overheard.kept().content).toBe("");
  expect(await transactions()).toBe("off");
  await notified.close();
});

test("what an operator who sets log_statement = all makes of it: when somebody tapped, and not who or what", async () => {
  await answer(parent, ["pleasant"]);
  const lines = (await server.log()).split("\n").filter((line) => /open_counts|spent_ballots/.test(line));
  // With a time to the millisecond: this is why the server that we start logs no statement.
  expect(lines.join("\n")).toMatch(/^\d{4}-\d\d-\d\d [\d:.]+ UTC .*"open_counts"/m);
  expect(lines.filter((line) => /pleasant|did_good|Parent/.test(line) || line.includes(String(parent.id)))).toEqual([]);
});

test("the server that we start logs nothing of a tap, nor of one that fails", async () => {
  const own = await startOwnServer("ours");
  const quiet = await startTestApp({ database: own.database });
  const other = await quiet.parent("nl");
  await other.say("/start");
  const before = await own.log();
  await answer(other, ["pleasant"]);
  await quiet.sql`alter table open_counts rename to gone`;
  await answer(other, ["good"]);
  await quiet.sql`alter table gone rename to open_counts`;
  await quiet.sql`alter table spent_ballots add constraint refused check (false) not valid`;
  await answer(other, ["good"]);
  expect(await own.log()).toBe(before);
  await quiet.stop();
});

import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { connect } from "../../src/database/client.ts";
import { openCopy } from "../../src/database/copy.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { query } from "../support/query.ts";

let server: TestDatabase;

beforeAll(async () => {
  server = await createTestDatabase();
  await run("create table words (word text); insert into words values ('first')");
});
afterAll(() => server.drop());

const run = (statement: string) => query(server.url, (sql) => sql.unsafe(statement));
const patiently = { timeout: 15_000, interval: 20 };

async function openWords() {
  const database = await connect(server.url);
  const failures: unknown[] = [];
  const copy = await openCopy(
    {
      async readAll() {
        const [row] = await database.queries.execute<{ word: string }>("select word from words");
        return row?.word;
      },
      watch: (read, onFailure) => database.follow("words", read, onFailure),
    },
    (word) => word,
    (cause) => failures.push(cause),
  );
  return { database, copy, failures };
}

const changeTo = (word: string) => run(`update words set word = '${word}'; select pg_notify('words', '')`);

test("a copy follows what it was made of", async () => {
  const { database, copy, failures } = await openWords();
  await changeTo("followed");
  await expect.poll(copy.content, patiently).toBe("followed");
  expect([copy.isCurrent(), failures]).toEqual([true, []]);
  await database.close();
});

test("what could not be read is read again until it can, without another word from the database", async () => {
  const { database, copy, failures } = await openWords();
  const known = copy.content();
  await run("alter table words rename to away");
  await run("select pg_notify('words', '')");
  await vi.waitUntil(() => failures.length > 1, patiently);
  expect([copy.content(), copy.isCurrent()]).toEqual([known, false]);
  await run("update away set word = 'back'; alter table away rename to words");
  await expect.poll(copy.content, patiently).toBe("back");
  expect(copy.isCurrent()).toBe(true);
  await database.close();
});

test("nothing is tried again once the database is closed", async () => {
  const { database, failures } = await openWords();
  await run("alter table words rename to away");
  await run("select pg_notify('words', '')");
  await vi.waitUntil(() => failures.length > 0, patiently);
  await database.close();
  const failed = failures.length;
  // Twice as long as it would have waited by now.
  await delay(1500);
  expect(failures).toHaveLength(failed);
});

test("an earlier read that comes in late undoes nothing, and does not hide that a later one failed", async () => {
  const reads: PromiseWithResolvers<string>[] = [];
  const readAll = () => {
    const read = Promise.withResolvers<string>();
    reads.push(read);
    return read.promise;
  };
  const opening = openCopy(
    { readAll, watch: async () => undefined },
    (word) => word,
    () => expect.unreachable(),
  );
  reads[0]?.resolve("opened");
  const copy = await opening;
  const refreshing = [copy.refresh(), copy.refresh(), copy.refresh(), copy.refresh()];
  reads[3]?.resolve("newer");
  reads[1]?.resolve("older");
  reads[4]?.reject(new Error("away"));
  reads[2]?.resolve("older");
  const outcomes = await Promise.allSettled(refreshing);
  expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled", "rejected"]);
  expect([copy.content(), copy.isCurrent()]).toEqual(["newer", false]);
});

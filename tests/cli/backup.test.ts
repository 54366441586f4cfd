import { randomBytes } from "node:crypto";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { readMigrationFiles } from "drizzle-orm/migrator";
import postgres from "postgres";
import { beforeAll, describe, expect, test } from "vitest";
import { openSubscriptions } from "../../src/assembly/subscriptions.ts";
import { runBackup, runRestore } from "../../src/cli/backup.ts";
import { lastBackup } from "../../src/database/backup/last.ts";
import { writeBackup } from "../../src/database/backup/write.ts";
import { connect } from "../../src/database/client.ts";
import { Problem } from "../../src/problem.ts";
import { emptyDatabase } from "../support/bot-surroundings.ts";
import { cleanUp } from "../support/clean-up.ts";
import { everyRow } from "../support/every-row.ts";
import { temporaryFolder } from "../support/process.ts";
import { query } from "../support/query.ts";

const secretKey = randomBytes(32);
const chats = { noor: 7_310_004_711, amal: 7_310_004_712, zoe: 7_310_004_713 };
const now = Temporal.Instant.from("2026-11-25T09:00:00Z");

let folder: string;
let url: string;
let sql: postgres.Sql;
let file: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  url = await emptyDatabase();
  sql = open(url);
  await fill(sql, url);
  file = join(folder, "inloop.backup");
  await backup(url, file);
});

function open(address: string): postgres.Sql {
  const client = postgres(address, { max: 1, onnotice: () => undefined });
  cleanUp(() => client.end());
  return client;
}

/** Something in every table. */
async function fill(into: postgres.Sql, address: string): Promise<void> {
  await into`insert into organisation (name, address, email, privacy_contact, complaints_contact) values ('De Speelboom', 'a', 'b', 'c', 'd')`;
  for (const slug of ["de-zandbak", "le-petit-train"]) {
    await into`insert into places (slug, name, facts, school_calendar, time_zone)
      values (${slug}, '{"nl": "Een\\ttab, \\\\ en\\neen regel"}', '{"address": "a"}', 'nl', 'Europe/Brussels')`;
  }
  await into`insert into place_media (place, kind, language, media_type, digest, bytes)
    values (1, 'photo', '', 'image/png', ${randomBytes(32)}, ${randomBytes(300_000)})`;
  await into`insert into hours values (1, '0001-01-01', 'We 09:00-12:00; PH off; SH off')`;
  await into`insert into schedule_changes (place, kind, "from", "to", hours, reason) values (1, 'closed', '2026-11-26', '2026-11-26', '[]', 'illness')`;
  await into`insert into staff (code, chat, name, role, places, language) values ('\\x01', '\\x02', 'Els', 'host', '{1,2}', 'nl'), ('\\x03', '\\x04', 'Staf', 'coordinator', null, 'fr')`;
  await into`insert into invitations (hash, name, role, until, invited_by) values ('\\x05', 'Jo', 'host', '2026-12-01', '\\x03')`;
  await into`insert into staff_conversations values ('\\x03', '\\x06', '2026-11-26T09:00Z')`;
  await into`insert into staff_updates values (17, '2026-11-25T09:00Z')`;
  await into`insert into count_messages (code, place, day) values ('\\x03', 1, '2026-11-24')`;
  await into`insert into audit (at, code, name, place, entry) values ('2026-11-25T09:00:00.123Z', '\\x03', 'Staf', 1, '{"what": "x"}')`;
  await into`insert into visit_counts (place, day, children) values (1, '2026-11-24', 12)`;
  await into`insert into logbook values ('\\x07', 1, '2026-11-24', 'rustig')`;
  await into`insert into open_counts values (1, '\\x08')`;
  await into`insert into blocks values (1, 2900, 2901, 'face', 'good', 12, 20)`;
  await into`insert into spent_ballots values ('\\x09', 2902)`;
  await into`insert into chat_settings values ('\\x0a', 'fr', 1, '2026-11')`;
  await into`insert into broadcasts (place, change, state, not_before, total) values (1, 1, 'under-way', '2026-11-25T09:00Z', 1)`;
  await into`insert into leases values ('broadcasts', 'x', '2026-11-25T09:00Z')`;
  await subscribe(address, chats.noor);
  await subscribe(address, chats.amal);
  await into`insert into deliveries (broadcast, code) select 1, code from subscriptions`;
}

async function withSubscriptions(
  address: string,
  work: (all: ReturnType<typeof openSubscriptions>) => Promise<unknown>,
) {
  const database = await connect(address);
  await work(openSubscriptions({ database, secretKey })).finally(database.close);
}
const subscribe = (address: string, chat: number) => withSubscriptions(address, (all) => all.add(chat, [1], "nl"));

async function run(command: typeof runBackup, address: string, words: readonly string[]): Promise<string> {
  const printed: string[] = [];
  await command(
    words,
    { DATABASE_URL: address, DATA_DIR: folder, FIXED_NOW: "2026-11-25T10:00[Europe/Brussels]" },
    (line) => printed.push(line),
  );
  return printed.join("\n");
}
const backup = (address: string, path: string) => run(runBackup, address, [path]);
const restore = (address: string, path: string, ...flags: string[]) => run(runRestore, address, [path, ...flags]);

const leftOut = ["deliveries", "staff_conversations", "staff_updates", "count_messages", "leases"];
/** Of what is under way nobody hears any more. */
const expected = async () => {
  const rows = await everyRow(sql);
  return {
    ...rows,
    ...Object.fromEntries(leftOut.map((table) => [table, []])),
    broadcasts: rows.broadcasts?.map((row) =>
      String(row)
        .replace('"under-way"', '"ended"')
        .replace('"ended": null', '"ended": "2026-11-25T09:00:00+00:00"')
        .replace('"ended":null', '"ended":"2026-11-25T09:00:00+00:00"'),
    ),
  };
};

describe("a back-up", () => {
  test("restored into an empty database holds everything that is to be kept, and nothing else", async () => {
    const other = await emptyDatabase();
    const said = await restore(other, file);
    expect(said).toContain("2 subscriptions are there again");
    const there = open(other);
    expect(await everyRow(there)).toEqual(await expected());
    const newest = (of: postgres.Sql) =>
      of`select hash from drizzle.__drizzle_migrations order by created_at desc limit 1`;
    expect(await newest(there)).toEqual(await newest(sql));
    // Numbers go on where they were.
    await there`insert into places (slug, name, facts, school_calendar, time_zone) values ('new', '{}', '{}', 'nl', 'Europe/Brussels')`;
    expect(await there`select number from places where slug = 'new'`).toEqual([{ number: 3 }]);
    await withSubscriptions(other, async (all) =>
      expect((await all.read(chats.noor)).map(all.chatOf)).toEqual([chats.noor]),
    );
  });

  test("is for its owner alone, seals what is sealed, and says what it lacks", async () => {
    const again = join(folder, "again.backup");
    expect(await backup(url, again)).toMatch(
      /^\S+again\.backup: \d+ rows, \d+ kB\.\nSECRET_KEY IS NOT IN THIS FILE\. /,
    );
    expect((await stat(again)).mode & 0o777).toBe(0o600);
    const content = gunzipSync(await readFile(again));
    for (const chat of Object.values(chats)) {
      const bytes = Buffer.alloc(8);
      bytes.writeBigInt64BE(BigInt(chat));
      expect(content.includes(String(chat)) || content.includes(bytes.toString("hex"))).toBe(false);
    }
    for (const form of ["hex", "base64url"] as const) expect(content.includes(secretKey.toString(form))).toBe(false);
    expect(await lastBackup(folder)).toEqual(now);
  });

  test("is made while the bot goes on, and leaves no draft where it cannot be written", async () => {
    const bot = await connect(url);
    cleanUp(bot.close);
    await bot.listen(
      "places",
      () => undefined,
      () => undefined,
    );
    await backup(url, join(folder, "again.backup"));
    await expect(restore(url, file, "--force")).rejects.toThrow("Another Inloop uses this database; stop the bot");
    await bot.close();
    await expect(backup(url, join(folder, "nowhere", "x.backup"))).rejects.toThrow(
      /x\.backup cannot be written; give a file/,
    );
    expect((await readdir(folder)).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  test("of an older version is restored as it was, and brought to this version", async () => {
    const all = readMigrationFiles({ migrationsFolder: fileURLToPath(new URL("../../drizzle", import.meta.url)) });
    const old = await emptyDatabase();
    const then = open(old);
    await then`drop schema public, drizzle cascade`;
    await then`create schema public`;
    await then`create schema drizzle`;
    await then`create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`;
    for (const { sql: statements, hash, folderMillis } of all.slice(0, 4)) {
      for (const statement of statements) await then.unsafe(statement);
      await then`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${folderMillis})`;
    }
    await then`insert into places (slug, name, facts, school_calendar, time_zone) values ('old', '{}', '{}', 'nl', 'Europe/Brussels')`;
    const path = join(folder, "old.backup");
    await writeBackup(old, path, now, () => undefined);

    const target = await emptyDatabase();
    await restore(target, path);
    const restored = open(target);
    expect(await restored`select slug, edited from places`).toEqual([{ slug: "old", edited: [] }]);
    expect(await restored`select count(*)::int as count from drizzle.__drizzle_migrations`).toEqual([
      { count: all.length },
    ]);
  });
});

describe("over a database that is not empty", () => {
  test("nothing is restored unless it is wanted", async () => {
    const rows = await everyRow(sql);
    await expect(restore(url, file)).rejects.toThrow(
      new Problem("The database is not empty; with --force the back-up takes its place. Nothing was changed."),
    );
    expect(await everyRow(sql)).toEqual(rows);
  });

  test("of the same bot, newer, who stopped stays away, who was removed stays removed, and who came stays", async () => {
    const newer = await emptyDatabase();
    await restore(newer, file);
    const later = open(newer);
    await withSubscriptions(newer, (all) => all.stop(chats.noor, "all"));
    await subscribe(newer, chats.zoe);
    await later`delete from staff where name = 'Els'`;
    await later`delete from chat_settings`;
    await later`update open_counts set sealed = '\\x18'`;
    await later`delete from spent_ballots`;
    await later`insert into spent_ballots values ('\\x19', 2903)`;
    await later`insert into places (slug, name, facts, school_calendar, time_zone) values ('new', '{}', '{}', 'nl', 'Europe/Brussels')`;
    await later`insert into open_counts values (3, '\\x28')`;
    await later`delete from hours`;

    const said = await restore(newer, file, "--force");
    expect(said).toContain("2 subscriptions, and 1 that were stopped since the back-up do not come back.");
    const subscribed = new Set<number>();
    await withSubscriptions(newer, async (all) => {
      for (const chat of Object.values(chats)) if ((await all.read(chat)).length > 0) subscribed.add(chat);
    });
    expect([...subscribed]).toEqual([chats.amal, chats.zoe]);
    expect(await later`select name from staff`).toEqual([{ name: "Staf" }]);
    expect(await later`select from chat_settings`).toHaveLength(0);
    expect(await later`select sealed from open_counts`).toEqual([{ sealed: Buffer.from([0x18]) }]);
    expect(await later`select week from spent_ballots`).toEqual([{ week: 2903 }]);
    expect(await later`select slug from places order by number`).toEqual([
      { slug: "de-zandbak" },
      { slug: "le-petit-train" },
    ]);
    expect(await later`select from hours`).toHaveLength(1);
    // The number of the place that is gone is in buttons and links: no other gets it.
    await later`insert into places (slug, name, facts, school_calendar, time_zone) values ('newest', '{}', '{}', 'nl', 'Europe/Brussels')`;
    expect(await later`select number from places where slug = 'newest'`).toEqual([{ number: 4 }]);
  });

  test("of another bot, it is replaced whole", async () => {
    const other = await emptyDatabase();
    await query(
      other,
      (to) =>
        to`insert into places (slug, name, facts, school_calendar, time_zone) values ('other', '{}', '{}', 'nl', 'Europe/Brussels')`,
    );
    await subscribe(other, chats.zoe);
    await restore(other, file, "--force");
    expect(await query(other, (of) => of`select slug from places order by number`)).toMatchObject([
      { slug: "de-zandbak" },
      {},
    ]);
    await withSubscriptions(other, async (all) => expect(await all.read(chats.zoe)).toEqual([]));
  });
});

describe("a file that is no whole back-up is refused in one sentence, and changes nothing", () => {
  const notWhole = /bad\.backup is not whole, or was altered; take another back-up\. Nothing was changed\.$/;
  const foreign =
    /bad\.backup is not a back-up of Inloop; give a file that inloop backup wrote\. Nothing was changed\.$/;
  const text = (change: (content: string) => string) => (whole: Buffer) =>
    gzipSync(Buffer.from(change(gunzipSync(whole).toString("latin1")), "latin1"));

  test.each<[string, (whole: Buffer) => Buffer, RegExp]>([
    ["cut off in the middle", (whole) => whole.subarray(0, whole.length >> 1), notWhole],
    ["cut off at the very end", (whole) => whole.subarray(0, whole.length - 1), notWhole],
    [
      "without its last line",
      text((content) => content.slice(0, content.lastIndexOf("\n", content.length - 2) + 1)),
      notWhole,
    ],
    ["with a letter changed", text((content) => content.replace("De Speelboom", "De Speelbaan")), notWhole],
    ["with a row less", text((content) => content.replace(/^de-zandbak.*\n|^1\tde-zandbak.*\n/m, "")), notWhole],
    ["empty", () => Buffer.alloc(0), notWhole],
    ["another kind of file", () => Buffer.from("%PDF-1.7"), foreign],
    ["zipped, but something else", () => gzipSync("create table places ();\n"), foreign],
    [
      "of a newer format",
      text((content) => content.replace('"version":1', '"version":2')),
      /made by a newer version of Inloop; restore it with that\./,
    ],
  ])("%s", async (_, spoil, said) => {
    const bad = join(folder, "bad.backup");
    await writeFile(bad, spoil(await readFile(file)));
    const rows = await everyRow(sql);
    const problem = await restore(url, bad, "--force").catch((cause) => cause);
    expect(problem).toBeInstanceOf(Problem);
    expect(problem.message).toMatch(said);
    expect(await everyRow(sql)).toEqual(rows);
  });

  test("and one that is not there", async () => {
    await expect(restore(url, join(folder, "none.backup"), "--force")).rejects.toThrow(
      /none\.backup cannot be read; give the path of a readable file\.$/,
    );
  });
});

import { once } from "node:events";
import { chmod, mkdir, readdir } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  botVariables,
  databaseWithPlaces,
  emptyDatabase,
  secrets,
  startTelegram,
} from "../support/bot-surroundings.ts";
import { cleanUp } from "../support/clean-up.ts";
import { type Ended, serverIn, startBotQuickly, temporaryFolder } from "../support/process.ts";
import { query } from "../support/query.ts";

const root = process.getuid?.() === 0;
const password = "a-password-of-a-test";

// First, because it takes longest: it is only known after a while.
test.concurrent("what answers at the database's address but is no PostgreSQL", async () => {
  const [folder, port] = await Promise.all([
    temporaryFolder(),
    listen((socket) => socket.once("data", () => socket.end())),
  ]);
  const DATABASE_URL = `postgres://inloop:${password}@127.0.0.1:${port}/inloop`;
  expectRefusal(
    await startBotQuickly(folder, { DATABASE_URL }).ended,
    [/^DATABASE_URL: PostgreSQL does not answer at /],
    password,
  );
});

test.concurrent("every wrong variable is named at once, with what is allowed, and nothing is made", async () => {
  const folder = await temporaryFolder();
  const ended = await startBotQuickly(folder, {
    BOT_TOKEN: "a-token-of-a-test",
    DATABASE_URL: `mysql://inloop:${password}@127.0.0.1/inloop`,
    SECRET_KEY: "a-key-of-a-test",
    SECRET_KEY_PREVIOUS: "a-previous-key-of-a-test",
    TELEGRAM_API_ROOT: "telegram",
    WEBHOOK_URL: "http://bot.example.org",
    PORT: "http",
    METRICS_PORT: "0",
    FALLBACK_LANGUAGE: "de",
    BROADCAST_RATE: "1001",
    FIXED_NOW: "2026-11-25T10:00",
    LOG_LEVEL: "loud",
  }).ended;
  expectRefusal(ended, [
    /^BOT_TOKEN is not a bot token; give the one from BotFather, /,
    /^DATABASE_URL is not the address of a database; allowed is postgres:/,
    /^TELEGRAM_API_ROOT is not an address; allowed is http/,
    /^WEBHOOK_URL is not a public https address; allowed is /,
    /^PORT is not a port; allowed is a whole number from 0 to 65535\.$/,
    /^METRICS_PORT is not a port; allowed is a whole number from 1 to 65535\.$/,
    /^FALLBACK_LANGUAGE is not a language of the bot; allowed are nl, fr, ar\.$/,
    /^BROADCAST_RATE is not a rate; allowed is a whole number of messages a second from 1 to 1000\.$/,
    /^FIXED_NOW is not a moment with a time zone; allowed is one such as 2026-11-25T10:00\[Europe\/Brussels\]\.$/,
    /^LOG_LEVEL is not a level; allowed are trace, debug, /,
    /^SECRET_KEY is not a key; allowed are 32 bytes in base64url \(43 characters\)\.$/,
    /^SECRET_KEY_PREVIOUS is not a key; allowed are 32 bytes /,
  ]);
  expect(ended.stderr.join()).not.toMatch(/of-a-test|mysql/);
  expect(ended.stdout).toBe("");
  expect(await readdir(folder)).toEqual([]);
});

test.concurrent("without a key the bot offers a fresh one, each time another", async () => {
  const folder = await temporaryFolder();
  const variables = { BOT_TOKEN: botVariables.BOT_TOKEN, FIXED_NOW: "2026-11-25T10:00[Europe/Brussels]" };
  const [one, other] = await Promise.all([
    startBotQuickly(folder, variables).ended,
    startBotQuickly(folder, variables).ended,
  ]);
  const sentence = /^SECRET_KEY is missing and needed with BOT_TOKEN; .*: SECRET_KEY=([\w-]{43})$/;
  expectRefusal(one, [/^FIXED_NOW is refused with Telegram itself, /, sentence]);
  const keys = [one, other].map(({ stderr }) => sentence.exec(stderr.at(-1) ?? "")?.[1]);
  expect(keys[0]).not.toBe(keys[1]);
  expect(await readdir(folder)).toEqual([]);
});

test.concurrent("a .env that cannot be read", async () => {
  const folder = await temporaryFolder();
  // What Docker makes of a file that it is to mount and that is not there.
  await mkdir(join(folder, ".env"));
  expectRefusal(await startBotQuickly(folder).ended, [
    /^\.env cannot be read; make it a readable file, or remove it\.$/,
  ]);
});

test.concurrent.each<[string, (url: URL) => void, RegExp]>([
  [
    "that nobody serves",
    (url) => {
      url.port = "1";
    },
    /^DATABASE_URL: PostgreSQL does not answer at \S+:1 \(ECONNREFUSED\); start it, or correct the address\.$/,
  ],
  [
    "with a wrong password",
    (url) => {
      url.password = password;
    },
    /^DATABASE_URL: PostgreSQL at \S+ refuses this user or password; correct them in the address\.$/,
  ],
  [
    "that does not exist",
    (url) => {
      url.pathname = "no_such_database";
    },
    /^DATABASE_URL: PostgreSQL at \S+ has no database "no_such_database"; create it, or name another in the address\.$/,
  ],
])("a database %s", async (_what, change, sentence) => {
  const [folder, database] = await Promise.all([temporaryFolder(), emptyDatabase()]);
  const url = new URL(database);
  change(url);
  expectRefusal(
    await startBotQuickly(folder, { ...botVariables, DATABASE_URL: url.href }).ended,
    [sentence],
    url.password,
  );
  expect(await readdir(folder)).toEqual([]);
});

test.concurrent("a database in which the user may not create anything is left as it was", async () => {
  const [folder, database] = await Promise.all([temporaryFolder(), emptyDatabase()]);
  const url = new URL(database);
  const user = `${url.pathname.slice(1)}_guest`;
  await query(database, (sql) =>
    sql.unsafe(`create role ${user} login password '${password}'; drop schema drizzle cascade`),
  );
  cleanUp(async () => void (await query(database, (sql) => sql.unsafe(`drop role ${user}`))));
  Object.assign(url, { username: user, password });

  const ended = await startBotQuickly(folder, { ...botVariables, DATABASE_URL: url.href }).ended;
  expectRefusal(ended, [/^DATABASE_URL: PostgreSQL at \S+ does not let this user create tables in "\w+"; /], password);
});

test.concurrent("a port that is taken", async () => {
  const [folder, port] = await Promise.all([temporaryFolder(), listen()]);
  expectRefusal(await startBotQuickly(folder, { PORT: String(port) }).ended, [
    new RegExp(`^PORT ${port} is taken by another program; give a free one, such as PORT=\\d+\\.$`),
  ]);
  expect(await serverIn(folder)).toBeUndefined();
});

test.concurrent("a bot without an organisation tells nobody that it is there", async () => {
  const [folder, telegram, database] = await Promise.all([temporaryFolder(), startTelegram(), emptyDatabase()]);
  const ended = await startBotQuickly(folder, { ...telegram.variables, DATABASE_URL: database }).ended;
  expectRefusal(ended, [
    /^No organisation is stored yet, .*: write a places\.yaml with it and run: npm run -s inloop -- places import places\.yaml$/,
  ]);
});

test.concurrent("a token that Telegram refuses at the start", async () => {
  const [folder, telegram, database] = await Promise.all([temporaryFolder(), startTelegram(), databaseWithPlaces()]);
  await telegram.faults({ method: "*", times: 1, kind: { type: "unauthorized" } });
  const ended = await startBotQuickly(folder, { ...telegram.variables, DATABASE_URL: database }).ended;
  expectRefusal(ended, [/^BOT_TOKEN is refused by Telegram; it was mistyped or revoked: /]);
});

test.concurrent("a token that is revoked while the bot runs", async () => {
  const [folder, telegram, database] = await Promise.all([temporaryFolder(), startTelegram(), databaseWithPlaces()]);
  const bot = startBotQuickly(folder, { ...telegram.variables, DATABASE_URL: database });
  await bot.says(/@inloop_bot answers/);
  await telegram.faults({ method: "getUpdates", times: 100, kind: { type: "unauthorized" } });
  await telegram.say("/open");
  expectRefusal(await bot.ended, [/^BOT_TOKEN is refused by Telegram; it was mistyped or revoked: /]);
});

test.concurrent("an address for webhooks that Telegram refuses", async () => {
  const [folder, telegram, database] = await Promise.all([temporaryFolder(), startTelegram(), databaseWithPlaces()]);
  const WEBHOOK_URL = "https://bot.example.org/telegram";
  const ended = await startBotQuickly(folder, { ...telegram.variables, DATABASE_URL: database, WEBHOOK_URL }).ended;
  expectRefusal(ended, [/^Telegram refuses setWebhook \(400\); correct WEBHOOK_URL\.$/]);
});

test.concurrent.each([false, true])(
  "a data folder that cannot be written, with a database elsewhere: %s",
  async (elsewhere) => {
    const folder = await temporaryFolder();
    // Root may write wherever a folder's mode forbids it, and not in the kernel's.
    const closed = root ? "/sys" : folder;
    if (!root) await chmod(closed, 0o555);
    const variables = elsewhere ? { DATABASE_URL: await emptyDatabase() } : {};
    const ended = await startBotQuickly(folder, { ...variables, DATA_DIR: join(closed, "inloop") }).ended;
    expectRefusal(ended, [/^(The data folder|DATA_DIR) \S+ (does not serve: it )?cannot be written/]);
    await chmod(folder, 0o700);
  },
);

/** One sentence for each problem and nothing else: no stack trace, no secret. */
function expectRefusal(
  { code, stdout, stderr }: Ended,
  sentences: readonly RegExp[],
  ...further: readonly string[]
): void {
  expect(stderr).toEqual(sentences.map((sentence) => expect.stringMatching(sentence)));
  expect(code).toBe(1);
  for (const secret of [...secrets, ...further]) {
    expect(`${stdout}${stderr.join("\n")}`).not.toContain(secret);
  }
}

async function listen(onConnection: Parameters<typeof createServer>[1] = () => undefined): Promise<number> {
  const server = createServer(onConnection).listen(0, "127.0.0.1");
  cleanUp(() => void server.close());
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

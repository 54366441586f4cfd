import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type Environment, parseConfig } from "../src/config.ts";

const token = "123456789:AAE-_abc";
const secretKey = Buffer.alloc(32, 7).toString("base64url");
const bot = { BOT_TOKEN: token, SECRET_KEY: secretKey };

test("without any variable it is the playground, and what it needs it makes in .data", () => {
  expect(parseConfig({})).toEqual({
    ok: true,
    config: {
      telegram: undefined,
      databaseUrl: undefined,
      dataDir: ".data",
      secretKeyPrevious: undefined,
      port: 3000,
      metricsPort: undefined,
      fallbackLanguage: "nl",
      broadcastRate: 30,
      chatLimits: true,
      fixedNow: undefined,
      logLevel: "info",
    },
  });
});

test("every variable is understood", () => {
  const previous = Buffer.alloc(32, 8).toString("base64url");
  const result = parseConfig({
    ...bot,
    DATABASE_URL: "postgres://inloop:p%25ss@db.example.org:5432/inloop?sslmode=require",
    DATA_DIR: "/var/lib/inloop",
    SECRET_KEY_PREVIOUS: previous,
    TELEGRAM_API_ROOT: "http://127.0.0.1:8081/",
    WEBHOOK_URL: "https://bot.example.org/telegram",
    PORT: "8080",
    METRICS_PORT: "9090",
    FALLBACK_LANGUAGE: "fr",
    BROADCAST_RATE: "1000",
    CHAT_LIMITS: "off",
    FIXED_NOW: "2026-11-25T10:00[Europe/Brussels]",
    LOG_LEVEL: "silent",
  });
  expect(result).toMatchObject({
    ok: true,
    config: {
      telegram: { token, apiRoot: "http://127.0.0.1:8081", webhookUrl: "https://bot.example.org/telegram" },
      databaseUrl: "postgres://inloop:p%25ss@db.example.org:5432/inloop?sslmode=require",
      dataDir: "/var/lib/inloop",
      port: 8080,
      metricsPort: 9090,
      fallbackLanguage: "fr",
      broadcastRate: 1000,
      chatLimits: false,
      logLevel: "silent",
    },
  });
  const config = result.ok ? result.config : expect.fail(result.problems.join());
  expect(Buffer.from(config.telegram?.secretKey ?? [])).toEqual(Buffer.alloc(32, 7));
  expect(Buffer.from(config.secretKeyPrevious ?? [])).toEqual(Buffer.alloc(32, 8));
  expect(config.fixedNow?.toString()).toBe("2026-11-25T10:00:00+01:00[Europe/Brussels]");
});

test.each<[string, Environment, object]>([
  ["an empty variable is absent", { BOT_TOKEN: "", PORT: " ", SECRET_KEY: "", DATA_DIR: "" }, { port: 3000 }],
  ["spaces around a value do not count", { PORT: " 8080\r", LOG_LEVEL: "warn " }, { port: 8080, logLevel: "warn" }],
  ["port 0 takes a free one", { PORT: "0" }, { port: 0 }],
  ["postgresql:// is as good", { DATABASE_URL: "postgresql://db/inloop" }, { databaseUrl: "postgresql://db/inloop" }],
  ["a fixed clock is fine in the playground", { FIXED_NOW: "2026-11-25T10:00[Europe/Brussels]" }, {}],
  ["what else is in the environment does not matter", { PATH: "/bin", BOT_TOKN: "x" }, { telegram: undefined }],
  [
    "a fixed clock is fine with another Bot API server",
    { ...bot, TELEGRAM_API_ROOT: "http://127.0.0.1:8081", FIXED_NOW: "2026-11-25T10:00[Europe/Brussels]" },
    { telegram: { apiRoot: "http://127.0.0.1:8081" } },
  ],
  [
    "such a server may deliver to this machine without https",
    { ...bot, TELEGRAM_API_ROOT: "http://127.0.0.1:8081", WEBHOOK_URL: "http://localhost:3000/telegram" },
    { telegram: { webhookUrl: "http://localhost:3000/telegram" } },
  ],
  ["Telegram itself is the default", bot, { telegram: { apiRoot: "https://api.telegram.org", webhookUrl: undefined } }],
])("%s", (_what, environment, config) => {
  expect(parseConfig(environment)).toMatchObject({ ok: true, config });
});

test.each<[string, Environment, boolean]>([
  ["with Telegram itself", bot, true],
  ["with Telegram itself, where they are switched off", { ...bot, CHAT_LIMITS: "off" }, false],
  ["with another server", { ...bot, TELEGRAM_API_ROOT: "http://127.0.0.1:8081" }, false],
  [
    "with another server that serves parents",
    { ...bot, TELEGRAM_API_ROOT: "http://127.0.0.1:8081", CHAT_LIMITS: "on" },
    true,
  ],
])("whether a chat that asks too fast is slowed: %s", (_what, environment, chatLimits) => {
  expect(parseConfig(environment)).toMatchObject({ ok: true, config: { chatLimits } });
});

const wrong = {
  token: "BOT_TOKEN is not a bot token; give the one from BotFather, such as 123456789:AAE-….",
  database:
    "DATABASE_URL is not the address of a database; allowed is postgres://user:password@host:5432/name, with a % written as %25.",
  root: "TELEGRAM_API_ROOT is not an address; allowed is http:// or https:// with a host, such as http://127.0.0.1:8081.",
  webhook: "WEBHOOK_URL is not a public https address; allowed is one such as https://bot.example.org/telegram.",
  port: "PORT is not a port; allowed is a whole number from 0 to 65535.",
  metricsPort: "METRICS_PORT is not a port; allowed is a whole number from 1 to 65535.",
  language: "FALLBACK_LANGUAGE is not a language of the bot; allowed are nl, fr, ar.",
  rate: "BROADCAST_RATE is not a rate; allowed is a whole number of messages a second from 1 to 1000.",
  limits: "CHAT_LIMITS is not a choice; allowed are on and off.",
  now: "FIXED_NOW is not a moment with a time zone; allowed is one such as 2026-11-25T10:00[Europe/Brussels].",
  level: "LOG_LEVEL is not a level; allowed are trace, debug, info, warn, error, fatal, silent.",
  key: "SECRET_KEY is not a key; allowed are 32 bytes in base64url (43 characters).",
  fixed:
    "FIXED_NOW is refused with Telegram itself, where parents would read it as today; leave it out, or give another TELEGRAM_API_ROOT.",
};

test.each<[string, Environment, readonly string[]]>([
  ["a token without a number", { ...bot, BOT_TOKEN: "AAE-_abc" }, [wrong.token]],
  ["a token with a space in it", { ...bot, BOT_TOKEN: "1234: AAE" }, [wrong.token]],
  ["another kind of database", { DATABASE_URL: "mysql://db/inloop" }, [wrong.database]],
  ["a database without an address", { DATABASE_URL: "localhost/inloop" }, [wrong.database]],
  ["a database at a port that cannot be", { DATABASE_URL: "postgres://db:99999/inloop" }, [wrong.database]],
  ["a bare % in a password", { DATABASE_URL: "postgres://u:100%@db/inloop" }, [wrong.database]],
  ["an API root without a host", { ...bot, TELEGRAM_API_ROOT: "telegram" }, [wrong.root]],
  ["an API root that is a file", { ...bot, TELEGRAM_API_ROOT: "file:///etc/passwd" }, [wrong.root]],
  ["a webhook without https", { ...bot, WEBHOOK_URL: "http://bot.example.org/telegram" }, [wrong.webhook]],
  ["a port that is a name", { PORT: "http" }, [wrong.port]],
  ["a port too large", { PORT: "65536" }, [wrong.port]],
  ["a port below zero", { PORT: "-1" }, [wrong.port]],
  ["half a port", { PORT: "80.5" }, [wrong.port]],
  ["any free port for figures, which nobody would find", { METRICS_PORT: "0" }, [wrong.metricsPort]],
  ["a language that the bot does not speak", { FALLBACK_LANGUAGE: "de" }, [wrong.language]],
  ["no messages a second", { BROADCAST_RATE: "0" }, [wrong.rate]],
  ["more messages a second than Telegram sells", { BROADCAST_RATE: "1001" }, [wrong.rate]],
  ["limits of a kind that there is not", { CHAT_LIMITS: "no" }, [wrong.limits]],
  ["a moment without a time zone", { FIXED_NOW: "2026-11-25T10:00" }, [wrong.now]],
  ["a moment that does not exist", { FIXED_NOW: "2026-02-30T10:00[Europe/Brussels]" }, [wrong.now]],
  ["an unknown level", { LOG_LEVEL: "loud" }, [wrong.level]],
  ["a short key", { ...bot, SECRET_KEY: secretKey.slice(1) }, [wrong.key]],
  ["a key that is not base64url", { ...bot, SECRET_KEY: `${secretKey.slice(1)}!` }, [wrong.key]],
  [
    "a previous key that is none",
    { ...bot, SECRET_KEY_PREVIOUS: "old" },
    ["SECRET_KEY_PREVIOUS is not a key; allowed are 32 bytes in base64url (43 characters)."],
  ],
  [
    "a key in both places",
    { ...bot, SECRET_KEY_FILE: "/run/secrets/key" },
    ["SECRET_KEY and SECRET_KEY_FILE are both set; leave one out."],
  ],
  [
    "a file of a key that is not there",
    { BOT_TOKEN: token, SECRET_KEY_FILE: "/nowhere/key" },
    ["SECRET_KEY_FILE cannot be read; give the path of a readable file with the key in it."],
  ],
  [
    "webhooks in the playground",
    { WEBHOOK_URL: "https://bot.example.org/telegram", TELEGRAM_API_ROOT: "http://127.0.0.1:8081" },
    ["WEBHOOK_URL", "TELEGRAM_API_ROOT"].map(
      (name) => `${name} is set without BOT_TOKEN; give BOT_TOKEN too, or leave ${name} out for the playground.`,
    ),
  ],
  ["a fixed clock with Telegram", { ...bot, FIXED_NOW: "2026-11-25T10:00[Europe/Brussels]" }, [wrong.fixed]],
  [
    "a fixed clock with Telegram by another name",
    { ...bot, FIXED_NOW: "2026-11-25T10:00[Europe/Brussels]", TELEGRAM_API_ROOT: "https://API.telegram.org:443/" },
    [wrong.fixed],
  ],
  [
    "Telegram delivering without https",
    { ...bot, WEBHOOK_URL: "http://localhost:3000/telegram" },
    ["WEBHOOK_URL is not a public https address; Telegram allows only https."],
  ],
  [
    "figures on the public port",
    { METRICS_PORT: "3000" },
    ["METRICS_PORT is the same as PORT; choose another, so that figures stay off the public port."],
  ],
  [
    "nothing is concluded from a variable that was refused",
    {
      ...bot,
      TELEGRAM_API_ROOT: "telegram",
      FIXED_NOW: "2026-11-25T10:00[Europe/Brussels]",
      PORT: "http",
      METRICS_PORT: "3000",
    },
    [wrong.root, wrong.port],
  ],
  [
    "several at once",
    { BOT_TOKEN: "x", SECRET_KEY: "y", PORT: "z", LOG_LEVEL: "v", BROADCAST_RATE: "w" },
    [wrong.token, wrong.port, wrong.rate, wrong.level, wrong.key],
  ],
])("refused: %s", (_what, environment, problems) => {
  expect(parseConfig(environment)).toEqual({ ok: false, problems });
});

test("a token without a key is offered a fresh key, each time another", () => {
  const offers = ["a", "b"].map(() => {
    const result = parseConfig({ BOT_TOKEN: token });
    const sentence = result.ok ? "" : result.problems.join();
    expect(sentence).toMatch(/^SECRET_KEY is missing and needed with BOT_TOKEN; [^\n]*: SECRET_KEY=[\w-]{43}$/);
    return sentence.slice(-43);
  });
  expect(offers[0]).not.toBe(offers[1]);
  expect(parseConfig({ BOT_TOKEN: token, SECRET_KEY: offers[0] })).toMatchObject({ ok: true });
});

test("a key can come from a file, with an end of line behind it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "inloop-key-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, "key");
  await writeFile(file, `${secretKey}\n`);
  const result = parseConfig({ BOT_TOKEN: token, SECRET_KEY_FILE: file });
  expect(result.ok && Buffer.from(result.config.telegram?.secretKey ?? [])).toEqual(Buffer.alloc(32, 7));

  await writeFile(file, "not a key");
  expect(parseConfig({ BOT_TOKEN: token, SECRET_KEY_FILE: file })).toEqual({
    ok: false,
    problems: ["SECRET_KEY_FILE holds no key; allowed are 32 bytes in base64url (43 characters)."],
  });
});

test("no problem repeats a value, which may be secret", () => {
  const value = "a-secret-of-this-test";
  const names = [
    ...["BOT_TOKEN", "DATABASE_URL", "SECRET_KEY", "SECRET_KEY_FILE", "SECRET_KEY_PREVIOUS", "TELEGRAM_API_ROOT"],
    ...["WEBHOOK_URL", "PORT", "METRICS_PORT", "FALLBACK_LANGUAGE", "BROADCAST_RATE", "CHAT_LIMITS", "FIXED_NOW"],
    "LOG_LEVEL",
  ];
  const result = parseConfig(Object.fromEntries(names.map((name) => [name, value])));
  expect(result.ok ? [] : result.problems).toHaveLength(names.length - 1);
  expect(JSON.stringify(result)).not.toContain(value);
});

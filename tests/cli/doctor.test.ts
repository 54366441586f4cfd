import { randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { staffKeys } from "../../src/assembly/foundation.ts";
import { runDoctor } from "../../src/cli/doctor.ts";
import type { Finding } from "../../src/core/doctor/finding.ts";
import { noteBackup } from "../../src/database/backup/last.ts";
import { codedChat } from "../../src/features/staff/members.ts";
import { databaseWithPlaces, emptyDatabase, secrets, startTelegram } from "../support/bot-surroundings.ts";
import { runInloop, temporaryFolder } from "../support/process.ts";
import { query } from "../support/query.ts";

let telegram: Awaited<ReturnType<typeof startTelegram>>;
const password = "a-password-of-a-test";
const FIXED_NOW = "2026-11-25T10:00[Europe/Brussels]";

beforeAll(async () => {
  telegram = await startTelegram();
});

async function examine(variables: Record<string, string>) {
  const printed: string[] = [];
  const DATA_DIR = variables.DATA_DIR ?? (await temporaryFolder());
  const problem = await runDoctor(["--json"], { ...variables, DATA_DIR, FIXED_NOW }, (line) => printed.push(line)).then(
    () => undefined,
    (cause: Error) => cause.message,
  );
  const findings = JSON.parse(printed.join("\n")) as Finding[];
  return { findings, problem, about: (about: string) => findings.filter((finding) => finding.about === about) };
}

async function addCoordinator(url: string, secretKey: Uint8Array): Promise<void> {
  const { code, chat } = codedChat(staffKeys(secretKey), 4711);
  await query(
    url,
    (sql) => sql`
      insert into staff (code, chat, name, role, language) values (${Buffer.from(code, "base64url")}, ${chat}, 'Els', 'coordinator', 'nl')`,
  );
}

test("a bot that wants for nothing is told so, line by line", async () => {
  const DATABASE_URL = await databaseWithPlaces();
  await addCoordinator(DATABASE_URL, Buffer.from(telegram.variables.SECRET_KEY, "base64url"));
  const DATA_DIR = await temporaryFolder();
  await noteBackup(DATA_DIR, Temporal.Instant.from("2026-11-25T01:00:00Z"));
  const { findings, problem } = await examine({ ...telegram.variables, DATABASE_URL, DATA_DIR });
  expect(problem).toBeUndefined();
  expect(findings.filter(({ level }) => level !== "ok")).toEqual([]);
  expect(findings.map(({ about }) => about)).toEqual([
    "configuration",
    "BOT_TOKEN",
    "webhook",
    "database",
    "PostgreSQL settings",
    "migrations",
    "organisation",
    "places",
    "school calendar nl",
    "school calendar fr",
    "SECRET_KEY",
    "team",
    "back-up",
    "help lines",
    "copy",
  ]);
});

test("what is missing is said with how to mend it, and the code says whether something is wrong", async () => {
  const DATABASE_URL = await emptyDatabase();
  await query(
    DATABASE_URL,
    (sql) =>
      sql`delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations)`,
  );
  const { problem, about } = await examine({
    ...telegram.variables,
    DATABASE_URL,
    WEBHOOK_URL: "http://127.0.0.1:1/t",
  });
  expect(problem).toBe("1 wrong, 1 to look at.");
  expect(about("migrations")).toMatchObject([{ level: "wrong", says: "1 are missing" }]);
  expect(about("webhook")).toMatchObject([{ level: "warning", says: "Telegram does not know it" }]);
});

test("a key that did not seal what is stored is told, which parents would notice last", async () => {
  const DATABASE_URL = await emptyDatabase();
  await addCoordinator(DATABASE_URL, randomBytes(32));
  const { about } = await examine({ ...telegram.variables, DATABASE_URL });
  expect(about("SECRET_KEY")).toMatchObject([{ level: "wrong", says: "did not seal what is stored" }]);
});

test("it makes no database, and no place is wrong", async () => {
  const { findings } = await examine({});
  expect(findings).toContainEqual(
    expect.objectContaining({ about: "database", says: "there is none yet in DATA_DIR" }),
  );
  const empty = await examine({ DATABASE_URL: await emptyDatabase() });
  expect(empty.about("places")).toMatchObject([{ level: "wrong" }]);
});

test("a token that Telegram refuses and a database that is away do not hide each other", async () => {
  const { about } = await examine({
    ...telegram.variables,
    BOT_TOKEN: "123456789:another-token",
    DATABASE_URL: `postgres://inloop:${password}@127.0.0.1:1/inloop`,
  });
  expect(about("BOT_TOKEN")).toMatchObject([{ level: "wrong", says: "is refused by Telegram" }]);
  expect(about("database")).toMatchObject([{ level: "wrong", says: expect.stringContaining("ECONNREFUSED") }]);
});

test("a wrong configuration is a report, with every variable in it and no secret", async () => {
  const folder = await temporaryFolder();
  const { code, stdout, stderr } = await runInloop(["doctor"], folder, {
    BOT_TOKEN: "123456789:a-token-of-a-test",
    DATABASE_URL: `mysql://inloop:${password}@127.0.0.1/inloop`,
    PORT: "http",
    SECRET_KEY_PREVIOUS: randomBytes(30).toString("base64url"),
  });
  expect(code).toBe(1);
  expect(stderr).toEqual([expect.stringMatching(/^4 wrong, \d to look at\.$/)]);
  for (const variable of ["DATABASE_URL", "PORT", "SECRET_KEY", "SECRET_KEY_PREVIOUS"]) {
    expect(stdout).toMatch(new RegExp(`^wrong {4}configuration: ${variable} is `, "m"));
  }
  expect(stdout).toContain("\n         → correct it in .env; .env.example explains it.\n");
  expect(stdout).toMatch(/^ok {7}copy: every text is there in every language\.$/m);
  for (const secret of [...secrets, password, "a-token-of-a-test", "SECRET_KEY="]) {
    expect(stdout + stderr.join()).not.toContain(secret);
  }
});

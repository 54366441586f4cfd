import { execFile } from "node:child_process";
import { copyFile, cp, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/** A line of code in a file, and part of what the linter says to it. Lines of the same file stand in it in this order. */
type Refused = readonly [file: string, code: string, says: string];

const pure = "core imports only core";
const coreIsTold = "core is told what time it is";
const ownFeature = "a feature imports itself, core, telegram, i18n and database";
const sql = "only in database/ and in a feature's repository.ts";
const telegram = "grammy only in";
const playground = "only main.ts, bench/ and tests import playground";
const environment = "the environment is read in main.ts and cli/";
const words = "only messages.ts files turn keys into words";
const now = "take `now` or a Clock";

const refused: Readonly<Record<string, readonly Refused[]>> = {
  "core imports only core": [
    ["src/core/feedback/tally.ts", `import { a } from "../../telegram/bot.ts";`, pure],
    ["src/core/feedback/tally.ts", `import type { B } from "../../features/hours/messages.ts";`, pure],
    ["src/core/feedback/tally.ts", `export { c } from "../../database/client.ts";`, pure],
    ["src/core/feedback/tally.ts", `export type * from "../../config.ts";`, pure],
    ["src/core/feedback/tally.ts", `export const d = () => import("../../i18n/bidi.ts");`, pure],
    ["src/core/feedback/tally.ts", `export type E = import("../../i18n/bidi.ts").E;`, pure],
    ["src/core/feedback/tally.ts", `import { f } from "zod";`, pure],
    ["src/core/feedback/tally.ts", `import { g } from "node:crypto";`, pure],
    ["src/core/feedback/tally.ts", `import type { Stats } from "fs";`, pure],
    ["src/core/feedback/tally.ts", "export const h = (name: string) => import(name);", pure],
    ["src/core/clock.ts", `import { a } from "../problem.ts";`, pure],
    ["src/core/questions/lexicon/nl.ts", `import { a } from "../../../problem.ts";`, pure],
  ],
  "core knows no clock, no chance and no process": [
    ["src/core/delivery/pacing.ts", "export const a = Temporal.Now.instant();", coreIsTold],
    ["src/core/delivery/pacing.ts", "export const { Now } = Temporal;", coreIsTold],
    ["src/core/delivery/pacing.ts", "export const b = globalThis.Date;", coreIsTold],
    ["src/core/delivery/pacing.ts", "export const c = Math.random();", coreIsTold],
    ["src/core/delivery/pacing.ts", "export const d = new Date();", "Date"],
    ["src/core/delivery/pacing.ts", "export const e = Date.now();", "Date"],
    ["src/core/delivery/pacing.ts", "export const f = performance.now();", "performance"],
    ["src/core/delivery/pacing.ts", "export const g = crypto.randomUUID();", "crypto"],
    ["src/core/delivery/pacing.ts", "export const h = process.pid;", "process"],
  ],
  "a feature never imports another": [
    ["src/features/hours/handlers.ts", `import { a } from "../places/messages.ts";`, ownFeature],
    ["src/features/hours/handlers.ts", `import type { B } from "../places/repository.ts";`, ownFeature],
    ["src/features/hours/handlers.ts", `export { c } from "../places/messages.ts";`, ownFeature],
    ["src/features/hours/handlers.ts", `export const d = () => import("../places/messages.ts");`, ownFeature],
    ["src/features/hours/handlers.ts", `export type E = import("../places/messages.ts").E;`, ownFeature],
    ["src/features/hours/handlers.ts", `import { f } from "../../features/places/messages.ts";`, ownFeature],
    ["src/features/hours/handlers.ts", `import { g } from "../../app.ts";`, ownFeature],
    ["src/features/hours/handlers.ts", `import { h } from "../../http/server.ts";`, ownFeature],
    ["src/features/hours/poster/draw.ts", `import { a } from "../../places/messages.ts";`, ownFeature],
    ["src/features/hours/handlers.ts", `import { i } from "./../places/messages.ts";`, "write the shortest path"],
    ["src/features/hours/handlers.ts", `import { j } from "../../core/../app.ts";`, "write the shortest path"],
  ],
  "what is shared imports no feature": [
    ["src/telegram/bot.ts", `import { a } from "../features/hours/handlers.ts";`, "telegram imports only"],
    ["src/telegram/bot.ts", `import type { App } from "../app.ts";`, "telegram imports only"],
    ["src/i18n/format.ts", `import { a } from "../telegram/answer.ts";`, "i18n imports only"],
    ["src/database/migrate.ts", `import type { A } from "../features/hours/repository.ts";`, "database imports only"],
    ["src/pictures/draw.ts", `import { a } from "../features/posters/poster.ts";`, "pictures imports only"],
    ["src/pictures/text.ts", `import { a } from "../i18n/format.ts";`, "pictures imports only"],
    ["src/http/server.ts", `import { a } from "../features/calendar/handlers.ts";`, "http imports only"],
    ["src/cli/report.ts", `import { a } from "../features/reports/messages.ts";`, "cli imports only"],
  ],
  "SQL lives in database/ and in repositories": [
    ["src/features/feedback/buttons.ts", `import { eq } from "drizzle-orm";`, sql],
    ["src/features/feedback/buttons.ts", `import type { PgTable } from "drizzle-orm/pg-core";`, sql],
    ["src/features/feedback/buttons.ts", `import type { Sql } from "postgres";`, sql],
    ["src/features/feedback/buttons.ts", `import type { places } from "../../database/schema.ts";`, sql],
    ["src/telegram/settings.ts", `import { places } from "../database/schema.ts";`, sql],
    ["src/app.ts", `import { drizzle } from "drizzle-orm/postgres-js";`, sql],
    ["src/app.ts", `import { places } from "./database/schema.ts";`, sql],
  ],
  "grammy lives where Telegram is spoken": [
    ["src/features/feedback/repository.ts", `import type { Context } from "grammy";`, telegram],
    ["src/features/feedback/repository.ts", `import { run } from "@grammyjs/auto-retry";`, telegram],
    ["src/features/feedback/repository.ts", `import type { Update } from "grammy/types";`, telegram],
    ["src/app.ts", `import { Bot } from "grammy";`, telegram],
    ["src/playground/world/chats.ts", `import { Bot } from "grammy";`, telegram],
    ["src/cli/report.ts", `export const bot = () => import("grammy");`, telegram],
  ],
  "the environment is read where a process begins": [
    ["src/config.ts", "export const a = process.env.BOT_TOKEN;", "process.env"],
    ["src/config.ts", "export const { env } = process;", environment],
    ["src/config.ts", `import { env as b } from "node:process";`, environment],
    ["src/telegram/bot.ts", "export const c = process.env;", "process.env"],
    ["src/config.ts", `import { main } from "./main.ts";`, "where a process begins"],
  ],
  "the playground is a neighbour": [
    ["src/app.ts", `import { servePlayground } from "./playground/serve.ts";`, playground],
    ["src/config.ts", `import type { Person } from "./playground/protocol.ts";`, playground],
    ["src/playground/world/chats.ts", `import { a } from "../../telegram/bot.ts";`, "playground imports only core"],
    ["src/playground/world/chats.ts", `import type { B } from "../../config.ts";`, "playground imports only core"],
  ],
  "there are no cycles and no barrels": [
    [
      "src/core/places/place.ts",
      `import type { Near } from "./near.ts";\nexport interface Place { near: Near }`,
      "cycle",
    ],
    [
      "src/core/places/near.ts",
      `import type { Place } from "./place.ts";\nexport interface Near { place: Place }`,
      "cycle",
    ],
    ["src/core/places/index.ts", `export { a } from "./a.ts";`, "barrel"],
    ["src/core/places/all.ts", `export * from "./a.ts";`, "export all"],
  ],
  "only messages.ts files turn keys into words": [
    ["src/features/hours/buttons.ts", `import { createWords } from "../../i18n/translate.ts";`, words],
    ["src/features/hours/buttons.ts", `import i18next from "i18next";`, "i18next is i18n's"],
    ["src/features/hours/buttons.ts", `export const a = (words) => words.plain("hours:open");`, words],
    ["src/features/hours/buttons.ts", "export const b = ({ html }) => html;", words],
    ["src/telegram/sender.ts", `export const a = (words) => words.html("telegram:failed");`, words],
  ],
  "a feature is told the time": [
    ["src/features/hours/place-day.ts", "export const a = Temporal.Now.instant();", now],
    ["src/features/hours/place-day.ts", "export const b = new Date();", now],
    ["src/features/hours/place-day.ts", "export const c = Date.now();", now],
  ],
};

const allowed: Readonly<Record<string, string>> = {
  "src/core/feedback/ballot.ts": `import type { Language } from "../language.ts";
    import { week } from "./week.ts";
    export const day = (text: string) => Temporal.PlainDate.from(text);
    export const larger = Math.max(1, 2);`,
  "src/core/questions/lexicon/fr.ts": `import type { Language } from "../../language.ts";`,
  "src/features/places/handlers.ts": `import { Composer } from "grammy";
    import { sentence } from "./messages.ts";
    import type { Clock } from "../../core/clock.ts";
    import { inTransaction } from "../../database/client.ts";
    import type { Words } from "../../i18n/translate.ts";
    export const started = performance.now();`,
  "src/features/places/messages.ts": `import { InlineKeyboard } from "grammy";
    import type { Words } from "../../i18n/translate.ts";
    export const sentence = (words: Words) => words.html("places:list");`,
  "src/features/places/repository.ts": `import { eq } from "drizzle-orm";
    import { places } from "../../database/schema.ts";`,
  "src/features/places/map/tiles.ts": `import { sentence } from "../messages.ts";
    import { place } from "../../../core/places/place.ts";`,
  "src/features/places/map/draw.ts": `import { page } from "../../../pictures/page.ts";`,
  "src/pictures/page.ts": `import { Resvg } from "@resvg/resvg-js";
    import type { Language } from "../core/language.ts";`,
  "src/telegram/language.ts": `import { Bot } from "grammy";
    import type { Words } from "../i18n/translate.ts";
    import { client } from "../database/client.ts";`,
  "src/i18n/translate.ts": `import i18next from "i18next";
    import type { Language } from "../core/language.ts";`,
  "src/database/client.ts": `import postgres from "postgres";
    import { places } from "./schema.ts";`,
  "src/http/webhook.ts": `import { webhookCallback } from "grammy";
    import { bot } from "../telegram/language.ts";`,
  "src/cli/inloop.ts": `import { administerPlaces } from "../assembly/commands.ts";
    export const token = process.env.BOT_TOKEN;`,
  "src/playground/serve.ts": `import type { Message } from "@grammyjs/types";
    import { Hono } from "hono";
    import { place } from "../core/places/place.ts";
    export const started = new Date();`,
  "src/main.ts": `import { createApp } from "./app.ts";
    import { servePlayground } from "./playground/serve.ts";
    export const { env } = process;`,
  "tests/hours.test.ts": `import { eq } from "drizzle-orm";
    import { servePlayground } from "../src/playground/serve.ts";
    export const token = process.env.BOT_TOKEN;`,
  "bench/run.ts": `import { servePlayground } from "../src/playground/serve.ts";
    import { createApp } from "../src/app.ts";`,
};

/** The rules of Biome that watch the architecture; the others have their say in `npm run lint`. */
const rules = ["plugin", "noProcessEnv", "noRestrictedGlobals", "noImportCycles", "noBarrelFile", "noReExportAll"];

interface Finding {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

let findings: readonly Finding[];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "inloop-architecture-"));
  await cp("lint", join(folder, "lint"), { recursive: true });
  for (const file of ["biome.json", ".gitignore", "package.json"]) await copyFile(file, join(folder, file));
  for (const [file, code] of [...sources(), ...Object.entries(allowed)]) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), `${code}\n`);
  }
  findings = await lint(folder);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(Object.entries(refused))("%s", (_, lines) => {
  test.each(lines)("%s: %s", (file, code, says) => {
    const line = lineOf(file, code);
    const said = findings.filter((finding) => finding.file === file && finding.line === line);
    expect(said.map(({ message }) => message).join("\n")).toContain(says);
  });
});

test.each(Object.keys(allowed))("%s is as it should be", (file) => {
  expect(findings.filter((finding) => finding.file === file)).toEqual([]);
});

test("every folder of src/ is one that the rules speak of", async () => {
  const entries = await readdir("src", { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  expect([
    "assembly",
    "cli",
    "core",
    "database",
    "features",
    "http",
    "i18n",
    "pictures",
    "playground",
    "telegram",
  ]).toEqual(expect.arrayContaining(folders));
});

function linesOf(file: string): readonly string[] {
  const all = Object.values(refused).flat();
  return all.filter(([its]) => its === file).map(([, code]) => code);
}

function sources(): readonly (readonly [string, string])[] {
  const files = new Set(Object.values(refused).flatMap((lines) => lines.map(([file]) => file)));
  return [...files].map((file) => [file, linesOf(file).join("\n")]);
}

function lineOf(file: string, code: string): number {
  const before = linesOf(file).slice(0, linesOf(file).indexOf(code));
  return before.join("\n").split("\n").length + (before.length > 0 ? 1 : 0);
}

async function lint(root: string): Promise<readonly Finding[]> {
  const biome = join(import.meta.dirname, "../../node_modules/@biomejs/biome/bin/biome");
  const run = promisify(execFile)(process.execPath, [biome, "lint", "--reporter=json", "--max-diagnostics=none"], {
    cwd: root,
    maxBuffer: 2 ** 26,
  });
  // It ends with 1 since it found what it should find.
  const { stdout } = await run.catch((error: { stdout: string }) => error);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly Diagnostic[] };
  return diagnostics
    .filter(({ category }) => rules.includes(category.split("/").at(-1) ?? ""))
    .map(({ location, message }) => ({ file: location.path, line: location.start.line, message }));
}

interface Diagnostic {
  readonly category: string;
  readonly message: string;
  readonly location: { readonly path: string; readonly start: { readonly line: number } };
}

import { DrizzleQueryError } from "drizzle-orm";
import { GrammyError, HttpError } from "grammy";
import { expect, test } from "vitest";
import { lastWords } from "../src/last-words.ts";
import { Problem } from "../src/problem.ts";
import { failureOf } from "../src/telegram/errors.ts";

const canary = "a-canary-of-this-test";
const url = `postgres://inloop:${canary}@db.example.org/inloop`;

const refused = new GrammyError(
  `Call to 'sendMessage' failed! ${canary}`,
  { ok: false, error_code: 400, description: `Bad Request: ${canary}` },
  "sendMessage",
  { chat_id: 4711, text: canary, secret_token: canary },
);
const unreachable = new HttpError(
  `Network request failed! ${canary}`,
  new Error(`request to https://api.telegram.org/bot${canary}/getMe failed`),
);
const ofPostgres = Object.assign(new Error(`duplicate key value ${canary}`), {
  name: "PostgresError",
  code: "23505",
  detail: `Key (code)=(${canary}) already exists.`,
});
const statement = new DrizzleQueryError("insert into subscriptions values ($1)", [canary], ofPostgres);
const unanswered = new DrizzleQueryError("select $1", [canary], new Error(`connect ECONNREFUSED ${url}`));

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

test.each<[string, unknown, RegExp]>([
  ["Telegram refused", refused, /^Telegram refuses sendMessage \(400\); try again later\.$/],
  ["Telegram is away", unreachable, /^Telegram could not be reached; try again later\.$/],
  ["a statement failed", statement, /^The database failed \(23505\); its log says why\.$/],
  ["a statement was not answered", unanswered, /^Inloop made a mistake|^The database failed/],
  ["an address is broken", thrownBy(() => new URL(`http://${canary}:x/`)), /\(TypeError, ERR_INVALID_URL\)/],
  ["JSON is broken", thrownBy(() => JSON.parse(`{"text": ${canary}`)), /\(SyntaxError\)/],
  ["a message quotes what looks like a place", new Error(`said:\n    at ${canary} (file:///x.ts:1:1)`), /\(Error\)/],
  ["something else than an error is thrown", { text: canary }, /\(object\)/],
  ["a cause is hidden deeply", new Error(canary, { cause: new Error(canary, { cause: refused }) }), /\(Error\)/],
])("neither a log nor the last words quote anything where %s", (_what, error, said) => {
  expect(lastWords(error)).toMatch(said);
  expect(lastWords(error)).not.toContain(canary);
  expect(JSON.stringify(failureOf(error))).not.toContain(canary);
});

test("a mistake of ours is named by its place", () => {
  expect(lastWords(new TypeError(canary))).toMatch(/last-words\.test\.ts:\d+:\d+/);
});

test("what the operator can mend is said as it is", () => {
  expect(lastWords(new Problem("PORT 3000 is taken.\n"))).toBe("PORT 3000 is taken.");
});

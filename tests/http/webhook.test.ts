import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deriveKey } from "../../src/database/keys.ts";
import { overhear } from "../anonymity/support/what-was-kept.ts";
import { startTestApp, type TestApp } from "../support/app.ts";

const secretKey = randomBytes(32);
const secret = {
  "x-telegram-bot-api-secret-token": Buffer.from(deriveKey(secretKey, "webhook")).toString("base64url"),
};

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ webhook: true, secretKey });
});
afterAll(() => app.stop());

const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${app.httpUrl}/telegram`, {
    method: "POST",
    body,
    headers: { "content-type": "application/json", ...headers },
  });

test("updates that Telegram delivers are answered", async () => {
  const parent = await app.parent("nl");
  expect((await parent.say("/open")).texts).toEqual(["Ja, het is nu open: vandaag 9.00–12.00."]);
  expect((await parent.tap("Morgen")).texts).toEqual(["Ja, morgen is het open: 13.30–16.30."]);
});

test("an update without Telegram's secret, or with another, is refused", async () => {
  const update = JSON.stringify({ update_id: 1 });
  expect((await post(update)).status).toBe(401);
  expect((await post(update, { "x-telegram-bot-api-secret-token": "guess" })).status).toBe(401);
  expect((await post("{")).status).toBe(401);
});

test("health is told to whoever asks, and nothing else is there", async () => {
  expect(await (await fetch(`${app.httpUrl}/healthz`)).text()).toBe("ok");
  expect((await fetch(`${app.httpUrl}/telegram`)).status).toBe(404);
  expect((await fetch(`${app.httpUrl}/`)).status).toBe(404);
});

test("without the secret not even a body that never ends is read", async () => {
  const { port } = new URL(app.httpUrl);
  const asked = request({ port, host: "127.0.0.1", path: "/telegram", method: "POST" });
  asked.write("{");
  const [response] = await once(asked, "response");
  expect(response.statusCode).toBe(401);
  asked.on("error", () => undefined).destroy();
});

test.each(["{", "[]", "null", '"update"', "{}", '{"update_id":"1"}', '{"update_id":1.5}'])(
  "what is no update (%s) is refused in no more words than a number",
  async (body) => {
    const response = await post(body, secret);
    expect(response.status).toBe(400);
    expect(await response.text()).toBe("");
  },
);

test("an update that nobody foresaw leaves no trace of what was said in it, and is not answered with a stack", async () => {
  const overheard = overhear();
  const chat = { id: -1, type: "group", title: "a-canary-title" };
  const from = { id: 1, is_bot: false, first_name: "a-canary-name" };
  const message = { message_id: 1, date: 1, chat, from, text: "a-canary-text", entities: [null] };
  const response = await post(JSON.stringify({ update_id: 1, message }), secret);
  overheard.stop();
  expect(overheard.kept().content).toBe("");
  expect(`${await response.text()}${JSON.stringify(app.log)}`).not.toMatch(/canary|^\s*at /m);
  expect((await (await app.parent("nl")).say("/open")).texts).toHaveLength(1);
});

// Last, since the server hangs up on whoever sends so much.
test("a body that nobody would read to its end is refused", async () => {
  const response = await post("x".repeat(1024 * 1024 + 1), secret);
  expect(response.status).toBe(413);
  expect(await response.text()).not.toContain("at ");
});

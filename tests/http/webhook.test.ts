import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApp, type TestApp } from "../support/app.ts";

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ webhook: true });
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

// Last, since the server hangs up on whoever sends so much.
test("a body that nobody would read to its end is refused", async () => {
  const response = await post("x".repeat(1024 * 1024 + 1));
  expect(response.status).toBe(413);
  expect(await response.text()).not.toContain("at ");
});

import { GrammyError, HttpError } from "grammy";
import { beforeEach, expect, test } from "vitest";
import type { Fault } from "../../src/playground/protocol.ts";
import { noor, startedPlayground, type TestPlayground } from "./playground-server.ts";

let playground: TestPlayground;
beforeEach(async () => {
  playground = await startedPlayground();
});

const send = (text: string) => playground.call("sendMessage", { chat_id: noor, text });
const texts = async () => (await playground.chat(noor)).messages.map(({ text }) => text);
const fault = (kind: Fault["kind"], times = 1, method = "sendMessage"): Fault => ({ method, times, kind });

test("a 429 says how long to wait, as often as it was asked for, and for the method named", async () => {
  await playground.faults(fault({ type: "too-many-requests", retryAfter: 7 }, 2));
  expect(await playground.call("getMe")).toMatchObject({ ok: true });
  for (let count = 0; count < 2; count += 1) {
    expect(await send("a")).toEqual({
      status: 429,
      ok: false,
      error_code: 429,
      description: "Too Many Requests: retry after 7",
      parameters: { retry_after: 7 },
    });
  }
  expect(await send("a")).toMatchObject({ ok: true });
  expect(await texts()).toEqual(["/start", "a"]);
});

test.each([500, 502, 503, 504] as const)("a server error %i has no effect", async (status) => {
  await playground.faults(fault({ type: "server-error", status }, 1, "*"));
  expect(await send("a")).toMatchObject({ status, ok: false, error_code: status });
  expect(await texts()).toEqual(["/start"]);
});

test("a lost answer has its effect, a lost request has none; the bot sees both as a broken connection", async () => {
  const bot = playground.bot();
  await playground.faults(fault({ type: "lost-answer" }), fault({ type: "lost-request" }));
  await expect(bot.api.sendMessage(noor, "effect")).rejects.toBeInstanceOf(HttpError);
  await expect(bot.api.sendMessage(noor, "no effect")).rejects.toBeInstanceOf(HttpError);
  expect(await texts()).toEqual(["/start", "effect"]);
});

test("a revoked token is answered 401, as is a wrong one", async () => {
  await playground.faults(fault({ type: "unauthorized" }, 1, "*"));
  await expect(playground.bot().api.getMe()).rejects.toSatisfy(
    (error) => error instanceof GrammyError && error.error_code === 401 && error.description === "Unauthorized",
  );
  const wrong = await fetch(`${playground.url}/bot110201543:wrong/getMe`);
  expect([wrong.status, await wrong.json()]).toEqual([
    401,
    { ok: false, error_code: 401, description: "Unauthorized" },
  ]);
});

test("a delay only takes time", async () => {
  await playground.faults(fault({ type: "delay", milliseconds: 1 }));
  expect(await send("a")).toMatchObject({ ok: true });
});

test("what is left of the script is told, and a new one replaces it", async () => {
  expect(await playground.faults(fault({ type: "lost-request" }, 0), fault({ type: "lost-answer" }, 3))).toEqual({
    script: [fault({ type: "lost-answer" }, 3)],
    messagesPerSecond: null,
    latencyMilliseconds: 0,
  });
  await playground.faults();
  expect(await send("a")).toMatchObject({ ok: true });
});

test("beyond the limit on sending, all sending waits; other methods do not", async () => {
  const limit = { script: [], messagesPerSecond: 0.001, latencyMilliseconds: 0 };
  await playground.control("PUT", "/faults", limit);
  expect(await send("a")).toMatchObject({ ok: true });
  const refused = await send("b");
  expect(refused).toMatchObject({ status: 429, parameters: { retry_after: expect.any(Number) } });
  expect(refused.parameters?.retry_after).toBeGreaterThan(900);
  expect(await playground.call("sendLocation", { chat_id: noor, latitude: 1, longitude: 1 })).toMatchObject({
    status: 429,
  });
  expect(await playground.call("sendChatAction", { chat_id: noor, action: "typing" })).toMatchObject({ ok: true });
  await playground.faults();
  expect(await send("b")).toMatchObject({ ok: true });
});

test("as many messages as the limit allows go at once", async () => {
  await playground.control("PUT", "/faults", { script: [], messagesPerSecond: 30, latencyMilliseconds: 1 });
  const answers = await Promise.all(Array.from({ length: 30 }, () => send("a")));
  expect(answers.every(({ ok }) => ok)).toBe(true);
});

test.each([
  [{}],
  [
    {
      script: [{ method: "getMe", times: -1, kind: { type: "lost-answer" } }],
      messagesPerSecond: null,
      latencyMilliseconds: 0,
    },
  ],
  [
    {
      script: [{ method: "getMe", times: 1, kind: { type: "server-error", status: 404 } }],
      messagesPerSecond: null,
      latencyMilliseconds: 0,
    },
  ],
  [{ script: [], messagesPerSecond: 0, latencyMilliseconds: 0 }],
])("the faults %j are refused with a sentence", async (faults) => {
  const refused = await playground.control("PUT", "/faults", faults);
  expect(refused).toEqual({
    status: 400,
    body: { error: expect.stringMatching(/^The body is not understood: .+\.$/) },
  });
});

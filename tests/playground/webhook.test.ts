import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test, vi } from "vitest";
import { noor, startPlayground } from "./playground-server.ts";

interface Received {
  readonly headers: IncomingHttpHeaders;
  // biome-ignore lint/suspicious/noExplicitAny: an update as it came.
  readonly update: any;
}

type Reply = { readonly status: number; readonly body?: object } | "hang-up";

/** A bot behind a webhook, which answers what `reply` says to its nth request. */
async function startReceiver(reply: (nth: number) => Reply = () => ({ status: 200 })) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    received.push({ headers: request.headers, update: JSON.parse(await text(request)) });
    const answer = reply(received.length);
    if (answer === "hang-up") return void response.destroy();
    response.writeHead(answer.status, { "content-type": "application/json" });
    response.end(answer.body === undefined ? "" : JSON.stringify(answer.body));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/telegram`, received };
}

const texts = (received: readonly Received[]) => received.map(({ update }) => update.message?.text);

test("updates are posted in order with the secret, those that waited first", async () => {
  const { say, call } = await startPlayground();
  const { url, received } = await startReceiver();
  await say(noor, "a");
  await call("setWebhook", { url, secret_token: "s3cret_-" });
  await say(noor, "b");
  await vi.waitFor(() => expect(texts(received)).toEqual(["a", "b"]));
  expect(received[0]?.headers).toMatchObject({
    "content-type": "application/json",
    "x-telegram-bot-api-secret-token": "s3cret_-",
  });
  await vi.waitFor(async () => expect((await call("getWebhookInfo")).result.pending_update_count).toBe(0));
});

test("an update is tried again until the bot takes it, and the next one waits for it", async () => {
  const { say, call } = await startPlayground();
  const { url, received } = await startReceiver(
    (nth) => [{ status: 500 }, "hang-up" as const][nth - 1] ?? { status: 204 },
  );
  await call("setWebhook", { url });
  await say(noor, "a");
  await say(noor, "b");
  await vi.waitFor(() => expect(texts(received)).toEqual(["a", "a", "a", "b"]), { timeout: 5000 });
  expect(received[0]?.headers).not.toHaveProperty("x-telegram-bot-api-secret-token");
  expect((await call("getWebhookInfo")).result).toMatchObject({
    url,
    last_error_date: expect.any(Number),
    last_error_message: "Connection failed",
    max_connections: 40,
  });
});

test("a wrong answer is told by getWebhookInfo", async () => {
  const { say, call } = await startPlayground();
  const { url } = await startReceiver(() => ({ status: 404 }));
  await call("setWebhook", { url });
  await say(noor, "a");
  await vi.waitFor(async () =>
    expect((await call("getWebhookInfo")).result).toMatchObject({
      pending_update_count: 1,
      last_error_message: "Wrong response from the webhook: 404 Not Found",
    }),
  );
});

test("a method in the answer is called", async () => {
  const { say, call, chat } = await startPlayground();
  const { url } = await startReceiver(() => ({
    status: 200,
    body: { method: "sendMessage", chat_id: noor, text: "hi" },
  }));
  await call("setWebhook", { url });
  await say(noor, "a");
  await vi.waitFor(async () => expect((await chat(noor)).messages.at(-1)).toMatchObject({ text: "hi" }));
});

test("with a webhook there is no polling, and without it there is again", async () => {
  const { call } = await startPlayground();
  const { url } = await startReceiver();
  await call("setWebhook", { url });
  expect(await call("getUpdates")).toMatchObject({
    status: 409,
    description:
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  });
  await call("deleteWebhook");
  expect(await call("getUpdates")).toMatchObject({ ok: true });
  expect((await call("getWebhookInfo")).result).toEqual({
    url: "",
    has_custom_certificate: false,
    pending_update_count: 0,
  });
});

test("updates that wait can be dropped", async () => {
  const { say, call } = await startPlayground();
  await say(noor, "a");
  await call("deleteWebhook", { drop_pending_updates: true });
  expect((await call("getWebhookInfo")).result.pending_update_count).toBe(0);
});

test.each([
  [{ url: "https://example.org/telegram" }],
  [{ url: "http://192.168.1.5/" }],
  [{ url: "http://127.0.0.1.example.org/" }],
  [{ url: "nonsense" }],
  [{ url: "http://localhost:1/", secret_token: "not allowed" }],
  [{ url: "http://localhost:1/", secret_token: "a".repeat(257) }],
  [{ url: "http://localhost:1/", max_connections: 101 }],
  [{ url: "http://localhost:1/", allowed_updates: "message" }],
])("setWebhook %j is refused", async (args) => {
  const { call } = await startPlayground();
  expect(await call("setWebhook", args)).toMatchObject({ status: 400 });
  expect((await call("getWebhookInfo")).result.url).toBe("");
});

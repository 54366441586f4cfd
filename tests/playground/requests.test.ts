import { once } from "node:events";
import { request } from "node:http";
import { expect, test } from "vitest";
import { noor, startedPlayground, token } from "./playground-server.ts";

test.each([
  ["in the address", (url: string) => fetch(`${url}?chat_id=${noor}&text=a%20b`)],
  [
    "as a form",
    (url: string) => fetch(url, { method: "POST", body: new URLSearchParams({ chat_id: String(noor), text: "a b" }) }),
  ],
  [
    "as a form with parts",
    (url: string) => {
      const form = new FormData();
      form.set("chat_id", String(noor));
      form.set("text", "a b");
      form.set("reply_markup", JSON.stringify({ inline_keyboard: [[{ text: "x", callback_data: "x" }]] }));
      return fetch(url, { method: "POST", body: form });
    },
  ],
])("arguments are taken %s", async (_, request) => {
  const { url } = await startedPlayground();
  const answer = await (await request(`${url}/bot${token}/sendMessage`)).json();
  expect(answer).toMatchObject({ ok: true, result: { text: "a b" } });
});

test("method names are not case-sensitive", async () => {
  const { call } = await startedPlayground();
  expect(await call("SENDMESSAGE", { chat_id: noor, text: "a" })).toMatchObject({ ok: true });
});

test.each(["sendNothing", "toString", "__proto__"])("the method %s is not found", async (method) => {
  const { call } = await startedPlayground();
  expect(await call(method)).toEqual({ status: 404, ok: false, error_code: 404, description: "Not Found" });
});

test.each([
  ["application/json", "{"],
  ["application/json", "[]"],
  ["multipart/form-data; boundary=x", "nonsense"],
])("a body that is no %s is refused", async (type, body) => {
  const { call } = await startedPlayground();
  const answer = await call("getMe", {}, { headers: { "content-type": type }, body });
  expect(answer).toMatchObject({ status: 400, ok: false, error_code: 400 });
});

test.each([
  ["that says how long it is", { "content-length": String(60 * 1024 * 1024) }],
  ["that does not say it", { "transfer-encoding": "chunked" }],
])("a body larger than any file at Telegram is refused: one %s", async (_, headers) => {
  const { url } = await startedPlayground();
  const asked = request(`${url}/bot${token}/getMe`, { method: "POST", headers }).on("error", () => undefined);
  asked.flushHeaders();
  const answered = once(asked, "response");
  const chunk = Buffer.alloc(1024 * 1024);
  let sent = 0;
  const send = () => {
    while (sent < 60 && asked.write(chunk)) sent += 1;
  };
  if (!("content-length" in headers)) {
    asked.on("drain", send);
    send();
  }
  const [response] = await answered;
  expect(response.statusCode).toBe(413);
  asked.destroy();
});

import { beforeEach, expect, test } from "vitest";
import { noor, startedPlayground, type TestPlayground } from "./playground-server.ts";

const tooOld = "Bad Request: query is too old and response timeout expired or query ID is invalid";

let playground: TestPlayground;
let messageId: number;
beforeEach(async () => {
  playground = await startedPlayground();
  const reply_markup = { inline_keyboard: [[{ text: "x", callback_data: "x" }]] };
  const sent = await playground.call("sendMessage", { chat_id: noor, text: "a", reply_markup });
  messageId = sent.result.message_id;
});

const answer = (queryId: string, args: object = {}) =>
  playground.call("answerCallbackQuery", { callback_query_id: queryId, ...args });

test("a tap reaches the bot with the message as it is now and whatever data was sent", async () => {
  const id = await playground.tap(noor, messageId, "forged");
  const { result } = await playground.call("getUpdates", { offset: -1 });
  expect(result[0].callback_query).toMatchObject({
    id,
    from: { id: noor, language_code: "nl" },
    message: { message_id: messageId, text: "a" },
    chat_instance: expect.any(String),
    data: "forged",
  });
});

test("a tap is answered once", async () => {
  const id = await playground.tap(noor, messageId, "x");
  expect(await answer(id, { text: "Thanks" })).toMatchObject({ ok: true, result: true });
  expect(await answer(id)).toMatchObject({ status: 400, description: tooOld });
});

test("a tap that never was cannot be answered", async () => {
  expect(await answer("123")).toMatchObject({ status: 400, description: tooOld });
});

test("a tap cannot be answered after a minute", async () => {
  const id = await playground.tap(noor, messageId, "x");
  await playground.control("PUT", "/clock", { now: "2026-11-25T10:02" });
  expect(await answer(id)).toMatchObject({ status: 400, description: tooOld });
});

test("an answer has at most 200 characters; one that is too long does not use up the tap", async () => {
  const id = await playground.tap(noor, messageId, "x");
  expect(await answer(id, { text: "a".repeat(201) })).toMatchObject({ description: "Bad Request: MESSAGE_TOO_LONG" });
  expect(await answer(id, { text: "a".repeat(200) })).toMatchObject({ ok: true });
});

test.each([
  ["a message that is not there", 404, () => ({ messageId: 99, data: "x" })],
  ["a message of her own", 400, () => ({ messageId: 1, data: "x" })],
  ["more data than a button can have", 400, () => ({ messageId, data: "x".repeat(65) })],
  ["no data", 400, () => ({ messageId, data: "" })],
])("nobody can tap on %s", async (_, status, tap) => {
  const refused = await playground.control("POST", `/chats/${noor}/taps`, tap());
  expect(refused).toEqual({ status, body: { error: expect.any(String) } });
});

test("somebody who blocked the bot neither taps nor writes", async () => {
  await playground.block(noor);
  expect(await playground.control("POST", `/chats/${noor}/taps`, { messageId, data: "x" })).toMatchObject({
    status: 409,
  });
  expect(await playground.control("POST", `/chats/${noor}/messages`, { text: "x" })).toMatchObject({ status: 409 });
});

import { beforeEach, describe, expect, test } from "vitest";
import { camille, noor, startedPlayground, type TestPlayground } from "./playground-server.ts";

let playground: TestPlayground;
beforeEach(async () => {
  playground = await startedPlayground();
});

const send = (args: object) => playground.call("sendMessage", { chat_id: noor, text: "hello", ...args });

describe("who can be written to", () => {
  test("a message is answered as it will be shown, dated by the clock", async () => {
    const { result } = await send({ text: " <b>Open</b> ", parse_mode: "HTML" });
    expect(result).toEqual({
      message_id: 2,
      from: { id: 110_201_543, is_bot: true, first_name: "inloop_bot", username: "inloop_bot" },
      chat: { id: noor, type: "private", first_name: "Noor" },
      date: Temporal.ZonedDateTime.from("2026-11-25T10:00[Europe/Brussels]").epochMilliseconds / 1000,
      text: "Open",
      entities: [{ type: "bold", offset: 0, length: 4 }],
    });
  });

  test.each([
    [{ chat_id: 1 }, 400, "Bad Request: chat not found"],
    [{ chat_id: "@somebody" }, 400, "Bad Request: chat not found"],
    [{ chat_id: "" }, 400, "Bad Request: chat_id is empty"],
    [{ chat_id: camille }, 403, "Forbidden: bot can't initiate conversation with a user"],
  ])("%j is refused", async (args, status, description) => {
    expect(await send(args)).toEqual({ status, ok: false, error_code: status, description });
  });

  test("a chat id may come as a string", async () => {
    expect(await send({ chat_id: String(noor) })).toMatchObject({ ok: true });
  });

  test.each([
    ["sendMessage", { text: "x" }],
    ["sendLocation", { latitude: 51, longitude: 4 }],
    ["sendChatAction", { action: "typing" }],
    ["editMessageText", { message_id: 2, text: "x" }],
  ])("%s to a person who blocked the bot is forbidden, until it is unblocked", async (method, args) => {
    await send({});
    await playground.block(noor);
    const blocked = await playground.call(method, { chat_id: noor, ...args });
    expect(blocked).toMatchObject({ status: 403, description: "Forbidden: bot was blocked by the user" });
    await playground.block(noor, false);
    expect(await playground.call(method, { chat_id: noor, ...args })).toMatchObject({ ok: true });
  });
});

describe("limits of a text", () => {
  test.each([
    ["", "message text is empty"],
    [" \n", "message text is empty"],
    ["a".repeat(4097), "message is too long"],
    ["😀".repeat(2049), "message is too long"],
  ])("%#: refused", async (text, reason) => {
    expect(await send({ text })).toMatchObject({ status: 400, description: `Bad Request: ${reason}` });
  });

  test("4096 UTF-16 units are counted after the tags are gone", async () => {
    const { result } = await send({ text: `<b>${"😀".repeat(2048)}</b>`, parse_mode: "HTML" });
    expect(result.text).toHaveLength(4096);
  });

  test("broken HTML is refused with its reason", async () => {
    expect(await send({ text: "<b>x", parse_mode: "HTML" })).toMatchObject({
      status: 400,
      description: "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"",
    });
  });

  test("Markdown says that only HTML is known, and other modes are unsupported", async () => {
    const markdown = await send({ parse_mode: "MarkdownV2" });
    expect(markdown.description).toBe("Bad Request: can't parse entities: the playground only knows parse_mode HTML");
    expect((await send({ parse_mode: "BBCode" })).description).toBe("Bad Request: unsupported parse_mode");
  });

  test("explicit entities are taken, and must lie within the text", async () => {
    const bold = await send({ entities: [{ type: "bold", offset: 0, length: 5 }] });
    expect(bold.result.entities).toEqual([{ type: "bold", offset: 0, length: 5 }]);
    expect(await send({ entities: [{ type: "bold", offset: 0, length: 6 }] })).toMatchObject({ status: 400 });
    expect(await send({ text: "😀", entities: [{ type: "bold", offset: 1, length: 1 }] })).toMatchObject({
      status: 400,
    });
  });
});

describe("other messages", () => {
  test("a venue is a location too", async () => {
    const venue = { latitude: 51.2, longitude: 4.4, title: "Het Speelhuis", address: "Kerkstraat 1" };
    const { result } = await playground.call("sendVenue", { chat_id: noor, ...venue });
    expect(result).toMatchObject({ location: { latitude: 51.2, longitude: 4.4 }, venue: { title: "Het Speelhuis" } });
  });

  test.each([
    ["sendLocation", { latitude: 91, longitude: 4 }],
    ["sendLocation", { latitude: 51 }],
    ["sendVenue", { latitude: 51, longitude: 4, title: "", address: "x" }],
    ["sendChatAction", { action: "dancing" }],
  ])("%s %j is refused", async (method, args) => {
    expect(await playground.call(method, { chat_id: noor, ...args })).toMatchObject({ status: 400 });
  });

  test("a reply shows what it replies to, and cannot reply to what is not there", async () => {
    const { result } = await send({ reply_parameters: { message_id: 1 } });
    expect(result.reply_to_message).toMatchObject({ message_id: 1, text: "/start" });
    expect(await send({ reply_parameters: { message_id: 99 } })).toMatchObject({
      description: "Bad Request: message to be replied not found",
    });
    const allowed = { message_id: 99, allow_sending_without_reply: true };
    expect(await send({ reply_parameters: allowed })).toMatchObject({ ok: true });
  });

  test("a message is copied without saying where it came from", async () => {
    const { result } = await playground.call("copyMessage", { chat_id: noor, from_chat_id: noor, message_id: 1 });
    expect((await playground.chat(noor)).messages.at(-1)).toMatchObject({
      message_id: result.message_id,
      text: "/start",
    });
  });

  test("a chat keeps its last 500 messages", async () => {
    await Promise.all(Array.from({ length: 500 }, () => send({})));
    const { messages } = await playground.chat(noor);
    expect([messages.length, messages[0]?.message_id]).toEqual([500, 2]);
  });

  test("getChat tells who it is", async () => {
    expect((await playground.call("getChat", { chat_id: noor })).result).toMatchObject({
      id: noor,
      first_name: "Noor",
    });
  });
});

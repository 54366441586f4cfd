import { beforeEach, describe, expect, test } from "vitest";
import { noor, startedPlayground, type TestPlayground } from "./playground-server.ts";

const button = { inline_keyboard: [[{ text: "x", callback_data: "x" }]] };
const notModified =
  "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

let playground: TestPlayground;
let messageId: number;
beforeEach(async () => {
  playground = await startedPlayground();
  const sent = await playground.call("sendMessage", {
    chat_id: noor,
    text: "<b>a</b>",
    parse_mode: "HTML",
    reply_markup: button,
  });
  messageId = sent.result.message_id;
});

const on = (method: string, args: object = {}) =>
  playground.call(method, { chat_id: noor, message_id: messageId, ...args });

describe("editing", () => {
  test("an edit changes the text and takes the keyboard away unless it is given again", async () => {
    const { result } = await on("editMessageText", { text: "b" });
    expect(result).toMatchObject({ message_id: messageId, text: "b", edit_date: expect.any(Number) });
    expect(result).not.toHaveProperty("entities");
    expect(result).not.toHaveProperty("reply_markup");
    const { messages } = await playground.chat(noor);
    expect(messages.at(-1)).toEqual(result);
  });

  test("the same again is not modified, however it is written", async () => {
    for (const args of [
      { text: "<strong>a</strong> ", parse_mode: "HTML", reply_markup: button },
      { text: "a", entities: [{ type: "bold", offset: 0, length: 1 }], reply_markup: JSON.stringify(button) },
    ]) {
      expect(await on("editMessageText", args)).toMatchObject({ status: 400, description: notModified });
    }
    expect(await on("editMessageReplyMarkup", { reply_markup: button })).toMatchObject({ description: notModified });
  });

  test("a keyboard is changed alone", async () => {
    expect((await on("editMessageReplyMarkup")).result).toMatchObject({ text: "a" });
    expect((await on("editMessageReplyMarkup", { reply_markup: button })).result).toMatchObject({
      reply_markup: button,
    });
  });

  test.each([
    ["editMessageText", { message_id: 99, text: "b" }, "message to edit not found"],
    ["editMessageText", { message_id: 1, text: "b" }, "message can't be edited"],
    ["editMessageText", { message_id: "", text: "b" }, "message identifier is not specified"],
    ["editMessageText", { chat_id: 1, text: "b" }, "chat not found"],
    ["editMessageText", { text: "" }, "message text is empty"],
    ["editMessageText", { text: "a".repeat(4097) }, "message is too long"],
    ["editMessageText", { text: "b", reply_markup: { keyboard: [["b"]] } }, "inline keyboard expected"],
    ["editMessageReplyMarkup", { reply_markup: { remove_keyboard: true } }, "inline keyboard expected"],
    ["editMessageCaption", { caption: "b" }, "there is no caption in the message to edit"],
  ])("%s %j is refused", async (method, args, reason) => {
    expect(await on(method, args)).toMatchObject({ status: 400, description: `Bad Request: ${reason}` });
  });
});

describe("deleting", () => {
  test("a deleted message is gone, the person's too, and cannot be deleted twice", async () => {
    expect(await on("deleteMessage")).toMatchObject({ result: true });
    expect(await on("deleteMessage", { message_id: 1 })).toMatchObject({ result: true });
    expect((await playground.chat(noor)).messages).toEqual([]);
    expect(await on("deleteMessage")).toMatchObject({
      status: 400,
      description: "Bad Request: message to delete not found",
    });
    expect(await on("editMessageText", { text: "b" })).toMatchObject({
      description: "Bad Request: message to edit not found",
    });
  });

  test("after two days a message stays", async () => {
    await playground.control("PUT", "/clock", { now: "2026-11-27T10:01" });
    expect(await on("deleteMessage")).toMatchObject({
      description: "Bad Request: message can't be deleted for everyone",
    });
  });

  test("several are deleted at once, skipping those that are not there", async () => {
    expect(await on("deleteMessages", { message_ids: [1, 77, messageId] })).toMatchObject({ result: true });
    expect((await playground.chat(noor)).messages).toEqual([]);
    for (const message_ids of [[], Array(101).fill(1)]) {
      expect(await on("deleteMessages", { message_ids })).toMatchObject({ status: 400 });
    }
  });
});

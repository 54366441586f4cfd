import { beforeEach, describe, expect, test } from "vitest";
import { noor, startedPlayground, type TestPlayground } from "./playground-server.ts";

let playground: TestPlayground;
beforeEach(async () => {
  playground = await startedPlayground();
});

const send = (replyMarkup: unknown) =>
  playground.call("sendMessage", { chat_id: noor, text: "choose", reply_markup: replyMarkup });
const inline = (...row: object[]) => send({ inline_keyboard: [row] });

describe("inline keyboards", () => {
  test("stay on the message, with what Telegram knows of them", async () => {
    const rows = [
      [{ text: " Yes ", callback_data: "y", unknown: 1 }],
      [{ text: "Site", url: "https://example.org" }],
      [],
    ];
    const { result } = await send({ inline_keyboard: rows });
    expect(result.reply_markup).toEqual({
      inline_keyboard: [[{ text: "Yes", callback_data: "y" }], [{ text: "Site", url: "https://example.org/" }]],
    });
  });

  test("callback data is 1 to 64 bytes, not characters", async () => {
    expect(await inline({ text: "x", callback_data: "é".repeat(32) })).toMatchObject({ ok: true });
    for (const data of ["", `${"é".repeat(32)}a`]) {
      expect(await inline({ text: "x", callback_data: data })).toMatchObject({
        status: 400,
        description: "Bad Request: BUTTON_DATA_INVALID",
      });
    }
  });

  test.each([
    [{ text: "x" }, "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"],
    [{ callback_data: "x" }, "can't parse inline keyboard button: Can't find field \"text\""],
    [{ text: " ", callback_data: "x" }, "inline keyboard button text must be non-empty"],
    [
      { text: "x", callback_data: "x", url: "https://example.org" },
      "can't parse inline keyboard button: A button has exactly one action, this one has callback_data and url",
    ],
    [{ text: "x", url: "nowhere" }, "inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL"],
    [
      { text: "x", url: "http://localhost/" },
      "inline keyboard button URL 'http://localhost/' is invalid: Wrong HTTP URL",
    ],
    [
      { text: "x", web_app: { url: "http://example.org" } },
      "inline keyboard button Web App URL 'http://example.org' is invalid: Only HTTPS links are allowed",
    ],
    [{ text: "x", copy_text: { text: "" } }, "BUTTON_COPY_TEXT_INVALID"],
  ])("%j is refused", async (button, reason) => {
    expect(await inline(button)).toMatchObject({ status: 400, description: `Bad Request: ${reason}` });
  });

  test("have at most 100 buttons and 8 in a row", async () => {
    const button = { text: "x", callback_data: "x" };
    const rows = (count: number, width: number) => Array.from({ length: count }, () => Array(width).fill(button));
    expect(await send({ inline_keyboard: rows(25, 4) })).toMatchObject({ ok: true });
    for (const keyboard of [rows(1, 9), rows(101, 1)]) {
      expect(await send({ inline_keyboard: keyboard })).toMatchObject({
        description: "Bad Request: REPLY_MARKUP_TOO_LONG",
      });
    }
  });

  test.each([["text"], [{ inline_keyboard: [{ text: "x" }] }], ["{"]])("%j is no keyboard", async (markup) => {
    expect(await send(markup)).toMatchObject({ status: 400 });
  });
});

describe("reply keyboards", () => {
  const keyboard = {
    keyboard: [["Open?", { text: "Near me", request_location: true }]],
    resize_keyboard: true,
    is_persistent: true,
    input_field_placeholder: "Ask away",
  };

  test("stay under the chat until they are removed, and are no part of the message", async () => {
    expect((await send(keyboard)).result.reply_markup).toBeUndefined();
    await playground.call("sendMessage", { chat_id: noor, text: "something else" });
    expect((await playground.chat(noor)).replyKeyboard).toEqual({
      ...keyboard,
      keyboard: [[{ text: "Open?" }, { text: "Near me", request_location: true }]],
    });
    await send({ remove_keyboard: true });
    expect((await playground.chat(noor)).replyKeyboard).toBeNull();
  });

  test("for one time go when one of their buttons was used", async () => {
    await send({ ...keyboard, one_time_keyboard: true });
    await playground.say(noor, "something of her own");
    expect((await playground.chat(noor)).replyKeyboard).not.toBeNull();
    await playground.say(noor, { location: { latitude: 51, longitude: 4 } });
    expect((await playground.chat(noor)).replyKeyboard).toBeNull();
  });

  test.each([
    [{ keyboard: [] }],
    [{ keyboard: [[{ text: "" }]] }],
    [{ keyboard: [[{}]] }],
    [{ keyboard: ["Open?"] }],
    [{ keyboard: [[{ text: "x", request_location: true, request_contact: true }]] }],
    [{ keyboard: [["x"]], input_field_placeholder: "a".repeat(65) }],
  ])("%j is refused", async (markup) => {
    expect(await send(markup)).toMatchObject({ status: 400 });
  });

  test("a forced reply changes nothing in the chat", async () => {
    expect(await send({ force_reply: true })).toMatchObject({ ok: true });
    expect((await playground.chat(noor)).replyKeyboard).toBeNull();
  });
});

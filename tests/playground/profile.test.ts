import { beforeEach, describe, expect, test } from "vitest";
import { camille, noor, startPlayground, type TestPlayground } from "./playground-server.ts";

let playground: TestPlayground;
beforeEach(async () => {
  playground = await startPlayground();
});

const list = (command: string) => [{ command, description: `about ${command}` }];

describe("commands", () => {
  test("are shown in the order that Telegram documents: chat, private chats, all; each in the language first", async () => {
    const shown = async () => (await playground.chat(noor)).commands[0]?.command;
    const steps = [
      { name: "everybody" },
      { name: "everybody_nl", language_code: "nl" },
      { name: "private", scope: { type: "all_private_chats" } },
      { name: "private_nl", scope: { type: "all_private_chats" }, language_code: "nl" },
      { name: "chat", scope: { type: "chat", chat_id: noor } },
      { name: "chat_nl", scope: { type: "chat", chat_id: noor }, language_code: "nl" },
    ];
    for (const { name, ...where } of steps) {
      await playground.call("setMyCommands", { commands: list(name), ...where });
      expect(await shown()).toBe(name);
    }
    expect((await playground.chat(camille)).commands).toEqual(list("private"));
    for (const { name, ...where } of steps.toReversed()) {
      expect(await shown()).toBe(name);
      expect((await playground.call("getMyCommands", where)).result).toEqual(list(name));
      await playground.call("deleteMyCommands", where);
    }
    expect(await shown()).toBeUndefined();
  });

  test.each([
    [{ commands: list("Open") }, "BOT_COMMAND_INVALID"],
    [{ commands: list("o".repeat(33)) }, "BOT_COMMAND_INVALID"],
    [{ commands: list("") }, "BOT_COMMAND_INVALID"],
    [{ commands: [{ command: "open", description: "" }] }, "BOT_COMMAND_DESCRIPTION_INVALID"],
    [{ commands: [{ command: "open", description: "a".repeat(257) }] }, "BOT_COMMAND_DESCRIPTION_INVALID"],
    [{ commands: Array(101).fill(list("open")[0]) }, "BOT_COMMANDS_TOO_MUCH"],
    [{ commands: list("open"), language_code: "nl-BE" }, "invalid language code specified"],
    [{ commands: list("open"), scope: { type: "chat", chat_id: 1 } }, "chat not found"],
    [{ commands: list("open"), scope: { type: "moon" } }, "can't parse bot command scope: unsupported type specified"],
    [{}, "can't parse commands list JSON object: expected an Array of BotCommand"],
  ])("%# are refused: %s", async (args, reason) => {
    expect(await playground.call("setMyCommands", args)).toMatchObject({
      status: 400,
      description: `Bad Request: ${reason}`,
    });
  });

  test("100 commands of the longest kind are taken", async () => {
    const commands = Array(100).fill({ command: "a".repeat(32), description: "a".repeat(256) });
    expect(await playground.call("setMyCommands", { commands })).toMatchObject({ ok: true });
  });
});

describe.each([
  ["Name", "name", 64, "botName"],
  ["Description", "description", 512, "botDescription"],
  ["ShortDescription", "short_description", 120, "botShortDescription"],
] as const)("setMy%s", (method, field, longest, shownAs) => {
  const set = (value: string, language_code = "") =>
    playground.call(`setMy${method}`, { [field]: value, language_code });
  const get = async (language_code: string) =>
    (await playground.call(`getMy${method}`, { language_code })).result[field];

  test("is shown in the language of each person, falling back to the one for everybody", async () => {
    await set("for all");
    await set("voor iedereen", "nl");
    expect((await playground.chat(noor))[shownAs]).toBe("voor iedereen");
    expect((await playground.chat(camille))[shownAs]).toBe("for all");
    expect([await get("nl"), await get("ar"), await get("")]).toEqual(["voor iedereen", "for all", "for all"]);
    await set("", "nl");
    expect((await playground.chat(noor))[shownAs]).toBe("for all");
  });

  test(`takes ${longest} characters and no more`, async () => {
    expect(await set("a".repeat(longest))).toMatchObject({ result: true });
    expect(await set("a".repeat(longest + 1))).toMatchObject({ status: 400 });
  });
});

test("the menu button of a chat is its own or the default", async () => {
  const get = async (args: object) => (await playground.call("getChatMenuButton", args)).result;
  await playground.call("setChatMenuButton", { chat_id: noor, menu_button: { type: "commands" } });
  expect(await get({ chat_id: noor })).toEqual({ type: "commands" });
  expect(await get({})).toEqual({ type: "default" });
  expect(await playground.call("setChatMenuButton", { menu_button: { type: "moon" } })).toMatchObject({ status: 400 });
});

test("getMe tells the bot's name and the id in its token", async () => {
  expect((await playground.call("getMe")).result).toMatchObject({
    id: 110_201_543,
    is_bot: true,
    username: "inloop_bot",
  });
});

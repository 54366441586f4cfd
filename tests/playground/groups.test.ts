import { beforeEach, describe, expect, test } from "vitest";
import { camille, noor, playgroundWithGroup } from "./playground-server.ts";

const bot = { id: 110_201_543, is_bot: true, first_name: "inloop_bot", username: "inloop_bot" };
const staf = 410_000_004;

let playground: Awaited<ReturnType<typeof playgroundWithGroup>>;
let chat_id: number;
beforeEach(async () => {
  playground = await playgroundWithGroup();
  chat_id = playground.id;
});

const send = (args: object = {}) => playground.call("sendMessage", { chat_id, text: "hello", ...args });

describe("a group", () => {
  test("is a supergroup with its members, and stands beside the private chats", async () => {
    expect(await playground.group()).toMatchObject({
      id: expect.any(Number),
      title: "Familie",
      members: [{ firstName: "Noor" }, { firstName: "Camille" }],
      messages: [],
      replyKeyboard: null,
    });
    expect(chat_id).toBeLessThan(-1_000_000_000_000);
    const { result } = await playground.call("getChat", { chat_id });
    expect(result).toMatchObject({ id: chat_id, type: "supergroup", title: "Familie" });
    expect((await playground.control("GET", "/state")).body.chats).toHaveLength(4);
  });

  test("tells the bot that it was made a member, and by whom", async () => {
    const { body } = await playground.control("POST", "/groups", { title: "Ouders", members: [camille, noor] });
    const [update] = await playground.updates();
    expect(body.id).not.toBe(chat_id);
    expect(update.my_chat_member).toEqual({
      chat: { id: body.id, type: "supergroup", title: "Ouders" },
      from: { id: camille, is_bot: false, first_name: "Camille", language_code: "fr" },
      date: expect.any(Number),
      old_chat_member: { user: bot, status: "left" },
      new_chat_member: { user: bot, status: "member" },
    });
  });

  test.each([
    ["/groups", { title: "", members: [noor] }, 400],
    ["/groups", { title: "Familie", members: [] }, 400],
    ["/groups", { title: "Familie", members: [1] }, 404],
    ["/chats/-1/messages", { text: "x", from: noor }, 404],
    [`/chats/${noor}/messages`, { text: "x", from: camille }, 400],
    [`/chats/${noor}/messages`, { text: "x", replyTo: 99 }, 404],
  ])("POST %s %j is refused with a sentence", async (path, body, status) => {
    expect(await playground.control("POST", path, body)).toEqual({
      status,
      body: { error: expect.stringMatching(/\.$/) },
    });
  });

  test("only members write and tap in it, by name, and nobody blocks the bot there", async () => {
    const messageId = (await send()).result.message_id;
    for (const [method, path, body, status] of [
      ["POST", "messages", { text: "x" }, 400],
      ["POST", "messages", { text: "x", from: staf }, 400],
      ["POST", "messages", { text: "x", from: bot.id }, 400],
      ["POST", "taps", { messageId, data: "x" }, 400],
      ["POST", "taps", { messageId, data: "x", from: staf }, 400],
      ["PUT", "blocked", { blocked: true }, 404],
    ] as const) {
      expect(await playground.control(method, `/chats/${chat_id}/${path}`, body)).toMatchObject({ status });
    }
  });

  test("counts its messages by itself", async () => {
    await playground.say(noor, "/start");
    await playground.say(noor, "/start");
    expect((await playground.sayAs(noor, "hello")).message_id).toBe(1);
    expect((await playground.say(noor, "/start")).message_id).toBe(3);
  });
});

describe("in privacy mode the bot is given", () => {
  test.each([
    "/open",
    "/open@inloop_bot",
    "/open@Inloop_Bot morgen",
    "@inloop_bot morgen open?",
    "morgen open, @INLOOP_bot?",
    "/open@other_bot @inloop_bot",
  ])("%s", async (text) => {
    const message = await playground.sayAs(noor, text);
    expect(message).toMatchObject({ from: { id: noor }, chat: { id: chat_id, type: "supergroup", title: "Familie" } });
    expect((await playground.updates()).map((update: { message: object }) => update.message)).toEqual([message]);
  });

  test.each([
    "morgen open?",
    "/open@other_bot",
    "/open@inloop_bot2",
    "doe eens /open",
    "@other_bot open?",
    "@inloop_bots open?",
    "mail naar x@inloop_bot.be",
  ])("not %s", async (text) => {
    await playground.sayAs(noor, text);
    expect(await playground.updates()).toEqual([]);
    expect((await playground.group()).messages).toMatchObject([{ text, from: { id: noor } }]);
  });

  test("replies to what it said, and not those to what somebody else said", async () => {
    const { message_id } = (await send()).result;
    const reply = await playground.sayAs(camille, "merci", message_id);
    expect(reply.reply_to_message).toMatchObject({ message_id, text: "hello", from: bot });
    const [update] = await playground.updates();
    expect(update.message).toEqual(reply);
    await playground.sayAs(noor, "graag gedaan", reply.message_id);
    expect(await playground.updates()).toEqual([]);
  });

  test("nothing that was only sent: a photo, a location", async () => {
    for (const content of [{ sample: "photo" }, { location: { latitude: 51, longitude: 4 } }]) {
      const { status } = await playground.control("POST", `/chats/${chat_id}/messages`, { ...content, from: noor });
      expect(status).toBe(201);
    }
    expect(await playground.updates()).toEqual([]);
  });
});

test("a mention is found as Telegram finds it", async () => {
  const { entities } = await playground.sayAs(noor, "hé @inloop_bot, en /open@inloop_bot?");
  expect(entities).toEqual([
    { type: "mention", offset: 3, length: 11 },
    { type: "bot_command", offset: 19, length: 16 },
  ]);
});

test("a reply in a private chat shows what it replies to", async () => {
  await playground.say(noor, "/start");
  await playground.updates();
  const { body } = await playground.control("POST", `/chats/${noor}/messages`, { text: "nog eens", replyTo: 1 });
  expect(body.reply_to_message).toMatchObject({ message_id: 1, text: "/start" });
  expect((await playground.updates())[0].message).toEqual(body);
});

describe("the bot in a group", () => {
  test("writes at once, and replies to whoever asked", async () => {
    const asked = await playground.sayAs(noor, "/open");
    const { result } = await send({ reply_parameters: { message_id: asked.message_id } });
    expect(result).toMatchObject({
      message_id: 2,
      from: bot,
      chat: { id: chat_id, type: "supergroup", title: "Familie" },
      reply_to_message: { message_id: 1, text: "/open" },
    });
    expect((await playground.group()).messages).toEqual([asked, result]);
    expect(await send({ reply_parameters: { message_id: 99 } })).toMatchObject({
      description: "Bad Request: message to be replied not found",
    });
  });

  test("sends venues and says that it is typing", async () => {
    const venue = { latitude: 51.2, longitude: 4.4, title: "Het Speelhuis", address: "Kerkstraat 1" };
    expect((await playground.call("sendVenue", { chat_id, ...venue })).result).toMatchObject({
      chat: { id: chat_id },
      venue: { title: "Het Speelhuis" },
    });
    expect(await playground.call("sendChatAction", { chat_id, action: "typing" })).toMatchObject({ ok: true });
  });

  test("hears who of them tapped, answers, and edits what it wrote and nothing else", async () => {
    const reply_markup = { inline_keyboard: [[{ text: "Morgen", callback_data: "m" }]] };
    const { message_id } = (await send({ reply_markup })).result;
    const tap = { messageId: message_id, data: "m", from: camille };
    const { body } = await playground.control("POST", `/chats/${chat_id}/taps`, tap);
    const [{ callback_query: query }] = await playground.updates();
    expect(query).toMatchObject({ id: body.id, from: { id: camille }, message: { message_id, chat: { id: chat_id } } });
    expect(await playground.call("answerCallbackQuery", { callback_query_id: query.id })).toMatchObject({ ok: true });
    const edited = await playground.call("editMessageText", { chat_id, message_id, text: "Morgen dicht" });
    expect((await playground.group()).messages).toEqual([edited.result]);
    const { message_id: hers } = await playground.sayAs(noor, "jammer");
    expect(await playground.call("editMessageText", { chat_id, message_id: hers, text: "x" })).toMatchObject({
      description: "Bad Request: message can't be edited",
    });
  });

  test("deletes what it wrote, and not what others wrote: it is no administrator", async () => {
    const { message_id: hers } = await playground.sayAs(noor, "/open");
    const { message_id: own } = (await send()).result;
    const refused = { status: 400, description: "Bad Request: message can't be deleted" };
    expect(await playground.call("deleteMessage", { chat_id, message_id: hers })).toMatchObject(refused);
    expect(await playground.call("deleteMessages", { chat_id, message_ids: [own, hers] })).toMatchObject(refused);
    expect((await playground.group()).messages).toHaveLength(2);
    expect(await playground.call("deleteMessages", { chat_id, message_ids: [own, 99] })).toMatchObject({ ok: true });
    const another = (await send()).result.message_id;
    expect(await playground.call("deleteMessage", { chat_id, message_id: another })).toMatchObject({ ok: true });
    expect((await playground.group()).messages).toMatchObject([{ message_id: hers }]);
  });

  test("shows a reply keyboard to everybody there, until it removes it", async () => {
    await send({ reply_markup: { keyboard: [["Open?"]], one_time_keyboard: true } });
    await playground.sayAs(noor, "Open?");
    expect((await playground.group()).replyKeyboard).toMatchObject({ keyboard: [[{ text: "Open?" }]] });
    expect((await playground.chat(noor)).replyKeyboard).toBeNull();
    await send({ reply_markup: { remove_keyboard: true } });
    expect((await playground.group()).replyKeyboard).toBeNull();
  });
});

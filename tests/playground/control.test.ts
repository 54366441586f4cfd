import { once } from "node:events";
import { request } from "node:http";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import type { PlaygroundEvent } from "../../src/playground/protocol.ts";
import { noor, startedPlayground, startPlayground, token } from "./playground-server.ts";

/** Reads events as they come; `next` waits for one of a type. */
async function listen(url: string) {
  const response = await fetch(`${url}/playground/events`);
  const chunks = response.body?.pipeThrough(new TextDecoderStream())[Symbol.asyncIterator]();
  let unread = "";
  const readMore = async () => {
    const { done, value } = (await chunks?.next()) ?? { done: true, value: undefined };
    unread += value ?? "";
    return done !== true;
  };
  // The first line says that the connection stands: whatever happens after it is told.
  await readMore();
  return {
    response,
    readMore,
    async next<T extends PlaygroundEvent["type"]>(type: T): Promise<Extract<PlaygroundEvent, { type: T }>> {
      for (;;) {
        for (let end = unread.indexOf("\n\n"); end !== -1; end = unread.indexOf("\n\n")) {
          const block = unread.slice(0, end);
          unread = unread.slice(end + 2);
          if (!block.startsWith("data: ")) continue;
          const event = JSON.parse(block.slice("data: ".length));
          if (event.type === type) return event;
        }
        if (!(await readMore())) throw new Error(`The events ended before one of type ${type}.`);
      }
    },
  };
}

describe("events", () => {
  test("tell everything that changes in the chats", async () => {
    const { url, say, call, tap, block, control } = await startedPlayground();
    const events = await listen(url);
    await say(noor, "hello");
    expect(await events.next("message")).toMatchObject({ chatId: noor, message: { text: "hello" } });

    const reply_markup = { inline_keyboard: [[{ text: "x", callback_data: "x" }]] };
    const { message_id } = (await call("sendMessage", { chat_id: noor, text: "hi", reply_markup })).result;
    expect(await events.next("message")).toMatchObject({ message: { message_id, text: "hi", reply_markup } });

    const queryId = await tap(noor, message_id, "x");
    await call("answerCallbackQuery", { callback_query_id: queryId, text: "Thanks", show_alert: true });
    expect(await events.next("tap-answered")).toEqual({
      type: "tap-answered",
      chatId: noor,
      queryId,
      text: "Thanks",
      alert: true,
    });

    await call("editMessageText", { chat_id: noor, message_id, text: "ho" });
    expect(await events.next("edited")).toMatchObject({ chatId: noor, message: { message_id, text: "ho" } });
    await call("deleteMessage", { chat_id: noor, message_id });
    expect(await events.next("deleted")).toEqual({ type: "deleted", chatId: noor, messageId: message_id });

    await call("sendMessage", { chat_id: noor, text: "keyboard", reply_markup: { keyboard: [["Open?"]] } });
    expect(await events.next("chat")).toMatchObject({ chat: { replyKeyboard: { keyboard: [[{ text: "Open?" }]] } } });
    await block(noor);
    expect(await events.next("chat")).toMatchObject({ chatId: noor, chat: { blocked: true } });
    await call("setMyName", { name: "Inloop" });
    expect(await events.next("chat")).toMatchObject({ chat: { botName: "Inloop" } });
    await control("PUT", "/clock", { now: "2026-12-01T09:00" });
    expect(await events.next("clock")).toMatchObject({ clock: { fixed: true } });
  });

  test("end when the playground closes", async () => {
    const { url, close } = await startPlayground();
    const events = await listen(url);
    const ended = events.readMore().catch(() => false);
    await close();
    expect(await ended).toBe(false);
  });
});

describe("people", () => {
  test("the state tells the bot, everybody and the clock", async () => {
    const { control } = await startPlayground();
    const { body } = await control("GET", "/state");
    expect(body.bot).toMatchObject({ username: "inloop_bot" });
    expect(
      body.chats.map(({ person }: { person: { languageCode: string; role: string } }) => [
        person.languageCode,
        person.role,
      ]),
    ).toEqual([
      ["nl", "parent"],
      ["fr", "parent"],
      ["ar", "parent"],
      ["nl", "staff"],
    ]);
    expect(body.clock).toEqual({ now: "2026-11-25T10:00:00+01:00[Europe/Brussels]", fixed: true });
  });

  test("somebody new joins, whose language Telegram may not know", async () => {
    const { control, say, call } = await startPlayground();
    const { status, body } = await control("POST", "/people", { firstName: "Robin", role: "parent" });
    expect([status, body.person.firstName, body.messages]).toEqual([201, "Robin", []]);
    await say(body.person.id, "hello");
    const { from } = (await call("getUpdates")).result[0].message;
    expect(from).toEqual({ id: body.person.id, is_bot: false, first_name: "Robin" });
  });

  test.each([
    ["POST", "/people", { firstName: "", role: "parent" }, 400],
    ["POST", "/people", { firstName: "Robin", role: "king" }, 400],
    ["POST", "/chats/1/messages", { text: "x" }, 404],
    ["POST", `/chats/${noor}/messages`, { text: " " }, 400],
    ["POST", `/chats/${noor}/messages`, { text: "x".repeat(4097) }, 400],
    ["POST", `/chats/${noor}/messages`, { text: "x", sample: "photo" }, 400],
    ["POST", `/chats/${noor}/messages`, { location: { latitude: 91, longitude: 0 } }, 400],
    ["PUT", `/chats/${noor}/blocked`, { blocked: "yes" }, 400],
    ["PUT", "/clock", { now: "noon" }, 400],
    ["PUT", "/clock", {}, 400],
  ])("%s %s %j is refused with a sentence", async (method, path, body, status) => {
    const { control } = await startPlayground();
    expect(await control(method, path, body)).toEqual({ status, body: { error: expect.stringMatching(/\.$/) } });
  });

  test("blocking twice is told once", async () => {
    const { block, call } = await startPlayground();
    await block(noor);
    await block(noor);
    expect((await call("getUpdates")).result).toHaveLength(1);
  });
});

describe("the clock", () => {
  test.each([
    ["2026-11-25T10:00", "2026-11-25T09:00:00Z"],
    ["2026-07-01T10:00", "2026-07-01T08:00:00Z"],
    ["2026-11-25T10:00[America/New_York]", "2026-11-25T15:00:00Z"],
    ["2026-11-25T10:00:00Z", "2026-11-25T10:00:00Z"],
    ["2026-11-25T10:00:00+01:00[Europe/Brussels]", "2026-11-25T09:00:00Z"],
  ])("set to %s stands still there", async (now, instant) => {
    const { control, clock } = await startPlayground();
    const { body } = await control("PUT", "/clock", { now });
    expect(body.fixed).toBe(true);
    expect(clock().toString()).toBe(instant);
  });

  test("runs again when nothing is set", async () => {
    const { control, clock } = await startPlayground();
    const before = Temporal.Now.instant();
    expect((await control("PUT", "/clock", { now: null })).body.fixed).toBe(false);
    expect(Temporal.Instant.compare(before, clock())).toBeLessThanOrEqual(0);
  });
});

describe("requests from elsewhere", () => {
  const get = async (url: string, path: string, headers: Record<string, string>) => {
    const sent = request(`${url}${path}`, { headers }).end();
    const [response] = await once(sent, "response");
    return { status: response.statusCode, body: await text(response) };
  };

  const paths = ["/playground/state", `/bot${token}/getMe`];

  test.each(paths)("%s is refused under another name or from another page", async (path) => {
    const { url } = await startPlayground();
    for (const headers of [
      { host: "playground.example.org" },
      { host: "127.0.0.1.example.org" },
      { host: "192.168.1.5" },
      { origin: "https://example.org" },
      { origin: "http://localhost:1" },
      { origin: "null" },
    ]) {
      expect(await get(url, path, headers), JSON.stringify(headers)).toMatchObject({ status: 403 });
    }
  });

  test.each(paths)("%s is answered under the names of this machine and to its own page", async (path) => {
    const { url } = await startPlayground();
    for (const headers of [{}, { host: "localhost:3000" }, { host: "[::1]:3000" }, { origin: url }]) {
      expect(await get(url, path, headers), JSON.stringify(headers)).toMatchObject({ status: 200 });
    }
  });
});

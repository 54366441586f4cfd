import { beforeEach, describe, expect, test } from "vitest";
import type { PlaygroundEvent } from "../../src/playground/protocol.ts";
import { camille, noor, playgroundWithGroup } from "./playground-server.ts";

const tooOld = "Bad Request: query is too old and response timeout expired or query ID is invalid";
const cannotParse = "Bad Request: can't parse inline query result: ";

let playground: Awaited<ReturnType<typeof playgroundWithGroup>>;
beforeEach(async () => {
  playground = await playgroundWithGroup();
});

const ask = async (question: object = {}): Promise<string> =>
  (await playground.control("POST", "/inline-queries", { from: noor, query: "morgen", ...question })).body.id;

const article = (id: string, text = "<b>Morgen</b> open") => ({
  type: "article",
  id,
  title: `Title of ${id}`,
  input_message_content: { message_text: text, parse_mode: "HTML" },
});

const answer = (queryId: string, results: unknown, args: object = {}) =>
  playground.call("answerInlineQuery", { inline_query_id: queryId, results, ...args });

/** What the page and the acting parent are told about the answer to a query. */
async function toldAbout(act: () => Promise<unknown>) {
  const response = await fetch(`${playground.url}/playground/events`);
  const chunks = response.body?.pipeThrough(new TextDecoderStream());
  let read = "";
  for await (const chunk of chunks ?? []) {
    if (read === "") await act();
    read += chunk;
    const line = read.split("\n").find((other) => other.includes('"inline-answered"'));
    if (line !== undefined && read.endsWith("\n\n")) return JSON.parse(line.slice("data: ".length)) as PlaygroundEvent;
  }
  throw new Error("The events ended before the answer.");
}

test("getMe says that the bot can be asked inline", async () => {
  expect((await playground.call("getMe")).result).toMatchObject({ supports_inline_queries: true });
});

describe("a question", () => {
  test("reaches the bot with who asks, and where", async () => {
    const id = await ask();
    const [update] = await playground.updates();
    expect(update.inline_query).toEqual({
      id,
      from: { id: noor, is_bot: false, first_name: "Noor", language_code: "nl" },
      query: "morgen",
      offset: "",
      chat_type: "sender",
    });
    await ask({ query: "", offset: "50", chatType: "supergroup" });
    const [next] = await playground.updates();
    expect(next.inline_query).toMatchObject({ query: "", offset: "50", chat_type: "supergroup" });
  });

  test.each([
    [{ from: 1, query: "x" }, 404],
    [{ from: noor, query: "x".repeat(257) }, 400],
    [{ from: noor, query: "x", chatType: "moon" }, 400],
    [{ query: "x" }, 400],
  ])("%j is refused with a sentence", async (question, status) => {
    expect(await playground.control("POST", "/inline-queries", question)).toEqual({
      status,
      body: { error: expect.stringMatching(/\.$/) },
    });
  });
});

describe("an answer", () => {
  test("is told with its results as they would be sent, and may be kept for five minutes by everybody", async () => {
    const queryId = await ask();
    const event = await toldAbout(() => answer(queryId, [{ ...article("a"), description: "tomorrow" }, article("b")]));
    const message = { text: "Morgen open", entities: [{ type: "bold", offset: 0, length: 6 }] };
    expect(event).toEqual({
      type: "inline-answered",
      queryId,
      results: [
        { id: "a", title: "Title of a", description: "tomorrow", message },
        { id: "b", title: "Title of b", description: null, message },
      ],
      cacheTime: 300,
      isPersonal: false,
      nextOffset: "",
      button: null,
    });
  });

  test("says how long and for whom it holds, what comes next and what its button does", async () => {
    const queryId = await ask();
    const button = { text: "Choose a place", start_parameter: "place" };
    const wish = { cache_time: "0", is_personal: true, next_offset: "50", button };
    expect(await toldAbout(() => answer(queryId, JSON.stringify([]), wish))).toMatchObject({
      results: [],
      cacheTime: 0,
      isPersonal: true,
      nextOffset: "50",
      button,
    });
  });

  test("is given once, within ten seconds, to a question that was asked", async () => {
    const queryId = await ask();
    expect(await answer(queryId, [article("a")])).toMatchObject({ ok: true, result: true });
    expect(await answer(queryId, [article("a")])).toMatchObject({ status: 400, description: tooOld });
    expect(await answer("123", [article("a")])).toMatchObject({ status: 400, description: tooOld });
    const late = await ask();
    await playground.control("PUT", "/clock", { now: "2026-11-25T10:00:11" });
    expect(await answer(late, [article("a")])).toMatchObject({ status: 400, description: tooOld });
  });

  test("has at most 50 results; one with more does not use up the question", async () => {
    const queryId = await ask();
    const results = Array.from({ length: 51 }, (_, number) => article(String(number)));
    expect(await answer(queryId, results)).toMatchObject({ status: 400, description: "Bad Request: RESULTS_TOO_MUCH" });
    expect(await answer(queryId, results.slice(1))).toMatchObject({ ok: true });
  });

  test("names each result with 1 to 64 bytes of its own", async () => {
    const queryId = await ask();
    for (const [results, reason] of [
      [[article("")], "RESULT_ID_INVALID"],
      [[article("é".repeat(33))], "RESULT_ID_INVALID"],
      [[article("a"), article("a")], "RESULT_ID_DUPLICATE"],
    ] as const) {
      expect(await answer(queryId, results)).toMatchObject({ status: 400, description: `Bad Request: ${reason}` });
    }
    expect(await answer(queryId, [article("é".repeat(32))])).toMatchObject({ ok: true });
  });

  const { id: _, ...unnamed } = article("a");
  test.each([
    [unnamed, 'Can\'t find field "id"'],
    [{ ...article("a"), title: "" }, 'Can\'t find field "title"'],
    [{ ...article("a"), input_message_content: undefined }, 'Can\'t find field "message_text"'],
    [{ ...article("a"), type: "photo" }, 'the playground only knows results of the type "article", not "photo"'],
    [article("a", "<b>x"), "Can't parse entities: Can't find end tag corresponding to start tag \"b\""],
    [article("a", " "), "Message text is empty"],
    [article("a", "a".repeat(4097)), "Message is too long"],
    [{ ...article("a"), reply_markup: { inline_keyboard: [[{ text: "x" }]] } }, expect.stringContaining("button")],
    ["a", "Inline query result must be an object"],
  ])("%# is refused", async (result, reason) => {
    const { status, description } = await answer(await ask(), [result]);
    expect(status).toBe(400);
    expect(description?.startsWith(cannotParse)).toBe(true);
    expect(description?.slice(cannotParse.length)).toEqual(reason);
  });

  test.each([
    [{ results: "x" }, "can't parse results JSON object"],
    [{ results: undefined }, "can't parse inline query results JSON object: expected an Array"],
    [{ next_offset: "x".repeat(65) }, "NEXT_OFFSET_INVALID"],
    [{ button: { start_parameter: "x" } }, "can't parse inline query results button: Can't find field \"text\""],
    [{ button: { text: "x", start_parameter: "é" } }, "START_PARAM_INVALID"],
  ])("with %j is refused", async (args, reason) => {
    const refused = await answer(await ask(), [article("a")], args);
    expect(refused).toMatchObject({ status: 400, description: `Bad Request: ${reason}` });
  });
});

describe("a choice", () => {
  let queryId: string;
  beforeEach(async () => {
    queryId = await ask();
    const reply_markup = { inline_keyboard: [[{ text: "x", callback_data: "x" }]] };
    await answer(queryId, [article("a"), { ...article("b"), reply_markup }]);
    await playground.updates();
  });

  const choose = (choice: object) =>
    playground.control("POST", "/inline-choices", { from: noor, chatId: noor, queryId, resultId: "a", ...choice });

  test("is what the person says in the own chat with the bot, which is told", async () => {
    const { status, body } = await choose({});
    expect(status).toBe(201);
    expect(body).toMatchObject({
      from: { id: noor },
      chat: { id: noor },
      text: "Morgen open",
      entities: [{ type: "bold", offset: 0, length: 6 }],
      via_bot: { id: 110_201_543, username: "inloop_bot" },
    });
    expect((await playground.updates()).map((update: { message: object }) => update.message)).toEqual([body]);
    expect((await playground.chat(noor)).messages).toEqual([body]);
  });

  test("is what the person says in a group, of which the bot is not told", async () => {
    const { body } = await choose({ chatId: playground.id });
    expect(body).toMatchObject({ from: { id: noor }, via_bot: { username: "inloop_bot" } });
    expect((await playground.group()).messages).toEqual([body]);
    expect(await playground.updates()).toEqual([]);
  });

  test("comes with its buttons, which cannot be tapped here", async () => {
    const { body } = await choose({ resultId: "b" });
    expect(body.reply_markup).toMatchObject({ inline_keyboard: [[{ text: "x" }]] });
    const tap = { messageId: body.message_id, data: "x" };
    expect(await playground.control("POST", `/chats/${noor}/taps`, tap)).toMatchObject({ status: 400 });
  });

  test.each([
    [{ resultId: "c" }, 404],
    [{ queryId: "123" }, 404],
    [{ from: camille, chatId: camille }, 404],
    [{ chatId: camille }, 400],
    [{ chatId: 1 }, 404],
  ])("%j is refused with a sentence", async (choice, status) => {
    expect(await choose(choice)).toEqual({ status, body: { error: expect.stringMatching(/\.$/) } });
  });
});

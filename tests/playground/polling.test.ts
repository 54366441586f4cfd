import { expect, test } from "vitest";
import { camille, noor, startPlayground } from "./playground-server.ts";

test("updates are numbered in order and come again until they are confirmed by an offset", async () => {
  const { say, call } = await startPlayground();
  await say(noor, "/start");
  await say(camille, "bonjour");
  const first = (await call("getUpdates")).result;
  expect(first.map((update: { message: { text: string } }) => update.message.text)).toEqual(["/start", "bonjour"]);
  expect(first[1].update_id).toBe(first[0].update_id + 1);
  expect(first[0].message.entities).toEqual([{ type: "bot_command", offset: 0, length: 6 }]);
  expect((await call("getUpdates", { limit: 1 })).result).toEqual([first[0]]);
  expect((await call("getUpdates", { offset: first[1].update_id })).result).toEqual([first[1]]);
  expect((await call("getUpdates")).result).toEqual([first[1]]);
  expect((await call("getUpdates", { offset: first[1].update_id + 1 })).result).toEqual([]);
});

test("a negative offset forgets all but the newest", async () => {
  const { say, call } = await startPlayground();
  for (const text of ["a", "b", "c"]) await say(noor, text);
  expect((await call("getUpdates", { offset: -1 })).result).toMatchObject([{ message: { text: "c" } }]);
  expect((await call("getUpdates")).result).toHaveLength(1);
});

test("an update shows a message as it was then, also when the bot deletes it later", async () => {
  const { say, call } = await startPlayground();
  const { message_id } = await say(noor, "a");
  await call("deleteMessage", { chat_id: noor, message_id });
  expect((await call("getUpdates")).result).toMatchObject([{ message: { text: "a" } }]);
});

test("a second call ends the first with 409, and waits until something happens", async () => {
  const { say, call } = await startPlayground();
  const polls = [call("getUpdates", { timeout: 50 }), call("getUpdates", { timeout: 50 })];
  const ended = await Promise.race(polls);
  expect(ended).toEqual({
    status: 409,
    ok: false,
    error_code: 409,
    description: "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
  });
  await say(noor, "hello");
  const answers = await Promise.all(polls);
  expect(answers.find(({ ok }) => ok)?.result).toMatchObject([{ message: { text: "hello" } }]);
});

test("a call that nothing happens to is empty after its timeout", async () => {
  const { call } = await startPlayground();
  expect(await call("getUpdates", { timeout: 1 })).toEqual({ status: 200, ok: true, result: [] });
});

test("a caller who goes away loses nothing", async () => {
  const { say, call } = await startPlayground();
  const leaving = new AbortController();
  const left = call("getUpdates", { timeout: 50 }, { signal: leaving.signal });
  leaving.abort();
  await expect(left).rejects.toThrow();
  await say(noor, "hello");
  expect((await call("getUpdates")).result).toHaveLength(1);
});

test("only allowed types are kept, until others are allowed", async () => {
  const { say, block, call } = await startPlayground();
  await call("getUpdates", { allowed_updates: ["my_chat_member"] });
  await say(noor, "unheard");
  await block(noor);
  const { result } = await call("getUpdates");
  expect(result).toHaveLength(1);
  expect(result[0].my_chat_member).toMatchObject({
    chat: { id: noor },
    from: { id: noor },
    old_chat_member: { status: "member" },
    new_chat_member: { status: "kicked", until_date: 0 },
  });
  expect((await call("getWebhookInfo")).result.allowed_updates).toEqual(["my_chat_member"]);
  await call("getUpdates", { allowed_updates: [] });
  await say(camille, "heard");
  expect((await call("getUpdates", { offset: -1 })).result).toMatchObject([{ message: { text: "heard" } }]);
});

test("closing ends calls that wait", async () => {
  const { call, close } = await startPlayground();
  const polls = [call("getUpdates", { timeout: 50 }), call("getUpdates", { timeout: 50 })];
  await Promise.race(polls);
  await close();
  await Promise.allSettled(polls);
});

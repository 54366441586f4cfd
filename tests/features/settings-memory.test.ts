import { expect, test } from "vitest";
import { createChatSettingsMemory } from "../../src/features/chat-settings/memory.ts";
import type { ChatSettings } from "../../src/features/chat-settings/repository.ts";

const french = { language: "fr", place: null, month: "2026-11" } as unknown as ChatSettings;
const codeOf = (chat: number) => Buffer.from(String(chat).padStart(16, "0"));

/** A memory of a database that counts how often it is asked. */
function memoryOf(answer: () => Promise<ChatSettings | undefined> = async () => french) {
  let asked = 0;
  const memory = createChatSettingsMemory({
    read: () => {
      asked += 1;
      return answer();
    },
  });
  return { memory, asked: () => asked };
}

test("what was read is not asked for again, until it is forgotten", async () => {
  const { memory, asked } = memoryOf();
  for (let time = 0; time < 3; time += 1) expect((await memory.read(codeOf(1))).settings).toBe(french);
  expect(asked()).toBe(1);
  memory.forget(codeOf(1));
  await memory.read(codeOf(1));
  expect(asked()).toBe(2);
  memory.forgetAll();
  await memory.read(codeOf(1));
  expect(asked()).toBe(3);
});

test("who asks often is remembered while thousands come by, and memory stays bounded", async () => {
  const { memory, asked } = memoryOf();
  for (let chat = 0; chat < 30_000; chat += 1) {
    await memory.read(codeOf(chat));
    await memory.read(codeOf(7));
  }
  expect(asked()).toBe(30_000);
  await memory.read(codeOf(8));
  expect(asked()).toBe(30_001);
  memory.forget(codeOf(7));
  await memory.read(codeOf(7));
  expect(asked()).toBe(30_002);
});

test("a failure is not remembered", async () => {
  let isAway = true;
  const { memory } = memoryOf(async () => {
    if (isAway) throw new Error("away");
    return french;
  });
  await expect(memory.read(codeOf(1))).rejects.toThrow("away");
  isAway = false;
  expect((await memory.read(codeOf(1))).settings).toBe(french);
});

test("what is forgotten while it is being read is asked for again", async () => {
  const { promise, resolve } = Promise.withResolvers<ChatSettings>();
  const { memory, asked } = memoryOf(() => promise);
  const before = memory.read(codeOf(1));
  memory.forget(codeOf(1));
  resolve(french);
  await before;
  await memory.read(codeOf(1));
  expect(asked()).toBe(2);
});

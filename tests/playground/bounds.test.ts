import { expect, test } from "vitest";
import { createUpdateQueue } from "../../src/playground/updates/update-queue.ts";
import { createFiles } from "../../src/playground/world/files.ts";

const message = { message_id: 1, date: 1, chat: { id: 1, type: "private", first_name: "Noor" } } as const;
const from = { id: 1, is_bot: false, first_name: "Noor" };

test("beyond 100,000 waiting updates the oldest are lost, and the numbers go on", () => {
  const queue = createUpdateQueue();
  queue.push("message", { ...message, from });
  const first = queue.oldest(1)[0]?.update_id ?? 0;
  for (let count = 0; count < 100_000; count += 1) queue.push("message", { ...message, from });
  expect(queue.size).toBe(100_000);
  expect(queue.oldest(1)[0]?.update_id).toBe(first + 1);
  queue.confirmBefore(first + 100_000);
  expect(queue.oldest(10).map(({ update_id }) => update_id)).toEqual([first + 100_000]);
});

test("confirming what was confirmed before changes nothing", () => {
  const queue = createUpdateQueue();
  for (let count = 0; count < 3; count += 1) queue.push("message", { ...message, from });
  const first = queue.oldest(1)[0]?.update_id ?? 0;
  queue.confirmBefore(first + 2);
  queue.confirmBefore(first);
  expect(queue.oldest(10).map(({ update_id }) => update_id)).toEqual([first + 2]);
});

test("beyond 64 MiB of files the oldest are forgotten", () => {
  const files = createFiles();
  const stored = Array.from({ length: 5 }, () => files.add("documents", "a.pdf", new Uint8Array(16 * 1024 * 1024)));
  expect(stored.map(({ file }) => files.byId(file.file_id) !== undefined)).toEqual([false, true, true, true, true]);
  expect(files.byPath(stored[0]?.file.file_path ?? "")).toBeUndefined();
});

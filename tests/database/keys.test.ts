import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { chatCode, deriveKey } from "../../src/database/keys.ts";
import { playgroundKey } from "../../src/database/playground-key.ts";

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "inloop-keys-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test("each use has a key of its own, always the same", () => {
  const secret = randomBytes(32);
  const labels = ["buttons", "chat-settings", "webhook"] as const;
  const keys = labels.map((label) => deriveKey(secret, label).toString("hex"));
  expect(new Set(keys).size).toBe(labels.length);
  expect(deriveKey(secret, "buttons").toString("hex")).toBe(keys[0]);
  expect(deriveKey(randomBytes(32), "buttons").toString("hex")).not.toBe(keys[0]);
});

test("the code of a chat tells chats apart, and nothing without the key", () => {
  const key = randomBytes(32);
  const chat = fc.integer({ min: -(2 ** 52), max: 2 ** 52 });
  fc.assert(
    fc.property(chat, chat, (one, other) => {
      fc.pre(one !== other);
      expect(chatCode(key, one)).toHaveLength(16);
      expect(chatCode(key, one).equals(chatCode(key, one))).toBe(true);
      expect(chatCode(key, one).equals(chatCode(key, other))).toBe(false);
      expect(chatCode(key, one).equals(chatCode(randomBytes(32), one))).toBe(false);
    }),
  );
});

test("the playground makes its key once, for its user alone", () => {
  const folder = emptyFolder();
  const key = playgroundKey(folder);
  expect(key).toHaveLength(32);
  expect(playgroundKey(folder).equals(key)).toBe(true);
  expect(statSync(join(folder, "secret.key")).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(folder, "secret.key"), "utf8")).toBe(key.toString("base64url"));
});

test.each(["", "short"])("a damaged key (“%s”) is not taken for one", (content) => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "secret.key"), content);
  expect(() => playgroundKey(folder)).toThrow("secret.key is damaged; remove it");
});

test("a data folder that is a file is said in a sentence", () => {
  const file = join(emptyFolder(), "file");
  writeFileSync(file, "");
  expect(() => playgroundKey(file)).toThrow(`DATA_DIR ${file} cannot be written to`);
});

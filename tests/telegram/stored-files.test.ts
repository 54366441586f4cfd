import { GrammyError, InputFile } from "grammy";
import { beforeEach, expect, test } from "vitest";
import type { StoredFile } from "../../src/telegram/answer.ts";
import { createStoredFiles, type GiveFile, type StoredFiles } from "../../src/telegram/stored-files.ts";

let failures: unknown[];
let files: StoredFiles;
let reads: number;
/** What Telegram was given: bytes as `bytes`, or an id. */
let given: string[];

beforeEach(() => {
  failures = [];
  reads = 0;
  given = [];
  files = createStoredFiles((cause) => failures.push(cause));
});

const door: StoredFile = {
  digest: "d0",
  name: "door.jpg",
  async read() {
    reads += 1;
    return { bytes: new Uint8Array([1, 2, 3]) };
  },
};

const give: GiveFile = async (file) => {
  given.push(file instanceof InputFile ? "bytes" : file);
  return `id ${reads}`;
};

function refusal(code: number, description: string): GrammyError {
  return new GrammyError("Call to 'sendPhoto' failed!", { ok: false, error_code: code, description }, "sendPhoto", {});
}

test("of many who ask at once for a new file one uploads it, and the others send its id", async () => {
  const sent = await Promise.all(Array.from({ length: 5 }, () => files.send(door, give)));
  expect(sent).toEqual([true, true, true, true, true]);
  expect([reads, given]).toEqual([1, ["bytes", "id 1", "id 1", "id 1", "id 1"]]);
  expect(failures).toEqual([]);
});

test("an id that Telegram knows no more is replaced by uploading the file again", async () => {
  await files.send(door, give);
  let isKnown = false;
  const forgetful: GiveFile = (file, seconds) => {
    if (typeof file === "string" && !isKnown) {
      isKnown = true;
      return Promise.reject(refusal(400, "Bad Request: wrong file identifier/HTTP URL specified"));
    }
    return give(file, seconds);
  };
  expect(await files.send(door, forgetful)).toBe(true);
  expect(await files.send(door, forgetful)).toBe(true);
  expect([reads, given]).toEqual([2, ["bytes", "bytes", "id 2"]]);
});

test("what fails is reported, not thrown, and tried anew by whoever asks next", async () => {
  const away: StoredFile = { ...door, read: () => Promise.reject(new Error("away")) };
  expect(await files.send(away, give)).toBe(false);
  expect(await files.send(door, () => Promise.reject(refusal(403, "Forbidden: bot was blocked by the user")))).toBe(
    false,
  );
  expect(failures).toHaveLength(2);
  expect(await files.send(door, give)).toBe(true);
  // The id stays, whoever of those who know it cannot be reached.
  expect(await files.send(door, () => Promise.reject(refusal(403, "Forbidden: bot was blocked by the user")))).toBe(
    false,
  );
  expect(await files.send(door, give)).toBe(true);
  expect(given).toEqual(["bytes", "id 2"]);
});

test("a file that is there no more is no failure", async () => {
  expect(await files.send({ ...door, read: async () => undefined }, give)).toBe(false);
  expect([failures, given]).toEqual([[], []]);
});

test("no more ids are remembered than there is room for: the oldest go first", async () => {
  for (let number = 0; number <= 1000; number += 1) await files.send({ ...door, digest: String(number) }, give);
  await files.send({ ...door, digest: "1000" }, give);
  expect(reads).toBe(1001);
  await files.send({ ...door, digest: "0" }, give);
  expect(reads).toBe(1002);
});

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runInloop, temporaryFolder } from "../support/process.ts";

const lines = (all: readonly object[]) => `${all.map((line) => JSON.stringify(line)).join("\n")}\n`;

test.concurrent("`understand` answers line by line, in order, without a database", async () => {
  const folder = await temporaryFolder();
  const input = `${lines([{ text: "zijde gij morgen om half drie open" }, { text: "c'est combien ?" }])}\nnonsense\n${lines(
    [{ text: "واش محلول دابا" }],
  )}`;
  const { code, stdout, stderr } = await runInloop(["understand", "--now", "2026-11-25T10:00"], folder, {}, input);
  expect(
    stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { intent: "hours", lang: "nl", date: "2026-11-26", time: "14:30" },
    { intent: "cost", lang: "fr", date: null, time: null },
    { error: 'expected a line such as {"text":"morgen open?"}' },
    { intent: "hours", lang: "ar", date: "2026-11-25", time: "10:00" },
  ]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: [] });
});

const right = { text: "morgen open?", variety: "nl", lang: "nl", intent: "hours", date: "2026-11-26", time: null };

test.concurrent("`evaluate` prints shares and confusions, and ends with 1 below the bar", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "right.jsonl"), lines([right]));
  await writeFile(
    join(folder, "wrong.jsonl"),
    lines([
      { ...right, intent: "cost" },
      { ...right, date: null },
    ]),
  );

  expect(await runInloop(["evaluate", "right.jsonl"], folder)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("1 questions: intent 100.0 %, language 100.0 %, date and time 100.0 %"),
  });
  const below = await runInloop(["evaluate", "wrong.jsonl"], folder);
  expect(below).toMatchObject({ code: 1, stderr: ["Below the bar."] });
  expect(below.stdout).toContain("intent cost taken for hours (nl): morgen open?");
  expect(below.stdout).toContain("null null taken for 2026-11-26 null (nl): morgen open?");
});

test.concurrent.each([
  [["understand", "--now", "someday"], /^"someday" is not a moment/],
  [["understand", "words"], /^understand \[--now/],
  [["evaluate"], /^evaluate takes one file/],
  [["evaluate", "missing.jsonl"], /^missing\.jsonl could not be read/],
])("%j is refused in one sentence", async (words, expected) => {
  const folder = await temporaryFolder();
  expect(await runInloop(words, folder)).toEqual({ code: 1, stdout: "", stderr: [expect.stringMatching(expected)] });
});

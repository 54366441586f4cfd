import { glob, readFile } from "node:fs/promises";
import { expect, test } from "vitest";

const limit = 300;

test(`no file is longer than ${limit} lines`, async () => {
  const long: string[] = [];
  for await (const file of glob("{src,tests,bench}/**/*.{ts,js,css,html}")) {
    const lines = (await readFile(file, "utf8")).trimEnd().split("\n").length;
    if (lines > limit) long.push(`${file}: ${lines} lines`);
  }
  expect(long).toEqual([]);
});

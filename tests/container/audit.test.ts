import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const program = fileURLToPath(new URL("../../.ci/audit.js", import.meta.url));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "inloop-audit-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What the build says where npm answers so. */
function auditWhereNpmSays(answer: string) {
  writeFileSync(join(folder, "answer"), answer);
  writeFileSync(join(folder, "npm"), `#!/bin/sh\ncat "${folder}/answer"\nexit 1\n`, { mode: 0o755 });
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` };
  const { status, stdout, stderr } = spawnSync(process.execPath, [program], { env, encoding: "utf8" });
  return { status, said: stdout + stderr };
}

test("a known flaw in what is shipped fails the build, and is named", () => {
  const grammy = { name: "grammy", severity: "high", range: "<2.0.0" };
  const answer = { vulnerabilities: { grammy }, metadata: { vulnerabilities: { total: 1 } } };
  expect(auditWhereNpmSays(JSON.stringify(answer))).toEqual({
    status: 1,
    said: "npm audit: grammy <2.0.0 has a known flaw (high); see npm audit --omit=dev\n",
  });
});

test("nothing known passes", () => {
  const answer = { vulnerabilities: {}, metadata: { vulnerabilities: { total: 0 } } };
  expect(auditWhereNpmSays(JSON.stringify(answer)).status).toBe(0);
});

test.each([
  ["that refuses", JSON.stringify({ message: "405 Method Not Allowed", statusCode: 405 }), "405"],
  ["that is away", "", "no answer"],
])("a registry %s is said, and fails nothing", (_, answer, why) => {
  expect(auditWhereNpmSays(answer)).toEqual({
    status: 0,
    said: `npm audit: the registry could not be asked (${why}); ask again later.\n`,
  });
});

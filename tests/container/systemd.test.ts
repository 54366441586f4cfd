import { readFile } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";

let unit: string;

beforeAll(async () => {
  unit = await readFile("docs/inloop.service", "utf8");
});

/** All that the unit gives a setting, in their order. */
const given = (setting: string) => [...unit.matchAll(new RegExp(`^${setting}=(.*)$`, "gm"))].map(([, value]) => value);

test("the unit starts Node.js as `npm start` does", async () => {
  const { scripts } = JSON.parse(await readFile("package.json", "utf8"));
  const command = given("ExecStart")[0]?.replace("/opt/inloop/node_modules/.bin/node", "node");
  expect(`MALLOC_ARENA_MAX=1 exec ${command}`).toBe(scripts.start);
  expect(given("Environment")[0]).toContain("MALLOC_ARENA_MAX=1");
});

test("it runs as nobody's who may do everything, writes into its own folder, and can get no more", () => {
  expect(given("User")).toEqual(["inloop"]);
  expect(given("CapabilityBoundingSet")).toEqual([""]);
  for (const setting of ["NoNewPrivileges", "ProtectHome", "PrivateTmp", "PrivateDevices", "RestrictNamespaces"]) {
    expect(given(setting), setting).toEqual(["yes"]);
  }
  expect(given("ProtectSystem")).toEqual(["strict"]);
  expect(given("ReadWritePaths")).toEqual([]);
  expect(unit).toContain(`DATA_DIR=/var/lib/${given("StateDirectory")[0]} among it`);
  expect(given("StateDirectoryMode")).toEqual(["0700"]);
});

test("no secret stands in it, where everybody may read", () => {
  expect(unit).not.toMatch(/(BOT_TOKEN|SECRET_KEY|DATABASE_URL)=/);
});

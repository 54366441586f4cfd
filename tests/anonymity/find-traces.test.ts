import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestApp, type TestApp } from "../support/app.ts";
import { canaries, canaryPerson, phone, word } from "./support/canary-parent.ts";
import { createTraceFinder } from "./support/find-traces.ts";
import { everyTable, listenTo, overhear } from "./support/what-was-kept.ts";

// The proof is worth what its detector sees; here every kind of leak is planted, and must be found.

const findTraces = createTraceFinder(canaries);
const { id, firstName } = canaryPerson;

const eight = Buffer.alloc(8);
eight.writeBigInt64BE(BigInt(id));
const float = Buffer.alloc(8);
float.writeDoubleBE(71.743_918);
const backwards = (bytes: Buffer) => Buffer.from(bytes.toReversed());
const hash = (algorithm: string, input: string | Buffer) => createHash(algorithm).update(input).digest();
const wrapped = (bytes: Buffer) => Buffer.concat([Buffer.from("#"), bytes, Buffer.from("##")]);

const leaks: readonly (readonly [string, string | Buffer])[] = [
  ["the number itself", String(id)],
  ["among other words", `chat ${id} tapped`],
  ["truncated", String(id).slice(0, 6)],
  ["its last digits", String(id % 1_000_000)],
  ["reversed", [...String(id)].toReversed().join("")],
  ["in hexadecimal", id.toString(16)],
  ["in capitals", id.toString(16).toUpperCase()],
  ["in base 36", id.toString(36)],
  ["in binary", id.toString(2)],
  ["as 8 bytes", eight],
  ["as 8 bytes, low byte first", backwards(eight)],
  ["as 4 bytes", eight.subarray(4)],
  ["as 4 bytes, low byte first", backwards(eight.subarray(4))],
  ["as bytes among others, in base64", wrapped(eight).toString("base64")],
  ["as bytes, in base64url", eight.toString("base64url")],
  ["as 4 bytes, in base64", wrapped(eight.subarray(4)).toString("base64")],
  ["as text, in base64", Buffer.from(`a:${id}`).toString("base64")],
  ["as text, as bytes", Buffer.from(`chat ${id}`)],
  ["md5", hash("md5", String(id)).toString("hex")],
  ["sha1, in base64", hash("sha1", String(id)).toString("base64")],
  ["sha256 of the bytes", hash("sha256", eight)],
  ["sha256 of the low bytes, truncated", hash("sha256", backwards(eight)).subarray(0, 8)],
  ["sha512 of the name", hash("sha512", firstName).toString("base64url")],
  ["sha256 of the name in small letters", hash("sha256", firstName.toLowerCase())],
  ["sha256 of the word", hash("sha256", word)],
  ["the name, cut", firstName.slice(0, 6)],
  ["the name in capitals", firstName.toUpperCase()],
  ["the name reversed", [...firstName].toReversed().join("")],
  ["the last name, escaped", JSON.stringify("Vraxtil\\u00fc\\u00fcn")],
  ["the last name, as bytes", Buffer.from("Vraxtilüün")],
  ["the word in base32", "JN3WC4TUMVWHU53JNJWQ"],
  ["the word in UTF-16", Buffer.from(word, "utf16le")],
  ["the telephone", `+${phone}`],
  ["the language code", "nl-x-wubbelqk"],
  ["the place where she was", "71.7439"],
  ["the place where she was, as bytes", float],
];

describe("a planted leak is found", () => {
  let app: TestApp;
  let inTables: readonly string[];
  beforeAll(async () => {
    app = await startTestApp();
    for (const [index, [, leak]] of leaks.entries()) {
      const text = typeof leak === "string" ? leak : leak.toString("hex");
      await app.sql`create table ${app.sql(`planted_text_${index}`)} as select ${text}::text as words`;
      await app.sql`create table ${app.sql(`planted_json_${index}`)} as select jsonb_build_object('deep', jsonb_build_array(${text}::text)) as document`;
      await app.sql`create table ${app.sql(`planted_bytes_${index}`)} as select ${Buffer.from(leak as string)}::bytea as bytes`;
    }
    inTables = findTraces(await everyTable(app.sql));
  });
  afterAll(() => app.stop());

  test.each(leaks.map(([how, leak], index) => [how, leak, index] as const))(
    "%s: in a table, a log, a notification and what is printed",
    async (_, leak, index) => {
      for (const kind of ["text", "json", "bytes"]) {
        expect(inTables.some((trace) => trace.startsWith(`public.planted_${kind}_${index} `))).toBe(true);
      }
      const text = typeof leak === "string" ? leak : leak.toString("hex");
      const notified = await listenTo(app.databaseUrl, ["planted"]);
      const overheard = overhear();
      await app.sql`select pg_notify('planted', ${text})`;
      await expect.poll(() => notified.said.length).toBe(1);
      console.error(text);
      overheard.stop();
      await notified.close();
      expect(findTraces([notified.kept()])).not.toEqual([]);
      expect(findTraces([overheard.kept()])).not.toEqual([]);
      expect(findTraces([{ where: "log", content: JSON.stringify({ level: "warn", text }) }])).not.toEqual([]);
    },
  );

  test("and where nothing was planted, nothing is", () => {
    expect(
      inTables.filter((trace) => !trace.startsWith("public.planted_") && !trace.startsWith("pg_catalog.pg_stats")),
    ).toEqual([]);
  });

  test.each([
    ["a whole message", "is het morgen open in de regen"],
    ["hashed", hash("sha256", "is het morgen open in de regen")],
  ])("of what was typed: %s", (_, leak) => {
    const find = createTraceFinder([{ name: "message", value: "is het morgen open in de regen", whole: true }]);
    expect(find([{ where: "here", content: leak }])).not.toEqual([]);
    expect(find([{ where: "here", content: "is het morgen open" }])).toEqual([]);
  });
});

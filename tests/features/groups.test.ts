import { afterAll, beforeAll, expect, test } from "vitest";
import type { ActingParent } from "../support/acting-parent.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import type { ActingGroup } from "../support/group.ts";

let app: TestApp;
let noor: ActingParent;
let samir: ActingParent;
let family: ActingGroup;

beforeAll(async () => {
  app = await startTestApp();
  noor = await app.parent("nl");
  samir = await app.parent("fr");
  family = await app.group("Familie", [noor, samir]);
});
afterAll(() => app.stop());

test("in a group the bot answers whoever mentions it, pointing at the question", async () => {
  const { messages, texts } = await family.say(noor, "@inloop_bot morgen open?");
  expect(texts).toEqual(["Ja, morgen is het open: 13.30–16.30."]);
  expect(messages[0]?.reply_to_message?.text).toBe("@inloop_bot morgen open?");
});

test("it answers a reply to what it said, each in their own language", async () => {
  const { messages } = await family.say(samir, "/open@inloop_bot");
  const [said] = messages;
  if (said === undefined) throw new Error("The command was not answered");
  expect(said.text).toContain("ouvert");
  expect((await family.reply(samir, said, "et samedi ?")).texts[0]).toMatch(/samedi/);
});

test("it is silent when others talk among themselves, also about it", async () => {
  expect((await family.say(noor, "is het morgen open?")).texts).toEqual([]);
  expect((await family.say(noor, "mijn man slaat mij")).texts).toEqual([]);
  expect((await family.send(noor, { sample: "photo" })).texts).toEqual([]);
  expect((await family.say(noor, "/open@other_bot")).texts).toEqual([]);
});

test("a bare mention gets today's hours", async () => {
  expect((await family.say(noor, "@inloop_bot")).texts[0]).toBe("Ja, het is nu open: vandaag 9.00–12.00.");
});

test("no keyboard gets in the way of a group, and nobody's messages are offered to be erased", async () => {
  await family.say(noor, "/start@inloop_bot");
  expect((await family.chat()).replyKeyboard).toBeNull();
  const { messages, texts } = await family.say(noor, "@inloop_bot mijn man slaat mij");
  expect(texts[0]).toMatch(/^101/);
  expect(messages[0]?.reply_markup).toBeUndefined();
});

test("a language that is chosen in a group is not kept", async () => {
  await family.say(noor, "/language@inloop_bot");
  await family.tap(noor, "Français");
  expect(await app.sql`select count(*)::int as rows from chat_settings`).toEqual([{ rows: 0 }]);
});

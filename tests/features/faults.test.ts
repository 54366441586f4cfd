import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApp, type TestApp } from "../support/app.ts";

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

test.each(["nonsense", "d.nl.t-a-0.AAAAAAAA", "d.nl.t-a-0", "zz.nl..AAAAAAAA", "é".repeat(32)])(
  "a button with data that is not ours (“%s”) is answered kindly and changes nothing",
  async (data) => {
    const parent = await app.parent("nl");
    await parent.say("/open");
    const { notice, messages } = await parent.tapForged(data);
    expect(notice).toBe("Deze knop is te oud. Tik op Vandaag open?");
    expect(messages).toEqual([]);
  },
);

test("a tap is answered once also when its message stays the same", async () => {
  const parent = await app.parent("nl");
  await parent.say("/help");
  await parent.tap("Vandaag open?");
  await parent.say("/open");
  const week = await parent.tap("Deze week");
  expect(week.messages).toHaveLength(1);
  expect((await parent.tap("Vandaag")).messages).toHaveLength(1);
  expect(app.log.filter(({ level }) => level === "error")).toEqual([]);
});

test("Telegram asking for patience (429) delays an answer and loses none", async () => {
  const parent = await app.parent("nl");
  await app.faults({ method: "sendMessage", times: 1, kind: { type: "too-many-requests", retryAfter: 1 } });
  expect((await parent.say("/open")).texts).toEqual(["Ja, het is nu open: vandaag 9.00–12.00."]);
});

test("a question is answered once Telegram is back, and what failed is logged without content", async () => {
  const parent = await app.parent("nl");
  // The answer, and then the apology for it.
  await app.faults({ method: "sendMessage", times: 2, kind: { type: "lost-request" } });
  expect((await parent.say("is het morgen open, geheim wachtwoord")).texts).toEqual([
    "Ja, morgen is het open: 13.30–16.30.",
  ]);
  const logged = JSON.stringify(app.log);
  expect(logged).toContain("could not be handled and is tried again");
  expect(logged).not.toMatch(/geheim|wachtwoord|Parent/);
  expect(logged).not.toContain(String(parent.id));
});

test("a parent who blocks the bot before it has answered is nobody's error", async () => {
  const before = app.log.length;
  const parent = await app.parent("nl");
  await parent.say("/start");
  await app.faults({ method: "sendMessage", times: 1, kind: { type: "delay", milliseconds: 500 } });
  const asking = parent.say("/open");
  await expect.poll(async () => (await parent.chat()).messages.at(-1)?.text).toBe("/open");
  await parent.block(true);
  expect((await asking).texts).toEqual([]);
  await parent.block(false);
  expect((await parent.say("/open")).texts).toHaveLength(1);
  expect(app.log.slice(before)).toEqual([]);
});

import { expect, onTestFinished, test } from "vitest";
import { startTestApp, type TestApp, type TestAppOptions } from "../support/app.ts";
import { startSendingProcess } from "../support/sending-process.ts";

/** Milliseconds; nine seconds in life. */
const leaseLength = 600;

async function begin(options: TestAppOptions = {}): Promise<TestApp> {
  const app = await startTestApp({ leaseLength, ...options });
  onTestFinished(app.stop);
  return app;
}

const conflicts = (app: TestApp) => app.log.filter(({ message }) => message.includes("another process polls"));
const holder = async (app: TestApp) =>
  (await app.sql`select holder from leases where name like 'polling%'`)[0]?.holder as string | undefined;
const pending = async (app: TestApp) =>
  ((await app.call("getWebhookInfo")) as { pending_update_count: number }).pending_update_count;

test("of several processes one polls, and the next takes over when it stops", async () => {
  const app = await begin();
  await app.replica();
  await app.replica();
  const parent = await app.parent("nl");
  for (let time = 0; time < 5; time += 1) {
    expect((await parent.say("/open")).texts).toHaveLength(1);
  }
  expect(conflicts(app)).toEqual([]);
  await app.restart();
  expect((await parent.say("/open")).texts).toHaveLength(1);
  expect(conflicts(app)).toEqual([]);
});

test("a process that is killed in the middle of an answer is followed by another, which answers", async () => {
  const app = await begin();
  await app.faults({ method: "sendMessage", times: 1, kind: { type: "delay", milliseconds: 20_000 } });
  const parent = await app.parent("nl");
  const killed = await startSendingProcess({ ...app, leaseLength, rate: 30, answers: true });
  await app.leave();
  await expect.poll(() => holder(app)).toBeDefined();
  const before = await holder(app);
  await app.replica();
  const asking = parent.say("/open");
  await expect.poll(() => pending(app)).toBe(1);
  await killed.kill();
  const at = performance.now();
  expect((await asking).texts).toHaveLength(1);
  expect(performance.now() - at).toBeLessThan(4 * leaseLength);
  expect(await holder(app)).not.toBe(before);
});

test("chats are answered side by side, each in order, and acknowledged when they are", async () => {
  const app = await begin();
  const [slow, quick] = [await app.parent("nl"), await app.parent("nl")];
  await app.faults({ method: "sendMessage", times: 1, kind: { type: "delay", milliseconds: 1500 } });
  const first = slow.say("/open");
  const second = slow.say("/week");
  await expect.poll(() => pending(app)).toBe(2);
  const said = async (parent: typeof slow) =>
    (await parent.chat()).messages.flatMap(({ from, text }) => (from?.is_bot === true ? [text?.slice(0, 20)] : []));
  const other = quick.say("/open");
  await expect.poll(() => said(quick)).toHaveLength(1);
  expect(await said(slow)).toEqual([]);
  expect(await pending(app)).toBeGreaterThan(0);
  await Promise.all([first, second, other]);
  const [open = "", week = ""] = await said(slow);
  expect(open).toMatch(/^Ja, het is nu open/);
  expect(week).not.toMatch(/^Ja/);
});

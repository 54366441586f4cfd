import fc, { type Arbitrary } from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deriveKey } from "../../src/database/keys.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { likelyUpdates, malformedUpdates, nonsense, someChats } from "../telegram/arbitrary-updates.ts";

/*
 * Few of each here; `npm run bench -- updates` takes a million. An error that nobody catches fails the run.
 */

let app: TestApp;
let number = 0;

beforeAll(async () => {
  app = await startTestApp({
    webhook: true,
    acquaintances: someChats.map((id) => ({ id, firstName: "Parent", role: "parent" })),
  });
});
afterAll(() => app.stop());

async function deliver(body: string): Promise<number> {
  const secret = deriveKey(app.secretKey, "webhook").toString("base64url");
  const headers = { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret };
  const response = await fetch(`${app.httpUrl}/telegram`, { method: "POST", body, headers });
  expect(await response.text()).toBe("");
  return response.status;
}

function numbered(updates: Arbitrary<object>): Arbitrary<object> {
  return updates.map((update) => {
    number += 1;
    return { update_id: number, ...update };
  });
}

const bugs = () => app.log.filter(({ details }) => "kind" in details && details.kind === "bug");

test("whatever Telegram may send is handled, of every kind", async () => {
  const some = fc.array(numbered(likelyUpdates), { minLength: 20, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(some, async (updates) => {
      const statuses = await Promise.all(updates.map((update) => deliver(JSON.stringify(update))));
      expect(new Set(statuses)).toEqual(new Set([200]));
      expect(bugs()).toEqual([]);
    }),
    { numRuns: 40, endOnFailure: true },
  );
  const chats = await Promise.all(someChats.map((id) => app.person(id).chat()));
  const answered = chats.filter(({ messages }) => messages.some(({ from }) => from?.is_bot === true));
  expect(answered.length).toBeGreaterThan(10);
});

test("what is malformed is taken, or refused, and never in the way of what comes next", async () => {
  const some = fc.array(numbered(malformedUpdates), { minLength: 20, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(some, fc.array(nonsense, { maxLength: 20 }), async (updates, bodies) => {
      const statuses = await Promise.all([...updates.map((update) => JSON.stringify(update)), ...bodies].map(deliver));
      expect(statuses.filter((status) => ![200, 400, 413, 503].includes(status))).toEqual([]);
    }),
    { numRuns: 20, endOnFailure: true },
  );
  const parent = await app.parent("nl");
  expect((await parent.say("/open")).texts).toEqual(["Ja, het is nu open: vandaag 9.00–12.00."]);
});

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { deriveKey } from "../../src/database/keys.ts";
import type { ActingParent } from "../support/acting-parent.ts";
import { startTestApp, type TestApp } from "../support/app.ts";

let app: TestApp;
let parent: ActingParent;
let number = 0;
let greeting = 0;

beforeAll(async () => {
  app = await startTestApp({ webhook: true });
});
afterAll(() => app.stop());
beforeEach(async () => {
  parent = await app.parent("nl");
  greeting = (await parent.say("/start")).messages.length;
});

/** As Telegram delivers it: with the secret. */
const deliver = (body: unknown) =>
  fetch(`${app.httpUrl}/telegram`, {
    method: "POST",
    body: typeof body === "string" ? body : JSON.stringify(body),
    headers: {
      "content-type": "application/json",
      "x-telegram-bot-api-secret-token": deriveKey(app.secretKey, "webhook").toString("base64url"),
    },
  });

const typed = (text: string) => {
  number += 1;
  const person = { id: parent.id, is_bot: false, first_name: "Parent", language_code: "nl" };
  const chat = { id: parent.id, type: "private", first_name: "Parent" };
  const entities = text.startsWith("/") ? { entities: [{ type: "bot_command", offset: 0, length: text.length }] } : {};
  return { update_id: number, message: { message_id: number, date: 1, from: person, chat, text, ...entities } };
};

/** Since the greeting. */
const answers = async () =>
  (await parent.chat()).messages
    .flatMap(({ from, text = "" }) => (from?.is_bot === true ? [text] : []))
    .slice(greeting);

test.each(["", "{", "null", "[]", "7", "{}", '{"update_id":"1"}', '{"update_id":1.5}', "\u0000", "[".repeat(50_000)])(
  "nonsense (no. %#) is refused, and says nothing of what went on",
  async (body) => {
    const response = await deliver(body);
    expect(response.status).toBe(400);
    expect(await response.text()).toBe("");
  },
);

test("an update that comes twice, at once or later, is answered once", async () => {
  const update = typed("/open");
  const both = await Promise.all([deliver(update), deliver(update)]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  expect((await deliver(update)).status).toBe(200);
  expect(await answers()).toHaveLength(1);
});

test("an update of which nobody could be told anything is to come again, and is then answered", async () => {
  const update = typed("/open");
  await app.faults({ method: "sendMessage", times: 2, kind: { type: "lost-request" } });
  expect((await deliver(update)).status).toBe(503);
  expect(await answers()).toEqual([]);
  expect((await deliver(update)).status).toBe(200);
  expect(await answers()).toHaveLength(1);
});

test("updates of one chat are answered in order, also where they come at once", async () => {
  await app.faults({ method: "sendMessage", times: 1, kind: { type: "delay", milliseconds: 300 } });
  await Promise.all([deliver(typed("/open")), deliver(typed("/week")), deliver(typed("/open"))]);
  expect((await answers()).map((text) => /^Ja/.test(text))).toEqual([true, false, true]);
});

test("an update that cannot be handled is given up after three times, and logged by its kind alone", async () => {
  number += 1;
  const poison = {
    update_id: number,
    my_chat_member: { chat: { type: "private", title: "geheim" }, from: "wachtwoord" },
  };
  const statuses: number[] = [];
  for (let time = 0; time < 4; time += 1) {
    statuses.push((await deliver(poison)).status);
  }
  expect(statuses).toEqual([503, 503, 200, 200]);
  const logged = app.log.filter(({ details }) => "update" in details && details.update === number);
  expect(logged.map(({ level }) => level)).toEqual(["warn", "warn", "error"]);
  expect(logged[0]?.details).toMatchObject({ holds: "my_chat_member", kind: "bug" });
  expect(JSON.stringify(logged)).not.toMatch(/geheim|wachtwoord/);
  expect((await deliver(typed("/open"))).status).toBe(200);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { deriveKey } from "../../../src/database/keys.ts";
import type { ActingParent } from "../../support/acting-parent.ts";
import { examplePlaces, startTestApp, type TestApp } from "../../support/app.ts";
import { joinTeam } from "../../support/team.ts";

const secretKey = Buffer.alloc(32, 7);
let app: TestApp;
let els: ActingParent;
let staf: ActingParent;

beforeAll(async () => {
  app = await startTestApp({ places: examplePlaces, webhook: true, secretKey, now: "2026-11-25T12:30" });
  els = await joinTeam(app, { name: "Els", role: "host", places: ["de-zandbak"] });
  staf = await joinTeam(app, { name: "Staf", role: "host", places: ["de-zandbak"] });
});
afterAll(() => app.stop());

/** What Telegram sends where it does not know that it was taken: the same update, with the same number. */
async function deliver(update: number, from: ActingParent, text: string) {
  const person = { id: from.id, is_bot: false, first_name: "Parent" };
  const message = {
    message_id: 1,
    date: 1,
    chat: { id: from.id, type: "private", first_name: "Parent" },
    from: person,
  };
  const response = await fetch(`${app.httpUrl}/telegram`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-telegram-bot-api-secret-token": deriveKey(secretKey, "webhook").toString("base64url"),
    },
    body: JSON.stringify({ update_id: update, message: { ...message, text } }),
  });
  expect(response.status).toBe(200);
}

const seen = async (number: number) => (await app.sql`select from staff_updates where number = ${number}`).length;

test("counts that are typed in a message that comes twice do not take back what a colleague added meanwhile", async () => {
  for (const member of [els, staf]) {
    await member.say("/staff");
    await member.tap("Bezoeken en logboek");
    await member.tap("De Zandbak, woensdag 25/11");
  }
  await deliver(900_001, els, "14 3 12 2");
  await staf.tap("Kind +1");
  await deliver(900_001, els, "14 3 12 2");
  expect(await app.sql`select children, siblings from visit_counts`).toEqual([{ children: 15, siblings: 3 }]);
});

test("a message that no conversation takes is not taken for one that had its effect", async () => {
  await deliver(900_002, els, "zijn jullie morgen open?");
  expect(await seen(900_002)).toBe(0);
  await els.say("/change morgen gesloten");
  await els.tap("Zin voor ouders");
  await els.tap("Nederlands");
  await deliver(900_003, els, "Tot gauw");
  expect(await seen(900_003)).toBe(1);
});

test("colleagues are told what changed, also where the answer to who changed it is lost", async () => {
  await els.say("/change morgen gesloten");
  await app.faults({ method: "editMessageText", times: 1, kind: { type: "lost-request" } });
  await els.tap("Bevestig");
  await app.faults();
  expect((await staf.chat()).messages.at(-1)?.text).toMatch(/^Els veranderde de uren\./);
  expect(await app.sql`select kind from schedule_changes`).toEqual([{ kind: "closed" }]);
});

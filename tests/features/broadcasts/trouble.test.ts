import { afterEach, expect, test } from "vitest";
import type { ActingParent } from "../../support/acting-parent.ts";
import { type Broadcasting, startBroadcasting } from "../../support/broadcasting.ts";
import { withoutIsolates } from "../../support/reaction.ts";

let told: Broadcasting;

afterEach(() => told.stop());

/** What she was told of broadcasts. */
const read = async (person: ActingParent) =>
  (await person.chat()).messages
    .map(({ text = "" }) => withoutIsolates(text))
    .filter((text) => /bericht aan ouders|رسالة إلى الأهل/.test(text));

/** Telegram lets nobody be written to who never wrote. */
const wrote = (...people: readonly ActingParent[]) => Promise.all(people.map((person) => person.say("/cancel")));

const failed = "De Zandbak, bericht aan ouders. Dit bericht komt niet bij iedereen aan.";
const stalled =
  "De Zandbak, bericht aan ouders. Telegram nam twee minuten lang geen berichten aan. Wat nog wacht, vertrekt vanzelf.";

test("coordinators of the place are told once that some messages fail, each in her language, whoever announced", async () => {
  told = await startBroadcasting(30);
  const staf = await told.coordinator("Staf");
  const salma = await told.coordinator("Salma", "ar");
  const elsewhere = await told.coordinator("Elders");
  const host = await told.coordinator("Els");
  await told.sql`update staff set places = array[2]::smallint[] where name = 'Elders'`;
  await told.sql`update staff set role = 'host' where name = 'Els'`;
  const one = await told.replica({ answers: true });
  await wrote(staf, salma, elsewhere, host);
  await one.stop();
  await told.close();
  // Telegram takes no message whose HTML is broken, however often it is sent.
  await told.sql`update broadcasts set text = jsonb_set(text, '{fr}', '"<b>Fermé"')`;
  await told.replica({ broadcastRate: 100 });
  await expect.poll(told.status, { timeout: 5000 }).toMatchObject({ state: "ended", sent: 20, failed: 10 });
  await expect.poll(() => read(staf)).toEqual([failed]);
  await expect.poll(() => read(salma)).toEqual(["صندوق الرمل، رسالة إلى الأهل. هذه الرسالة لا تصل إلى الجميع."]);
  await told.replica();
  await expect.poll(() => told.sql`select warned from broadcasts`).toEqual([{ warned: ["failed"] }]);
  expect([await read(staf), await read(elsewhere), await read(host)]).toEqual([[failed], [], []]);
});

test("they are told once that it stalls, as soon as they can be", async () => {
  told = await startBroadcasting(3);
  const staf = await told.coordinator("Staf");
  await told.replica({ answers: true, stalledAfter: 300 });
  await wrote(staf);
  await told.trouble([{ method: "sendMessage", times: 3, kind: { type: "too-many-requests", retryAfter: 1 } }]);
  await told.close();
  await expect.poll(told.status, { timeout: 10_000 }).toMatchObject({ state: "ended", sent: 3 });
  await expect.poll(() => read(staf), { timeout: 5000 }).toEqual([stalled]);
  await expect.poll(() => told.sql`select warned from broadcasts`).toEqual([{ warned: ["stalled"] }]);
});

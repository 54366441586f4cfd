import { afterEach, expect, test } from "vitest";
import type { ActingParent } from "../../support/acting-parent.ts";
import { type Broadcasting, histogram, startBroadcasting } from "../../support/broadcasting.ts";
import { withoutIsolates } from "../../support/reaction.ts";

let told: Broadcasting;

afterEach(() => told.stop());

const ended = async () => expect.poll(told.status, { timeout: 15_000 }).toMatchObject({ state: "ended" });

/** What the bot said of how it goes, each message as it stands now. */
async function shownTo(person: ActingParent): Promise<readonly string[]> {
  const texts = (await person.chat()).messages.map(({ text = "" }) => withoutIsolates(text));
  return texts.filter((text) => /(bericht|rechtzetting) aan ouders|message aux parents|رسالة إلى الأهل/.test(text));
}

/** Closes a day in the chat; half a minute later it can no longer be undone. */
async function announce(person: ActingParent, line: string, confirm: string, at = "2026-11-25T10:00:31") {
  await person.say(line);
  await person.tap(confirm);
  await told.setClock(at);
}

const closeMonday = (person: ActingParent) => announce(person, "/change De Zandbak 30/11 gesloten", "Bevestig");
const done = (sent: string) =>
  `De Zandbak, bericht aan ouders. Klaar. Verstuurd: ${sent}. Niet meer te bereiken: minder dan 10.`;

test("who announces sees how it goes, may stop it and let it go on, and reads at the end what became of it", async () => {
  told = await startBroadcasting(80);
  await told.trouble([], null, 5);
  const staf = await told.coordinator("Staf");
  await told.replica({ answers: true, broadcastRate: 60, progressEvery: 100 });
  await closeMonday(staf);
  await expect
    .poll(async () => (await shownTo(staf))[0], { interval: 5 })
    .toMatch(
      /^De Zandbak, bericht aan ouders\.\n▓+░+ [1-9]0 %\nVerstuurd: (ongeveer|minder dan) \d+\.\nNiet meer te bereiken: minder dan 10\.\nNog minder dan een minuut\.$/,
    );
  await staf.tap("Stop");
  await expect.poll(async () => (await shownTo(staf))[0]).toMatch(/\nGestopt\. .*\n▓*░+ \d+ %\n/);
  expect(await told.status()).toMatchObject({ state: "stopped" });
  expect(await staf.buttons()).toEqual([["Ga verder"]]);
  await staf.tap("Ga verder");
  await ended();
  await expect.poll(() => shownTo(staf)).toEqual([done("ongeveer 80")]);
  await expect.poll(() => told.sql`select progress from broadcasts`).toEqual([{ progress: null }]);
  expect(histogram(await told.received())[1]).toBe(80);
  await staf.say("/staff");
  await staf.tap("Wie deed wat");
  expect((await staf.chat()).messages.at(-1)?.text).toMatch(
    /Staf liet een bericht aan ouders verder gaan, De Zandbak\n.*Staf stopte een bericht aan ouders, De Zandbak/,
  );
  expect(told.logged).toEqual([]);
});

test("another process goes on with the same message, and says what became of it where the first one could not", async () => {
  told = await startBroadcasting(90);
  await told.trouble([], null, 5);
  const staf = await told.coordinator("Staf", "fr");
  const one = await told.replica({ answers: true, broadcastRate: 60, progressEvery: 100 });
  await announce(staf, "/change De Zandbak 30/11 fermé", "Confirmer");
  await expect.poll(async () => (await shownTo(staf)).length, { interval: 5 }).toBe(1);
  const [sealed] = await told.sql`select octet_length(progress) as size from broadcasts`;
  expect(sealed).toEqual({ size: 44 });
  await one.stop();
  const [before] = await shownTo(staf);
  const two = await told.replica({ broadcastRate: 60, progressEvery: 100 });
  await expect.poll(async () => (await shownTo(staf))[0], { interval: 5 }).not.toBe(before);
  await two.stop();
  // As if it had died between the last outcome and telling of it.
  await told.sql`update broadcasts set state = 'ended', ended = '2026-11-25T09:00Z', sent = total`;
  await told.replica();
  await expect
    .poll(() => shownTo(staf))
    .toEqual([
      "Le Bac à sable, message aux parents. C’est fait. Envoyés\u00a0: environ 90. Plus joignables\u00a0: moins de 10.",
    ]);
});

test.each([0, 3])("of %i parents nobody can tell how many they are: one line, when all is over", async (count) => {
  told = await startBroadcasting(count);
  const staf = await told.coordinator("Staf");
  await told.replica({ answers: true, progressEvery: 5 });
  await closeMonday(staf);
  await expect.poll(() => shownTo(staf)).toEqual([done("minder dan 10")]);
});

test("what was undone in time is not spoken of any more", async () => {
  told = await startBroadcasting(3);
  const staf = await told.coordinator("Staf");
  await told.replica({ answers: true });
  await staf.say("/change De Zandbak 30/11 gesloten");
  await staf.tap("Bevestig");
  await staf.tap("Ongedaan maken");
  await expect.poll(() => told.sql`select progress from broadcasts`).toEqual([{ progress: null }]);
  expect(await shownTo(staf)).toEqual([]);
});

test("places that are over together are told of in one message, and who left the team is told nothing", async () => {
  told = await startBroadcasting(0);
  const staf = await told.coordinator("Staf");
  const els = await told.coordinator("Els");
  await told.replica({ answers: true });
  await els.say("/change De Zandbak 30/11 gesloten");
  await els.tap("Bevestig");
  await told.sql`delete from staff where name = 'Els'`;
  await told.sql`select pg_notify('staff', '')`;
  await staf.say("/change 30/11 gesloten");
  await staf.tap("Alle plekken");
  await staf.tap("Bevestig");
  await told.setClock("2026-11-25T10:00:31");
  await expect.poll(() => told.sql`select 1 from broadcasts where progress is not null`).toEqual([]);
  const [message, ...others] = await shownTo(staf);
  expect(others).toEqual([]);
  expect(message?.match(/Klaar\./g)?.length).toBeGreaterThan(1);
  expect(await shownTo(els)).toEqual([]);
});

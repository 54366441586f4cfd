import { afterAll, beforeAll, expect, test } from "vitest";
import type { ActingParent } from "../support/acting-parent.ts";
import { startTestApp, type TestApp } from "../support/app.ts";

// A battery that is empty, a virtual machine that was asleep, a server that asks a wrong one for the time.

let app: TestApp;
let noor: ActingParent;

beforeAll(async () => {
  app = await startTestApp({ now: "2026-11-25T10:00" });
  noor = await app.parent("nl");
});
afterAll(() => app.stop());

test.each([
  ["ahead by a year", "2027-11-24T10:00"],
  ["back to where clocks begin", "1970-01-01T10:00"],
  ["to the end of the century", "2099-12-31T10:00"],
])(
  "%s and back: every answer is of the day that it says, and nothing that a parent chose is lost",
  async (_, there) => {
    await noor.say("/subscribe");
    expect((await noor.say("/open")).texts[0]).toMatch(/^Ja, /);
    await app.setClock(`${there}[Europe/Brussels]`);
    expect((await noor.say("/open")).texts).toHaveLength(1);
    await noor.say("/feedback");
    await app.setClock("2026-11-25T10:00[Europe/Brussels]");
    expect((await noor.say("/open")).texts[0]).toMatch(/^Ja, /);
    await noor.say("/feedback");
    expect((await noor.tap("Het was fijn 🙂")).notice).toBe("Geteld.");
    expect(await app.sql`select from subscriptions`).toHaveLength(1);
    expect(app.log.filter(({ level }) => level !== "info")).toEqual([]);
  },
);

import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createChatLimits } from "../../src/telegram/chat-limits.ts";
import type { ActingParent } from "../support/acting-parent.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { joinTeam } from "../support/team.ts";

const slowly = "Dat gaat even te snel voor mij. Over een minuutje antwoord ik weer. In nood: 112.";
const open = "Ja, het is nu open: vandaag 9.00–12.00.";

let app: TestApp;
let elapsed = 0;

beforeAll(async () => {
  const few = { every: 1000, atOnce: 5 };
  const limits = createChatLimits(randomBytes, () => elapsed, { private: few, group: few, inline: few });
  app = await startTestApp({ chatLimits: limits });
});
afterAll(() => app.stop());
beforeEach(() => {
  elapsed += 3_600_000;
});

/** Who has just asked more than may be asked at once, and what she was told. */
async function flooded(language = "nl"): Promise<{ parent: ActingParent; texts: readonly string[] }> {
  const parent = await app.parent(language);
  return { parent, texts: await flood(parent) };
}

async function flood(parent: ActingParent): Promise<readonly string[]> {
  const texts: string[] = [];
  for (let time = 0; time < 8; time += 1) texts.push(...(await parent.say("/open")).texts);
  return texts;
}

test("who floods the bot is answered for a while, told kindly once, and then met with silence", async () => {
  const { parent, texts } = await flooded();
  expect(texts).toEqual([open, open, open, open, open, slowly]);
  expect((await parent.say("morgen open?")).texts).toEqual([]);
  expect((await parent.send({ sample: "photo" })).texts).toEqual([]);
});

test("others are answered meanwhile, and she is again a little later", async () => {
  const { parent } = await flooded();
  expect((await (await app.parent("nl")).say("/open")).texts).toEqual([open]);
  elapsed += 1000;
  expect((await parent.say("/open")).texts).toEqual([open]);
  expect((await parent.say("/open")).texts).toEqual([]);
});

test("it is said in her language", async () => {
  for (const [language, sentence] of [
    ["fr", /^Cela va un peu trop vite pour moi\./],
    ["ar", /^هذا أسرع مما أستطيع\./],
  ] as const) {
    expect((await flooded(language)).texts.at(-1)).toMatch(sentence);
  }
});

describe("however fast she writes", () => {
  test.each([
    ["mijn baby ademt niet meer", /^112 /],
    ["ze heeft bleekwater gedronken", /^112 /],
    ["mon mari me frappe", /^101 /],
    ["ik kan niet meer", /106/],
    ["ben ik wel een goede moeder", /106|hier|praten/],
  ])("“%s” is answered", async (text, expected) => {
    const { parent } = await flooded();
    for (let time = 0; time < 3; time += 1) expect((await parent.say(text)).texts[0]).toMatch(expected);
    expect((await parent.say("/open")).texts).toEqual([]);
  });

  test("she can have a cry for help erased", async () => {
    const { parent } = await flooded();
    await parent.say("mijn man slaat mij");
    expect((await parent.tap("Wis deze berichten")).notice).toBe("De berichten zijn gewist.");
    expect(JSON.stringify((await parent.chat()).messages)).not.toContain("slaat");
  });

  test("the number to call is offered where cards are asked for, and other cards are not", async () => {
    const parent = await app.parent("nl");
    for (let letter = 0; letter < 5; letter += 1) expect((await parent.askInline("morgen")).texts).not.toEqual([]);
    expect((await parent.askInline("morgen")).texts).toEqual([]);
    expect((await parent.askInline("mijn man slaat mij")).texts[0]).toMatch(/101/);
    expect((await parent.say("/open")).texts).toEqual([open]);
  });
});

test("a tap is always answered, so that no button spins; what is too fast does nothing", async () => {
  const parent = await app.parent("nl");
  for (let time = 0; time < 5; time += 1) await parent.say("/open");
  const first = await parent.tap("Morgen");
  expect(first).toMatchObject({ notice: slowly, messages: [] });
  expect(await parent.tap("Morgen")).toMatchObject({ notice: null, messages: [] });
  expect(await parent.tapForged("nonsense")).toMatchObject({ notice: null, messages: [] });
});

test("a group is told once, and its members alone are answered as ever", async () => {
  const [noor, samir] = [await app.parent("nl"), await app.parent("nl")];
  const group = await app.group("Familie", [noor, samir]);
  const texts: string[] = [];
  for (let time = 0; time < 8; time += 1) texts.push(...(await group.say(noor, "/open@inloop_bot")).texts);
  expect(texts).toEqual([open, open, open, open, open, slowly]);
  expect((await group.say(samir, "@inloop_bot mijn man slaat mij")).texts[0]).toMatch(/^101/);
  expect((await group.say(samir, "@inloop_bot morgen open?")).texts).toEqual([]);
  expect((await samir.say("/open")).texts).toEqual([open]);
});

test("what a group says among itself counts for nothing", async () => {
  const noor = await app.parent("nl");
  const group = await app.group("Praatgroep", [noor]);
  for (let time = 0; time < 8; time += 1) await group.say(noor, "is het morgen open?");
  expect((await group.say(noor, "/open@inloop_bot")).texts).toEqual([open]);
});

test("the team works as fast as it likes, and who leaves it is a parent like any other", async () => {
  const staf = await joinTeam(app, { name: "Staf" });
  expect(await flood(staf)).not.toContain(slowly);
  await staf.say("/change morgen gesloten ziekte");
  expect((await staf.buttons()).flat()).toContain("Reden tonen");
  await app.sql`delete from staff`;
  await app.sql`select pg_notify('staff', '')`;
  await expect.poll(async () => (await flood(staf)).includes(slowly)).toBe(true);
});

test("nothing of a flood is logged", () => {
  expect(app.log).toEqual([]);
});

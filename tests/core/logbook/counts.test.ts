import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCounts } from "../../../src/core/logbook/counts.ts";

const all = { children: 14, siblings: 3, adults: 12, firstVisits: 2 };

describe("four numbers are children, siblings, adults and first visits", () => {
  test.each([
    "14 3 12 2",
    "14, 3, 12, 2",
    "14/3/12/2",
    "14-3-12-2",
    " 14\n3\n12\n2 ",
    "١٤ ٣ ١٢ ٢",
    "۱۴ ۳ ۱۲ ۲",
    "14 3 12 en 2",
  ])("%s", (text) => expect(readCounts(text)).toEqual({ ok: true, counts: all }));
});

describe("words say of what, in the three languages, and some may be left out", () => {
  test.each([
    ["14 kinderen 3 broers 12 ouders", { children: 14, siblings: 3, adults: 12 }],
    ["14 kinderen, 3 broers en zussen, 12 volwassenen en 2 eerste bezoeken", all],
    ["kinderen: 14 broers: 3 ouders: 12 eerste: 2", all],
    ["12 mama's", { adults: 12 }],
    ["14 enfants 3 frères et sœurs 12 adultes 2 premières visites", all],
    ["14 enfants, 3 frères, 12 parents", { children: 14, siblings: 3, adults: 12 }],
    ["Enfants : 14 ; fratrie : 3", { children: 14, siblings: 3 }],
    ["14 أطفال 3 إخوة 12 بالغين 2 أول زيارة", all],
    ["الأطفال ١٤ والإخوة ٣", { children: 14, siblings: 3 }],
    ["0 zussen", { siblings: 0 }],
  ])("%s", (text, counts) => expect(readCounts(text)).toEqual({ ok: true, counts }));
});

describe("what is no line of counts is not taken for one", () => {
  test.each([
    "is het open om 14 uur?",
    "hoeveel kinderen zijn er?",
    "veertien",
    "",
    "c'est ouvert le 14 ?",
    "hallo 14",
    "هل هو مفتوح ١٤؟",
  ])("%s", (text) => expect(readCounts(text)).toBeNull());
});

describe("what is nearly one says what is expected", () => {
  test.each([
    ["14 3 12", "four"],
    ["14 3 12 2 8", "four"],
    ["14 -3 12 2", "four"],
    ["14 kinderen 3", "unclear"],
    ["14 kinderen 3 honden", "unclear"],
    ["14 kinderen 15 kinderen", "unclear"],
    ["14 3 kinderen", "unclear"],
    ["1400 3 12 2", "too-many"],
    [`${"9".repeat(400)} 1 1 1`, "too-many"],
  ])("%s", (text, why) => expect(readCounts(text)).toEqual({ ok: false, why }));
});

test("whatever is typed, what is read lies between nought and the most", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "grapheme" }), fc.stringMatching(/^[\d a-zé,./-]{0,40}$/)), (text) => {
      const read = readCounts(text);
      for (const count of read?.ok === true ? Object.values(read.counts) : []) {
        expect(count).toBeGreaterThanOrEqual(0);
        expect(count).toBeLessThanOrEqual(500);
      }
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { printWhen, readWhen } from "../../../../src/core/questions/when/read-when.ts";
import { calendars, labelled, reference } from "./labelled.ts";

const words = labelled("questions.jsonl").flatMap(({ text }) => text.split(" "));

const shuffled = fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((list) => list.join(" "));
const glued = fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((list) => list.join(""));

test("any text gets an answer with days in order and a time of day", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 4096 }),
    fc.string({ unit: "grapheme" }),
    shuffled,
    glued,
  );
  fc.assert(
    fc.property(text, (typed) => {
      const { date, time } = printWhen(readWhen(typed, reference, calendars));
      const [from = "", to = from] = (date ?? "").split("/");
      expect(from <= to).toBe(true);
      expect(time ?? "10:00").toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
    }),
    { numRuns: 3000 },
  );
});

test("the longest message is read at once", () => {
  const digits = "1 2 3 ".repeat(700);
  const unknown = "xqzvwandelingachtig ".repeat(300);
  const repeated = "zaterdag of zondag ".repeat(220);
  const arabic = "والفالبالسبتية ".repeat(300);
  const runTogether = "zijnjullieopentijdensdekersenbloesem ".repeat(120);
  const maghrebi = "wach mahloulayn fghodwaya3 ".repeat(150);
  for (const text of [
    digits,
    maghrebi,
    unknown,
    repeated,
    arabic,
    runTogether,
    "a".repeat(4096),
    "9".repeat(4096),
    "morgen".repeat(680),
  ]) {
    const longest = text.slice(0, 4096);
    readWhen(longest, reference, calendars);
    const before = performance.now();
    for (let turn = 0; turn < 10; turn += 1) readWhen(longest, reference, calendars);
    // Ten times what it takes here, for a busy machine.
    expect((performance.now() - before) / 10).toBeLessThan(20);
  }
});

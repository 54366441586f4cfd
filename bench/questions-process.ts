import { readdirSync, readFileSync } from "node:fs";
import { loadCalendars } from "../src/calendars.ts";
import { settleMemory } from "../src/memory.ts";
import type { QuestionTimes } from "./questions.ts";

/** Rounds before those that count, while the code is compiled. */
const warmUp = 10;
const longestText = 4096;

const rounds = Number(process.argv[2]);
const now = Temporal.ZonedDateTime.from("2026-11-25T10:00[Europe/Brussels]");
const calendars = loadCalendars();

const before = performance.now();
const { understand } = await import("../src/core/questions/understand.ts");
const ask = (text: string) => understand(text, { now, calendars, places: [] });
for (const text of [
  "zijde gij morgen open",
  "c ouvert dem1",
  "هل أنتم مفتوحون غدا",
  "ghedda 7alin?",
  "open tomorrow?",
]) {
  ask(text);
}
const startUp = performance.now() - before;
// As the bot does once it has started.
settleMemory();

const folder = new URL("../data/questions/held-out/", import.meta.url);
const texts = readdirSync(folder).flatMap((file) =>
  readFileSync(new URL(file, folder), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line): string => JSON.parse(line).text),
);
const segmenter = new Intl.Segmenter("nl", { granularity: "word" });
/** Everything at once, one word without end, words of one letter, digits, times, and letters that say nothing. */
const longest = [
  texts.join(" "),
  "a".repeat(longestText),
  "ouvert".repeat(longestText),
  "a ".repeat(longestText),
  "1".repeat(longestText),
  "12/11 9u30 ".repeat(longestText),
  "maandag van 9 tot 12 en ".repeat(longestText),
  "واش محلولين غدا ".repeat(longestText),
  "\u200f\u0301".repeat(longestText),
  "👩‍👧‍👦".repeat(longestText),
].map((text) => text.slice(0, longestText));

const eachSecond = (work: (text: string) => unknown) =>
  measured(() => {
    for (const text of texts) work(text);
  }).map((time) => (texts.length * 1000) / time);
const times: QuestionTimes = {
  startUp,
  understood: eachSecond(ask),
  segmented: eachSecond((text) => Array.from(segmenter.segment(text))),
  longest: rounds === 0 ? [] : slowest(),
};
process.send?.(times);

/** The slowest of the longest messages in each round. */
function slowest(): readonly number[] {
  const each = longest.map((text) => measured(() => ask(text)));
  return Array.from({ length: rounds }, (_, round) => Math.max(...each.map((figures) => figures[round] ?? 0)));
}

/** Milliseconds of each round. */
function measured(work: () => unknown): number[] {
  if (rounds === 0) {
    return [];
  }
  return Array.from({ length: warmUp + rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).slice(warmUp);
}

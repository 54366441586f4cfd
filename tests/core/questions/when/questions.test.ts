import { describe, expect, test } from "vitest";
import { answered, type Labelled, labelled, rightPart, said } from "./labelled.ts";

const hours = (questions: readonly Labelled[]) => questions.filter(({ intent }) => (intent ?? "hours") === "hours");

describe.each([
  ["the labelled questions", "../questions.jsonl"],
  ["the questions written here", "questions.jsonl"],
])("%s", (_, file) => {
  test.each(hours(labelled(file)).map((question) => [question.text, said(question)]))("%s → %s", (text, expected) => {
    expect(answered(text)).toBe(expected);
  });
});

test("of the questions set aside, of which nothing was tuned, 95 in 100 are read exactly", () => {
  expect(rightPart(labelled("questions-set-aside.jsonl"))).toBeGreaterThanOrEqual(0.95);
});

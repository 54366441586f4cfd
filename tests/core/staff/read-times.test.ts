import { expect, test } from "vitest";
import { hoursIn, timeIn } from "../../../src/core/staff/read-times.ts";

test.each([
  ["10-12", [[600, 720]]],
  [
    "van 10u tot 12u30 en 14-16",
    [
      [600, 750],
      [840, 960],
    ],
  ],
  ["de 10h à 12h", [[600, 720]]],
  ["9h30 jusqu'à 12h", [[570, 720]]],
  ["من 10 إلى 12:30", [[600, 750]]],
  ["من ١٠ إلى ١٢", [[600, 720]]],
  ["24 december 10-12", [[600, 720]]],
  ["24/12 13.30-16.30", [[810, 990]]],
  ["2026-12-24 10:00–11:00", [[600, 660]]],
  ["20-24", [[1200, 1440]]],
])("“%s” is understood", (text, expected) => {
  expect(hoursIn(text)).toEqual({ ok: true, hours: expected.map(([start, end]) => ({ start, end })) });
});

test.each([
  ["12-10", "order"],
  ["10-10", "order"],
  ["10-12 en 11-13", "order"],
  ["10", "times"],
  ["blabla", "times"],
  ["", "times"],
  ["30-40", "times"],
  ["24/12", "times"],
])("“%s” is refused: %s", (text, why) => {
  expect(hoursIn(text)).toEqual({ ok: false, why });
});

test.each([
  ["10u30", 630],
  ["vanaf 14", 840],
  ["24 december later open 10u30", 630],
  ["demain dès 10h", 600],
  ["٩:٣٠", 570],
  ["geen uur", undefined],
  ["99", undefined],
])("the time in “%s”", (text, expected) => {
  expect(timeIn(text)).toBe(expected);
});

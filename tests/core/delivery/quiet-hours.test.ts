import { expect, test } from "vitest";
import { mayGoOut } from "../../../src/core/delivery/quiet-hours.ts";

const zone = "Europe/Brussels";
const at = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant();

test.each([
  ["by day at once", "2026-11-25T10:00", "2026-11-30T13:30", "2026-11-25T10:00"],
  ["until nine in the evening", "2026-11-25T20:59", "2026-11-30T13:30", "2026-11-25T20:59"],
  ["from nine on in the morning", "2026-11-25T21:00", "2026-11-30T13:30", "2026-11-26T07:00"],
  ["after midnight the same morning", "2026-11-26T00:10", "2026-11-30T13:30", "2026-11-26T07:00"],
  ["from seven on at once", "2026-11-26T07:00", "2026-11-30T13:30", "2026-11-26T07:00"],
  ["what concerns no opening waits", "2026-11-25T23:00", null, "2026-11-26T07:00"],
  ["the coming morning at seven", "2026-11-25T23:00", "2026-11-26T09:00", "2026-11-26T07:00"],
  ["also where it opens soon after seven", "2026-11-25T23:00", "2026-11-26T08:30", "2026-11-26T07:00"],
  ["less than two hours ahead at once", "2026-11-26T05:30", "2026-11-26T07:15", "2026-11-26T05:30"],
  ["exactly two hours ahead is at once as well", "2026-11-26T05:15", "2026-11-26T07:15", "2026-11-26T07:00"],
  ["an opening of this evening at once", "2026-11-25T21:30", "2026-11-25T22:30", "2026-11-25T21:30"],
  ["one that has just begun at once", "2026-11-25T21:30", "2026-11-25T20:00", "2026-11-25T21:30"],
  ["one that began long ago waits", "2026-11-25T23:30", "2026-11-25T20:00", "2026-11-26T07:00"],
  ["one before seven two hours ahead of it", "2026-11-25T23:00", "2026-11-26T06:30", "2026-11-26T04:30"],
  ["the night in which the clocks change", "2027-03-27T23:00", "2027-03-29T09:00", "2027-03-28T07:00"],
])("%s", (_, now, opening, expected) => {
  expect(mayGoOut(at(now), opening === null ? null : at(opening), zone).toString()).toBe(at(expected).toString());
});

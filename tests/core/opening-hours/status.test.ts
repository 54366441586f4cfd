import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysOf } from "../../../src/core/opening-hours/evaluate/day.ts";
import { nextOpening } from "../../../src/core/opening-hours/evaluate/openings.ts";
import { statusAt } from "../../../src/core/opening-hours/evaluate/status.ts";
import type { Schedule } from "../../../src/core/opening-hours/schedule.ts";
import { expressions } from "./arbitrary-expressions.ts";
import { brussels, calendars, changeOf, date, scheduleOf } from "./fixtures.ts";

const local = (moment: Temporal.ZonedDateTime) => moment.toString({ timeZoneName: "never", smallestUnit: "minute" });

/** `open until …` or `closed, next … to …`, with the basis. */
function answer(schedule: string | Schedule, at: string): string {
  const place = typeof schedule === "string" ? scheduleOf(schedule) : schedule;
  const status = statusAt(place, Temporal.Instant.from(brussels(at).toInstant()), calendars);
  if (status.open) return `open until ${local(status.until)} | ${status.basis}`;
  const next = status.next ? `${local(status.next.start)} to ${local(status.next.end)}` : "none";
  return `closed, next ${next} | ${status.basis}`;
}

describe("at an instant", () => {
  const hours = "We 09:00-12:00,13:00-15:00; PH,SH off";

  it.each([
    ["open, until when", hours, "2026-11-25T10:00", "open until 2026-11-25T12:00+01:00 | weekly"],
    ["open from the first minute", hours, "2026-11-25T09:00", "open until 2026-11-25T12:00+01:00 | weekly"],
    [
      "closed from the minute it closes",
      hours,
      "2026-11-25T12:00",
      "closed, next 2026-11-25T13:00+01:00 to 2026-11-25T15:00+01:00 | weekly",
    ],
    [
      "closed after hours, next a week later",
      hours,
      "2026-11-25T18:00",
      "closed, next 2026-12-02T09:00+01:00 to 2026-12-02T12:00+01:00 | weekly",
    ],
    [
      "closed on a public holiday",
      hours,
      "2026-11-11T10:00",
      "closed, next 2026-11-18T09:00+01:00 to 2026-11-18T12:00+01:00 | public-holiday",
    ],
    [
      "next after a school holiday, in summer time",
      hours,
      "2027-04-07T10:00",
      "closed, next 2027-04-14T09:00+02:00 to 2027-04-14T12:00+02:00 | school-holiday",
    ],
    ["never open", "off", "2026-11-25T10:00", "closed, next none | weekly"],
    [
      "next more than a year away is not known",
      "2028 Jun 10:00-12:00",
      "2026-11-25T10:00",
      "closed, next none | weekly",
    ],
    [
      "past midnight, the night before counts",
      "Sa 22:00-02:00",
      "2026-11-29T01:30",
      "open until 2026-11-29T02:00+01:00 | weekly",
    ],
    [
      "past midnight, after the night",
      "Sa 22:00-02:00",
      "2026-11-29T02:00",
      "closed, next 2026-12-05T22:00+01:00 to 2026-12-06T02:00+01:00 | weekly",
    ],
    [
      "hours that follow without a gap are one opening",
      "We 20:00-24:00, Th 00:00-03:00",
      "2026-11-25T21:00",
      "open until 2026-11-26T03:00+01:00 | weekly",
    ],
    ["always open, for a year ahead", "24/7", "2026-11-25T10:00", "open until 2027-11-27T00:00+01:00 | weekly"],
    [
      "unknown hours are not open",
      'We 09:00-12:00 unknown "op afspraak"',
      "2026-11-25T10:00",
      "closed, next none | unknown",
    ],
  ])("%s", (_name, text, at, expected) => {
    expect(answer(text, at)).toBe(expected);
  });

  it.each([
    [
      "in March, a night is an hour shorter",
      "Sa 22:00-04:00",
      "2027-03-28T03:30",
      "open until 2027-03-28T04:00+02:00 | weekly",
    ],
    [
      "in March, what would begin in the missing hour begins after it",
      "Su 02:30-05:00",
      "2027-03-28T01:59",
      "closed, next 2027-03-28T03:30+02:00 to 2027-03-28T05:00+02:00 | weekly",
    ],
    [
      "on that Sunday the morning is in summer time",
      "Su 10:00-12:00",
      "2027-03-27T23:00",
      "closed, next 2027-03-28T10:00+02:00 to 2027-03-28T12:00+02:00 | weekly",
    ],
    [
      "in October, a night is an hour longer",
      "Sa 22:00-04:00",
      "2027-10-31T03:30",
      "open until 2027-10-31T04:00+01:00 | weekly",
    ],
    [
      "on that Sunday the morning is in winter time",
      "Su 10:00-12:00",
      "2027-10-30T23:00",
      "closed, next 2027-10-31T10:00+01:00 to 2027-10-31T12:00+01:00 | weekly",
    ],
  ])("%s", (_name, text, at, expected) => {
    expect(answer(text, at)).toBe(expected);
  });

  it("the lengths of both nights are right", () => {
    const length = (from: string) => {
      const opening = nextOpening(scheduleOf("Sa 22:00-04:00"), brussels(from), calendars);
      return opening?.start.until(opening.end).total("hours");
    };
    expect(["2027-03-27T12:00", "2027-10-30T12:00", "2027-11-06T12:00"].map(length)).toEqual([5, 7, 6]);
  });

  it("an hour that comes twice is meant the first time", () => {
    const schedule = scheduleOf("Su 02:15-02:45");
    const isOpen = (moment: string) => statusAt(schedule, Temporal.Instant.from(moment), calendars).open;
    expect(isOpen("2027-10-31T02:30+02:00")).toBe(true);
    expect(isOpen("2027-10-31T02:30+01:00")).toBe(false);
  });

  it("the place's clock counts, not the asker's", () => {
    const asked = brussels("2026-11-25T10:00").withTimeZone("Asia/Tokyo");
    const status = statusAt(scheduleOf("We 09:00-12:00"), asked, calendars);
    expect(status.open && status.until.toString()).toBe("2026-11-25T12:00:00+01:00[Europe/Brussels]");
  });

  it("a place elsewhere keeps its own time", () => {
    const schedule = scheduleOf("We 09:00-12:00", { timeZone: "Asia/Kathmandu" });
    const status = statusAt(schedule, Temporal.Instant.from("2026-11-25T03:30Z"), calendars);
    expect(status.open && status.until.toString()).toBe("2026-11-25T12:00:00+05:45[Asia/Kathmandu]");
  });

  it("a change of yesterday's night counts past midnight", () => {
    const changes = [changeOf({ kind: "extra", from: "2026-11-27", hours: [{ start: 1320, end: 1500 }] })];
    expect(answer(scheduleOf("We 09:00-12:00", { changes }), "2026-11-28T00:30")).toBe(
      "open until 2026-11-28T01:00+01:00 | change",
    );
  });

  it("a night that outlasts today's hours decides when it closes", () => {
    const changes = [changeOf({ kind: "extra", from: "2026-11-24", hours: [{ start: 1320, end: 1560 }] })];
    const schedule = scheduleOf("We 00:30-01:00", { changes });
    expect(answer(schedule, "2026-11-25T00:45")).toBe("open until 2026-11-25T02:00+01:00 | weekly");
  });

  it("beyond the calendars the next opening says that it is not confirmed", () => {
    const schedule = scheduleOf("We 09:00-12:00; SH off", { schoolCalendar: "fr" });
    const opening = nextOpening(schedule, brussels("2027-09-01T13:00"), calendars);
    expect(opening).toMatchObject({ day: { basis: "not-confirmed" } });
  });

  it("tells the reason of the day", () => {
    const status = statusAt(scheduleOf(hours), brussels("2026-11-11T10:00"), calendars);
    expect(status).toMatchObject({ open: false, reason: { nl: "Wapenstilstand", fr: "Armistice" } });
  });
});

/** Every opening of the days around, worked out with `Temporal` alone. */
function openingsOf(schedule: Schedule, from: Temporal.PlainDate, days: number) {
  return daysOf(schedule, from.subtract({ days: 1 }), from.add({ days }), calendars).flatMap((day) =>
    day.open.map(({ start, end }) => ({ start: momentOf(day.date, start), end: momentOf(day.date, end) })),
  );
}

function momentOf(day: Temporal.PlainDate, minutes: number): number {
  const clock = day.toPlainDateTime().add({ minutes });
  return clock.toZonedDateTime("Europe/Brussels").epochMilliseconds;
}

const moment = fc
  .tuple(fc.nat(760), fc.nat(1439))
  .map(([days, minutes]) => brussels("2026-08-01T00:00").add({ days }).add({ minutes }));

describe("whatever the hours and the instant", () => {
  it("the next opening is the first", () => {
    fc.assert(
      fc.property(expressions(), moment, (expression, at) => {
        const schedule = scheduleOf(expression);
        const next = nextOpening(schedule, at, calendars);
        const first = openingsOf(schedule, at.toPlainDate(), 366).find(({ start }) => start >= at.epochMilliseconds);
        expect(next && [next.start.epochMilliseconds, next.end.epochMilliseconds]).toEqual(
          first ? [first.start, first.end] : null,
        );
      }),
      { seed: 41, numRuns: 250 },
    );
  });

  it("what was asked before changes no answer", () => {
    const asked = fc.array(moment, { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(expressions(), asked, (expression, moments) => {
        const schedule = scheduleOf(expression);
        for (const at of moments) {
          // A schedule that nobody asked before knows nothing.
          const fresh = scheduleOf(expression);
          expect(nextOpening(schedule, at, calendars)?.start.toString()).toBe(
            nextOpening(fresh, at, calendars)?.start.toString(),
          );
        }
      }),
      { seed: 43, numRuns: 150 },
    );
  });

  it("it is open exactly within its openings, and closed when it says that it closes", () => {
    fc.assert(
      fc.property(expressions(), moment, (expression, at) => {
        const schedule = scheduleOf(expression);
        const status = statusAt(schedule, at, calendars);
        const now = at.epochMilliseconds;
        const isWithin = openingsOf(schedule, at.toPlainDate(), 1).some(({ start, end }) => now >= start && now < end);
        expect(status.open).toBe(isWithin);
        if (!status.open) return;
        expect(status.until.epochMilliseconds).toBeGreaterThan(now);
        expect(statusAt(schedule, status.until.subtract({ seconds: 1 }), calendars).open).toBe(true);
        const isAYearAway = now + 365 * 86_400_000 < status.until.epochMilliseconds;
        if (!isAYearAway) expect(statusAt(schedule, status.until, calendars).open).toBe(false);
      }),
      { seed: 42, numRuns: 1000 },
    );
  });

  it("both clock changes are met every quarter of an hour", () => {
    const schedule = scheduleOf("Sa 20:15-26:15, Su 02:30-02:45,03:15-05:00, Su 10:00-12:00");
    for (const sunday of ["2027-03-28", "2027-10-31"]) {
      const openings = openingsOf(schedule, date(sunday), 1);
      const midnight = momentOf(date(sunday), -240);
      for (let now = midnight; now < midnight + 16 * 3_600_000; now += 900_000) {
        const isOpen = statusAt(schedule, Temporal.Instant.fromEpochMilliseconds(now), calendars).open;
        expect(isOpen).toBe(openings.some(({ start, end }) => now >= start && now < end));
      }
    }
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, daysOf } from "../../../src/core/opening-hours/evaluate/day.ts";
import type { SchoolCalendar } from "../../../src/core/opening-hours/schedule.ts";
import { expressions } from "./arbitrary-expressions.ts";
import { calendars, date, expressionOf, hoursText, scheduleOf } from "./fixtures.ts";

/** Hours, basis and the Dutch reason of a day. */
function answer(hours: string, day: string, schoolCalendar: SchoolCalendar = "nl"): string {
  const found = dayOf(scheduleOf(hours, { schoolCalendar }), date(day), calendars);
  return [hoursText(found), found.basis, ...(found.reason ? [found.reason.nl] : [])].join(" | ");
}

describe("a day says its hours, on what they rest and why", () => {
  it.each([
    ["an ordinary Wednesday", "We 09:00-12:00; PH off", "2026-11-25", "09:00-12:00 | weekly"],
    ["a day without hours", "We 09:00-12:00", "2026-11-26", "closed | weekly"],
    ["a public holiday", "We 09:00-12:00; PH off", "2026-11-11", "closed | public-holiday | Wapenstilstand"],
    ["a public holiday without a rule for it does nothing", "We 09:00-12:00", "2026-11-11", "09:00-12:00 | weekly"],
    [
      "a public holiday on a day that is closed anyway",
      "We 09:00-12:00; PH off",
      "2026-12-25",
      "closed | public-holiday | Kerstmis",
    ],
    [
      "hours on public holidays",
      "We 09:00-12:00; PH 10:00-11:00",
      "2026-11-11",
      "10:00-11:00 | public-holiday | Wapenstilstand",
    ],
    [
      "more hours on public holidays",
      "We 09:00-12:00, PH 14:00-15:00",
      "2026-11-11",
      "09:00-12:00 14:00-15:00 | public-holiday | Wapenstilstand",
    ],
    ["a weekday rule after PH", "PH off; We 09:00-12:00", "2026-11-11", "09:00-12:00 | weekly"],
    ["a list with PH", "We,PH 09:00-12:00", "2026-12-25", "09:00-12:00 | public-holiday | Kerstmis"],
    ["a list with PH on another day", "We,PH 09:00-12:00", "2026-12-23", "09:00-12:00 | weekly"],
    ["a school holiday", "We 09:00-12:00; SH off", "2026-11-04", "closed | school-holiday | herfstvakantie"],
    ["hours in school holidays", "SH Mo-Fr 13:00-16:00", "2026-11-04", "13:00-16:00 | school-holiday | herfstvakantie"],
    ["no hours at the weekend of a school holiday", "SH Mo-Fr 13:00-16:00", "2026-11-07", "closed | weekly"],
    [
      "both holidays, named by the public one",
      "We 09:00-12:00; PH off; SH off",
      "2026-12-25",
      "closed | public-holiday | Kerstmis",
    ],
    ["both holidays in one rule", "We 09:00-12:00; PH,SH off", "2026-12-25", "closed | public-holiday | Kerstmis"],
    [
      "both holidays, the other way about",
      "We 09:00-12:00; SH off; PH off",
      "2026-12-25",
      "closed | public-holiday | Kerstmis",
    ],
    [
      "part of a public holiday",
      "We 09:00-17:00; PH 12:00-24:00 off",
      "2026-11-11",
      "09:00-12:00 | public-holiday | Wapenstilstand",
    ],
    [
      "school holiday hours after a public holiday off",
      "We 09:00-12:00; PH off, SH 14:00-16:00",
      "2026-12-25",
      "14:00-16:00 | school-holiday | kerstvakantie",
    ],
    ["a weekday off after hours on public holidays", "PH 10:00-12:00; We off", "2026-11-11", "closed | weekly"],
    ["a comment", 'We 09:00-12:00; 2026 Dec 23 off "teamdag"', "2026-12-23", "closed | weekly | teamdag"],
    [
      "a comment on a holiday",
      'We 09:00-12:00; PH off "dicht op feestdagen"',
      "2026-11-11",
      "closed | public-holiday | dicht op feestdagen",
    ],
    [
      "a comment on open hours",
      'We 09:00-12:00 open "met verhaal"',
      "2026-11-25",
      "09:00-12:00 | weekly | met verhaal",
    ],
    ["unknown hours", 'We 09:00-12:00; Fr unknown "op afspraak"', "2026-11-27", "closed | unknown | op afspraak"],
    ["a comment alone", 'Fr "op afspraak"', "2026-11-27", "closed | unknown | op afspraak"],
    [
      "unknown and open on one day",
      'We 09:00-12:00, We 14:00-16:00 unknown "op afspraak"',
      "2026-11-25",
      "09:00-12:00 | weekly",
    ],
    ["unknown hours on a day that is closed", "Fr unknown; PH off", "2026-12-25", "closed | public-holiday | Kerstmis"],
    ["past midnight", "Sa 22:00-02:00", "2026-11-28", "22:00-26:00 | weekly"],
    ["the day after a night", "Sa 22:00-02:00", "2026-11-29", "closed | weekly"],
    [
      "a night cut short by a rule of the next day",
      "Fr 22:00-02:00; Sa 10:00-12:00",
      "2026-11-27",
      "22:00-24:00 | weekly",
    ],
    [
      "a night that goes on, with the next day's rule added",
      "Fr 22:00-02:00, Sa 10:00-12:00",
      "2026-11-27",
      "22:00-26:00 | weekly",
    ],
    ["until midnight", "Sa 20:00-24:00", "2026-11-28", "20:00-24:00 | weekly"],
    ["an additional rule", "Mo-Fr 09:00-12:00, We 14:00-16:00", "2026-11-25", "09:00-12:00 14:00-16:00 | weekly"],
    ["hours that overlap", "We 09:00-12:00,11:00-13:00,13:00-14:00", "2026-11-25", "09:00-14:00 | weekly"],
    ["a hole", "We 09:00-17:00; We 12:00-13:00 off", "2026-11-25", "09:00-12:00 13:00-17:00 | weekly"],
    ["the third Monday", "Mo[1,3] 13:00-16:00", "2026-11-16", "13:00-16:00 | weekly"],
    ["the fourth Monday", "Mo[1,3] 13:00-16:00", "2026-11-23", "closed | weekly"],
    ["the last Saturday", "Sa[-1] 10:00-12:00", "2026-11-28", "10:00-12:00 | weekly"],
    ["across the new year", "Dec 24-Jan 02 off; Mo-Fr 09:00-12:00", "2026-12-31", "09:00-12:00 | weekly"],
    ["across the new year, closed", "Mo-Fr 09:00-12:00; Dec 24-Jan 02 off", "2027-01-01", "closed | weekly"],
    ["one year only", "Mo-Fr 09:00-12:00; 2026 Dec 24 off", "2027-12-24", "09:00-12:00 | weekly"],
    ["an odd week", "week 1-53/2 We 09:00-12:00", "2026-11-25", "closed | weekly"],
    ["an even week", "week 2-53/2 We 09:00-12:00", "2026-11-25", "09:00-12:00 | weekly"],
    ["Good Friday", "Mo-Fr 09:00-12:00; easter -2 days off", "2027-03-26", "closed | weekly"],
    ["29 February in a leap year", "Feb 29 09:00-12:00", "2028-02-29", "09:00-12:00 | weekly"],
    ["the day after 28 February otherwise", "Feb 20-29 09:00-12:00", "2027-03-01", "closed | weekly"],
  ])("%s: %s on %s", (_name, hours, day, expected) => {
    expect(answer(hours, day)).toBe(expected);
  });

  it("gives the holiday's name in three languages", () => {
    const { reason } = dayOf(scheduleOf("We 09:00-12:00; PH off"), date("2026-12-25"), calendars);
    expect(reason).toEqual({ nl: "Kerstmis", fr: "Noël", ar: "عيد الميلاد" });
  });

  it("before the first regular hours nothing is known", () => {
    const schedule = scheduleOf("We 09:00-12:00", {
      regular: [{ from: "2026-12-01", expression: expressionOf("We 09:00-12:00") }],
    });
    expect(dayOf(schedule, date("2026-11-25"), calendars)).toMatchObject({ open: [], basis: "unknown" });
  });

  it("new regular hours hold from their first day, in whatever order they are stored", () => {
    const regular = [
      { from: "2027-01-01", expression: expressionOf("Th 13:00-16:00") },
      { from: "2020-01-01", expression: expressionOf("We 09:00-12:00") },
    ];
    const days = daysOf(scheduleOf("off", { regular }), date("2026-12-30"), date("2027-01-07"), calendars);
    expect(days.map(hoursText).filter((text) => text !== "closed")).toEqual(["09:00-12:00", "13:00-16:00"]);
    expect(days.map((day) => day.date.toString()).at(-1)).toBe("2027-01-07");
  });
});

describe("beyond the calendars", () => {
  const hours = "Mo-Fr 09:00-12:00; PH off; SH off";

  it.each([
    ["a day that a school holiday could close", "fr", "2027-10-20", "09:00-12:00 | not-confirmed"],
    ["a Sunday without hours", "fr", "2027-10-24", "closed | weekly"],
    ["a public holiday that closes it anyway", "fr", "2027-11-11", "closed | public-holiday | Wapenstilstand"],
    [
      "the French feast day, fixed for every year",
      "fr",
      "2027-09-27",
      "closed | school-holiday | feest van de Franse Gemeenschap",
    ],
    [
      "the last day that the French calendar vouches for",
      "fr",
      "2027-07-30",
      "closed | school-holiday | zomervakantie",
    ],
    ["August, when the end of the French summer is not known", "fr", "2027-08-02", "09:00-12:00 | not-confirmed"],
    ["the Flemish calendar still speaks", "nl", "2027-10-20", "09:00-12:00 | weekly"],
    ["after the Flemish calendar", "nl", "2028-09-06", "09:00-12:00 | not-confirmed"],
    ["before the calendars", "nl", "2026-08-26", "09:00-12:00 | not-confirmed"],
    ["both: a holiday of the one that is known", "both", "2027-11-03", "closed | school-holiday | herfstvakantie"],
    ["both: a school day of the one, the other unknown", "both", "2027-10-20", "09:00-12:00 | not-confirmed"],
    ["none: SH never holds, and nothing is open", "none", "2030-10-21", "09:00-12:00 | weekly"],
  ] as const)("%s (%s, %s)", (_name, calendar, day, expected) => {
    expect(answer(hours, day, calendar)).toBe(expected);
  });

  it("hours only in school holidays are not confirmed either", () => {
    expect(answer("SH Mo-Fr 10:00-12:00", "2028-10-31")).toBe("closed | not-confirmed");
  });

  it("a rule that gives the same hours in school holidays settles it", () => {
    expect(answer("Mo-Fr 09:00-12:00; SH Mo-Fr 09:00-12:00", "2028-10-31")).toBe("09:00-12:00 | weekly");
  });

  it("hours without SH are always confirmed", () => {
    expect(answer("Mo-Fr 09:00-12:00; PH off", "2031-10-21")).toBe("09:00-12:00 | weekly");
  });

  it("a night whose end depends on tomorrow's school holiday is not confirmed", () => {
    expect(answer("Fr 22:00-02:00; SH 10:00-12:00", "2028-09-01")).toBe("22:00-26:00 | not-confirmed");
    expect(answer("Fr 22:00-02:00; SH 10:00-12:00", "2028-08-31")).toBe("10:00-12:00 | school-holiday | zomervakantie");
  });
});

describe("whatever the expression", () => {
  it("openings are in order and never overlap, within a day or from one to the next", () => {
    fc.assert(
      fc.property(expressions(), fc.nat(800), (expression, offset) => {
        const first = date("2026-08-01").add({ days: offset });
        const days = daysOf(scheduleOf(expression), first, first.add({ days: 10 }), calendars);
        const openings = days.flatMap(({ open }, index) =>
          open.map(({ start, end }) => [index * 1440 + start, index * 1440 + end]),
        );
        const ends = [Number.NEGATIVE_INFINITY, ...openings.map(([, end]) => end ?? 0)];
        expect(openings.every(([start = 0, end = 0], index) => start < end && start >= (ends[index] ?? 0))).toBe(true);
      }),
      { seed: 21, numRuns: 600 },
    );
  });

  it("a day alone is answered as among others", () => {
    fc.assert(
      fc.property(expressions(), fc.nat(800), (expression, offset) => {
        const schedule = scheduleOf(expression);
        const first = date("2026-08-01").add({ days: offset });
        const days = daysOf(schedule, first, first.add({ days: 3 }), calendars);
        expect(days.map((day) => JSON.stringify(day))).toEqual(
          days.map((day) => JSON.stringify(dayOf(scheduleOf(structuredClone(expression)), day.date, calendars))),
        );
      }),
      { seed: 22, numRuns: 200 },
    );
  });
});

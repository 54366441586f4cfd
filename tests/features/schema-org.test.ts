import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Day, daysOf } from "../../src/core/opening-hours/evaluate/day.ts";
import { brussels, calendars, changeOf, scheduleOf } from "../core/opening-hours/fixtures.ts";
import { placeJson, placeOf, schedules, usualHours, wednesday } from "../support/feeds.ts";

interface Specification {
  readonly dayOfWeek?: string;
  readonly opens: string;
  readonly closes: string;
  readonly validFrom: string;
  readonly validThrough: string;
  readonly description?: string;
}

interface PlaceJson {
  readonly openingHoursSpecification: readonly Specification[];
  readonly specialOpeningHoursSpecification: readonly Specification[];
}

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const jsonOf = (...asked: Parameters<typeof placeJson>) => placeJson(...asked) as PlaceJson;

/** The hours of a day as a search engine reads them; null where nothing is said. */
function hoursRead(json: PlaceJson, day: Temporal.PlainDate): readonly string[] | null {
  const holds = ({ validFrom, validThrough, dayOfWeek = weekdays[day.dayOfWeek - 1] }: Specification) =>
    validFrom <= day.toString() && day.toString() <= validThrough && dayOfWeek === weekdays[day.dayOfWeek - 1];
  const special = json.specialOpeningHoursSpecification.filter(holds);
  const read = special.length > 0 ? special : json.openingHoursSpecification.filter(holds);
  const open = read.filter(({ opens, closes }) => opens !== "00:00" || closes !== "00:00");
  if (read.length === 0) return null;
  return open.map(({ opens, closes }) => (closes < opens ? `${opens}-${closes} next day` : `${opens}-${closes}`));
}

/** The engine's hours in the same words, on the day on which the clock shows them begin. */
function hoursOf({ open }: Day, before: Day): readonly string[] {
  const clock = (minute: number) =>
    [Math.floor((minute % 1440) / 60), minute % 60].map((part) => String(part).padStart(2, "0")).join(":");
  const night = isCertain(before) ? before.open.filter(({ start }) => start >= 1440) : [];
  return [
    ...night.map(({ start, end }) => ({ start: start - 1440, end: end - 1440 })),
    ...open.filter(({ start }) => start < 1440),
  ]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => ({ start, end: Math.min(end, start + 1439) })) // What lasts a whole day ends a minute early.
    .map(({ start, end }) => `${clock(start)}-${clock(end)}${end >= 1440 ? " next day" : ""}`);
}

const isCertain = ({ basis }: Day) => basis !== "not-confirmed" && basis !== "unknown";

describe("a place as schema.org", () => {
  test("read back, it gives the engine's hours on every certain day and nothing on any other", () => {
    const moments = fc.constantFrom(`${wednesday}T10:00`, "2027-03-01T10:00", "2027-06-01T23:30");
    fc.assert(
      fc.property(schedules, moments, (schedule, now) => {
        const json = jsonOf(placeOf(schedule), now);
        const today = brussels(now).toPlainDate();
        const [yesterday, ...days] = daysOf(schedule, today.subtract({ days: 1 }), today.add({ months: 6 }), calendars);
        let before = yesterday as Day;
        for (const day of days) {
          expect(hoursRead(json, day.date), `${day.date}`).toEqual(isCertain(day) ? hoursOf(day, before) : null);
          before = day;
        }
        expect(hoursRead(json, today.subtract({ days: 1 }))).toBeNull();
        expect(hoursRead(json, today.add({ months: 6, days: 1 }))).toBeNull();
      }),
      { numRuns: 150 },
    );
  });

  test("says the usual week, and the days that differ with their reason", () => {
    const changes = [changeOf({ kind: "closed", from: "2026-12-02", reason: "illness" })];
    const facts = { address: "Voorbeeldstraat 12", phone: "+32 2 555 01 01", email: "zandbak@speelboom.example" };
    const json = jsonOf(placeOf(scheduleOf(usualHours, { changes }), { facts }), undefined, "fr");
    expect(json).toMatchObject({
      "@context": "https://schema.org",
      "@type": "LocalBusiness",
      name: "Le Bac à sable",
      address: "Voorbeeldstraat 12",
      telephone: "+32 2 555 01 01",
      email: "zandbak@speelboom.example",
    });
    expect(json.openingHoursSpecification.filter(({ dayOfWeek }) => dayOfWeek === "Wednesday")).toEqual(
      [
        { opens: "09:00", closes: "12:00" },
        { opens: "13:00", closes: "16:00" },
      ].map((hours) => ({
        "@type": "OpeningHoursSpecification",
        dayOfWeek: "Wednesday",
        ...hours,
        validFrom: "2026-11-25",
        validThrough: "2027-05-19",
      })),
    );
    const [change, holiday] = json.specialOpeningHoursSpecification;
    expect(change).toEqual({
      "@type": "OpeningHoursSpecification",
      opens: "00:00",
      closes: "00:00",
      validFrom: "2026-12-02",
      validThrough: "2026-12-02",
    });
    expect(holiday).toMatchObject({ validFrom: "2026-12-21", description: expect.stringContaining("vacances") });
  });

  test("writes hours past midnight, up to midnight and around the clock as search engines read them", () => {
    const hours = "Tu 22:00-26:00; Th 09:00-24:00; Sa 00:00-24:00";
    const json = jsonOf(placeOf(scheduleOf(hours)));
    const ofDay = (day: string) =>
      json.openingHoursSpecification
        .filter(({ dayOfWeek }) => dayOfWeek === day)
        .map(({ opens, closes }) => `${opens}-${closes}`);
    expect(["Tuesday", "Thursday", "Saturday"].map(ofDay)).toEqual([["22:00-02:00"], ["09:00-00:00"], ["00:00-23:59"]]);
  });
});

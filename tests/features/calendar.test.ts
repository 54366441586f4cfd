import fc from "fast-check";
import { type CalendarResponse, sync, type VEvent } from "node-ical";
import { describe, expect, test } from "vitest";
import type { Language } from "../../src/core/language.ts";
import { type Day, dayOf, daysOf } from "../../src/core/opening-hours/evaluate/day.ts";
import type { Schedule } from "../../src/core/opening-hours/schedule.ts";
import { brussels, calendars, changeOf, date, scheduleOf } from "../core/opening-hours/fixtures.ts";
import { icsText, placeOf, schedules, usualHours, wednesday } from "../support/feeds.ts";

const morning = { start: 540, end: 720 };
const evening = { start: 1080, end: 1200 };

const read = (ics: string): readonly VEvent[] =>
  Object.values(sync.parseICS(ics) as CalendarResponse).filter((part) => part?.type === "VEVENT") as VEvent[];

/** `1 09:00-12:00 CONFIRMED De Zandbak: open`: the opening's number and what a calendar shows, on that Wednesday. */
function wednesdayEvents(schedule: Schedule, language: Language = "nl"): readonly string[] {
  const clock = (moment: Date) =>
    moment.toTemporalInstant().toZonedDateTimeISO("Europe/Brussels").toPlainTime().toString({ smallestUnit: "minute" });
  return read(icsText(placeOf(schedule), undefined, language))
    .filter(({ uid }) => uid.includes(wednesday))
    .map(({ uid, start, end, status, summary }) => {
      const number = /-(\d+)@inloop$/.exec(uid)?.[1];
      return `${number} ${clock(start)}-${clock(end as Date)} ${status} ${summary}`;
    });
}

/** When the openings of these days begin and end, from the engine's hours and by `Temporal` alone. */
function openingsOf(days: readonly Day[], from: number, timeZone = "Europe/Brussels"): readonly string[] {
  return days
    .flatMap(({ date: day, open }) =>
      open.map(({ start, end }) =>
        [start, end].map((minute) => {
          const plainTime = { hour: Math.floor((minute % 1440) / 60), minute: minute % 60 };
          return day.add({ days: Math.floor(minute / 1440) }).toZonedDateTime({ timeZone, plainTime })
            .epochMilliseconds;
        }),
      ),
    )
    .filter(([start = 0, end = 0]) => start < end && end > from)
    .map(([start = 0, end = 0]) => span(start, end))
    .sort();
}

const span = (start: number, end: number) =>
  [start, end].map((epoch) => Temporal.Instant.fromEpochMilliseconds(epoch)).join("/");

describe("the calendar feed", () => {
  test("has the engine's openings of today and the next six months, and no others", () => {
    fc.assert(
      fc.property(schedules, (schedule) => {
        const events = read(icsText(placeOf(schedule)));
        const startOfToday = brussels(`${wednesday}T00:00`).epochMilliseconds;
        const days = daysOf(schedule, date("2026-11-24"), date("2027-05-25"), calendars);
        const shown = events.filter(({ status }) => status !== "CANCELLED");
        expect(shown.map(({ start, end }) => span(start.getTime(), (end as Date).getTime())).sort()).toEqual(
          openingsOf(days, startOfToday),
        );
        expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
      }),
      { numRuns: 60 },
    );
  });

  test.each<[string, string]>([
    ["the night on which the clock goes back", "2026-10-24"],
    ["the night on which the clock goes forward", "2027-03-27"],
  ])("is right on %s", (_, day) => {
    const schedule = scheduleOf("Sa 22:00-26:30; Su 02:15-02:45,03:00-24:00");
    const sunday = date(day).add({ days: 1 });
    const events = read(icsText(placeOf(schedule), `${day}T10:00`)).filter(
      ({ uid }) => uid.includes(day) || uid.includes(sunday.toString()),
    );
    const expected = openingsOf(daysOf(schedule, date(day), sunday, calendars), 0);
    expect(events.map(({ start, end }) => span(start.getTime(), (end as Date).getTime())).sort()).toEqual(expected);
    expect(expected.length).toBeGreaterThan(2);
  });

  test("keeps what began yesterday and goes on past midnight", () => {
    const events = read(icsText(placeOf(scheduleOf("Tu 22:00-26:00")), `${wednesday}T00:30`));
    expect(events[0]?.uid).toBe("de-zandbak-2026-11-24-1@inloop");
  });

  test.each<[string, Parameters<typeof changeOf>[0][], string[]]>([
    ["is as usual", [], ["1 09:00-12:00 CONFIRMED De Zandbak: open", "2 13:00-16:00 CONFIRMED De Zandbak: open"]],
    [
      "is closed",
      [{ kind: "closed", from: wednesday }],
      [
        "1 09:00-12:00 CANCELLED De Zandbak: uitzonderlijk gesloten",
        "2 13:00-16:00 CANCELLED De Zandbak: uitzonderlijk gesloten",
      ],
    ],
    [
      "closes at noon",
      [{ kind: "hours", from: wednesday, hours: [morning] }],
      ["1 09:00-12:00 CONFIRMED De Zandbak: open", "2 13:00-16:00 CANCELLED De Zandbak: uitzonderlijk gesloten"],
    ],
    [
      "has no morning",
      [{ kind: "hours", from: wednesday, hours: [{ start: 780, end: 900 }] }],
      [
        "1 09:00-12:00 CANCELLED De Zandbak: uitzonderlijk gesloten",
        "2 13:00-15:00 CONFIRMED De Zandbak: open, andere uren",
      ],
    ],
    [
      "moves to the evening",
      [{ kind: "hours", from: wednesday, hours: [evening] }],
      [
        "2 13:00-16:00 CANCELLED De Zandbak: uitzonderlijk gesloten",
        "1 18:00-20:00 CONFIRMED De Zandbak: open, andere uren",
      ],
    ],
    [
      "goes on at noon",
      [{ kind: "hours", from: wednesday, hours: [{ start: 600, end: 900 }] }],
      ["1 10:00-15:00 CONFIRMED De Zandbak: open, andere uren"],
    ],
    [
      "is open in the evening, too",
      [{ kind: "extra", from: wednesday, hours: [evening] }],
      [
        "1 09:00-12:00 CONFIRMED De Zandbak: open",
        "2 13:00-16:00 CONFIRMED De Zandbak: open",
        "3 18:00-20:00 CONFIRMED De Zandbak: extra open",
      ],
    ],
    [
      "was to be closed, and is not",
      [{ kind: "closed", from: wednesday, withdrawn: true }],
      ["1 09:00-12:00 CONFIRMED De Zandbak: open", "2 13:00-16:00 CONFIRMED De Zandbak: open"],
    ],
  ])("keeps every opening the same event on a day that %s", (_, changes, expected) => {
    expect(wednesdayEvents(scheduleOf(usualHours, { changes: changes.map(changeOf) }))).toEqual(expected);
  });

  test("never cancels an hour in which the place is open", () => {
    fc.assert(
      fc.property(schedules, (schedule) => {
        const days = Map.groupBy(read(icsText(placeOf(schedule))), ({ uid }) => uid.slice(0, -9));
        for (const events of days.values()) {
          const [cancelled = [], open = []] = [true, false].map((is) =>
            events.filter(({ status }) => (status === "CANCELLED") === is),
          );
          for (const { start, end } of cancelled) {
            expect(open.filter((other) => start < (other.end as Date) && other.start < (end as Date))).toEqual([]);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test("gives an event a higher number each time its day is changed", () => {
    const sequence = (...changes: Parameters<typeof changeOf>[0][]) =>
      read(icsText(placeOf(scheduleOf(usualHours, { changes: changes.map(changeOf) })))).find(({ uid }) =>
        uid.includes(wednesday),
      )?.sequence;
    const closed = { kind: "closed", from: wednesday } as const;
    expect(sequence()).toEqual(0);
    expect(sequence(closed)).toEqual(1);
    expect(sequence({ ...closed, withdrawn: true })).toEqual(2);
    expect(sequence({ ...closed, withdrawn: true }, closed)).toEqual(3);
  });

  test("says that a day is not confirmed, and whom to ask", () => {
    const schedule = scheduleOf(usualHours, { schoolCalendar: "fr" });
    const place = placeOf(schedule, { facts: { address: "Voorbeeldstraat 12", phone: "+32 2 555 01 01" } });
    const event = read(icsText(place, "2027-09-01T10:00")).find(({ uid }) => uid.includes("2027-09-02"));
    expect(dayOf(schedule, date("2027-09-02"), calendars).basis).toBe("not-confirmed");
    expect(event).toMatchObject({
      status: "TENTATIVE",
      summary: "De Zandbak: nog niet bevestigd",
      description: "Het is nog niet zeker of het dan open is. Bel het team: +32 2 555 01 01.",
    });
  });

  test("gives the reason that is meant for parents, and never the team's", () => {
    const text = { nl: "We zijn op uitstap; tot snel, allemaal" };
    const changes = [changeOf({ kind: "closed", from: wednesday, reason: "illness", text })];
    const ics = icsText(placeOf(scheduleOf(usualHours, { changes })));
    expect(read(ics)[0]).toMatchObject({ description: text.nl, status: "CANCELLED" });
    expect(ics).not.toMatch(/illness|ziek/i);
    const silent = icsText(
      placeOf(scheduleOf(usualHours, { changes: changes.map((change) => ({ ...change, text: {} })) })),
    );
    expect(silent).not.toMatch(/illness|ziek|DESCRIPTION/i);
  });

  test.each<Language>(["nl", "fr", "ar"])("is well-formed whatever a place is called (%s)", (language) => {
    const awkward =
      'Chez "Zoë"; rez-de-chaussée, à droite\\gauche\nBEGIN:VEVENT صندوق الرمل قرب المحطة الكبيرة في الحي القديم 🏖️';
    const place = placeOf(scheduleOf(usualHours), {
      name: { nl: awkward, fr: awkward, ar: awkward },
      facts: {
        address: `${awkward}\u000b`,
        location: { latitude: 50.8571, longitude: 4.327 },
        website: "https://speelboom.example/zandbak;tarief,0?a=b\\c",
      },
    });
    const ics = icsText(place, undefined, language);
    const [event] = read(ics);
    const withoutIsolates = (text: unknown) => String(text).replace(/[\u2066-\u2069]/g, "");
    expect(withoutIsolates(event?.summary)).toContain(awkward);
    expect(event?.location).toBe(awkward);
    expect(event?.geo).toEqual({ lat: 50.8571, lon: 4.327 });
    expect(event?.url).toHaveProperty("val", "https://speelboom.example/zandbak%3Btarief%2C0?a=b%5Cc");
    expect(event?.start).toHaveProperty("tz", "Europe/Brussels");
    expect(withoutIsolates(sync.parseICS(ics).vcalendar?.["WR-CALNAME"])).toContain("Chez");

    expect(ics).toMatch(/\r\nEND:VCALENDAR\r\n$/);
    const lines = ics.split("\r\n");
    for (const line of lines) {
      expect(line).not.toMatch(/\p{Cc}/u);
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line.isWellFormed()).toBe(true);
    }
    expect(propertiesAfterParts(lines)).toEqual([]);
    expect(lines.filter((line) => line.startsWith("DTSTAMP"))).toContain("DTSTAMP:20261124T230000Z");
  });

  test("stays the same all day, and says how often to look again", () => {
    const place = placeOf(scheduleOf(usualHours));
    expect(icsText(place, `${wednesday}T23:59`)).toBe(icsText(place, `${wednesday}T00:00`));
    expect(icsText(place)).toContain("\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n");
  });

  test("keeps its events from one day to the next", () => {
    const place = placeOf(scheduleOf(usualHours));
    const [today, tomorrow] = [wednesday, "2026-11-26"].map(
      (day) => new Map(read(icsText(place, `${day}T10:00`)).map(({ uid, start }) => [uid, start.getTime()])),
    );
    const gone = [...(today ?? [])].filter(([uid, start]) => tomorrow?.get(uid) !== start);
    expect(gone.map(([uid]) => uid)).toEqual([1, 2].map((number) => `de-zandbak-${wednesday}-${number}@inloop`));
  });

  test.each([
    ["Europe/Brussels", "TZID=Europe/Brussels:20261125T090000"],
    ["Europe/Kiev", "TZID=Europe/Kyiv:20261125T090000"],
    ["+01:00", "DTSTART:20261125T080000Z"],
  ])("describes the time zone %s, or does without", (timeZone, expected) => {
    const ics = icsText(placeOf(scheduleOf(usualHours, { timeZone })));
    expect(ics).toContain(expected);
    const named = new Set([...ics.matchAll(/;TZID=([^:]+)/g)].map(([, id]) => id));
    expect([...ics.matchAll(/^TZID:(.+)\r$/gm)].map(([, id]) => id)).toEqual([...named]);
  });

  test("of a place that is never open is a calendar all the same", () => {
    const ics = icsText(placeOf(scheduleOf("off")));
    expect(read(ics)).toEqual([]);
    expect(ics).toMatch(/END:VTIMEZONE\r\nEND:VCALENDAR\r\n$/);
  });
});

/** Properties of the calendar itself that stand after its first part, which RFC 5545 (3.6) does not allow. */
function propertiesAfterParts(lines: readonly string[]): readonly string[] {
  let depth = 0;
  let hasParts = false;
  return lines.filter((line) => {
    if (line.startsWith("BEGIN:")) {
      depth += 1;
      hasParts ||= depth > 1;
      return false;
    }
    if (line.startsWith("END:")) {
      depth -= 1;
      return false;
    }
    return hasParts && depth === 1;
  });
}

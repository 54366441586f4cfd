import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, daysOf } from "../../../src/core/opening-hours/evaluate/day.ts";
import { changeKinds, type ScheduleChange } from "../../../src/core/opening-hours/schedule.ts";
import { expressions } from "./arbitrary-expressions.ts";
import { calendars, changeOf, date, hoursText, scheduleOf } from "./fixtures.ts";

const morning = { start: 540, end: 720 };
const afternoon = { start: 840, end: 960 };
const evening = { start: 1080, end: 1200 };

/** Hours and basis on Wednesday 25 November 2026, usually 09:00-12:00. */
function wednesday(changes: readonly ScheduleChange[], hours = "We 09:00-12:00; PH,SH off"): string {
  const day = dayOf(scheduleOf(hours, { changes }), date("2026-11-25"), calendars);
  return `${hoursText(day)} | ${day.basis}`;
}

const on = "2026-11-25";

describe("schedule changes win over everything", () => {
  it.each<[string, readonly ScheduleChange[], string]>([
    ["closed", [changeOf({ kind: "closed", from: on })], "closed | change"],
    ["other hours", [changeOf({ kind: "hours", from: on, hours: [afternoon] })], "14:00-16:00 | change"],
    [
      "an extra opening",
      [changeOf({ kind: "extra", from: on, hours: [afternoon] })],
      "09:00-12:00 14:00-16:00 | change",
    ],
    [
      "a range that contains the day",
      [changeOf({ kind: "closed", from: "2026-11-20", to: "2026-11-30" })],
      "closed | change",
    ],
    [
      "a range that ends before",
      [changeOf({ kind: "closed", from: "2026-11-20", to: "2026-11-24" })],
      "09:00-12:00 | weekly",
    ],
    ["a withdrawn change", [changeOf({ kind: "closed", from: on, withdrawn: true })], "09:00-12:00 | weekly"],
    [
      "the newest that closes or replaces hours",
      [
        changeOf({ kind: "hours", from: on, hours: [afternoon], createdOrder: 2 }),
        changeOf({ kind: "closed", from: on, createdOrder: 1 }),
      ],
      "14:00-16:00 | change",
    ],
    [
      "extras newer than it add to it, older ones do not",
      [
        changeOf({ kind: "extra", from: on, hours: [morning], createdOrder: 1 }),
        changeOf({ kind: "closed", from: on, createdOrder: 2 }),
        changeOf({ kind: "extra", from: on, hours: [afternoon], createdOrder: 3 }),
        changeOf({ kind: "extra", from: on, hours: [evening], createdOrder: 4 }),
      ],
      "14:00-16:00 18:00-20:00 | change",
    ],
    [
      "a withdrawn closure uncovers what was there",
      [
        changeOf({ kind: "hours", from: on, hours: [afternoon], createdOrder: 1 }),
        changeOf({ kind: "closed", from: on, createdOrder: 2, withdrawn: true }),
      ],
      "14:00-16:00 | change",
    ],
    [
      "an extra that touches the usual hours",
      [changeOf({ kind: "extra", from: on, hours: [{ start: 720, end: 780 }] })],
      "09:00-13:00 | change",
    ],
  ])("%s", (_name, changes, expected) => {
    expect(wednesday(changes)).toBe(expected);
  });

  it("an extra opening on a public holiday is open", () => {
    const changes = [changeOf({ kind: "extra", from: "2026-11-11", hours: [morning] })];
    const day = dayOf(scheduleOf("We 09:00-12:00; PH off", { changes }), date("2026-11-11"), calendars);
    expect([hoursText(day), day.basis]).toEqual(["09:00-12:00", "change"]);
  });

  it("a change settles a day beyond the calendars, an extra opening does not settle the rest of it", () => {
    const far = "2028-10-18";
    const answer = (change: ScheduleChange) =>
      dayOf(scheduleOf("We 09:00-12:00; SH off", { changes: [change] }), date(far), calendars).basis;
    expect(answer(changeOf({ kind: "hours", from: far, hours: [morning] }))).toBe("change");
    expect(answer(changeOf({ kind: "closed", from: far }))).toBe("change");
    expect(answer(changeOf({ kind: "extra", from: far, hours: [afternoon] }))).toBe("not-confirmed");
    expect(answer(changeOf({ kind: "extra", from: far, hours: [morning] }))).toBe("change");
  });

  it("the team's reason stays with the change; parents get the text, if there is one", () => {
    const silent = changeOf({ kind: "closed", from: on, reason: "illness" });
    const spoken = changeOf({
      kind: "closed",
      from: on,
      reason: "works",
      text: { fr: "Nous repeignons." },
      createdOrder: 2,
    });
    const day = (changes: readonly ScheduleChange[]) =>
      dayOf(scheduleOf("We 09:00-12:00", { changes }), date(on), calendars);
    expect(day([silent])).toMatchObject({ reason: null, change: silent });
    expect(day([silent, spoken])).toMatchObject({
      reason: { nl: "Nous repeignons.", fr: "Nous repeignons.", ar: "Nous repeignons." },
      change: spoken,
    });
  });

  it("a day without a change has none", () => {
    expect(dayOf(scheduleOf("We 09:00-12:00"), date(on), calendars).change).toBeNull();
  });
});

const interval = fc
  .tuple(fc.nat(1439), fc.integer({ min: 1, max: 600 }))
  .map(([start, length]) => ({ start, end: start + length }));

const changes = fc.array(
  fc
    .record({
      kind: fc.constantFrom(...changeKinds),
      offset: fc.nat(12),
      length: fc.nat(4),
      hours: fc.array(interval, { minLength: 1, maxLength: 3 }),
      createdOrder: fc.nat(1000),
      withdrawn: fc.boolean(),
    })
    .map(({ offset, length, ...change }) => {
      const from = date("2026-12-20").add({ days: offset });
      return changeOf({ ...change, from: from.toString(), to: from.add({ days: length }).toString() });
    }),
  { maxLength: 5 },
);

describe("whatever the changes", () => {
  it("they touch only their days", () => {
    fc.assert(
      fc.property(expressions(), changes, (expression, made) => {
        const [from, to] = [date("2026-12-15"), date("2027-01-10")];
        const usual = daysOf(scheduleOf(expression), from, to, calendars);
        const changed = daysOf(scheduleOf(expression, { changes: made }), from, to, calendars);
        const covers = ({ from: first, to: last, withdrawn }: ScheduleChange, iso: string) =>
          !withdrawn && first <= iso && iso <= last;
        for (const [index, day] of changed.entries()) {
          const isTouched = made.some((change) => covers(change, day.date.toString()));
          if (isTouched) expect(["change", "not-confirmed"]).toContain(day.basis);
          else expect(JSON.stringify(day)).toBe(JSON.stringify(usual[index]));
        }
      }),
      { seed: 31, numRuns: 400 },
    );
  });

  it("openings of a day are in order and apart", () => {
    fc.assert(
      fc.property(expressions(), changes, (expression, made) => {
        for (const { open } of daysOf(
          scheduleOf(expression, { changes: made }),
          date("2026-12-15"),
          date("2027-01-10"),
          calendars,
        )) {
          expect(open.every(({ start, end }, index) => start < end && start > (open[index - 1]?.end ?? -1))).toBe(true);
        }
      }),
      { seed: 32, numRuns: 300 },
    );
  });

  it("the order in which they are stored does not matter", () => {
    fc.assert(
      fc.property(changes, (made) => {
        const distinct = made.map((change, index) => ({ ...change, createdOrder: index }));
        const answer = (stored: readonly ScheduleChange[]) =>
          JSON.stringify(
            daysOf(
              scheduleOf("We 09:00-12:00", { changes: stored }),
              date("2026-12-15"),
              date("2027-01-10"),
              calendars,
            ),
          );
        expect(answer(distinct)).toBe(answer(distinct.toReversed()));
      }),
      { seed: 33, numRuns: 200 },
    );
  });
});

import { describe, expect, test } from "vitest";
import { nothingCounted } from "../../../src/core/logbook/counts.ts";
import { closingTime, hoursBetween, isCountable } from "../../../src/core/logbook/opening-times.ts";
import { questionOf, reflectionThemes } from "../../../src/core/logbook/reflection.ts";
import { tallyOf, type VisitDay } from "../../../src/core/logbook/tally.ts";

const date = (text: string) => Temporal.PlainDate.from(text);

test("a day can be counted from itself on and for seven days", () => {
  const days = ["2026-11-26", "2026-11-25", "2026-11-18", "2026-11-17"].map(date);
  expect(days.map((day) => isCountable(day, date("2026-11-25")))).toEqual([false, true, true, false]);
});

test("a day closes when its last opening ends, also past midnight", () => {
  const open = (end: number) =>
    closingTime(
      {
        open: [
          { start: 540, end: 600 },
          { start: 840, end },
        ],
        date: date("2026-11-25"),
      },
      "Europe/Brussels",
    );
  expect(open(1000)?.toPlainDateTime().toString()).toBe("2026-11-25T16:40:00");
  expect(open(1500)?.toPlainDateTime().toString()).toBe("2026-11-26T01:00:00");
  expect(closingTime({ open: [], date: date("2026-11-25") }, "Europe/Brussels")).toBeNull();
});

describe("hours that begin and end otherwise than planned", () => {
  const planned = [
    { start: 540, end: 720 },
    { start: 840, end: 960 },
  ];
  test.each([
    [
      "keep the break between",
      555,
      990,
      [
        [555, 720],
        [840, 990],
      ],
    ],
    ["have none where it was not reached", 555, 800, [[555, 800]]],
    ["have none where it was over", 750, 960, [[750, 960]]],
    ["are none where the end is no end", 600, 600, null],
  ])("%s", (_, start, end, hours) => {
    expect(hoursBetween(planned, start, end)?.map((part) => [part.start, part.end]) ?? null).toEqual(hours);
  });
  test("are one piece where nothing was planned", () => {
    expect(hoursBetween([], 540, 600)).toEqual([{ start: 540, end: 600 }]);
  });
});

describe("the question of the day", () => {
  const days = Array.from({ length: 21 }, (_, index) => questionOf(date("2026-11-25").add({ days: index })));

  test("is another each day until all were asked, and another theme than yesterday", () => {
    expect(new Set(days.map(({ theme, number }) => `${theme} ${number}`)).size).toBe(21);
    expect(new Set(days.map(({ theme }) => theme))).toEqual(new Set(reflectionThemes));
    for (const [index, day] of days.entries()) expect(day.theme).not.toBe(days[index + 1]?.theme);
  });

  test("is the same for everybody on one day", () => {
    expect(questionOf(date("2026-11-25"))).toEqual(questionOf(date("2026-11-25")));
  });
});

describe("a tally", () => {
  const day = (noted: Partial<VisitDay>): VisitDay => ({
    ...{ place: 1, day: "2026-11-25", planned: [{ start: 540, end: 720 }], opened: null },
    ...nothingCounted,
    ...noted,
  });

  test("adds what was counted, and keeps what nobody counted apart from nought", () => {
    const tally = tallyOf([
      day({ children: 14, adults: 12, opened: [{ start: 555, end: 720 }] }),
      day({ children: 3, firstVisits: 0, opened: [] }),
      day({}),
    ]);
    expect(tally).toEqual({
      ...{ children: 17, siblings: null, adults: 12, firstVisits: 0 },
      ...{ plannedDays: 3, countedDays: 2, plannedMinutes: 540, timedDays: 2, openedMinutes: 165, plannedOfTimed: 360 },
    });
  });

  test("of nothing knows nothing", () => {
    expect(tallyOf([])).toMatchObject({ children: null, openedMinutes: null, plannedDays: 0 });
  });
});

import { daysInMonth } from "../day-number.ts";
import type { DayItem, DaySelector, Holiday } from "../expression.ts";
import type { DayFacts } from "./day-facts.ts";
import { type Matcher, within } from "./match-dates.ts";

export function matchDays(selector: DaySelector): Matcher {
  switch (selector.kind) {
    case "any-of":
      return matchAny(selector.items);
    case "weekdays-in-holidays": {
      const inHolidays = matchAny(selector.holidays.map((holiday) => ({ kind: "holiday", holiday })));
      const onWeekdays = matchAny(selector.weekdays);
      return (facts) => onWeekdays(facts) && inHolidays(facts);
    }
  }
}

export function holidaysIn(selector: DaySelector | null): readonly Holiday[] {
  switch (selector?.kind) {
    case undefined:
      return [];
    case "any-of":
      return selector.items.flatMap((item) => (item.kind === "holiday" ? [item.holiday] : []));
    case "weekdays-in-holidays":
      return selector.holidays;
  }
}

function matchAny(items: readonly DayItem[]): Matcher {
  const matchers = items.map(matchItem);
  return (facts) => matchers.some((matches) => matches(facts));
}

function matchItem(item: DayItem): Matcher {
  switch (item.kind) {
    case "weekdays":
      return ({ weekday }) => within(weekday, item.from, item.to);
    case "nth":
      return (facts) => facts.weekday === item.weekday && item.nth.some((nth) => nth === countOf(facts, nth));
    case "holiday":
      return item.holiday === "PH"
        ? ({ publicHoliday }) => publicHoliday !== null
        : ({ schoolDay }) => schoolDay.kind === "holiday";
  }
}

/** Which of its weekday in the month a day is: counted from the start (1 to 5), or from the end (-1 to -5) as `nth` is. */
function countOf({ year, month, day }: DayFacts, nth: number): number {
  return nth > 0 ? Math.ceil(day / 7) : -Math.ceil((daysInMonth(year, month) - day + 1) / 7);
}

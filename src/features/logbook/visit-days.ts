import { nothingCounted } from "../../core/logbook/counts.ts";
import type { VisitDay } from "../../core/logbook/tally.ts";
import type { Calendars } from "../../core/opening-hours/calendars.ts";
import { daysOf } from "../../core/opening-hours/evaluate/day.ts";
import type { Place } from "../../core/places/place.ts";
import type { LogbookRepository } from "./repository.ts";

/** Whole days, the first and the last included. */
interface Span {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

const beginning = "1970-01-01";

/**
 * The days on which these places were to be open or were counted, up to today, for reports. Without a period they begin with
 * the first day that was counted.
 */
export async function readVisitDays(
  repository: Pick<LogbookRepository, "notedBetween">,
  calendars: Calendars,
  places: readonly Place[],
  period: Span | null,
  today: Temporal.PlainDate,
): Promise<readonly VisitDay[]> {
  const to = period === null || Temporal.PlainDate.compare(today, period.to) < 0 ? today : period.to;
  const numbers = places.map(({ number }) => number);
  const noted = await repository.notedBetween(numbers, period?.from.toString() ?? beginning, to.toString());
  const first = noted[0]?.day;
  if (first === undefined) {
    return [];
  }
  // The earliest that a period can begin is long before there was any place.
  const isBounded = period !== null && period.from.toString() > beginning;
  const from = isBounded ? period.from : Temporal.PlainDate.from(first);
  return places.flatMap(({ number, schedule }) =>
    daysOf(schedule, from, to, calendars).flatMap(({ date, open: planned }) => {
      const day = date.toString();
      const found = noted.find((one) => one.place === number && one.day === day);
      return planned.length === 0 && found === undefined
        ? []
        : [{ ...nothingCounted, opened: null, ...found, place: number, day, planned }];
    }),
  );
}

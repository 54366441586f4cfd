import { mondayOf, sundayOf } from "./week.ts";

/** Whole days, the first and the last included. */
export interface Period {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

interface Weeks {
  readonly firstWeek: number;
  readonly lastWeek: number;
}

/** Where whole weeks lie with respect to a period; without one they are always within. */
export function lies({ firstWeek, lastWeek }: Weeks, period: Period | null): "within" | "across" | "outside" {
  if (period === null) {
    return "within";
  }
  const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate) => Temporal.PlainDate.compare(one, other) < 0;
  const [monday, sunday] = [mondayOf(firstWeek), sundayOf(lastWeek)];
  if (isBefore(sunday, period.from) || isBefore(period.to, monday)) {
    return "outside";
  }
  return isBefore(monday, period.from) || isBefore(period.to, sunday) ? "across" : "within";
}

/**
 * @param from and `to`: months such as `2026-01`; absent, without that bound
 * @returns null where there is no bound at all
 */
export function periodOfMonths(
  from: Temporal.PlainYearMonth | undefined,
  to: Temporal.PlainYearMonth | undefined,
): Period | null {
  return from === undefined && to === undefined
    ? null
    : {
        from: from?.toPlainDate({ day: 1 }) ?? earliest,
        to: to?.toPlainDate({ day: to.daysInMonth }) ?? latest,
      };
}

/** Weeks are counted from here. */
export const earliest = new Temporal.PlainDate(1970, 1, 1);
export const latest = new Temporal.PlainDate(9999, 12, 31);

/** A year of the calendar, or the school year that begins in it: 1 September to 31 August. */
export function yearOf(kind: "calendar" | "school", year: number): Period {
  return kind === "calendar"
    ? { from: new Temporal.PlainDate(year, 1, 1), to: new Temporal.PlainDate(year, 12, 31) }
    : { from: new Temporal.PlainDate(year, 9, 1), to: new Temporal.PlainDate(year + 1, 8, 31) };
}

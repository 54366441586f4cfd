import OpeningHours from "opening_hours";

/** The days on which opening_hours.js is asked, and for how many days. */
export interface Period {
  readonly first: Temporal.PlainDate;
  readonly days: number;
}

/** For each quarter of an hour of the period, whether it is open. */
export type Quarters = Uint8Array;

export const quartersInDay = 96;

/**
 * What opening_hours.js answers; an error in words where it refuses the text.
 * The library reads the machine's own clock settings, so the tests run it in a time zone without summer time.
 */
export function askOpeningHoursJs(text: string, { first, days }: Period, community: "NL" | "FR"): Quarters | string {
  const from = new Date(first.year, first.month - 1, first.day);
  const to = new Date(first.year, first.month - 1, first.day + days);
  const place = { lat: 50.85, lon: 4.35, address: { country_code: "be", state: community } };
  const quarters = new Uint8Array(days * quartersInDay);
  try {
    for (const [start, end, isUnknown] of new OpeningHours(text, place).getOpenIntervals(from, to)) {
      if (!isUnknown) quarters.fill(1, quarterAt(start, from), quarterAt(end, from));
    }
  } catch (error) {
    return String(error);
  }
  return quarters;
}

function quarterAt(moment: Date, from: Date): number {
  return (moment.getTime() - from.getTime()) / 900_000;
}

/** What opening_hours.js cannot read, although the specification allows it (or, for the past, merely dislikes). */
export const refusals = [
  /Unexpected token in month range/, // a month, then a date reckoned from Easter, in one list
  /Unexpected token: "-"/, // a month, then a range from a weekday of a month, in one list
  /more than one constrained weekday/,
  /in the past/, // a warning about past dates, raised as an error together with another
] as const;

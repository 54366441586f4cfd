import type { Interval } from "../opening-hours/schedule.ts";

const midnight = 24 * 60;

/** `10u30`, `10:30`, `10h`, `10.30`, `14 uur`, `14`. */
const clock = String.raw`(?<![\d/.:])(\d{1,2})(?:\s*(uur|heures?|[uh:.])\s*([0-5]\d)?)?(?![\d/])`;

const time = new RegExp(clock, "giu");
/** A beginning and an end: `10-12`, `10u tot 12u30`, `de 10h à 12h`, `من 10 إلى 12`. */
const span = new RegExp(
  String.raw`${clock}\s*(?:[-–—]|tot(?: en met)?|à|a|jusqu['’]à|to|إلى|الى|حتى)\s*(?:الساعة\s*)?${clock}`,
  "giu",
);

/** The times of day in a text, in minutes from midnight, in the order in which they stand there. */
export function timesIn(text: string): readonly number[] {
  return [...plain(text).matchAll(time)]
    .map(([, hour, , minute]) => minutesOf(hour, minute))
    .filter((minutes) => minutes <= midnight);
}

/** The one time of day that a text names, in minutes from midnight: the first that cannot be a day of a month, or else the first. */
export function timeIn(text: string): number | undefined {
  const times = [...plain(text).matchAll(time)].map(([, hour, unit, minute]) => ({
    minutes: minutesOf(hour, minute),
    isMarked: unit !== undefined,
  }));
  const found = times.find(({ isMarked }) => isMarked) ?? times[0];
  return found === undefined || found.minutes > midnight ? undefined : found.minutes;
}

export type HoursRead =
  | { readonly ok: true; readonly hours: readonly Interval[] }
  /** `order`: an end does not come after its beginning, or hours overlap. `times`: there is no beginning with an end. */
  | { readonly ok: false; readonly why: "times" | "order" };

/** Hours as people type them: `10-12`, `van 10u tot 12u30 en 14-16`, `de 10h à 12h`. */
export function hoursIn(text: string): HoursRead {
  const hours = [...plain(text).matchAll(span)].map(([, from, , fromMinute, to, , toMinute]) => ({
    start: minutesOf(from, fromMinute),
    end: minutesOf(to, toMinute),
  }));
  if (hours.length === 0 || hours.some(({ start, end }) => start > midnight || end > midnight)) {
    return { ok: false, why: "times" };
  }
  const isInOrder = hours.every(({ start, end }, index) => start < end && start >= (hours[index - 1]?.end ?? 0));
  return isInOrder ? { ok: true, hours } : { ok: false, why: "order" };
}

function minutesOf(hour: string | undefined, minute: string | undefined): number {
  return Number(hour) * 60 + Number(minute ?? 0);
}

/** Arabic digits as the others, and no dates in digits: 27/11, 2026-12-24. */
function plain(text: string): string {
  return text
    .replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace(/\d{4}-\d{2}-\d{2}|\d{1,4}\s?\/\s?\d{1,2}(?:\s?\/\s?\d{2,4})?/g, " ");
}

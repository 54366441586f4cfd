import type { Interval } from "../opening-hours/schedule.ts";

const midnight = 24 * 60;

/** `10u30`, `10:30`, `10h`, `10.30`, `14 uur`, `14`. Days such as 27/11 are none. */
const time = /(?<![\d/.:-])(?<hour>\d{1,2})(?:\s*(?:uur|heures?|[uh:.])\s*(?<minute>[0-5]\d)?)?(?![\d/])/giu;

/** The times of day in a text, in minutes from midnight, in the order in which they stand there. */
export function timesIn(text: string): readonly number[] {
  const plain = western(text)
    // A dash between two times is no sign of a date.
    .replace(/\s*[-–—]\s*/g, " - ")
    .replace(/\d{1,4}\s?\/\s?\d{1,2}(?:\s?\/\s?\d{2,4})?|\d{4} - \d{2} - \d{2}/g, " ");
  return [...plain.matchAll(time)].flatMap(({ groups }) => {
    const minutes = Number(groups?.hour) * 60 + Number(groups?.minute ?? 0);
    return minutes <= midnight ? [minutes] : [];
  });
}

/** Arabic digits as the others. */
function western(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}

export type HoursRead =
  | { readonly ok: true; readonly hours: readonly Interval[] }
  /** `order`: an end does not come after its beginning, or hours overlap. `times`: there is no beginning with an end. */
  | { readonly ok: false; readonly why: "times" | "order" };

/** Hours as people type them: `10-12`, `van 10u tot 12u30 en 14-16`, `de 10h à 12h`. */
export function hoursIn(text: string): HoursRead {
  const times = timesIn(text);
  if (times.length === 0 || times.length % 2 === 1) {
    return { ok: false, why: "times" };
  }
  const hours = Array.from({ length: times.length / 2 }, (_, index) => ({
    start: times[index * 2] ?? 0,
    end: times[index * 2 + 1] ?? 0,
  }));
  const isInOrder = hours.every(({ start, end }, index) => start < end && start >= (hours[index - 1]?.end ?? 0));
  return isInOrder ? { ok: true, hours } : { ok: false, why: "order" };
}

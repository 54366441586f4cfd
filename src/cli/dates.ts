import { Problem } from "../problem.ts";

/** @throws Problem for anything but a date such as 2026-12-24 */
export function readDate(text: string): Temporal.PlainDate {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
      return Temporal.PlainDate.from(text);
    }
  } catch {
    // No such day; said below.
  }
  throw new Problem(`"${text}" is not a date; expected one such as 2026-12-24.`);
}

/** Days in one answer: more than ten years are a mistake. */
export const longestSpan = 3660;

/** @throws Problem for a span that ends before it begins, or that is longer than anybody wants */
export function readSpan(first: string, last: string): { from: Temporal.PlainDate; to: Temporal.PlainDate } {
  const [from, to] = [readDate(first), readDate(last)];
  const days = from.until(to).days;
  if (days < 0 || days > longestSpan) {
    throw new Problem(
      days < 0
        ? `${to} comes before ${from}; expected the first day and then the last.`
        : `From ${from} to ${to} is too long; expected at most ${longestSpan} days.`,
    );
  }
  return { from, to };
}

/** @throws Problem for anything but a moment such as 2026-11-25T10:00, with or without a time zone of its own */
export function readMoment(text: string, timeZone: string): Temporal.ZonedDateTime {
  try {
    return /[[Z]|[+-]\d{2}:?\d{2}$/.test(text)
      ? Temporal.Instant.from(text.replace(/\[.*$/, "")).toZonedDateTimeISO(timeZone)
      : Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone);
  } catch (cause) {
    throw new Problem(`"${text}" is not a moment; expected one such as 2026-11-25T10:00.`, { cause });
  }
}

import type { Localized } from "../core/language.ts";
import type { Day } from "../core/opening-hours/evaluate/day.ts";
import type { Status } from "../core/opening-hours/evaluate/status.ts";
import type { Interval } from "../core/opening-hours/schedule.ts";

/** Why a day is not as usual, in three languages. */
export type Explain = (day: Omit<Day, "date">) => Localized | null;

/** `["09:00", "12:00"]`; past midnight `["22:00", "26:00"]`, on the day on which it begins. */
export function clockTimes({ start, end }: Interval): [string, string] {
  return [clockTime(start), clockTime(end)];
}

function clockTime(minutes: number): string {
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

export function dayAsJson(day: Day, explain: Explain) {
  return { date: day.date.toString(), open: day.open.map(clockTimes), basis: day.basis, reason: explain(day) };
}

export function statusAsJson(status: Status, explain: Explain) {
  return {
    open: status.open,
    until: status.until?.toString() ?? null,
    next: status.next?.start.toString() ?? null,
    basis: status.basis,
    reason: explain(status.day),
  };
}

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** `2026-12-25 Fri  closed              public-holiday  Kerstmis`, a line a day. */
export function dayAsLine(day: Day, explain: Explain): string {
  const open = day.open.map((interval) => clockTimes(interval).join("-")).join(" ");
  const columns = [
    `${day.date} ${weekdays[day.date.dayOfWeek - 1]}`,
    (open === "" ? "closed" : open).padEnd(24),
    day.basis.padEnd(15),
    explain(day)?.nl ?? "",
  ];
  return columns.join("  ").trimEnd();
}

export function statusAsLine(status: Status, explain: Explain): string {
  const reason = explain(status.day)?.nl;
  const why = reason === undefined ? status.basis : `${status.basis}: ${reason}`;
  if (status.open) {
    return `open until ${status.until} (${why})`;
  }
  return `closed (${why}); ${status.next === null ? "no next opening is known" : `next opening ${status.next.start}`}`;
}

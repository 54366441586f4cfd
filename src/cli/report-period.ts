import { type Period, periodOfMonths, yearOf } from "../core/feedback/period.ts";
import { Problem } from "../problem.ts";

export interface Year {
  readonly kind: "calendar" | "school";
  readonly name: string;
  readonly period: Period;
}

/** @throws Problem for anything but months such as `2026-01`, the first and then the last */
export function readPeriod(from: string | undefined, to: string | undefined): Period | null {
  const [first, last] = [readMonth(from), readMonth(to)];
  if (first !== undefined && last !== undefined && Temporal.PlainYearMonth.compare(first, last) > 0) {
    throw new Problem(`${to} comes before ${from}; expected the first month and then the last.`);
  }
  return periodOfMonths(first, last);
}

function readMonth(text: string | undefined): Temporal.PlainYearMonth | undefined {
  if (text === undefined) {
    return;
  }
  const [, year = "", month = ""] = /^([12]\d{3})-(0[1-9]|1[0-2])$/.exec(text) ?? [];
  if (month === "") {
    throw new Problem(`"${text}" is not a month; expected one such as 2026-01.`);
  }
  return new Temporal.PlainYearMonth(Number(year), Number(month));
}

/** @throws Problem for anything but a year such as `2026`, or a school year such as `2026-27` */
export function readYear(text: string): Year {
  const [, year = "", next] = /^([12]\d{3})(?:-(\d{2}))?$/.exec(text) ?? [];
  const begins = Number(year);
  if (year === "" || (next !== undefined && (begins + 1) % 100 !== Number(next))) {
    throw new Problem(`--yearly "${text}" is not a year; expected one such as 2026, or a school year such as 2026-27.`);
  }
  const kind = next === undefined ? "calendar" : "school";
  return { kind, name: text, period: yearOf(kind, begins) };
}
